// The rows of derived tables as they are stored, some thousands of records at a time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "leadbook/store/record/record.hpp"
#include "service/derived/name_blocks.hpp"

namespace leadbook::service {

using Rows = std::vector<std::vector<store::Value>>;

/// How many projects, or names, are worked out in one go.
constexpr std::int64_t at_once = 10'000;
constexpr std::int64_t names_at_once = 50 * names_per_block;

inline Rows rows_of(store::Db& db, const char* statement, const store::Parameters& parameters) {
  Rows rows;
  db.each(store::statement(statement), parameters, [&](store::Row& row) {
    rows.push_back(row.values());
  });
  return rows;
}

/// What the statements of name_block ask for.
inline store::Parameters blocks_between(Kind kind, std::int64_t first, std::int64_t last) {
  return {{"kind", std::string(identifier(kind))}, {"first", first}, {"last", last}};
}

inline std::int64_t last_of(store::Db& db, Kind kind) { return store::last_number(db, kind); }

}  // namespace leadbook::service
