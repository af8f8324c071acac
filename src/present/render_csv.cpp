#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

#include "present/renderers.hpp"

namespace leadbook::present {
namespace {

constexpr std::string_view byte_order_mark = "\uFEFF";

bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const auto dot = text.find('.');
  const auto whole = text.substr(0, dot);
  const auto decimals = dot == std::string_view::npos ? "0" : text.substr(dot + 1);
  const auto all_digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return all_digits(whole) && all_digits(decimals);
}

bool is_numeric(const Cell& cell) {
  return std::holds_alternative<std::int64_t>(cell.value) ||
         std::holds_alternative<Decimal>(cell.value) || std::holds_alternative<Amount>(cell.value);
}

/// The cell's text with an apostrophe where a spreadsheet would take it for a formula.
std::string harmless_text(const Cell& cell) {
  std::string text = plain_text(cell);
  if (is_numeric(cell) || text.empty()) return text;
  // An apostrophe that stood there already keeps its place behind ours, which reading takes off.
  const auto first = text.find_first_not_of('\'');
  const bool formula = first != std::string::npos &&
                       std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
  if (formula && !is_number(text)) text.insert(0, 1, '\'');
  return text;
}

std::string quote_csv(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char byte : text) {
    if (byte == '"') quoted += '"';
    quoted += byte;
  }
  return quoted + '"';
}

std::string escape_tsv(const std::string& text) {
  std::string escaped;
  for (const char byte : text) {
    switch (byte) {
      case '\t':
        escaped += "\\t";
        break;
      case '\n':
        escaped += "\\n";
        break;
      case '\r':
        escaped += "\\r";
        break;
      case '\\':
        escaped += "\\\\";
        break;
      default:
        escaped += byte;
    }
  }
  return escaped;
}

template <class Encode>
std::string render_separated(const Table& table,
                             const Style& style,
                             char separator,
                             const Encode& encode) {
  std::string output(style.bom ? byte_order_mark : "");
  const auto add_line = [&](const auto& items, const auto& text_of) {
    const std::size_t start = output.size();
    for (const auto& item : items) {
      if (&item != &items.front()) output += separator;
      output += encode(text_of(item));
    }
    // A line of nothing would be taken for no row at all.
    if (output.size() == start && separator == ',') output += "\"\"";
    output += '\n';
  };
  if (style.header) add_line(table.columns, [](const Column& column) { return column.key; });
  for (const auto& row : table.rows) add_line(row, harmless_text);
  return output;
}

}  // namespace

std::string render_csv(const Table& table, const Style& style) {
  return render_separated(table, style, ',', quote_csv);
}

std::string render_tsv(const Table& table, const Style& style) {
  return render_separated(table, style, '\t', escape_tsv);
}

}  // namespace leadbook::present
