#include <cstddef>
#include <sstream>
#include <string_view>
#include <utility>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "present/renderers.hpp"
#include "present/row_writer_buffer.hpp"

namespace leadbook::present {
namespace {

/// One line of text in which nothing is taken for markup.
std::string escape(std::string_view text) {
  std::string escaped;
  for (const char byte : visible_lines(text)) {
    if (byte == '\n') {
      escaped += "<br>";
      continue;
    }
    if (std::string_view("\\|`*_<[~").find(byte) != std::string_view::npos) escaped += '\\';
    escaped += byte;
  }
  return escaped;
}

std::string escape(const Cell& cell, const Style& style) {
  return escape(display_text(cell, style.unit));
}

std::string bold(const std::string& text) { return text.empty() ? text : "**" + text + "**"; }

std::string write_row(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const auto& cell : cells) line.append(" ").append(cell).append(cell.empty() ? "|" : " |");
  return line + '\n';
}

class MarkdownWriter : public RowWriter {
 public:
  MarkdownWriter(std::ostream& out, Table head, const Style& style)
      : head_(std::move(head)), style_(style), buffer_(out) {
    if (!head_.title.empty()) buffer_.bytes() += "# " + escape(head_.title) + "\n\n";
    if (const auto unit = unit_line(style_); !unit.empty()) {
      buffer_.bytes() += escape(unit) + "\n\n";
    }
    std::vector<std::string> headings(head_.columns.size());
    std::vector<std::string> rules(head_.columns.size());
    for (std::size_t i = 0; i < head_.columns.size(); ++i) {
      const auto& column = head_.columns[i];
      headings[i] = escape(column.heading);
      rules[i] = column.align == Align::right ? "---:" : "---";
    }
    buffer_.bytes() += write_row(headings) + write_row(rules);
  }

  void add(const std::vector<Cell>& row) override {
    std::vector<std::string> cells;
    cells.reserve(row.size());
    for (const auto& cell : row) cells.push_back(escape(cell, style_));
    buffer_.bytes() += write_row(cells);
    buffer_.pass_on();
  }

  void finish() override {
    if (head_.total) {
      std::vector<std::string> cells;
      cells.reserve(head_.total->size());
      for (const auto& cell : *head_.total) cells.push_back(bold(escape(cell, style_)));
      buffer_.bytes() += write_row(cells);
    }
    for (const auto& note : head_.notes) {
      buffer_.bytes().append("\n").append(escape(note)).append("\n");
    }
    buffer_.write();
  }

 private:
  Table head_;
  Style style_;
  OutputBuffer buffer_;
};

}  // namespace

std::string markdown_line(std::string_view text) {
  auto line = escape(text);
  const auto first = line.find_first_not_of("0123456789 ");
  if (first == std::string::npos) return line;
  const bool begins = line.find_first_not_of(' ') == first;
  const bool is_list = !begins && (line[first] == '.' || line[first] == ')');
  if (is_list ||
      (begins && std::string_view("#>-+=").find(line[first]) != std::string_view::npos)) {
    line.insert(first, "\\");
  }
  return line;
}

std::unique_ptr<RowWriter> open_markdown(std::ostream& out, Table head, const Style& style) {
  return std::make_unique<MarkdownWriter>(out, std::move(head), style);
}

std::string render_markdown(const Card& card, const Style& style) {
  std::string output = "# " + escape(card.title) + '\n';
  for (const auto& section : card.sections) {
    if (is_empty(section)) continue;
    output += '\n';
    if (!section.heading.empty()) output += "## " + escape(section.heading) + "\n\n";
    bool facts = false;
    for (const auto& [label, value] : section.facts) {
      if (is_empty(value)) continue;
      facts = true;
      output.append("- ").append(bold(escape(label) + std::string(choose(":", "："))));
      output.append(" ").append(escape(value, style)).append("\n");
    }
    if (!section.table || section.table->rows.empty()) continue;
    if (facts) output += '\n';
    std::ostringstream table;
    table.exceptions(std::ios::badbit);  // else it ends where memory does, unsaid
    Style markdown = style;
    markdown.format = Format::md;
    render(table, *section.table, markdown);
    output += table.str();
  }
  return output;
}

}  // namespace leadbook::present
