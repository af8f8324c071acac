// Records as rows of values: nothing outside this layer knows them.
#pragma once

#include <functional>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/store/record/many.hpp"

namespace leadbook::store {

using PartRows = std::vector<std::vector<Value>>;

/// A record as the columns of its table and of its parts, in the order of its shape.
struct RecordRow {
  std::int64_t id = 0;
  std::vector<Value> values;
  std::vector<PartRows> parts;

  bool operator==(const RecordRow&) const = default;
};

std::optional<RecordRow> find_row(Db& db, const RecordShape& shape, std::int64_t id);

/// The rows with numbers from `first` to `last`, by number.
std::vector<RecordRow> rows_between(Db& db,
                                    const RecordShape& shape,
                                    std::int64_t first,
                                    std::int64_t last);

/// Every row of a kind by number, one at a time.
void each_row(Db& db, const RecordShape& shape, const std::function<void(RecordRow&)>& each);

/// Writes a record whose number the book does not have yet.
void insert_row(Db& db, const RecordShape& shape, RecordRow row);
/// Writes a record whether the book has its number or not.
void put_row(Db& db, const RecordShape& shape, const RecordRow& row);
/// The same where the book has it as `stored`: of its parts only those that differ are written.
void put_row_over(Db& db, const RecordShape& shape, const RecordRow& stored, const RecordRow& row);
void erase_row(Db& db, const RecordShape& shape, std::int64_t id);

/// As `snapshot` and `read_snapshot` of a record.
std::string snapshot(const RecordShape& shape, const RecordRow& row);
RecordRow read_snapshot(const RecordShape& shape, std::int64_t id, std::string_view text);

/// Records from rows and back; `to_record` throws Error{failed} where a column holds no value of
/// its field: the book is damaged. Of a row with some columns all other fields are at their
/// defaults.
RecordRow to_row(const AnyRecord& record);
AnyRecord to_record(Kind kind, const RecordRow& row);
AnyRecord to_record(const Selection& selection, const RecordRow& row);

inline void replace_all(std::string& text, std::string_view mark, std::string_view by) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + by.size())) {
    text.replace(at, mark.size(), by);
  }
}

/// A row as its number, then the columns.
inline RecordRow record_of(Row& row, const RecordShape& shape) {
  RecordRow record;
  record.id = row.leading_integer();
  record.values.assign(std::make_move_iterator(row.values().begin() + 1),
                       std::make_move_iterator(row.values().end()));
  record.parts.resize(shape.parts.size());
  return record;
}

inline void take_part(Row& row, PartRows& rows) {
  rows.emplace_back(std::make_move_iterator(row.values().begin() + 1),
                    std::make_move_iterator(row.values().end()));
}

}  // namespace leadbook::store
