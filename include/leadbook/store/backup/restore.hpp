// A backup put in the place of its book.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "leadbook/store/backup/backup.hpp"

namespace leadbook::store {

/// Copies a backup, proves the copy and puts it where the book is, while nobody writes: whoever
/// opens the book finds the one or the other, at every moment. The book that was there, if there
/// was one, is kept under `kept`, which nothing must have. Throws Error{busy} after the wait,
/// Error{failed} in words of our own; the book is then as it was.
void put_in_place(const std::filesystem::path& backup,
                  const std::filesystem::path& book,
                  const std::filesystem::path& kept,
                  const ProveCopy& prove);

/// Makes a book anew from a log into a file there is not yet; `finish` completes and proves it.
/// Leaves nothing behind where that throws. Throws Error{failed} where there is such a file.
void rebuild_into(Db& from,
                  const std::filesystem::path& file,
                  const std::function<void(Db&)>& finish);

/// A name beside a book for what is kept of it, which no file has:
/// book-2026-11-27-412-1a2b3c4d5e6f.before-restore.db; without entry and hash where it cannot be
/// read.
std::filesystem::path kept_name(const std::filesystem::path& book,
                                Day day,
                                const std::optional<Head>& head);

}  // namespace leadbook::store
