// A backup with the first write of each day, and where backups lie.
#pragma once

#include <filesystem>

#include "cli/frame/env.hpp"

namespace leadbook::cli {

/// The folder backups of a book in a file are put in where nobody names one: that of backup.dir,
/// else `backups` beside the book.
std::filesystem::path backup_folder(Env& env, const std::filesystem::path& book);

/// Backs the book up where the command was the first of its day to write it, and removes the oldest
/// of such backups. It comes after the commit and never fails: what it could not do is told.
void back_up_daily(Env& env);

}  // namespace leadbook::cli
