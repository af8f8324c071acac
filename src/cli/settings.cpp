#include "cli/settings.hpp"

#include <filesystem>
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

constexpr const char* names[] = {"db", "book", "lang", "user", "unit", "color"};

std::string upper(std::string text) {
  for (auto& symbol : text)
    symbol = static_cast<char>(std::toupper(static_cast<unsigned char>(symbol)));
  return text;
}

std::filesystem::path folder(const World& world,
                             const char* variable_name,
                             const char* below_home) {
  const auto named = variable(world, variable_name);
  if (!named.empty()) return named;
  return std::filesystem::path(variable(world, "HOME")) / below_home;
}

[[noreturn]] void refuse(const std::filesystem::path& file,
                         std::uint32_t line,
                         const std::string& why) {
  throw Error(ErrorKind::configuration,
              fmt::format("{}:{}: {}", text::visible(file.string()), line, why));
}

void read_file(const std::filesystem::path& file, Settings& settings) {
  std::error_code unreadable;
  if (!std::filesystem::exists(file, unreadable)) return;
  const auto parsed = toml::parse_file(file.string());
  if (!parsed) {
    refuse(file,
           parsed.error().source().begin.line,
           say("this line is not a setting: write name = \"value\""));
  }
  for (const auto& [key, node] : parsed.table()) {
    const std::string name(key.str());
    const bool known = std::find(std::begin(names), std::end(names), name) != std::end(names);
    if (!known) {
      const std::vector<std::string> candidates(std::begin(names), std::end(names));
      const auto near = text::closest(name, candidates, 1);
      refuse(file,
             node.source().begin.line,
             near.empty() ? say("there is no setting '{}'", text::visible(name))
                          : say("there is no setting '{}'; did you mean '{}'?",
                                text::visible(name),
                                near.front()));
    }
    const auto value = node.value<std::string>();
    if (!value) {
      refuse(file, node.source().begin.line, say("'{}' wants a text between quotes", name));
    }
    settings.set(name, *value, file.string());
  }
}

}  // namespace

std::string variable(const World& world, const std::string& name) {
  const auto found = world.environment.find(name);
  return found == world.environment.end() ? "" : found->second;
}

Settings Settings::load(const World& world) {
  Settings settings;
  for (const auto* name : names) settings.set(name, "", "default");
  settings.set("db",
               (folder(world, "XDG_DATA_HOME", ".local/share") / "leadbook" / "book.db").string(),
               "default");
  settings.set("user", variable(world, "USER"), "default");
  settings.set("unit", "yuan", "default");
  settings.set("color", "auto", "default");
  read_file(folder(world, "XDG_CONFIG_HOME", ".config") / "leadbook" / "config.toml", settings);
  read_file(".leadbook.toml", settings);
  for (const auto* name : names) {
    const auto key = "LEADBOOK_" + upper(name);
    const auto value = variable(world, key);
    if (!value.empty()) settings.set(name, value, key);
  }
  return settings;
}

const std::string& Settings::value(const std::string& name) const {
  return settings_.at(name).value;
}

void Settings::set(const std::string& name, const std::string& value, const std::string& origin) {
  settings_[name] = {name, value, origin};
}

std::vector<Setting> Settings::all() const {
  std::vector<Setting> list;
  for (const auto& [name, setting] : settings_) list.push_back(setting);
  return list;
}

}  // namespace leadbook::cli
