// Undo and redo: a further command that makes the records of an earlier one what they were.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "leadbook/service/records/book_change.hpp"
#include "leadbook/store/log/history.hpp"

namespace leadbook::service {

/// What an undo or redo did.
struct Reversal {
  std::int64_t entry = 0;         // the entry that was undone, or whose undo was taken back
  std::vector<std::string> kept;  // records left as they are, each with what changed it since
  std::int64_t more_kept = 0;     // beyond those
};

/// The entry that `undo` would undo: this one, or the last that can be. Throws as `undo` does where
/// there is none, or it is an undo or undone.
store::Entry entry_to_undo(store::Db& db, std::optional<std::int64_t> number);

/// The entries from `first` to `last` that can be undone, the newest first; those of one person
/// where one is named. What is an undo, or undone, is passed over.
std::vector<store::Entry> undoable_between(store::Db& db,
                                           std::int64_t first,
                                           std::int64_t last,
                                           const std::optional<std::string>& actor = {});

/// Undoes several, the newest first, as one entry that is a change like any other: it can be undone
/// itself. Otherwise as `undo`.
Reversal undo_all(BookChange& change,
                  const std::vector<std::int64_t>& entries,
                  bool keep_changed = false);

/// Undoes the command of an entry, the last one where none is given: every record it changed
/// becomes what it was. Records that were changed since, or that others depend on, are left as they
/// are under `keep_changed`; without it they are a reason to change nothing and to throw
/// Error{conflict} that names them. Throws Error{not_found} where there is nothing to undo.
Reversal undo(BookChange& change, std::optional<std::int64_t> entry, bool keep_changed = false);

/// Takes back an undo, the last one where none is given; as `undo`. One that was not named is left
/// alone where other work came after it: Error{conflict} says what it would bring back.
Reversal redo(BookChange& change, std::optional<std::int64_t> entry, bool keep_changed = false);

}  // namespace leadbook::service
