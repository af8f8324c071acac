// Undo and redo: a further command that makes the records of an earlier one what they were.
#include "leadbook/domain/error.hpp"
#include "leadbook/service/write.hpp"
#include "leadbook/store/history.hpp"
#include "leadbook/store/names.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

/// Throws where the record is no longer what the entry made it.
void check_unchanged(store::Db& db, const store::Entry& entry, const store::EntryRow& row) {
  const auto& shape = store::shape_of(row.record.kind);
  auto current = store::find_row(db, shape, row.record.number);
  std::optional<store::RecordRow> made;
  if (row.after) made = store::read_snapshot(shape, row.record.number, *row.after);
  // What was changed and made the same again, as by undo, has a further revision only.
  if (current && made) current->values[1] = made->values[1];
  const bool same = current == made;
  if (same) return;
  const auto newest = store::list_entries(db, row.record, 1);
  throw Error(ErrorKind::conflict,
              say("entry {} cannot be reversed: {} was changed since by entry {} ({})",
                  entry.number,
                  reference_text(row.record),
                  newest.front().number,
                  newest.front().command));
}

void reverse(store::Change& change, const store::Entry& entry) {
  auto& db = change.db();
  const auto rows = store::rows_of(db, entry.number);
  for (const auto& row : rows) check_unchanged(db, entry, row);
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    if (!row->before) {
      remove_record(change, row->record);
      continue;
    }
    const auto& shape = store::shape_of(row->record.kind);
    change.restore(row->record, store::read_snapshot(shape, row->record.number, *row->before));
  }
}

store::Entry wanted_entry(store::Db& db,
                          std::optional<std::int64_t> number,
                          std::optional<store::Entry> last,
                          const std::string& nothing) {
  if (!number) {
    if (!last) throw Error(ErrorKind::not_found, nothing);
    return *last;
  }
  const auto entry = store::find_entry(db, *number);
  if (!entry) {
    throw Error(ErrorKind::not_found, say("there is no entry {}; see 'leadbook history'", *number));
  }
  return *entry;
}

}  // namespace

std::int64_t undo(store::Change& change, std::optional<std::int64_t> number) {
  auto& db = change.db();
  const auto entry =
      wanted_entry(db, number, store::last_undoable(db), say("there is nothing to undo"));
  if (entry.undoes) {
    throw Error(ErrorKind::conflict,
                say("entry {} is itself an undo or redo: use 'leadbook redo' or undo entry {}",
                    entry.number,
                    *entry.undoes));
  }
  if (const auto by = store::undone_by(db, entry.number)) {
    throw Error(ErrorKind::conflict,
                say("entry {} is already undone by entry {}", entry.number, *by));
  }
  reverse(change, entry);
  finish(change, entry.number);
  return entry.number;
}

std::int64_t redo(store::Change& change, std::optional<std::int64_t> number) {
  auto& db = change.db();
  std::optional<std::int64_t> by;
  if (number) by = store::undone_by(db, *number);
  if (number && !by) {
    throw Error(ErrorKind::conflict, say("entry {} is not undone", *number));
  }
  const auto entry =
      wanted_entry(db, by, store::last_redoable(db), say("there is nothing to redo"));
  reverse(change, entry);
  finish(change, entry.number);
  return *entry.undoes;
}

}  // namespace leadbook::service
