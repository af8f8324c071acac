// Which row of a sheet names its columns, or which rows, merged over each other.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/ingest/source.hpp"
#include "service/import/columns.hpp"

namespace leadbook::service {

struct HeadingRows {
  std::size_t first = 0;  // among the rows looked at
  std::size_t last = 0;
  std::vector<std::string> names;  // what each column is called
  std::vector<bool> parts;         // whether it stands with others below one heading
};

/// The first row of which at least half are headings, else the one with the most; a row of one cell
/// ("时间：最近20年") is a title where another can be the heading. With it what stands above or
/// below it in the manner of two heading rows: one heading over several, which says what they have
/// in common, their unit above all. `line` says which row it is where somebody said so, 0 else.
/// Nothing where no row names a column.
std::optional<HeadingRows> find_headings(const ColumnRules& rules,
                                         const std::vector<ingest::Row>& rows,
                                         std::size_t line);

/// Whether a source has a row that is plainly the heading of records of a kind.
bool has_headings(const ColumnRules& rules, ingest::Source& source);

}  // namespace leadbook::service
