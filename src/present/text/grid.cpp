#include "present/text/grid.hpp"

#include <algorithm>
#include <cstring>
#include <variant>

#include "leadbook/text/utf8.hpp"

namespace leadbook::present {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_text = 6;
constexpr std::size_t least_word = 8;  // what a long word is broken to
constexpr std::size_t easy_text = 12;  // what a text is narrowed to before anything else gives way
constexpr std::size_t most_lines = 3;
constexpr std::size_t piece = 65'536;

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

/// The text of a cell for people, in the cell itself where it stands there.
std::string_view text_of(const Cell& cell, const AmountLook& unit, std::string& scratch) {
  if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
  if (const auto* word = std::get_if<Word>(&cell.value)) {
    return word->name.empty() ? word->identifier : word->name;
  }
  if (const auto* link = std::get_if<Link>(&cell.value)) {
    return link->name.empty() ? link->reference : link->name;
  }
  scratch = display_text(cell, unit);
  return scratch;
}

ShownCell show(const Cell& cell, const AmountLook& unit, std::string& scratch) {
  const auto text = text_of(cell, unit, scratch);
  if (const auto width = text::simple_width(text)) return {text, *width};
  scratch = text::visible(text);
  return {scratch, text::display_width(scratch)};
}

/// Han may be broken anywhere, a word of letters should not be.
std::size_t longest_word(const ShownCell& cell) {
  if (cell.width != cell.text.size()) return 0;
  std::size_t longest = 0;
  for (std::size_t at = 0; at < cell.text.size();) {
    const auto end = std::min(cell.text.find(' ', at), cell.text.size());
    longest = std::max(longest, end - at);
    at = end + 1;
  }
  return longest;
}

/// A light in its own colour; nothing for all other cells.
std::string_view colour_of(const Cell& cell) {
  const auto* word = std::get_if<Word>(&cell.value);
  if (word == nullptr) return "";
  if (word->identifier == "red") return "\x1B[31m";
  if (word->identifier == "yellow") return "\x1B[33m";
  return word->identifier == "green" ? "\x1B[32m" : "";
}

void append_size(std::size_t size, std::string& to) {
  const auto number = static_cast<std::uint32_t>(size);
  to.append(reinterpret_cast<const char*>(&number), sizeof number);
}

std::size_t take_size(std::string_view& from) {
  std::uint32_t number = 0;
  std::memcpy(&number, from.data(), sizeof number);
  from.remove_prefix(sizeof number);
  return number;
}

/// Takes a row off what `append_held` made.
void read_row(std::string_view& from, ShownRow& row) {
  for (auto& cell : row) {
    const auto size = take_size(from);
    cell.width = take_size(from);
    cell.text = from.substr(0, size);
    from.remove_prefix(size);
  }
}

}  // namespace

Grid::Grid(const std::vector<Column>& columns, const Style& style)
    : unit_(style.unit), is_coloured_(style.color) {
  for (const auto& column : columns) {
    const auto heading = style.header ? text::visible(column.heading) : std::string();
    const auto width = text::display_width(heading);
    columns_.push_back({heading, column.align, width, std::min(width, least_text)});
    const bool is_plain = width == heading.size();
    columns_.back().word = is_plain ? longest_word({heading, width}) : std::min(width, least_word);
  }
}

void Grid::measure(Measured& column, const Cell& cell, const ShownCell& shown) {
  column.width = std::max(column.width, shown.width);
  column.cells = std::max(column.cells, shown.width);
  if (!must_be_whole(cell)) column.texts = std::max(column.texts, shown.width);
  const auto broken = std::clamp(longest_word(shown), least_text, least_word);
  column.least =
      std::max(column.least, must_be_whole(cell) ? shown.width : std::min(shown.width, broken));
  if (!column.one_unit || !std::holds_alternative<Amount>(cell.value)) return;
  const auto unit = unit_of(shown.text);
  if (!column.unit) column.unit = unit;
  column.one_unit = *column.unit == unit;
}

void Grid::append_held(const std::vector<Cell>& row, std::string& to) {
  std::string scratch;
  for (std::size_t index = 0; index < columns_.size(); ++index) {
    const auto shown = show(row[index], unit_, scratch);
    measure(columns_[index], row[index], shown);
    const auto colour = is_coloured_ ? colour_of(row[index]) : std::string_view();
    constexpr std::string_view plain = "\x1B[0m";
    append_size(shown.text.size() + (colour.empty() ? 0 : colour.size() + plain.size()), to);
    append_size(shown.width, to);
    to.append(colour).append(shown.text).append(colour.empty() ? "" : plain);
  }
}

void Grid::add(const std::vector<Cell>& row) {
  append_held(row, last_);
  ++count_;
  if (last_.size() >= piece) hold();
}

void Grid::hold() {
  spool_.add(last_);
  last_.clear();
}

void Grid::set_total(const std::vector<Cell>& row) { append_held(row, total_.emplace()); }

std::size_t Grid::line_width() const {
  std::size_t line = 0;
  for (const auto& column : columns_) {
    if (!column.is_dropped) line += column.width + (line > 0 ? gap : 0);
  }
  return line;
}

void Grid::drop_empty(std::size_t width) {
  for (auto& column : columns_) {
    if (line_width() <= width) return;
    column.is_dropped = column.cells == 0;
  }
}

template <class Floor>
void Grid::narrow(std::size_t width, const Floor& floor) {
  for (auto line = line_width(); line > width; --line) {
    Measured* widest = nullptr;
    for (auto& column : columns_) {
      const bool wider = widest == nullptr || column.width > widest->width;
      if (!column.is_dropped && column.width > floor(column) && wider) widest = &column;
    }
    if (widest == nullptr) return;
    --widest->width;
  }
}

bool Grid::shrink(std::size_t width) {
  if (line_width() <= width) return true;
  std::size_t least = 0;
  for (const auto& column : columns_) {
    if (column.cells > 0) least += column.least + (least > 0 ? gap : 0);
  }
  if (least == 0 || least > width) return false;
  drop_empty(width);
  narrow(width, [](const Measured& column) {
    return std::max({column.least, column.cells, column.word});
  });
  narrow(width, [](const Measured& column) {
    return std::max({column.least, std::min(column.texts, easy_text), column.word});
  });
  narrow(width, [](const Measured& column) { return column.least; });
  return true;
}

void Grid::each_row(const std::function<void(const ShownRow&)>& take) const {
  ShownRow row(columns_.size());
  const auto take_all = [&](std::string_view rows) {
    while (!rows.empty()) {
      read_row(rows, row);
      take(row);
    }
  };
  spool_.each(take_all);
  take_all(last_);
}

std::optional<ShownRow> Grid::total() const {
  if (!total_) return {};
  ShownRow row(columns_.size());
  std::string_view held = *total_;
  read_row(held, row);
  return row;
}

void Grid::append_line(const ShownRow& row, std::string& to) const {
  const auto start = to.size();
  bool first = true;
  for (std::size_t index = 0; index < row.size(); ++index) {
    const auto& column = columns_[index];
    if (column.is_dropped) continue;
    if (!first) to.append(gap, ' ');
    first = false;
    const auto& cell = row[index];
    if (cell.width > column.width) {
      to += text::pad(text::cut(cell.text, column.width), column.width, column.shown_align());
      continue;
    }
    const auto blanks = column.width - cell.width;
    if (column.shown_align() == Align::right) to.append(blanks, ' ');
    to += cell.text;
    if (column.shown_align() == Align::left) to.append(blanks, ' ');
  }
  to.erase(std::max(start, to.find_last_not_of(' ') + 1));
}

void Grid::append_row(const ShownRow& row, std::string& to) const {
  std::size_t height = 1;
  std::vector<std::vector<std::string>> wrapped(row.size());
  for (std::size_t index = 0; index < row.size(); ++index) {
    const auto& column = columns_[index];
    if (column.is_dropped || row[index].width <= column.width) continue;
    auto& lines = wrapped[index];
    lines = text::wrap(row[index].text, column.width);
    if (lines.size() > most_lines) {
      lines[most_lines - 1] =
          text::cut(lines[most_lines - 1] + " " + lines[most_lines], column.width);
      lines.resize(most_lines);
    }
    height = std::max(height, lines.size());
  }
  if (height == 1) return append_line(row, to);
  for (std::size_t line = 0; line < height; ++line) {
    ShownRow part(row.size());
    for (std::size_t index = 0; index < row.size(); ++index) {
      const auto& lines = wrapped[index];
      if (lines.empty() && line == 0) part[index] = row[index];
      if (line >= lines.size()) continue;
      part[index] = {lines[line], text::display_width(lines[line])};
    }
    if (line > 0) to += '\n';
    append_line(part, to);
  }
}

void Grid::append_headings(std::string& to) const {
  ShownRow row;
  for (const auto& column : columns_) {
    row.push_back({column.heading, text::display_width(column.heading)});
  }
  append_row(row, to);
}

void Grid::append_rules(std::string& to) const {
  bool first = true;
  for (const auto& column : columns_) {
    if (column.is_dropped) continue;
    if (!first) to.append(gap, ' ');
    first = false;
    for (std::size_t at = 0; at < column.width; ++at) to += "─";
  }
}

}  // namespace leadbook::present
