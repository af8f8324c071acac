// The names of backups, made and read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "leadbook/store/backup/backup.hpp"

namespace leadbook::store {

/// "book-2026-11-27-412-1a2b3c4d5e6f.daily.db".
std::string file_name(const BackupName& name, const Head& head);

/// What the names of one book's backups of one occasion differ in, in order of their age.
struct BackupAge {
  std::string day;
  std::int64_t entry = 0;

  auto operator<=>(const BackupAge&) const = default;
};

/// Nothing for a file that is not called as a backup of this stem and occasion.
std::optional<BackupAge> backup_age(std::string_view file, const BackupName& name);

}  // namespace leadbook::store
