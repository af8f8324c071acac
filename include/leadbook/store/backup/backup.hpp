// A copy of a book in a file, laid aside under a name that says what it holds.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/store/log/history.hpp"

namespace leadbook::store {

/// Where a backup lies and how its name begins and ends: those of book.db, made on a day at entry
/// 412, are called book-2026-11-27-412-1a2b3c4d5e6f.db, by occasion ...6f.daily.db.
struct BackupName {
  std::filesystem::path folder;
  std::string stem;  // "book"; "" for that of the book's file, or book_230229 of a server's
  Day day;
  std::string occasion;  // "daily", "before-2"; "" for one made by hand
};

struct Backup {
  std::filesystem::path file;
  Head head;
};

/// Throws Error for what it finds wrong with a copy.
using ProveCopy = std::function<void(Db& copy)>;

/// Throws Error{failed} that names the first damage `check_book` finds.
void prove_log(Db& copy);

/// Copies a book while others read and write it: as of one moment, proved, on the disk, and only
/// then under its name; the folder is made where there is none. A transaction on the book must not
/// have written anything yet. `upgrade` is how a copy of an earlier version is read. Throws
/// Error{failed} in words of our own, and leaves nothing behind but what `outcome` knows of.
Backup lay_aside(const Place& book,
                 const BackupName& name,
                 const ProveCopy& prove = prove_log,
                 const Upgrade& upgrade = {},
                 Outcome* outcome = nullptr);

/// The files of these folders that are copies of this book, at whatever entry, and still hold what
/// is told of a person under this number.
std::vector<std::filesystem::path> copies_telling_of(
    Db& book, const Reference& person, const std::vector<std::filesystem::path>& folders);

/// Removes the oldest backups of an occasion but `keep`; answers which. Only what bears such a name
/// and holds the beginning of this book's log is one, whoever else keeps backups there.
std::vector<std::filesystem::path> remove_old_backups(Db& book,
                                                      const BackupName& name,
                                                      std::size_t keep);

}  // namespace leadbook::store
