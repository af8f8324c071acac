// When a book is backed up, and what a backup must be to be taken for one.
#pragma once

#include <optional>
#include <string>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/store/backup/backup.hpp"

namespace leadbook::service {

/// The first damage of a book, in what is derived from its records too; nothing where it is whole.
std::optional<std::string> first_damage(store::Db& db);

/// Throws Error{failed} that names the first damage of a copy, in what is derived from its records
/// too.
void prove_whole(store::Db& copy);

/// The day on which the command of a request wrote, where the entry before its own is of an earlier
/// one; nothing where it wrote nothing, or not as the first of its day.
std::optional<Day> first_write_of_day(store::Db& db, const std::string& request);

}  // namespace leadbook::service
