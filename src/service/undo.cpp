// Undo and redo: a further command that makes the records of an earlier one what they were.
#include <algorithm>
#include <map>
#include <set>

#include "leadbook/domain/error.hpp"
#include "leadbook/service/write.hpp"
#include "leadbook/store/history.hpp"
#include "leadbook/store/names.hpp"
#include "leadbook/text/translate.hpp"
#include "service/derived.hpp"

namespace leadbook::service {
namespace {

constexpr std::int64_t rows_at_once = 5'000;
constexpr std::size_t most_named = 20;

/// Takes the rows of an entry back, in pieces, as an import may have a million.
class Reverser {
 public:
  Reverser(store::Change& change, const store::Entry& entry, bool keep_changed)
      : change_(change), db_(change.db()), entry_(entry), keep_changed_(keep_changed) {}

  Reversal run();

 private:
  void find_changed();
  void check(const std::vector<store::EntryRow>& rows);
  void keep(const Reference& record);
  void restore(const store::EntryRow& row);
  [[noreturn]] void refuse_changed() const;

  store::Change& change_;
  store::Db& db_;
  const store::Entry& entry_;
  bool keep_changed_;
  std::set<Reference> kept_;
  Reversal reversal_;
};

Reversal Reverser::run() {
  find_changed();
  if (!kept_.empty() && !keep_changed_) refuse_changed();
  Touched touched;
  change_.watch([&](const store::ChangedRecord& changed) { touched.add(changed); });
  for (auto last = entry_.row_count; last > 0; last -= rows_at_once) {
    const auto first = std::max<std::int64_t>(1, last - rows_at_once + 1);
    const auto rows = store::rows_of(db_, entry_.number, first, last);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
      if (kept_.count(row->record) == 0) restore(*row);
    }
  }
  touched.refresh(db_);
  change_.watch({});
  change_.commit(entry_.number);
  return std::move(reversal_);
}

void Reverser::find_changed() {
  for (std::int64_t first = 1; first <= entry_.row_count; first += rows_at_once) {
    check(store::rows_of(db_, entry_.number, first, first + rows_at_once - 1));
  }
}

/// Holds records against what the entry made of them.
void Reverser::check(const std::vector<store::EntryRow>& rows) {
  std::map<Kind, std::vector<std::int64_t>> ids;
  for (const auto& row : rows) ids[row.record.kind].push_back(row.record.number);
  std::map<Reference, store::RecordRow> current;
  for (auto& [kind, numbers] : ids) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    for (auto& row : store::find_rows(db_, store::shape_of(kind), numbers)) {
      const Reference record{kind, row.id};
      current.emplace(record, std::move(row));
    }
  }
  for (const auto& row : rows) {
    const auto found = current.find(row.record);
    bool same = found == current.end() && !row.after;
    if (found != current.end() && row.after) {
      const auto& shape = store::shape_of(row.record.kind);
      const auto made = store::read_snapshot(shape, row.record.number, *row.after);
      // What was changed and made the same again, as by undo, has a further revision only.
      found->second.values[1] = made.values[1];
      same = found->second == made;
    }
    if (!same) keep(row.record);
  }
}

void Reverser::keep(const Reference& record) {
  if (!kept_.insert(record).second) return;
  if (reversal_.kept.size() >= most_named) {
    ++reversal_.more_kept;
    return;
  }
  const auto newest = store::list_entries(db_, record, 1);
  const auto name = reference_text(record) + " " + store::name_of(db_, record);
  reversal_.kept.push_back(newest.front().number == entry_.number
                               ? say("{}, as others depend on it", name)
                               : say("{}, changed by entry {} ({})",
                                     name,
                                     newest.front().number,
                                     newest.front().command));
}

void Reverser::refuse_changed() const {
  std::string names;
  for (const auto& line : reversal_.kept) {
    names += (names.empty() ? "" : std::string(choose("; ", "；"))) + line;
  }
  if (reversal_.more_kept > 0) names += "; …";
  throw Error(ErrorKind::conflict,
              say("entry {} cannot be reversed, as records were changed since: {}; --keep-changed "
                  "reverses all but these",
                  entry_.number,
                  names));
}

void Reverser::restore(const store::EntryRow& row) {
  const auto& shape = store::shape_of(row.record.kind);
  change_.at_line(static_cast<std::size_t>(row.line));
  if (row.before) {
    change_.restore(row.record, store::read_snapshot(shape, row.record.number, *row.before));
    return;
  }
  if (keep_changed_ && !store::dependents_of(db_, row.record).empty()) return keep(row.record);
  remove_record(change_, row.record);
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

Reversal undo(store::Change& change, std::optional<std::int64_t> number, bool keep_changed) {
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
  auto reversal = Reverser(change, entry, keep_changed).run();
  reversal.entry = entry.number;
  return reversal;
}

Reversal redo(store::Change& change, std::optional<std::int64_t> number, bool keep_changed) {
  auto& db = change.db();
  std::optional<std::int64_t> by;
  if (number) by = store::undone_by(db, *number);
  if (number && !by) {
    throw Error(ErrorKind::conflict, say("entry {} is not undone", *number));
  }
  const auto entry =
      wanted_entry(db, by, store::last_redoable(db), say("there is nothing to redo"));
  auto reversal = Reverser(change, entry, keep_changed).run();
  reversal.entry = *entry.undoes;
  return reversal;
}

}  // namespace leadbook::service
