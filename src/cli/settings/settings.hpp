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
  std::string name;  // "db", "book", "lang", "user", "unit", "color", "backup.dir", "backup.keep"
  std::string value;
  std::string origin;  // "--lang", "LEADBOOK_LANG", a file's path, "default"
};

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
  /// The unit of bare numbers, where somebody set one.
  std::optional<AmountUnit> bare_unit() const;
  /// Whether the command line itself names it.
  bool unit_is_option() const;

 private:
  std::map<std::string, Setting> settings_;
};

/// The value of a variable of the environment; "" where it is not set.
std::string variable(const World& world, const std::string& name);

}  // namespace leadbook::cli
