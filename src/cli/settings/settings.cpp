#include "cli/settings/settings.hpp"

#include <filesystem>
#include <system_error>
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/read_file.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

constexpr const char* names[] = {"db",
                                 "book",
                                 "lang",
                                 "user",
                                 "county",
                                 "unit",
                                 "entry_unit",
                                 "color",
                                 "backup.dir",
                                 "backup.keep"};

/// "LEADBOOK_BACKUP_DIR" of "backup.dir".
std::string variable_of(const std::string& name) {
  std::string text = "LEADBOOK_";
  for (const char symbol : name) {
    const auto upper = static_cast<char>(std::toupper(static_cast<unsigned char>(symbol)));
    text += symbol == '.' ? '_' : upper;
  }
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

std::string unknown_setting(const std::string& name) {
  const auto near = text::closest(name, setting_names(), 1);
  return near.empty() ? say("there is no setting '{}'", text::visible(name))
                      : say("there is no setting '{}'; did you mean '{}'?",
                            text::visible(name),
                            near.front());
}

std::string value_of(const std::filesystem::path& file,
                     const toml::node& node,
                     const std::string& name) {
  if (const auto text = node.value_exact<std::string>()) return *text;
  const auto number = node.value_exact<std::int64_t>();
  if (number && name == "backup.keep") return std::to_string(*number);
  refuse(file, node.source().begin.line, say("'{}' wants a text between quotes", name));
}

/// The settings of a table; those of a table within it bear its name: backup.dir.
void read_table(const std::filesystem::path& file,
                const toml::table& table,
                const std::string& within,
                Settings& settings) {
  for (const auto& [key, node] : table) {
    const auto name = within + std::string(key.str());
    if (const auto* inner = node.as_table(); inner != nullptr && within.empty()) {
      read_table(file, *inner, name + ".", settings);
      continue;
    }
    const bool known = std::find(std::begin(names), std::end(names), name) != std::end(names);
    if (!known) refuse(file, node.source().begin.line, unknown_setting(name));
    auto value = value_of(file, node, name);
    // A folder named in a file is looked for from there.
    if (name == "backup.dir" && !value.empty()) value = (file.parent_path() / value).string();
    settings.set(name, value, file.string());
  }
}

/// Nothing for a file that is not there, or is another's. One that cannot be read to its end says
/// perhaps which book is meant: no command goes on without it.
std::optional<std::string> bytes_of(const std::filesystem::path& file) {
  try {
    return text::read_file(file.string());
  } catch (const std::system_error& problem) {
    if (problem.code() == std::errc::permission_denied) return {};
    throw;
  }
}

void read_file(const std::filesystem::path& file, Settings& settings) {
  const auto text = bytes_of(file);
  if (!text) return;
  const auto parsed = toml::parse(*text, file.string());
  if (!parsed) {
    refuse(file,
           parsed.error().source().begin.line,
           say("this line is not a setting: write name = \"value\""));
  }
  read_table(file, parsed.table(), "", settings);
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
  settings.set("backup.keep", "30", "default");
  read_file(folder(world, "XDG_CONFIG_HOME", ".config") / "leadbook" / "config.toml", settings);
  read_file(".leadbook.toml", settings);
  for (const auto* name : names) {
    const auto key = variable_of(name);
    const auto value = variable(world, key);
    if (!value.empty()) settings.set(name, value, key);
  }
  settings.backups_kept();
  return settings;
}

std::size_t Settings::backups_kept() const {
  const auto& keep = settings_.at("backup.keep");
  constexpr std::int64_t most = 10'000;
  const auto count = parse_count(keep.value);
  if (count && *count <= most) return static_cast<std::size_t>(*count);
  throw Error(ErrorKind::configuration,
              say("{}: backup.keep is a number of backups, as 30, and not '{}'",
                  keep.origin,
                  text::visible(keep.value)));
}

const std::vector<std::string>& setting_names() {
  static const std::vector<std::string> all(std::begin(names), std::end(names));
  return all;
}

void require_setting(const std::string& name) {
  const auto& all = setting_names();
  if (std::find(all.begin(), all.end(), name) != all.end()) return;
  throw Error(ErrorKind::usage, unknown_setting(name));
}

std::string settings_folder(const World& world) {
  if (variable(world, "XDG_CONFIG_HOME").empty() && variable(world, "HOME").empty()) return "";
  return (folder(world, "XDG_CONFIG_HOME", ".config") / "leadbook").string();
}

AmountUnit Settings::print_unit() const { return value_or_throw(parse_amount_unit(value("unit"))); }

std::optional<AmountUnit> Settings::bare_unit() const {
  if (!unit_is_option() && !value("entry_unit").empty()) {
    const auto typed = value_or_throw(parse_amount_unit(value("entry_unit")));
    if (typed != AmountUnit::automatic) return typed;
  }
  // The default unit is for printing; a bare number needs somebody to have said what it means.
  if (settings_.at("unit").origin == "default") return {};
  const auto unit = print_unit();
  if (unit == AmountUnit::automatic) return {};
  return unit;
}

bool Settings::unit_is_option() const { return settings_.at("unit").origin == "--unit"; }

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
