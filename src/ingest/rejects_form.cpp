#include "ingest/rejects_form.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

namespace leadbook::ingest {
namespace {

const std::vector<std::string> own_headings = {"_line", "_column", "_reason"};

/// What is said of a row is no formula. The row's own cells are as they came.
std::string harmless(const std::string& text) {
  const bool formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
  return formula ? "'" + text : text;
}

std::string quote(const std::string& text, char delimiter) {
  constexpr std::string_view special = "\"\r\n";
  const bool plain =
      text.find(delimiter) == std::string::npos && text.find_first_of(special) == std::string::npos;
  if (plain) return text;
  std::string quoted = "\"";
  for (const char byte : text) quoted.append(byte == '"' ? 2 : 1, byte);
  return quoted + '"';
}

/// With a quote at its beginning escaped, which could be taken for one around the cell.
std::string escape(const std::string& text, char delimiter) {
  std::string escaped;
  for (const char byte : text) {
    const bool opens = byte == '"' && escaped.empty();
    if (byte == '\n') {
      escaped += "\\n";
    } else if (byte == '\r') {
      escaped += "\\r";
    } else if (byte == '\t' && delimiter == '\t') {
      escaped += "\\t";
    } else {
      if (byte == '\\' || opens) escaped += '\\';
      escaped += byte;
    }
  }
  return escaped;
}

std::string dump(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

bool RejectWriter::Form::is_own(std::size_t column) const {
  return column < headings_.size() &&
         std::find(own_headings.begin(), own_headings.end(), headings_[column]) !=
             own_headings.end();
}

std::string RejectWriter::Form::cell(const std::string& text) const {
  return format_ == Format::tsv ? escape(text, delimiter_) : quote(text, delimiter_);
}

std::string RejectWriter::Form::line_of_cells(const std::vector<std::string>& own,
                                              const std::vector<std::string>& cells) const {
  std::string line;
  for (const auto& text : own) line.append(cell(text)).append(1, delimiter_);
  for (std::size_t column = 0; column < cells.size(); ++column) {
    if (!is_own(column)) line.append(cell(cells[column])).append(1, delimiter_);
  }
  line.back() = '\n';
  return line;
}

std::string RejectWriter::Form::beginning() const {
  if (format_ == Format::json) return "[";
  return is_json() ? "" : line_of_cells(own_headings, headings_);
}

std::string RejectWriter::Form::row(const Row& row,
                                    const std::string& column,
                                    const std::string& reason) {
  if (!is_json()) {
    return line_of_cells({std::to_string(row.line), harmless(column), harmless(reason)}, row.cells);
  }
  const auto text = object(row, column, reason);
  if (format_ == Format::jsonl) return text + '\n';
  const bool first = !has_rows_;
  has_rows_ = true;
  return (first ? "\n" : ",\n") + text;
}

std::string RejectWriter::Form::object(const Row& row,
                                       const std::string& column,
                                       const std::string& reason) const {
  nlohmann::ordered_json json = {{"_line", row.line}, {"_column", column}, {"_reason", reason}};
  const auto columns = std::min(row.cells.size(), headings_.size());
  for (std::size_t at = 0; at < columns; ++at) {
    if (is_own(at)) continue;
    auto& value = json[headings_[at]];
    if (!row.cells[at].empty()) value = row.cells[at];
  }
  return dump(json);
}

std::string RejectWriter::Form::end() const {
  if (format_ != Format::json) return "";
  return has_rows_ ? "\n]\n" : "]\n";
}

}  // namespace leadbook::ingest
