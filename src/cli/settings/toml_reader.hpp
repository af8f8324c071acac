// Values of a TOML file with messages that name the place.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

namespace leadbook::cli {

/// One table of a file. Each reading throws Error{usage} that names file, line and column where the
/// value is not of the sort that is wanted.
class TomlTable {
 public:
  TomlTable(const toml::table& table, std::string file) : table_(&table), file_(std::move(file)) {}

  /// Refuses keys other than these, with the nearest of them.
  void allow(std::initializer_list<std::string_view> keys) const;

  bool has(std::string_view key) const { return table_->contains(key); }
  std::optional<std::string> text(std::string_view key) const;
  /// A whole number of at least `least`.
  std::optional<std::int64_t> whole(std::string_view key, std::int64_t least) const;
  /// A number of at least 0 with at most two decimals, in hundredths.
  std::optional<std::int64_t> hundredths(std::string_view key) const;
  /// The table of this name, or every [[table]] of it.
  std::optional<TomlTable> table(std::string_view key) const;
  std::vector<TomlTable> tables(std::string_view key) const;

  /// Throws Error{usage} about the value of a key, or about the table where it has no such key.
  [[noreturn]] void refuse(std::string_view key, const std::string& why) const;

 private:
  [[noreturn]] void refuse_at(const toml::source_region& place, const std::string& why) const;

  const toml::table* table_;
  std::string file_;
};

/// A whole file. Throws Error{usage} that shows the place where it is not TOML, Error{not_found}
/// where it cannot be opened.
toml::table read_toml(const std::string& path);

}  // namespace leadbook::cli
