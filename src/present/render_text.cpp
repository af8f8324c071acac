#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <variant>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "present/columns.hpp"
#include "present/grid.hpp"
#include "present/renderers.hpp"

namespace leadbook::present {
namespace {

constexpr std::size_t indent = 2;

std::string rule(std::string_view stroke, std::size_t columns) {
  std::string line;
  for (std::size_t i = 0; i < columns; ++i) line += stroke;
  return line + '\n';
}

std::string render_columns(const Grid& grid, const Style& style) {
  std::string output;
  if (style.header) {
    output += emphasize(join_row(grid, grid.headings), style) + '\n';
    output += join_rules(grid) + '\n';
  }
  for (const auto& row : grid.rows) output += join_row(grid, row) + '\n';
  if (grid.total) output += join_rules(grid) + '\n' + join_row(grid, *grid.total) + '\n';
  return output;
}

std::string label_of(const Column& column) {
  return text::visible(column.heading).append(choose(":", "："));
}

/// A block of lines for a row: "Project: Meat duck chain".
std::string render_block(const Table& table, const TextRow& row, const Style& style) {
  std::vector<LabelledText> facts;
  std::size_t widest = 0;
  for (const auto& column : table.columns) {
    widest = std::max(widest, text::display_width(label_of(column)));
  }
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string label = text::pad(label_of(table.columns[i]), widest);
    if (!row[i].empty()) facts.emplace_back(label, row[i]);
  }
  return lay_out_facts(facts, 1, style.width);
}

/// For a table too wide for its terminal.
std::string render_blocks(const Table& table, const Grid& grid, const Style& style) {
  std::string output;
  for (const auto& row : grid.rows) {
    if (!output.empty()) output += '\n';
    output += render_block(table, row, style);
  }
  if (grid.total) output += rule("─", style.width) + render_block(table, *grid.total, style);
  return output;
}

std::string render_rows(const Table& table, const Style& style) {
  if (table.rows.empty()) return say("Nothing found.") + '\n';
  if (wraps(table)) return render_wrapped(table, style);
  Grid grid = make_grid(table, style);
  const bool fits = style.width == 0 || shrink(grid, style.width);
  return fits ? render_columns(grid, style) : render_blocks(table, grid, style);
}

std::string indent_lines(const std::string& text) {
  std::string output;
  for (const auto line : text::split(std::string_view(text).substr(0, text.size() - 1), '\n')) {
    if (!line.empty()) output.append(indent, ' ').append(line);
    output += '\n';
  }
  return output;
}

std::string render_heading(const std::string& heading, const Style& style) {
  const std::string lines = wrap_lines(text::visible(heading), style.width);
  std::string output;
  for (const auto line : text::split(lines, '\n')) {
    if (!line.empty()) output += emphasize(std::string(line), style) + '\n';
  }
  return output;
}

std::string render_section(const Section& section, const Style& style) {
  std::string output;
  std::vector<LabelledText> facts;
  for (const auto& [label, value] : section.facts) {
    if (!is_empty(value)) facts.emplace_back(text::visible(label), fact_text(value, style));
  }
  if (!facts.empty()) output += lay_out_facts(facts, 2, style.width);
  if (section.table && !section.table->rows.empty()) {
    if (!facts.empty()) output += '\n';
    output += render_text(*section.table, style);
  }
  return output;
}

/// Keeps the rows until the widths of the columns are known.
class TextWriter : public RowWriter {
 public:
  TextWriter(std::ostream& out, Table head, const Style& style)
      : out_(out), table_(std::move(head)), style_(style) {}

  void add(const std::vector<Cell>& cells) override { table_.rows.push_back(cells); }
  void finish() override { out_ << render_text(table_, style_); }

 private:
  std::ostream& out_;
  Table table_;
  Style style_;
};

}  // namespace

std::unique_ptr<RowWriter> open_text(std::ostream& out, Table head, const Style& style) {
  return std::make_unique<TextWriter>(out, std::move(head), style);
}

std::string fact_text(const Cell& value, const Style& style) {
  const auto* list = std::get_if<List>(&value.value);
  if (list == nullptr || list->empty() || !std::holds_alternative<Object>(list->front().value)) {
    return visible_lines(display_text(value, style.unit));
  }
  std::string lines;
  for (const auto& part : *list) {
    if (!lines.empty()) lines += '\n';
    lines += visible_lines(display_text(part, style.unit));
  }
  return lines;
}

std::string render_text(const Table& table, const Style& style) {
  std::string output = render_rows(table, style);
  if (!table.notes.empty()) output += '\n';
  for (const auto& note : table.notes) output += wrap_lines(visible_lines(note), style.width);
  return output;
}

std::string render_text(const Card& card, const Style& style) {
  const std::size_t columns = text::display_width(text::visible(card.title));
  std::string output = render_heading(card.title, style);
  output += rule("═", style.width == 0 ? columns : std::min(columns, style.width));
  Style inner = style;
  if (style.width > indent) inner.width = style.width - indent;
  bool first = true;
  for (const auto& section : card.sections) {
    if (is_empty(section)) continue;
    if (!first) output += '\n';
    first = false;
    if (section.heading.empty()) {
      output += render_section(section, style);
    } else {
      output += render_heading(section.heading, style);
      output += indent_lines(render_section(section, inner));
    }
  }
  return output;
}

}  // namespace leadbook::present
