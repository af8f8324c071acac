#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string_view>
#include <utility>
#include <variant>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "present/renderers.hpp"
#include "present/row_writer_buffer.hpp"
#include "present/text/columns.hpp"
#include "present/text/grid.hpp"

namespace leadbook::present {
namespace {

constexpr std::size_t section_indent = 2;

std::string rule(std::string_view stroke, std::size_t columns) {
  std::string line;
  for (std::size_t i = 0; i < columns; ++i) line += stroke;
  return line + '\n';
}

void write_columns(const Grid& grid, const Style& style, OutputBuffer& out) {
  auto& bytes = out.bytes();
  if (style.header) {
    std::string headings;
    grid.append_headings(headings);
    bytes.append(emphasize(headings, style)).append("\n");
    grid.append_rules(bytes);
    bytes += '\n';
  }
  grid.each_row([&](const ShownRow& row) {
    grid.append_row(row, bytes);
    bytes += '\n';
    out.pass_on();
  });
  if (const auto total = grid.total()) {
    grid.append_rules(bytes);
    bytes += '\n';
    grid.append_row(*total, bytes);
    bytes += '\n';
  }
}

std::string label_of(const Column& column) {
  return text::visible(column.heading).append(choose(":", "："));
}

/// A block of lines for a row: "Project: Meat duck chain".
std::string render_block(const std::vector<Column>& columns,
                         const ShownRow& row,
                         const Style& style) {
  std::vector<LabelledText> facts;
  std::size_t widest = 0;
  for (const auto& column : columns) {
    widest = std::max(widest, text::display_width(label_of(column)));
  }
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string label = text::pad(label_of(columns[i]), widest);
    if (!row[i].text.empty()) facts.emplace_back(label, row[i].text);
  }
  return lay_out_facts(facts, 1, style.width);
}

/// For a table too wide for its terminal.
void write_blocks(const std::vector<Column>& columns,
                  const Grid& grid,
                  const Style& style,
                  OutputBuffer& out) {
  bool first = true;
  grid.each_row([&](const ShownRow& row) {
    if (!first) out.bytes() += '\n';
    first = false;
    out.bytes() += render_block(columns, row, style);
    out.pass_on();
  });
  if (const auto total = grid.total()) {
    out.bytes().append(rule("─", style.width)).append(render_block(columns, *total, style));
  }
}

std::string indent_lines(const std::string& text) {
  std::string output;
  for (const auto line : text::split(std::string_view(text).substr(0, text.size() - 1), '\n')) {
    if (!line.empty()) output.append(section_indent, ' ').append(line);
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
    std::ostringstream table;
    table.exceptions(std::ios::badbit);  // else it ends where memory does, unsaid
    Style text = style;
    text.format = Format::text;
    render(table, *section.table, text);
    output += table.str();
  }
  return output;
}

/// Holds the rows until the widths of the columns are known.
class TextWriter : public RowWriter {
 public:
  TextWriter(std::ostream& out, Table head, const Style& style)
      : buffer_(out), head_(std::move(head)), style_(style), grid_(head_.columns, style_) {}

  void add(const std::vector<Cell>& cells) override {
    // Few rows, of cells of several lines, are laid out in another way.
    if (wraps(head_)) {
      head_.rows.push_back(cells);
    } else {
      grid_.add(cells);
    }
  }

  void finish() override {
    auto& bytes = buffer_.bytes();
    if (!head_.title.empty()) bytes += render_heading(head_.title, style_);
    if (const auto unit = unit_line(style_); !unit.empty()) bytes += unit + '\n';
    write_rows();
    if (!head_.notes.empty()) bytes += '\n';
    for (const auto& note : head_.notes) bytes += wrap_lines(visible_lines(note), style_.width);
    buffer_.write();
  }

 private:
  void write_rows() {
    if (grid_.is_empty() && head_.rows.empty()) {
      buffer_.bytes().append(say("Nothing found.")).append("\n");
    } else if (wraps(head_)) {
      buffer_.bytes() += render_wrapped(head_, style_);
    } else {
      if (head_.total) grid_.set_total(*head_.total);
      const bool fits = style_.width == 0 || grid_.shrink(style_.width);
      if (fits) {
        write_columns(grid_, style_, buffer_);
      } else {
        write_blocks(head_.columns, grid_, style_, buffer_);
      }
    }
  }

  OutputBuffer buffer_;
  Table head_;
  Style style_;
  Grid grid_;
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

std::string render_text(const Card& card, const Style& style) {
  const std::size_t columns = text::display_width(text::visible(card.title));
  std::string output = render_heading(card.title, style);
  output += rule("═", style.width == 0 ? columns : std::min(columns, style.width));
  Style inner = style;
  if (style.width > section_indent) inner.width = style.width - section_indent;
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
