// A backup put in the place of its book.
#pragma once

#include <filesystem>
#include <functional>

#include "leadbook/store/backup/backup.hpp"

namespace leadbook::store {

/// Copies a backup, proves the copy and puts it where the book is, while nobody writes: whoever
/// opens the book finds the one or the other, at every moment. Answers where the book that was
/// there is kept, beside it: book-2026-11-27-412-1a2b3c4d5e6f.before-restore.db, without entry and
/// hash where it cannot be read; "" where there was none. `upgrade` is how a copy of an earlier
/// version is read. Throws Error{busy} after the wait, Error{failed} in words of our own; the book
/// is then as `outcome` says.
std::filesystem::path put_in_place(const std::filesystem::path& backup,
                                   const std::filesystem::path& book,
                                   Day day,
                                   const ProveCopy& prove,
                                   const Upgrade& upgrade,
                                   Outcome& outcome);

/// Makes a book anew from a log into a file there is not yet; `finish` completes and proves it.
/// Leaves nothing behind where that throws. Throws Error{failed} where there is such a file.
void rebuild_into(Db& from,
                  const std::filesystem::path& file,
                  const std::function<void(Db&)>& finish,
                  Outcome& outcome);

}  // namespace leadbook::store
