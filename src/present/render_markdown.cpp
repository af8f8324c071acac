#include <string_view>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "present/renderers.hpp"

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

}  // namespace

std::string render_markdown(const Table& table, const Style& style) {
  std::vector<std::string> cells;
  for (const auto& column : table.columns) cells.push_back(escape(column.heading));
  std::string output = write_row(cells);
  cells.clear();
  for (const auto& column : table.columns) {
    cells.emplace_back(column.align == Align::right ? "---:" : "---");
  }
  output += write_row(cells);
  for (const auto& row : table.rows) {
    cells.clear();
    for (const auto& cell : row) cells.push_back(escape(cell, style));
    output += write_row(cells);
  }
  if (table.total) {
    cells.clear();
    for (const auto& cell : *table.total) cells.push_back(bold(escape(cell, style)));
    output += write_row(cells);
  }
  for (const auto& note : table.notes) output.append("\n").append(escape(note)).append("\n");
  return output;
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
    output += render_markdown(*section.table, style);
  }
  return output;
}

}  // namespace leadbook::present
