// A table made into texts and widths, ready to be printed in columns.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/present/table.hpp"

namespace leadbook::present {

using TextRow = std::vector<std::string>;

struct Grid {
  TextRow headings;
  std::vector<TextRow> rows;
  std::optional<TextRow> total;
  std::vector<Align> aligns;
  std::vector<std::size_t> widths;
  std::vector<std::size_t> least;  // what each column can be shrunk to
};

/// The table's texts, made visible, with the widths they need.
Grid make_grid(const Table& table, const Style& style);

/// Shrinks the widest columns until a line has at most `width` columns; false where it cannot.
bool shrink(Grid& grid, std::size_t width);

/// One line, cells cut and padded to the widths, without trailing blanks.
std::string join_row(const Grid& grid, const TextRow& row);

/// A rule under each column.
std::string join_rules(const Grid& grid);

}  // namespace leadbook::present
