#include "present/text/columns.hpp"

#include <algorithm>
#include <cstddef>

#include "leadbook/text/utf8.hpp"
#include "present/renderers.hpp"

namespace leadbook::present {
namespace {

constexpr std::string_view between = " │ ";
constexpr std::string_view crossing = "─┼─";
constexpr std::size_t unlimited = 36;  // of one column, where no terminal sets a width
constexpr std::size_t least_width = 8;

using Lines = std::vector<std::string>;

std::size_t column_width(std::size_t columns, std::size_t width) {
  if (width == 0) return unlimited;
  const auto gaps = text::display_width(between) * (columns - 1);
  return std::max(least_width, (width - std::min(width, gaps)) / columns);
}

Lines wrap_cell(std::string_view text, std::size_t width) {
  Lines lines;
  for (const auto line : text::split(text, '\n')) {
    for (auto& piece : text::wrap(text::visible(line), width)) lines.push_back(std::move(piece));
  }
  return lines;
}

std::string side_by_side(const std::vector<Lines>& cells, std::size_t width) {
  std::size_t height = 0;
  for (const auto& lines : cells) height = std::max(height, lines.size());
  std::string output;
  for (std::size_t at = 0; at < height; ++at) {
    std::string line;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      if (column > 0) line += between;
      const auto& lines = cells[column];
      line += text::pad(at < lines.size() ? lines[at] : "", width);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    output += line + '\n';
  }
  return output;
}

std::string rule(std::size_t columns, std::size_t width) {
  std::string line;
  for (std::size_t column = 0; column < columns; ++column) {
    if (column > 0) line += crossing;
    for (std::size_t at = 0; at < width; ++at) line += "─";
  }
  return line + '\n';
}

}  // namespace

bool wraps(const Table& table) {
  return !table.columns.empty() && std::all_of(table.columns.begin(),
                                               table.columns.end(),
                                               [](const Column& column) { return column.wraps; });
}

std::string render_wrapped(const Table& table, const Style& style) {
  const auto columns = table.columns.size();
  const auto width = column_width(columns, style.width);
  std::string output;
  if (style.header) {
    std::vector<Lines> headings;
    for (const auto& column : table.columns) headings.push_back(wrap_cell(column.heading, width));
    output += side_by_side(headings, width);
  }
  for (const auto& row : table.rows) {
    if (!output.empty()) output += rule(columns, width);
    std::vector<Lines> cells;
    cells.reserve(row.size());
    for (const auto& cell : row) cells.push_back(wrap_cell(display_text(cell, style.unit), width));
    output += side_by_side(cells, width);
  }
  return output;
}

}  // namespace leadbook::present
