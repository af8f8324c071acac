// Horizontal bars for a terminal: a line for each value, all on one scale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace leadbook::present {

/// A line: its label, the value as it is printed and, where it is known, the number that is drawn.
struct Bar {
  std::string label;
  std::string text;
  std::optional<std::int64_t> value;
};

/// The lines, each at most `columns` wide (80 where that is 0). Values below 0 stand left of the
/// line of 0. With `blocks` bars are of block characters, to an eighth of a column, else of '#'. A
/// value other than 0 has a bar however small it is.
std::string draw_bars(const std::vector<Bar>& bars, std::size_t columns, bool blocks);

}  // namespace leadbook::present
