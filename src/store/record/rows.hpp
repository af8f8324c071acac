// What the reading and writing of records' rows have in common.
#pragma once

#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/store/record/record.hpp"

namespace leadbook::store {

inline void replace_all(std::string& text, std::string_view mark, std::string_view by) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + by.size())) {
    text.replace(at, mark.size(), by);
  }
}

/// A row as its number, then the columns.
inline RecordRow record_of(Row& row, const RecordShape& shape) {
  RecordRow record;
  record.id = std::get<std::int64_t>(row.values().front());
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
