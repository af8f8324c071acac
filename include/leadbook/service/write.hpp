// Writing to a book: the rules that hold between records, around the one write path.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "leadbook/store/change.hpp"

namespace leadbook::service {

/// Recomputes what the change caused (the stages and postings of the projects it touched) and
/// commits. The number of the log entry; 0 where nothing had changed.
std::int64_t finish(store::Change& change);

/// Throws Error{conflict} that names the dependents, where there are any.
void refuse_dependents(store::Db& db,
                       const Reference& record,
                       const std::vector<Reference>& dependents);

/// Removes a record; throws Error{conflict} that names the records that depend on it.
void remove_record(store::Change& change, const Reference& record);

/// The stays of a project, from its own moves, its signings and its negotiations.
std::vector<StageSpell> stages_of(store::Db& db, const Project& project);

/// Where the stored stages, postings and names are not what the records make them, each in a
/// sentence.
std::vector<std::string> check_derived(store::Db& db);

/// Whether a framework agreement counts as signed in this book.
bool frameworks_count(store::Db& db);

/// What an undo or redo did.
struct Reversal {
  std::int64_t entry = 0;         // the entry that was undone, or whose undo was taken back
  std::vector<std::string> kept;  // records left as they are, each with what changed it since
  std::int64_t more_kept = 0;     // beyond those
};

/// Undoes the command of an entry, the last one where none is given: every record it changed
/// becomes what it was. Records that were changed since, or that others depend on, are left as they
/// are under `keep_changed`; without it they are a reason to change nothing and to throw
/// Error{conflict} that names them. Throws Error{not_found} where there is nothing to undo.
Reversal undo(store::Change& change, std::optional<std::int64_t> entry, bool keep_changed = false);

/// Takes back an undo, the last one where none is given; as `undo`.
Reversal redo(store::Change& change, std::optional<std::int64_t> entry, bool keep_changed = false);

}  // namespace leadbook::service
