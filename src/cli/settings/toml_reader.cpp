#include "cli/settings/toml_reader.hpp"

#include <algorithm>
#include <cmath>
#include <system_error>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/read_file.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

/// The bytes of a file, which may be no text at all.
std::string read_all(const std::string& path) {
  try {
    if (auto bytes = text::read_file(path)) return *bytes;
  } catch (const std::system_error& problem) {
    if (problem.code() == std::errc::not_enough_memory) throw;
  }
  throw Error(ErrorKind::not_found,
              say("the file {} cannot be read: check its name", text::visible(path)));
}

std::string line_of(const std::string& text, std::uint32_t line) {
  const auto lines = text::split(text, '\n');
  if (line == 0 || line > lines.size()) return "";
  const auto shown = lines[line - 1];
  return text::first_bad_byte(shown) ? "" : std::string(text::trim(shown));
}

}  // namespace

toml::table read_toml(const std::string& path) {
  const auto text = read_all(path);
  auto parsed = toml::parse(text, path);
  if (parsed) return std::move(parsed).table();
  const auto place = parsed.error().source().begin;
  const auto line = line_of(text, place.line);
  throw Error(ErrorKind::usage,
              fmt::format("{}:{}:{}: ", text::visible(path), place.line, place.column) +
                  say("this cannot be read: write name = value, texts between quotes, each name "
                      "once, and headings as [red] or [[item]]") +
                  (line.empty() ? "" : "\n  " + text::cut(line, 76)));
}

void TomlTable::refuse_at(const toml::source_region& place, const std::string& why) const {
  throw Error(
      ErrorKind::usage,
      fmt::format("{}:{}:{}: {}", text::visible(file_), place.begin.line, place.begin.column, why));
}

void TomlTable::refuse(std::string_view key, const std::string& why) const {
  const auto* node = table_->get(key);
  refuse_at(node == nullptr ? table_->source() : node->source(), why);
}

void TomlTable::allow(std::initializer_list<std::string_view> keys) const {
  const std::vector<std::string> known(keys.begin(), keys.end());
  for (const auto& [key, node] : *table_) {
    const std::string name(key.str());
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const auto near = text::closest(name, known, 1);
    std::string all;
    for (const auto& one : known) all += (all.empty() ? "" : ", ") + one;
    refuse_at(
        key.source(),
        near.empty()
            ? say("'{}' is not known here; there are {}", text::visible(name), all)
            : say("'{}' is not known here; did you mean '{}'?", text::visible(name), near.front()));
  }
}

std::optional<std::string> TomlTable::text(std::string_view key) const {
  const auto* node = table_->get(key);
  if (node == nullptr) return {};
  auto value = node->value_exact<std::string>();
  if (!value) refuse(key, say("'{}' wants a text between quotes", key));
  if (text::trim(*value).empty()) refuse(key, say("'{}' is empty", key));
  return value;
}

std::optional<std::int64_t> TomlTable::whole(std::string_view key, std::int64_t least) const {
  const auto* node = table_->get(key);
  if (node == nullptr) return {};
  const auto value = node->value_exact<std::int64_t>();
  if (!value || *value < least) {
    refuse(key, say("'{}' wants a whole number of at least {}", key, least));
  }
  return value;
}

std::optional<std::int64_t> TomlTable::hundredths(std::string_view key) const {
  const auto* node = table_->get(key);
  if (node == nullptr) return {};
  constexpr double most = 1'000'000;
  const auto number = node->value<double>();
  const double scaled =
      number && (node->is_integer() || node->is_floating_point()) ? *number * 100 : std::nan("");
  // What is written with two decimals is a whole number of hundredths but for the last bit.
  if (!(scaled >= 0) || scaled > most * 100 || std::abs(scaled - std::round(scaled)) > 1e-6) {
    refuse(key,
           say("'{}' wants a number from 0 to {} with at most two decimals",
               key,
               static_cast<std::int64_t>(most)));
  }
  return std::llround(scaled);
}

std::optional<TomlTable> TomlTable::table(std::string_view key) const {
  const auto* node = table_->get(key);
  if (node == nullptr) return {};
  const auto* found = node->as_table();
  if (found == nullptr) refuse(key, say("'{0}' wants a heading of its own: [{0}]", key));
  return TomlTable(*found, file_);
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) const {
  std::vector<TomlTable> tables;
  const auto* node = table_->get(key);
  if (node == nullptr) return tables;
  const auto* list = node->as_array();
  if (list == nullptr || !list->is_array_of_tables()) {
    refuse(key, say("'{0}' wants a heading for each: [[{0}]]", key));
  }
  for (const auto& item : *list) tables.emplace_back(*item.as_table(), file_);
  return tables;
}

}  // namespace leadbook::cli
