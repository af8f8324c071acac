// The change log as it is read: entries, one a command, and the records each changed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/store/record/record.hpp"

namespace leadbook::store {

struct Entry {
  std::int64_t number = 0;
  std::string at;
  std::string actor;
  std::string command;
  std::string request;
  std::optional<std::int64_t> undoes;
  std::int64_t row_count = 0;
  std::string hash;
};

struct EntryRow {
  Reference record;
  std::optional<std::string> before;  // snapshots
  std::optional<std::string> after;
  std::int64_t line = 0;  // of the file it was imported from; 0 for none
};

/// The newest entries first, at most `limit`; only those that changed `record` where one is given.
std::vector<Entry> list_entries(Db& db, const std::optional<Reference>& record, std::int64_t limit);

std::optional<Entry> find_entry(Db& db, std::int64_t number);
std::optional<Entry> find_request(Db& db, const std::string& request);

/// The records an entry changed, in the order it wrote them.
std::vector<EntryRow> rows_of(Db& db, std::int64_t entry);

/// Those from one position to another, counted from 1.
std::vector<EntryRow> rows_of(Db& db, std::int64_t entry, std::int64_t first, std::int64_t last);

/// What these entries, which come newest first, did to a record: by entry.
std::map<std::int64_t, std::vector<EntryRow>> rows_about(Db& db,
                                                         const std::vector<Entry>& entries,
                                                         const Reference& record);

/// The first records an entry changed, that of an import itself before all others.
std::vector<EntryRow> first_rows_of(Db& db, std::int64_t entry, std::int64_t limit);

/// The whole log in order, read in pieces: some entries in a row, then the rows of these, each with
/// the number of its entry.
void scan_log(Db& db,
              const std::function<void(std::vector<Entry>&)>& take_entries,
              const std::function<void(std::int64_t, const EntryRow&)>& take_row);

/// The newest command that can be undone (not an undo, not undone), or redone (an undo that no
/// redo took back). A redo is the undo of an undo.
std::optional<Entry> last_undoable(Db& db);
std::optional<Entry> last_redoable(Db& db);

/// The first command after an entry that is neither an undo nor a redo.
std::optional<Entry> first_work_since(Db& db, std::int64_t number);

/// The entries that undid some of these and still hold, by the number of what was undone.
std::map<std::int64_t, std::int64_t> undone_among(Db& db, const std::vector<Entry>& entries);

/// The entry that undid this one and still holds.
std::optional<std::int64_t> undone_by(Db& db, std::int64_t number);

/// The number and hash at the head of the log.
struct Head {
  std::int64_t number = 0;
  std::string hash;
};
Head head_of(Db& db);

/// The last entry that two books have in common; 0 where there is none.
std::int64_t last_common_entry(Db& one, Db& other);

}  // namespace leadbook::store
