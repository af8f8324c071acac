// Writing to a book: the rules that hold between records, around the one write path.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "leadbook/store/change.hpp"

namespace leadbook::service {

/// Recomputes what the change caused (the stages of the projects it touched) and commits. The
/// number of the log entry; 0 where nothing had changed.
std::int64_t finish(store::Change& change, std::optional<std::int64_t> undoes = {});

/// Removes a record; throws Error{conflict} that names the records that depend on it.
void remove_record(store::Change& change, const Reference& record);

/// The stays of a project, from its own moves, its signings and its negotiations.
std::vector<StageSpell> stages_of(store::Db& db, const Project& project);

/// The projects whose stored stage is not the one their records make, each in a sentence.
std::vector<std::string> check_stages(store::Db& db);

/// Whether a framework agreement counts as signed in this book.
bool frameworks_count(store::Db& db);

/// Undoes the command of an entry, the last one where none is given: every record it changed
/// becomes what it was. Answers the undone entry's number. Throws Error{conflict} where a record
/// was changed since or others depend on it, Error{not_found} where there is nothing to undo.
std::int64_t undo(store::Change& change, std::optional<std::int64_t> entry);

/// Takes back an undo, the last one where none is given; as `undo`.
std::int64_t redo(store::Change& change, std::optional<std::int64_t> entry);

}  // namespace leadbook::service
