// Finds the records in what a JSON parser tells, and makes each a row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "ingest/json_source_row.hpp"
#include "ingest/json_text.hpp"

namespace leadbook::ingest {

class JsonRecords {
 public:
  enum class Place {
    list,   // of the text, or the one in its object; each row is given as it comes
    value,  // the text is the record; the row is ready when the parser succeeds
  };

  /// All must outlive it. Of an object's lists the one called `list_key` is read; where that is
  /// empty, the only list of objects.
  JsonRecords(JsonText& text,
              JsonRow& row,
              Place place,
              const std::string& list_key,
              const std::function<bool(Row&)>& take);

  /// What was wrong where the parser did not come to the text's end; empty where a row was enough.
  const std::string& problem() const { return problem_; }

  /// Throws Error{usage} where a text that was read to its end holds no list of records.
  void check_found() const;

  // What the parser calls.
  bool null() { return add(""); }
  bool boolean(bool value) { return add(value ? "true" : "false"); }
  bool number_integer(std::int64_t value) { return add(std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return add(std::to_string(value)); }
  bool number_float(double, const std::string& digits) { return add(digits); }
  bool string(std::string& value) { return add(std::move(value)); }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t);
  bool key(std::string& value);
  bool end_object();
  bool start_array(std::size_t);
  bool end_array();
  bool parse_error(std::size_t, const std::string& token, const nlohmann::json::exception& error);

 private:
  enum class List {
    none,
    unknown,  // its first item will tell
    records,
    others,
  };

  bool add(std::string value);
  bool go_deeper();
  bool is_item() const { return list_ != List::none && depth_ == list_depth_; }
  bool take_other(std::string_view what);
  void begin_member_list();
  void begin_record();
  void find_list(const std::string& name);
  bool give();

  JsonText& text_;
  JsonRow& row_;
  Place place_;
  const std::string& list_key_;
  const std::function<bool(Row&)>& take_;
  List list_ = List::none;
  std::size_t list_depth_ = 0;
  std::size_t depth_ = 0;
  std::string member_;  // of the outermost object
  std::string found_name_;
  bool found_ = false;
  bool has_empty_list_ = false;
  std::string problem_;
};

}  // namespace leadbook::ingest
