#include "present/renderers.hpp"

namespace leadbook::present {
namespace {

std::string render_as(const Table& table, const Style& style) {
  switch (style.format) {
    case Format::text:
      return render_text(table, style);
    case Format::csv:
      return render_csv(table, style);
    case Format::tsv:
      return render_tsv(table, style);
    case Format::json:
      return render_json(table);
    case Format::jsonl:
      return render_jsonl(table);
    case Format::md:
      return render_markdown(table, style);
  }
  return "";
}

std::string render_as(const Card& card, const Style& style) {
  switch (style.format) {
    case Format::text:
      return render_text(card, style);
    case Format::csv:
      return render_csv(card.record, style);
    case Format::tsv:
      return render_tsv(card.record, style);
    case Format::json:
      return render_json(card);
    case Format::jsonl:
      return render_jsonl(card.record);
    case Format::md:
      return render_markdown(card, style);
  }
  return "";
}

}  // namespace

bool is_empty(const Section& section) {
  for (const auto& [label, value] : section.facts) {
    if (!is_empty(value)) return false;
  }
  return !section.table || section.table->rows.empty();
}

void render(std::ostream& out, const Table& table, const Style& style) {
  out << render_as(table, style);
}

void render(std::ostream& out, const Card& card, const Style& style) {
  out << render_as(card, style);
}

}  // namespace leadbook::present
