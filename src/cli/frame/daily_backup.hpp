// A backup with the first write of each day, and where backups lie.
#pragma once

#include <filesystem>

#include "cli/frame/env.hpp"

namespace leadbook::cli {

/// The folder backups of a book are put in: the one that was typed, else that of backup.dir, else
/// `backups` beside a book in a file. Throws Error{usage} where a server's book has none.
std::filesystem::path backup_folder(const Settings& settings,
                                    const store::Place& book,
                                    const std::string& typed = "");

/// Backs the book up where the command was the first of its day to write it, and removes the oldest
/// of such backups. It comes after the commit and never fails: what it could not do is told.
void back_up_daily(Env& env);

}  // namespace leadbook::cli
