#include "present/grid.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <variant>

#include "leadbook/text/utf8.hpp"

namespace leadbook::present {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_text = 6;

TextRow show_row(const std::vector<Cell>& cells, const Style& style) {
  TextRow row;
  for (const auto& cell : cells) row.push_back(text::visible(display_text(cell, style.unit)));
  return row;
}

/// Numbers, dates and references mislead when they are cut.
bool must_be_whole(const Cell& cell) {
  const auto* link = std::get_if<Link>(&cell.value);
  return (link != nullptr && link->name.empty()) ||
         std::holds_alternative<std::int64_t>(cell.value) ||
         std::holds_alternative<Amount>(cell.value) || std::holds_alternative<Date>(cell.value) ||
         std::holds_alternative<Decimal>(cell.value) ||
         std::holds_alternative<Reference>(cell.value);
}

/// What follows the number: "亿 HKD".
std::string_view unit_of(std::string_view amount) {
  return amount.substr(std::min(amount.find_last_of("0123456789") + 1, amount.size()));
}

/// Measures a column cell by cell.
struct Measure {
  std::size_t needed;
  std::size_t least;
  std::optional<std::string> unit;
  bool one_unit = true;

  explicit Measure(const std::string& heading)
      : needed(text::display_width(heading)), least(std::min(needed, least_text)) {}

  void take(const Cell& cell, const std::string& shown) {
    const std::size_t columns = text::display_width(shown);
    needed = std::max(needed, columns);
    least = std::max(least, must_be_whole(cell) ? columns : std::min(columns, least_text));
    if (!std::holds_alternative<Amount>(cell.value)) return;
    if (!unit) unit = unit_of(shown);
    one_unit = one_unit && *unit == unit_of(shown);
  }
};

}  // namespace

Grid make_grid(const Table& table, const Style& style) {
  Grid grid;
  for (const auto& row : table.rows) grid.rows.push_back(show_row(row, style));
  if (table.total) grid.total = show_row(*table.total, style);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    const std::string heading = style.header ? text::visible(column.heading) : "";
    Measure measure(heading);
    for (std::size_t j = 0; j < table.rows.size(); ++j) {
      measure.take(table.rows[j][i], grid.rows[j][i]);
    }
    if (table.total) measure.take((*table.total)[i], (*grid.total)[i]);
    grid.headings.push_back(heading);
    grid.aligns.push_back(measure.unit && measure.one_unit ? Align::right : column.align);
    grid.widths.push_back(measure.needed);
    grid.least.push_back(measure.least);
  }
  return grid;
}

bool shrink(Grid& grid, std::size_t width) {
  const auto line = [&](const std::vector<std::size_t>& columns) {
    return std::accumulate(columns.begin(), columns.end(), gap * (columns.size() - 1));
  };
  if (line(grid.least) > width) return false;
  for (std::size_t excess = line(grid.widths); excess > width; --excess) {
    std::size_t widest = grid.widths.size();
    for (std::size_t i = 0; i < grid.widths.size(); ++i) {
      const bool shrinkable = grid.widths[i] > grid.least[i];
      const bool wider = widest == grid.widths.size() || grid.widths[i] > grid.widths[widest];
      if (shrinkable && wider) widest = i;
    }
    --grid.widths[widest];
  }
  return true;
}

std::string join_row(const Grid& grid, const TextRow& row) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) line.append(gap, ' ');
    line += text::pad(text::cut(row[i], grid.widths[i]), grid.widths[i], grid.aligns[i]);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string join_rules(const Grid& grid) {
  std::string line;
  for (std::size_t i = 0; i < grid.widths.size(); ++i) {
    if (i > 0) line.append(gap, ' ');
    for (std::size_t j = 0; j < grid.widths[i]; ++j) line += "─";
  }
  return line;
}

}  // namespace leadbook::present
