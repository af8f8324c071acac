#include "leadbook/service/history/undo.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "leadbook/domain/error.hpp"
#include "leadbook/service/derived/derived.hpp"
#include "leadbook/service/records/remove.hpp"
#include "leadbook/store/log/history.hpp"
#include "leadbook/store/record/details.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

constexpr std::int64_t rows_at_once = 5'000;
constexpr std::size_t most_named = 20;

/// Whether a record is what an entry made it. What was changed and made the same again, as by undo,
/// has a further revision only.
bool is_as_made(const AnyRecord& record, const store::EntryRow& row) {
  const auto made = store::read_snapshot(row.record, *row.after);
  return identity_of(record) == identity_of(made) &&
         (is_same_content(record, made) || store::is_logged_alike(record, made));
}

/// Takes the rows of an entry back, in pieces, as an import may have a million.
class Reverser {
 public:
  Reverser(BookChange& change, const store::Entry& entry, bool keep_changed)
      : change_(change), db_(change.db()), entry_(entry), keep_changed_(keep_changed) {}

  /// Takes them back in the entry that is being made.
  Reversal run();

 private:
  void find_changed();
  void check(const std::vector<store::EntryRow>& rows);
  void keep(const Reference& record);
  void restore(const store::EntryRow& row);
  [[noreturn]] void refuse_changed() const;
  [[noreturn]] void refuse_lost(const Reference& record) const;

  BookChange& change_;
  store::Db& db_;
  const store::Entry& entry_;
  bool keep_changed_;
  std::set<Reference> kept_;
  Reversal reversal_;
};

Reversal Reverser::run() {
  find_changed();
  if (!kept_.empty() && !keep_changed_) refuse_changed();
  for (auto last = entry_.row_count; last > 0; last -= rows_at_once) {
    const auto first = std::max<std::int64_t>(1, last - rows_at_once + 1);
    const auto rows = store::rows_of(db_, entry_.number, first, last);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
      if (kept_.count(row->record) == 0) restore(*row);
    }
  }
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
  // Of a record that was written several times it is the last that must still hold.
  std::map<Reference, const store::EntryRow*> last;
  for (const auto& row : rows) {
    ids[row.record.kind].push_back(row.record.number);
    last[row.record] = &row;
  }
  std::map<Reference, AnyRecord> current;
  for (auto& [kind, numbers] : ids) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    for (auto& record : store::find(db_, kind, numbers)) {
      const auto reference = reference_of(record);
      current.emplace(reference, std::move(record));
    }
  }
  for (const auto& row : rows) {
    if (last.at(row.record) != &row) continue;
    const auto found = current.find(row.record);
    const bool is_there = found != current.end();
    if (is_there != row.after.has_value() || (is_there && !is_as_made(found->second, row))) {
      keep(row.record);
    }
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

/// What was told of a person is in no log.
void Reverser::refuse_lost(const Reference& record) const {
  throw Error(
      ErrorKind::conflict,
      say("entry {} cannot be reversed: it changed or erased the personal details of {}, and "
          "what they were before is kept nowhere",
          entry_.number,
          reference_text(record)));
}

void Reverser::restore(const store::EntryRow& row) {
  change_.at_line(static_cast<std::size_t>(row.line));
  if (row.before) {
    auto was = store::with_details(db_, store::read_snapshot(row.record, *row.before));
    if (was) return change_.restore(std::move(*was));
    if (keep_changed_) return keep(row.record);
    refuse_lost(row.record);
  }
  if (!row.after) refuse_lost(row.record);
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

store::Entry entry_to_undo(store::Db& db, std::optional<std::int64_t> number) {
  auto entry = wanted_entry(db, number, store::last_undoable(db), say("there is nothing to undo"));
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
  return entry;
}

std::vector<store::Entry> undoable_between(store::Db& db,
                                           std::int64_t first,
                                           std::int64_t last,
                                           const std::optional<std::string>& actor) {
  std::vector<store::Entry> entries;
  db.each(store::statement("entry_scan"), {{"first", first}, {"last", last}}, [&](store::Row& row) {
    store::Entry entry;
    entry.number = row.integer("number");
    entry.at = row.text("at");
    entry.actor = row.text("actor");
    entry.command = row.text("command");
    if (!store::is_null(row.at("undoes"))) entry.undoes = row.integer("undoes");
    entry.row_count = row.integer("row_count");
    entries.push_back(std::move(entry));
  });
  std::reverse(entries.begin(), entries.end());
  const auto undone = store::undone_among(db, entries);
  std::erase_if(entries, [&](const store::Entry& entry) {
    return entry.undoes || undone.contains(entry.number) || (actor && entry.actor != *actor);
  });
  return entries;
}

Reversal undo_all(BookChange& change, const std::vector<std::int64_t>& entries, bool keep_changed) {
  Reversal reversal;
  for (const auto number : entries) {
    const auto entry = entry_to_undo(change.db(), number);
    auto one = Reverser(change, entry, keep_changed).run();
    reversal.kept.insert(reversal.kept.end(), one.kept.begin(), one.kept.end());
    reversal.more_kept += one.more_kept;
  }
  reversal.entry = change.commit();
  return reversal;
}

Reversal undo(BookChange& change, std::optional<std::int64_t> number, bool keep_changed) {
  const auto entry = entry_to_undo(change.db(), number);
  auto reversal = Reverser(change, entry, keep_changed).run();
  change.commit(entry.number);
  reversal.entry = entry.number;
  return reversal;
}

namespace {

/// What was undone long ago is hardly what somebody means who has worked on since.
void refuse_behind_work(store::Db& db, const store::Entry& undo) {
  const auto later = store::first_work_since(db, undo.number);
  if (!later) return;
  const auto undone = store::find_entry(db, *undo.undoes);
  throw Error(ErrorKind::conflict,
              say("entry {0} ({1}) was undone before entry {2} ({3}) was written: 'leadbook redo "
                  "{0}' brings it back all the same",
                  *undo.undoes,
                  undone ? undone->command : "",
                  later->number,
                  later->command));
}

}  // namespace

Reversal redo(BookChange& change, std::optional<std::int64_t> number, bool keep_changed) {
  auto& db = change.db();
  std::optional<std::int64_t> by;
  if (number) by = store::undone_by(db, *number);
  if (number && !by) {
    throw Error(ErrorKind::conflict, say("entry {} is not undone", *number));
  }
  const auto entry =
      wanted_entry(db, by, store::last_redoable(db), say("there is nothing to redo"));
  if (!number) refuse_behind_work(db, entry);
  auto reversal = Reverser(change, entry, keep_changed).run();
  change.commit(entry.number);
  reversal.entry = *entry.undoes;
  return reversal;
}

}  // namespace leadbook::service
