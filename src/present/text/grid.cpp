#include "present/text/grid.hpp"

#include <algorithm>
#include <cstring>
#include <variant>

#include "leadbook/text/utf8.hpp"

namespace leadbook::present {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_text = 6;
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
std::string_view text_of(const Cell& cell, AmountUnit unit, std::string& scratch) {
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

ShownCell show(const Cell& cell, AmountUnit unit, std::string& scratch) {
  const auto text = text_of(cell, unit, scratch);
  if (const auto width = text::simple_width(text)) return {text, *width};
  scratch = text::visible(text);
  return {scratch, text::display_width(scratch)};
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

Grid::Grid(const std::vector<Column>& columns, const Style& style) : unit_(style.unit) {
  for (const auto& column : columns) {
    const auto heading = style.header ? text::visible(column.heading) : std::string();
    const auto width = text::display_width(heading);
    columns_.push_back({heading, column.align, width, std::min(width, least_text)});
  }
}

void Grid::measure(Measured& column, const Cell& cell, const ShownCell& shown) {
  column.width = std::max(column.width, shown.width);
  column.least =
      std::max(column.least, must_be_whole(cell) ? shown.width : std::min(shown.width, least_text));
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
    append_size(shown.text.size(), to);
    append_size(shown.width, to);
    to += shown.text;
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

bool Grid::shrink(std::size_t width) {
  std::size_t line = gap * (columns_.size() - 1);
  std::size_t least = line;
  for (const auto& column : columns_) {
    line += column.width;
    least += column.least;
  }
  if (least > width) return false;
  for (; line > width; --line) {
    Measured* widest = nullptr;
    for (auto& column : columns_) {
      const bool wider = widest == nullptr || column.width > widest->width;
      if (column.width > column.least && wider) widest = &column;
    }
    --widest->width;
  }
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

void Grid::append_row(const ShownRow& row, std::string& to) const {
  const auto start = to.size();
  for (std::size_t index = 0; index < row.size(); ++index) {
    if (index > 0) to.append(gap, ' ');
    const auto& column = columns_[index];
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

void Grid::append_headings(std::string& to) const {
  ShownRow row;
  for (const auto& column : columns_) {
    row.push_back({column.heading, text::display_width(column.heading)});
  }
  append_row(row, to);
}

void Grid::append_rules(std::string& to) const {
  for (std::size_t index = 0; index < columns_.size(); ++index) {
    if (index > 0) to.append(gap, ' ');
    for (std::size_t at = 0; at < columns_[index].width; ++at) to += "─";
  }
}

}  // namespace leadbook::present
