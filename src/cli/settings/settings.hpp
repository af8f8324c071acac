// Settings: flag over environment over ./.leadbook.toml over the user's config.toml over default.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/cli/run.hpp"
#include "leadbook/domain/amount/money.hpp"

namespace leadbook::cli {

struct Setting {
  std::string name;  // one of setting_names()
  std::string value;
  std::string origin;  // "--lang", "LEADBOOK_LANG", a file's path, "default"
};

/// "db", "lang", "county", ...: all that can be set.
const std::vector<std::string>& setting_names();

/// Throws Error{usage} that names the nearest setting.
void require_setting(const std::string& name);

/// Where a person's own settings lie; "" where neither HOME nor XDG_CONFIG_HOME says.
std::string settings_folder(const World& world);

/// Puts a file of the settings in the place of the one there is, readable by its owner alone.
/// Throws Error{failed}.
void write_settings_file(const std::string& path, const std::string& bytes);

/// The text of a config.toml in which a setting has this value, or, with nothing, is not set; what
/// else stands in it stays. Throws Error{configuration} where it cannot be read.
std::string with_setting(const std::string& file,
                         const std::string& text,
                         const std::string& name,
                         const std::optional<std::string>& value);

class Settings {
 public:
  /// Reads environment and files. Throws Error{configuration} that names file, line and key.
  static Settings load(const World& world);

  /// The value that wins; "" where nobody set it.
  const std::string& value(const std::string& name) const;
  void set(const std::string& name, const std::string& value, const std::string& origin);
  std::vector<Setting> all() const;

  /// How many daily backups are kept; 0 for none to be made. Throws Error{configuration}.
  std::size_t backups_kept() const;

  /// The unit amounts are printed in.
  AmountUnit print_unit() const;
  /// The unit of bare numbers typed, where somebody set one: entry_unit before unit.
  std::optional<AmountUnit> bare_unit() const;
  /// Whether the command line itself names it.
  bool unit_is_option() const;

 private:
  std::map<std::string, Setting> settings_;
};

/// The value of a variable of the environment; "" where it is not set.
std::string variable(const World& world, const std::string& name);

}  // namespace leadbook::cli
