#include "leadbook/ingest/source.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "ingest/csv/csv_source.hpp"
#include "ingest/csv/text_source.hpp"
#include "ingest/foreign.hpp"
#include "ingest/json/json_source.hpp"
#include "ingest/workbook/workbook.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

constexpr std::string_view zip_beginning = "PK\x03\x04";

bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n'; }

std::string_view skip_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return text;
}

/// A first line that is an object is JSON Lines where another follows it, and where it is all there
/// is unless it holds a list of objects.
Format form_of_objects(std::string_view text) {
  const auto end = text.find('\n');
  auto line = text.substr(0, end);
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  if (!line.ends_with('}')) return Format::json;
  const auto rest = end == std::string_view::npos ? "" : skip_blanks(text.substr(end));
  if (!rest.empty()) return rest.front() == '{' ? Format::jsonl : Format::json;
  const bool holds_list =
      line.find(":[{") != std::string_view::npos || line.find(": [{") != std::string_view::npos;
  return holds_list ? Format::json : Format::jsonl;
}

Format format_of_content(std::string_view text) {
  text = skip_blanks(text);
  if (text.starts_with('[')) return Format::json;
  return text.starts_with('{') ? form_of_objects(text) : Format::csv;
}

}  // namespace

std::optional<Format> format_of_name(std::string_view name) {
  constexpr std::array endings = {std::pair{std::string_view(".csv"), Format::csv},
                                  std::pair{std::string_view(".tsv"), Format::tsv},
                                  std::pair{std::string_view(".tab"), Format::tsv},
                                  std::pair{std::string_view(".json"), Format::json},
                                  std::pair{std::string_view(".jsonl"), Format::jsonl},
                                  std::pair{std::string_view(".ndjson"), Format::jsonl},
                                  std::pair{std::string_view(".xlsx"), Format::xlsx},
                                  std::pair{std::string_view(".xlsm"), Format::xlsx}};
  const auto folded = text::fold(name);
  for (const auto& [ending, format] : endings) {
    if (folded.ends_with(ending)) return format;
  }
  return {};
}

std::unique_ptr<Source> open_source(const Input& input, const SourceOptions& options) {
  std::string beginning(4, '\0');
  beginning.resize(input.read(0, beginning.data(), beginning.size()));
  if (beginning == zip_beginning) return open_workbook(input);
  refuse_foreign_bytes(input);
  auto format = options.format;
  if (format == Format::xlsx) return open_workbook(input);
  const auto encoding = choose_encoding(input, options.encoding);
  const std::string text(TextReader(input, encoding).next());
  refuse_foreign_text(input, text);
  if (!format && input.size() > 0) refuse_text_called_workbook(input);
  if (!format) format = format_of_name(input.name());
  if (format == Format::xlsx) return open_workbook(input);
  if (!format) format = format_of_content(text);
  const bool json = format == Format::json || format == Format::jsonl;
  return json ? open_json(input, options, *format, encoding)
              : open_csv(input, options, *format, encoding);
}

}  // namespace leadbook::ingest
