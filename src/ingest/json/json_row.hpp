// One record of JSON as it comes from a parser, made a row whose cells stand under its keys.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "leadbook/ingest/source.hpp"

namespace leadbook::ingest {

/// A value within a record.
struct JsonValue {
  enum class Shape { text, list, object };

  Shape shape = Shape::text;
  std::string key;   // where it is a member of an object
  std::string text;  // of a string, a number or a word; empty for null
  std::vector<JsonValue> parts;
};

class JsonRow {
 public:
  /// Between `begin` and the `close` that answers true, what comes belongs to the record.
  bool is_open() const { return open_; }

  void begin(std::size_t line);
  /// Throws Error{usage} where the records have more keys than a table can have columns.
  void key(std::string&& key);
  void text(std::string&& text);
  void open(JsonValue::Shape shape);
  /// Whether that was the end of the record.
  bool close();

  /// Leaves a record that a reading before this one did not come to the end of.
  void abandon();

  /// Makes it a row without cells that has this problem.
  void refuse(std::size_t line, std::string message);

  Row& row() { return row_; }
  /// In the order in which they first came.
  const std::vector<std::string>& keys() const { return keys_; }

 private:
  std::size_t column_of(std::string& key);
  JsonValue* add_part(JsonValue::Shape shape);
  void put_cell();
  void check_cell(std::string& cell);
  void add_problem(std::string message);

  std::vector<std::string> keys_;
  std::unordered_map<std::string, std::size_t> columns_;
  std::vector<std::size_t> seen_;  // by column, the last record that had it
  std::size_t records_ = 0;
  std::size_t next_ = 0;    // the column that comes if this record is as the one before
  std::size_t column_ = 0;  // of the member that is read
  bool again_ = false;      // whether its key came before in the record
  JsonValue value_;         // of the member, where it is a list or an object
  std::string part_key_;
  std::vector<JsonValue*> path_;  // to what is open within the member
  std::size_t parts_ = 0;         // of the record, deeper than its members
  bool too_much_ = false;
  bool open_ = false;
  Row row_;
};

}  // namespace leadbook::ingest
