#include "leadbook/present/style.hpp"

#include <span>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {

template <>
std::span<const Word<present::Format>> words<present::Format>() {
  using present::Format;
  static constexpr Word<Format> table[] = {
      {Format::text, "text", "Text", "文本", "txt"},
      {Format::csv, "csv", "CSV", "CSV"},
      {Format::tsv, "tsv", "TSV", "TSV"},
      {Format::json, "json", "JSON", "JSON"},
      {Format::jsonl, "jsonl", "JSON Lines", "JSON 行", "ndjson"},
      {Format::md, "md", "Markdown", "Markdown"},
      {Format::html, "html", "HTML", "HTML", "htm"},
      {Format::xlsx, "xlsx", "Excel workbook", "Excel 工作簿"},
  };
  return table;
}

}  // namespace leadbook

namespace leadbook::present {

Result<Format> parse_format(std::string_view text) {
  return parse_word<Format>(text, N_("output format"));
}

std::optional<Format> format_of_file(std::string_view path) {
  const auto name = path.substr(path.find_last_of('/') + 1);
  const auto dot = name.find_last_of('.');
  if (dot == std::string_view::npos || dot == 0) return std::nullopt;
  const auto format = parse_format(name.substr(dot + 1));
  if (!format) return std::nullopt;
  return *format;
}

}  // namespace leadbook::present
