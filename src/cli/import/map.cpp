#include "cli/import/map.hpp"

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

[[noreturn]] void refuse(const std::string& file, const toml::node& node, const std::string& why) {
  throw Error(ErrorKind::configuration,
              fmt::format("{}:{}: {}", text::visible(file), node.source().begin.line, why));
}

/// "amount" or { field = "amount", unit = "万元" }.
MappedColumn column_of(const std::string& file,
                       const std::string& heading,
                       const toml::node& node) {
  if (const auto field = node.value<std::string>()) return {heading, *field, ""};
  const auto* table = node.as_table();
  const auto* field = table == nullptr ? nullptr : table->get("field");
  const auto name = field == nullptr ? std::nullopt : field->value<std::string>();
  if (!name) {
    refuse(file,
           node,
           say("'{}' wants a field: write \"FIELD\" or {{ field = \"FIELD\", unit = \"万元\" }}",
               text::visible(heading)));
  }
  const auto* unit = table->get("unit");
  return {heading, *name, unit == nullptr ? "" : unit->value<std::string>().value_or("")};
}

ColumnMap read_map_file(const std::string& file) {
  const auto parsed = toml::parse_file(file);
  if (!parsed) {
    throw Error(ErrorKind::configuration,
                fmt::format("{}:{}: {}",
                            text::visible(file),
                            parsed.error().source().begin.line,
                            say("this is no map: write [columns], then \"HEADING\" = \"FIELD\"")));
  }
  ColumnMap map;
  for (const auto& [key, node] : parsed.table()) {
    const std::string name(key.str());
    const auto* table = node.as_table();
    if (table == nullptr || (name != "columns" && name != "defaults")) {
      refuse(file, node, say("a map has the tables [columns] and [defaults], not '{}'", name));
    }
    for (const auto& [inner, value] : *table) {
      const std::string of(inner.str());
      if (name == "columns") {
        map.columns.push_back(column_of(file, of, value));
      } else if (const auto text = value.value<std::string>()) {
        map.defaults.push_back({of, *text});
      } else {
        refuse(file, value, say("'{}' wants a text between quotes", of));
      }
    }
  }
  return map;
}

/// "HEADING=FIELD" or "HEADING=FIELD|UNIT"; the last '=' parts them, as headings may hold one.
MappedColumn read_pair(const std::string& text) {
  const auto at = text.rfind('=');
  auto field = text::trim(std::string_view(text).substr(at + 1));
  const auto bar = field.find('|');
  const auto unit = bar == std::string_view::npos ? "" : field.substr(bar + 1);
  field = text::trim(field.substr(0, bar));
  const auto heading = text::trim(std::string_view(text).substr(0, at));
  if (heading.empty() || field.empty()) {
    throw Error(ErrorKind::usage, say("--map: '{}' is not HEADING=FIELD", text::visible(text)));
  }
  return {std::string(heading), std::string(field), std::string(text::trim(unit))};
}

ColumnMap map_of(Env& env, const std::string& text) {
  ColumnMap map;
  if (text.ends_with(".toml")) return read_map_file(text);
  if (text.find('=') != std::string::npos) {
    map.columns.push_back(read_pair(text));
    return map;
  }
  try {
    const auto id = env.resolver().resolve(Kind::map, text);
    return store::find(env.db(), Id<ColumnMap>{id}).value();
  } catch (const Error& error) {
    throw Error(error.kind(),
                say("--map: {}; or give HEADING=FIELD, or a file ending in .toml", error.what()));
  }
}

}  // namespace

ColumnMap read_maps(Env& env,
                    const std::vector<std::string>& maps,
                    const std::vector<std::string>& defaults) {
  ColumnMap all;
  for (const auto& text : maps) {
    const auto map = map_of(env, text);
    all.columns.insert(all.columns.begin(), map.columns.begin(), map.columns.end());
    all.defaults.insert(all.defaults.begin(), map.defaults.begin(), map.defaults.end());
  }
  for (const auto& text : defaults) {
    const auto at = text.find('=');
    if (at == std::string::npos || at == 0 || at + 1 == text.size()) {
      throw Error(ErrorKind::usage, say("--default: '{}' is not FIELD=VALUE", text::visible(text)));
    }
    all.defaults.insert(all.defaults.begin(), {text.substr(0, at), text.substr(at + 1)});
  }
  return all;
}

}  // namespace leadbook::cli
