#include <string_view>
#include <utility>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "present/renderers.hpp"
#include "present/row_writer_buffer.hpp"

namespace leadbook::present {
namespace {

constexpr std::string_view style_sheet = R"(
body { margin: 2rem; color: #222; font: 14px/1.5 "Noto Sans CJK SC", "Source Han Sans SC",
  "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; }
p.u { margin: 0; color: #666; }
table { border-collapse: collapse; margin: .5rem 0; }
th, td { border: 1px solid #bbb; padding: .25rem .6rem; text-align: left; vertical-align: top; }
th { background: #eef2f7; white-space: nowrap; }
th.n, td.n { text-align: right; }
td.n, td.d, td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
tbody tr:nth-child(even) { background: #f8f9fb; }
tfoot td { font-weight: bold; border-top: 2px solid #888; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: .5rem 0; }
dt { color: #666; }
dd { margin: 0; }
@page { margin: 15mm; }
@media print {
  body { margin: 0; font-size: 10pt; font-family: "Noto Serif CJK SC", "Source Han Serif SC",
    "SimSun", "STSong", serif; }
  th, tbody tr:nth-child(even) { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  tr, dt, dd { break-inside: avoid; }
  h2 { break-after: avoid; }
}
)";

/// Text in which nothing is taken for markup, its lines kept.
void append_escaped(std::string_view text, std::string& to) {
  for (const char byte : visible_lines(text)) {
    switch (byte) {
      case '&':
        to += "&amp;";
        break;
      case '<':
        to += "&lt;";
        break;
      case '>':
        to += "&gt;";
        break;
      case '"':
        to += "&quot;";
        break;
      case '\'':
        to += "&#39;";
        break;
      case '\n':
        to += "<br>";
        break;
      default:
        to += byte;
    }
  }
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string escaped;
  append_escaped(text, escaped);
  return escaped;
}

std::string html_page_start(std::string_view title) {
  std::string page = "<!DOCTYPE html>\n<html lang=\"";
  page.append(choose("en", "zh-CN"));
  page += "\">\n<head>\n<meta charset=\"utf-8\">\n";
  page += "<meta name=\"viewport\" content=\"width=device-width\">\n<title>";
  append_escaped(title, page);
  page.append("</title>\n<style>").append(style_sheet).append("</style>\n</head>\n<body>\n");
  return page;
}

namespace {

void append_cell(const Cell& cell, Align align, const Style& style, std::string& to) {
  const bool is_date = std::holds_alternative<Date>(cell.value);
  const bool to_right = is_numeric(cell) || align == Align::right;
  to += to_right ? "<td class=\"n\">" : is_date ? "<td class=\"d\">" : "<td>";
  append_escaped(display_text(cell, style.unit), to);
  to += "</td>";
}

void append_row(const std::vector<Column>& columns,
                const std::vector<Cell>& cells,
                const Style& style,
                std::string& to) {
  to += "<tr>";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    append_cell(cells[i], columns[i].align, style, to);
  }
  to += "</tr>\n";
}

void open_table(const std::vector<Column>& columns, const Style& style, std::string& to) {
  to += "<table>\n";
  if (style.header) {
    to += "<thead>\n<tr>";
    for (const auto& column : columns) {
      to += column.align == Align::right ? "<th class=\"n\">" : "<th>";
      append_escaped(column.heading, to);
      to += "</th>";
    }
    to += "</tr>\n</thead>\n";
  }
  to += "<tbody>\n";
}

void close_table(const Table& table, const Style& style, std::string& to) {
  to += "</tbody>\n";
  if (table.total) {
    to += "<tfoot>\n";
    append_row(table.columns, *table.total, style, to);
    to += "</tfoot>\n";
  }
  to.append("</table>\n").append(table.drawing);
  for (const auto& note : table.notes) {
    to += "<p>";
    append_escaped(note, to);
    to += "</p>\n";
  }
}

class HtmlWriter : public RowWriter {
 public:
  HtmlWriter(std::ostream& out, Table head, const Style& style)
      : head_(std::move(head)), style_(style), buffer_(out) {
    buffer_.bytes() += html_page_start(head_.title.empty() ? "leadbook" : head_.title);
    if (!head_.title.empty()) {
      buffer_.bytes().append("<h1>").append(html_text(head_.title)).append("</h1>\n");
    }
    if (const auto unit = unit_line(style_); !unit.empty()) {
      buffer_.bytes().append("<p class=\"u\">").append(html_text(unit)).append("</p>\n");
    }
    open_table(head_.columns, style_, buffer_.bytes());
  }

  void add(const std::vector<Cell>& cells) override {
    append_row(head_.columns, cells, style_, buffer_.bytes());
    buffer_.pass_on();
  }

  void finish() override {
    close_table(head_, style_, buffer_.bytes());
    buffer_.bytes() += html_page_end;
    buffer_.write();
  }

 private:
  Table head_;
  Style style_;
  OutputBuffer buffer_;
};

void append_facts(const Section& section, const Style& style, std::string& to) {
  std::string items;
  for (const auto& [label, value] : section.facts) {
    if (is_empty(value)) continue;
    items.append("<dt>").append(html_text(label)).append("</dt><dd>");
    append_escaped(fact_text(value, style), items);
    items += "</dd>\n";
  }
  if (!items.empty()) to.append("<dl>\n").append(items).append("</dl>\n");
}

}  // namespace

std::unique_ptr<RowWriter> open_html(std::ostream& out, Table head, const Style& style) {
  return std::make_unique<HtmlWriter>(out, std::move(head), style);
}

std::string render_html(const Card& card, const Style& style) {
  std::string page = html_page_start(card.title);
  page.append("<h1>").append(html_text(card.title)).append("</h1>\n");
  for (const auto& section : card.sections) {
    if (is_empty(section)) continue;
    if (!section.heading.empty()) {
      page.append("<h2>").append(html_text(section.heading)).append("</h2>\n");
    }
    append_facts(section, style, page);
    if (!section.table || section.table->rows.empty()) continue;
    const Table& table = *section.table;
    open_table(table.columns, style, page);
    for (const auto& row : table.rows) append_row(table.columns, row, style, page);
    close_table(table, style, page);
  }
  return page.append(html_page_end);
}

}  // namespace leadbook::present
