#include "leadbook/service/book_merge.hpp"

#include <map>
#include <utility>

#include "leadbook/domain/error.hpp"
#include "leadbook/service/record_input.hpp"
#include "leadbook/service/taken.hpp"
#include "leadbook/store/history.hpp"
#include "leadbook/store/names.hpp"
#include "leadbook/text/translate.hpp"
#include "service/derived.hpp"
#include "service/merge_counterparts.hpp"
#include "service/merge_record.hpp"

namespace leadbook::service {
namespace {

using store::ChangedRecord;
using store::Db;
using store::Entry;
using store::EntryRow;
using store::RecordRow;
using MaybeRow = std::optional<RecordRow>;

class Merger {
 public:
  Merger(Db& other, store::Change& change)
      : other_(other),
        change_(change),
        here_(change.db()),
        merging_(change.origin()),
        fork_(store::last_common_entry(change.db(), other)),
        counterparts_(other, change.db()) {}

  MergeReport run();

 private:
  /// A record kept against what the other book made of it.
  struct Kept {
    MaybeRow applied;  // as the other book has it
    MaybeRow row;      // as it stays
  };

  void announce();
  void take(const Entry& entry);
  void take_row(const EntryRow& row);
  void note_unchanged(const Reference& theirs);
  void take_removal(const Reference& here, const MaybeRow& base, const RecordRow& ours);
  void take_new(const Reference& theirs, RecordRow row);
  void take_edit_of_removed(const Reference& theirs, RecordRow row);
  void take_edit(const Reference& here, const RecordRow& base, RecordRow theirs, RecordRow ours);
  void write_kept();
  void seal(store::Origin next, std::optional<std::int64_t> undoes = {});

  RecordRow translate(const Reference& theirs, const std::string& snapshot, bool bring_back_gone);
  void bring_back(const Reference& theirs);
  std::string described(const Reference& here);
  void tell_conflict(const Reference& here,
                     std::size_t field,
                     const RecordRow& ours,
                     const RecordRow& theirs);

  Db& other_;
  store::Change& change_;
  Db& here_;
  const store::Origin merging_;
  const std::int64_t fork_;
  Counterparts counterparts_;
  Entry entry_;                                   // the one being taken over
  std::map<std::int64_t, std::int64_t> entries_;  // their entries, here
  std::map<Reference, Kept> kept_;                // of the entry being taken over
  std::int64_t written_ = 0;                      // the entry sealed last
  bool announced_ = false;
  Touched touched_;
  MergeReport report_;
};

MergeReport Merger::run() {
  if (fork_ == 0) {
    throw Error(ErrorKind::conflict,
                say("the two books have nothing in common: only a copy of this book, made with "
                    "'leadbook book copy', can be merged into it"));
  }
  const auto last = store::head_of(other_).number;
  for (auto number = fork_ + 1; number <= last; ++number) {
    counterparts_.learn(store::rows_of(other_, number));
  }
  for (auto number = fork_ + 1; number <= last; ++number) {
    take(store::find_entry(other_, number).value());
  }
  touched_.refresh(here_);
  return std::move(report_);
}

void Merger::seal(store::Origin next, std::optional<std::int64_t> undoes) {
  for (const auto& changed : change_.records()) touched_.add(changed);
  written_ = change_.next(std::move(next), undoes);
}

/// Before all that is taken over stands an entry of this time: whatever times the others bring
/// along, they came after it, and no earlier state of the book changes.
void Merger::announce() {
  if (std::exchange(announced_, true)) return;
  const Reference book{Kind::book, 1};
  const auto row = store::find_row(here_, store::shape_of(book.kind), book.number);
  if (row) change_.note({book, row, row});
}

void Merger::take(const Entry& entry) {
  if (const auto seen = store::find_request(here_, entry.request)) {
    entries_[entry.number] = seen->number;
    counterparts_.recognise(store::rows_of(here_, seen->number));
    ++report_.known;
    return;
  }
  announce();
  entry_ = entry;
  seal({entry.at, entry.actor, entry.command, entry.request});
  const auto rows = store::rows_of(other_, entry.number);
  for (const auto& row : rows) take_row(row);
  // What changes nothing here is in the log as well, so that a further merge knows it.
  if (change_.records().empty() && !rows.empty()) note_unchanged(rows.front().record);
  auto undoes = entry.undoes;
  if (undoes && *undoes > fork_) {
    const auto found = entries_.find(*undoes);
    undoes = found == entries_.end() ? std::nullopt : std::optional(found->second);
  }
  auto keeping = merging_;
  keeping.request = entry.request + "-kept";
  seal(keeping, undoes);
  if (written_ != 0) entries_[entry.number] = written_;
  ++(written_ != 0 ? report_.entries : report_.known);
  write_kept();
}

/// The entry that takes back what is not to stay.
void Merger::write_kept() {
  change_.at_line(0);
  for (auto& [record, kept] : kept_) {
    if (kept.row && kept.applied) {
      kept.row->values[1] = kept.applied->revision() + 1;
      store::put_row(here_, store::shape_of(record.kind), *kept.row);
    }
    change_.note({record, kept.applied, kept.row});
  }
  kept_.clear();
  seal(merging_);
}

void Merger::take_row(const EntryRow& row) {
  const auto kind = row.record.kind;
  change_.at_line(static_cast<std::size_t>(row.line));
  MaybeRow base;
  MaybeRow theirs;
  if (row.before) base = translate(row.record, *row.before, false);
  if (row.after) theirs = translate(row.record, *row.after, true);
  const Reference here{kind, counterparts_.number_here(row.record)};
  MaybeRow ours;
  if (here.number != 0) ours = store::find_row(here_, store::shape_of(kind), here.number);
  const auto kept = kept_.find(here);
  if (kept != kept_.end()) ours = kept->second.row;
  if (!theirs) {
    if (ours) take_removal(here, base, *ours);
  } else if (ours) {
    take_edit(here, base ? *base : blank_record(kind), *theirs, *ours);
  } else if (base) {
    take_edit_of_removed(row.record, *theirs);
  } else {
    take_new(row.record, *theirs);
  }
}

void Merger::note_unchanged(const Reference& theirs) {
  const auto number = counterparts_.number_here(theirs);
  const Reference here{theirs.kind, number != 0 ? number : counterparts_.former_number(theirs)};
  const auto row = store::find_row(here_, store::shape_of(here.kind), here.number);
  change_.note({here, row, row});
}

void Merger::take_removal(const Reference& here, const MaybeRow& base, const RecordRow& ours) {
  auto known = ours;
  if (base) {
    known.id = base->id;
    known.values[0] = base->values[0];
    known.values[1] = base->values[1];
  }
  if (known == base && store::dependents_of(here_, here).empty()) {
    change_.restore(here, {});
    return;
  }
  report_.conflicts.push_back(
      say("{} was removed in the other book (entry {}, {}), but was changed or is needed here: it "
          "stays",
          described(here),
          entry_.number,
          entry_.actor));
  change_.note({here, ours, {}});
  kept_[here] = {{}, ours};
}

void Merger::take_new(const Reference& theirs, RecordRow row) {
  const auto added = change_.adopt_row(store::shape_of(theirs.kind), std::move(row));
  counterparts_.set(theirs, added.id);
  const Reference here{theirs.kind, added.id};
  if (here == theirs) return;
  report_.renamed.push_back(say("{} is {} here", reference_text(theirs), described(here)));
}

void Merger::take_edit_of_removed(const Reference& theirs, RecordRow row) {
  const Reference here{theirs.kind, counterparts_.former_number(theirs)};
  row.id = here.number;
  report_.conflicts.push_back(
      say("{} was removed here, but changed in the other book (entry {}, {}): it stays removed; "
          "that version is in the log",
          reference_text(here),
          entry_.number,
          entry_.actor));
  change_.note({here, {}, row});
  kept_[here] = {row, {}};
}

void Merger::take_edit(const Reference& here,
                       const RecordRow& base,
                       RecordRow theirs,
                       RecordRow ours) {
  const auto kind = here.kind;
  auto merged = merge_record(kind, base, theirs, ours);
  // A number that another record has here cannot be taken over.
  if (const auto holder = holder_of_number(here_, kind, merged.kept);
      holder != 0 && holder != here.number) {
    for (const auto field : numbering_fields(kind)) keep_field(kind, field, ours, merged);
  }
  const auto known = kept_.find(here);
  if (merged.conflicts.empty() && known == kept_.end()) {
    if (!(merged.kept == ours)) change_.replace_row(store::shape_of(kind), merged.kept);
    return;
  }
  for (const auto field : merged.conflicts) tell_conflict(here, field, ours, theirs);
  const auto from = known != kept_.end() && known->second.applied ? *known->second.applied : ours;
  auto applied = apply_changes(kind, base, theirs, from);
  applied.values[1] = from.revision() + 1;
  change_.note({here, from, applied});
  kept_[here] = {applied, merged.kept};
}

/// Their record with the numbers its references have here; what is gone here comes back, if wanted.
RecordRow Merger::translate(const Reference& theirs,
                            const std::string& snapshot,
                            bool bring_back_gone) {
  const auto row = store::read_snapshot(store::shape_of(theirs.kind), theirs.number, snapshot);
  if (bring_back_gone) {
    for (const auto& gone : counterparts_.gone_references(theirs.kind, row)) {
      if (counterparts_.number_here(gone) == 0) bring_back(gone);
    }
  }
  return counterparts_.translate(theirs.kind, row);
}

/// A record that was removed here and that something of the other book is about.
void Merger::bring_back(const Reference& theirs) {
  auto row = translate(theirs, counterparts_.latest(theirs), true);
  const Reference here{theirs.kind, counterparts_.former_number(theirs)};
  row.id = here.number;
  change_.restore(here, row);
  counterparts_.set(theirs, here.number);
  report_.conflicts.push_back(
      say("{} was removed here, but the other book has new records about it (entry {}, {}): it is "
          "back",
          described(here),
          entry_.number,
          entry_.actor));
}

std::string Merger::described(const Reference& here) {
  return reference_text(here) + " " + store::canonical_name_of(here_, here);
}

void Merger::tell_conflict(const Reference& here,
                           std::size_t field,
                           const RecordRow& ours,
                           const RecordRow& theirs) {
  const auto naming = [this](const Reference& record) {
    return store::canonical_name_of(here_, record);
  };
  const auto shown = [&](const RecordRow& row) {
    auto text = write_fields(here.kind, row, naming)[field];
    return text.empty() ? say("nothing") : "'" + text + "'";
  };
  const auto newest = store::list_entries(here_, here, 1);
  const auto& facts = fields_of(here.kind)[field];
  report_.conflicts.push_back(
      say("{}: {} is {} here (entry {}, {}) and {} in the other book (entry {}, {}): kept as here",
          described(here),
          choose(facts.english, facts.chinese),
          shown(ours),
          newest.empty() ? 0 : newest.front().number,
          newest.empty() ? "" : newest.front().actor,
          shown(theirs),
          entry_.number,
          entry_.actor));
}

}  // namespace

MergeReport merge_book(store::Db& other, store::Change& change) {
  return Merger(other, change).run();
}

}  // namespace leadbook::service
