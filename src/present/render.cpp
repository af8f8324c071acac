#include <algorithm>
#include <cstdint>
#include <utility>
#include <variant>

#include "leadbook/text/translate.hpp"
#include "present/renderers.hpp"

namespace leadbook::present {

Table copy_head(const Table& table) {
  Table head;
  head.key = table.key;
  head.columns = table.columns;
  head.total = table.total;
  head.notes = table.notes;
  head.title = table.title;
  head.drawing = table.drawing;
  head.chart = table.chart;
  return head;
}

bool is_numeric(const Cell& cell) {
  return std::holds_alternative<std::int64_t>(cell.value) ||
         std::holds_alternative<Decimal>(cell.value) || std::holds_alternative<Amount>(cell.value);
}

bool is_empty(const Section& section) {
  for (const auto& [label, value] : section.facts) {
    if (!is_empty(value)) return false;
  }
  return !section.table || section.table->rows.empty();
}

std::unique_ptr<RowWriter> open_rows(std::ostream& out, const Table& head, const Style& style) {
  switch (style.format) {
    case Format::text:
      return open_text(out, copy_head(head), style);
    case Format::csv:
      return open_csv(out, head, style);
    case Format::tsv:
      return open_tsv(out, head, style);
    case Format::json:
      return open_json(out, copy_head(head));
    case Format::jsonl:
      return open_jsonl(out, copy_head(head));
    case Format::md:
      return open_markdown(out, copy_head(head), style);
    case Format::html:
      return open_html(out, copy_head(head), style);
    case Format::xlsx:
      return open_xlsx(out, copy_head(head), style);
  }
  return nullptr;
}

bool holds_amounts(const Table& table, std::size_t column) {
  const auto is_amount = [column](const std::vector<Cell>& row) {
    return std::holds_alternative<Amount>(row[column].value);
  };
  return std::any_of(table.rows.begin(), table.rows.end(), is_amount) ||
         (table.total && is_amount(*table.total));
}

std::string unit_line(const Style& style) {
  if (!style.unit.unit_said) return "";
  return style.unit.unit == AmountUnit::yi ? say("Unit: 100 million yuan")
                                           : say("Unit: 10,000 yuan");
}

void render(std::ostream& out, const Table& table, const Style& asked) {
  auto style = asked;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const bool says = !table.title.empty() && style.unit.is_scaled();
    style.unit.unit_said = style.unit.unit_said || (says && holds_amounts(table, column));
  }
  const auto rows = open_rows(out, table, style);
  for (const auto& row : table.rows) rows->add(row);
  rows->finish();
}

void render(std::ostream& out, const Card& card, const Style& style) {
  switch (style.format) {
    case Format::text:
      out << render_text(card, style);
      break;
    case Format::md:
      out << render_markdown(card, style);
      break;
    case Format::html:
      out << render_html(card, style);
      break;
    case Format::json:
      out << render_json(card);
      break;
    case Format::csv:
    case Format::tsv:
    case Format::jsonl:
    case Format::xlsx:
      render(out, card.record, style);
      break;
  }
}

}  // namespace leadbook::present

template class std::vector<leadbook::present::Column>;
template class std::vector<std::vector<leadbook::present::Cell>>;
template class std::vector<leadbook::present::Section>;
