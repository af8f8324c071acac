#include "leadbook/service/history/book_merge.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/record_text.hpp"
#include "leadbook/service/records/taken.hpp"
#include "leadbook/store/log/history.hpp"
#include "leadbook/store/record/details.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

using store::Db;
using store::Entry;
using store::EntryRow;
using MaybeRecord = std::optional<AnyRecord>;

const AnyRecord* pointer_to(const MaybeRecord& record) { return record ? &*record : nullptr; }

/// Records are the same by identity, else by the number only one record may have.
class Counterparts {
 public:
  Counterparts(Db& other, Db& here) : other_(other), here_(here) {}

  /// Takes the rows of the copy's entries since the fork, in their order.
  void learn(const std::vector<EntryRow>& rows);
  /// Takes the rows of an entry of this book that was taken over before.
  void recognise(const std::vector<EntryRow>& rows);
  void set(const Reference& theirs, std::int64_t number) { numbers_[theirs] = number; }

  /// How one of their records looked last; nothing where neither its book nor its log has it.
  MaybeRecord latest(const Reference& theirs);
  /// The number one of their records has here; 0 where there is no such record.
  std::int64_t number_here(const Reference& theirs);
  /// The number one of their records had here before it was removed.
  std::int64_t former_number(const Reference& theirs);

  /// Their record with the numbers here, its own (0 where it is not here) and its references'.
  AnyRecord translate(AnyRecord record);
  /// What their record refers to and is not here.
  std::vector<Reference> gone_references(AnyRecord record);

 private:
  Db& other_;
  Db& here_;
  std::map<Reference, std::string> latest_;     // snapshots of their records since the fork
  std::set<Reference> born_;                    // their records made since the fork
  std::map<Reference, std::int64_t> numbers_;   // of their records, here
  std::map<std::string, std::int64_t> former_;  // numbers here of records by identity
};

void Counterparts::learn(const std::vector<EntryRow>& rows) {
  for (const auto& row : rows) {
    if (!row.before && !row.after) continue;
    if (!row.before && latest_.count(row.record) == 0) born_.insert(row.record);
    latest_[row.record] = row.after ? *row.after : *row.before;
  }
}

void Counterparts::recognise(const std::vector<EntryRow>& rows) {
  for (const auto& row : rows) {
    const auto& text = row.after ? row.after : row.before;
    if (!text) continue;
    former_[identity_of(store::read_snapshot(row.record, *text))] = row.record.number;
  }
}

/// A record of another book's log with what that book has of its person.
AnyRecord logged_record(Db& book, const Reference& record, const std::string& snapshot) {
  auto logged = store::read_snapshot(record, snapshot);
  auto whole = store::with_details(book, logged);
  return whole ? std::move(*whole) : logged;
}

MaybeRecord Counterparts::latest(const Reference& theirs) {
  const auto found = latest_.find(theirs);
  if (found != latest_.end()) return logged_record(other_, theirs, found->second);
  return store::find(other_, theirs);
}

std::int64_t Counterparts::number_here(const Reference& theirs) {
  auto record = latest(theirs);
  if (!record) return 0;
  auto number = store::number_of_identity(here_, theirs.kind, identity_of(*record));
  // A target or a reported sum is told by its county, which may have another number here.
  if (number == 0 && (theirs.kind == Kind::target || theirs.kind == Kind::aggregate)) {
    visit_references(*record, [this](Kind kind, std::int64_t& county) {
      county = number_here({kind, county});
      if (county == 0) county = -1;  // gone here: no target of the city
    });
  }
  if (number == 0) number = holder_of_number(here_, *record);
  if (number != 0) numbers_[theirs] = number;
  return number;
}

std::int64_t Counterparts::former_number(const Reference& theirs) {
  if (born_.count(theirs) == 0) return theirs.number;
  const auto known = numbers_.find(theirs);
  if (known != numbers_.end()) return known->second;
  const auto record = latest(theirs);
  const auto former = record ? former_.find(identity_of(*record)) : former_.end();
  return former == former_.end() ? theirs.number : former->second;
}

AnyRecord Counterparts::translate(AnyRecord record) {
  visit_references(record, [this](Kind kind, std::int64_t& number) {
    const Reference theirs{kind, number};
    number = number_here(theirs);
    if (number == 0) number = former_number(theirs);
  });
  set_number(record, number_here(reference_of(record)));
  return record;
}

std::vector<Reference> Counterparts::gone_references(AnyRecord record) {
  std::vector<Reference> gone;
  visit_references(record, [&](Kind kind, std::int64_t& number) {
    if (number_here({kind, number}) == 0) gone.push_back({kind, number});
  });
  return gone;
}

/// `onto` with every field that `theirs` has otherwise than `base`.
AnyRecord apply_changes(const AnyRecord& base, const AnyRecord& theirs, AnyRecord onto) {
  for (std::size_t field = 0; field < fields_of(which_kind(base)).size(); ++field) {
    if (!is_same_field(base, theirs, field)) copy_field(theirs, onto, field);
  }
  return onto;
}

/// A record as two books made it; fields are named by their place in the list of their kind.
struct MergedRecord {
  AnyRecord kept;
  std::vector<std::size_t> conflicts;

  /// Leaves one more field as `ours` has it.
  void keep(std::size_t field, const AnyRecord& ours) {
    copy_field(ours, kept, field);
    if (std::find(conflicts.begin(), conflicts.end(), field) == conflicts.end()) {
      conflicts.push_back(field);
    }
  }
};

/// What is told of a person is in no log: it comes along with the seal made of it.
void take_person(const AnyRecord& theirs, const AnyRecord& ours, AnyRecord& kept) {
  const auto& fields = fields_of(which_kind(kept));
  for (std::size_t field = 0; field < fields.size(); ++field) {
    if (fields[field].name == "seal" && is_same_field(ours, kept, field)) return;
  }
  for (std::size_t field = 0; field < fields.size(); ++field) {
    if (fields[field].personal) copy_field(theirs, kept, field);
  }
}

/// As `apply_changes`, but a field that both changed, and not alike, stays as `ours` has it.
MergedRecord merge_record(const AnyRecord& base, const AnyRecord& theirs, const AnyRecord& ours) {
  MergedRecord merged{ours, {}};
  const auto& fields = fields_of(which_kind(base));
  for (std::size_t field = 0; field < fields.size(); ++field) {
    if (fields[field].personal || is_same_field(base, theirs, field) ||
        is_same_field(ours, theirs, field))
      continue;
    if (is_same_field(base, ours, field)) {
      copy_field(theirs, merged.kept, field);
    } else {
      merged.conflicts.push_back(field);
    }
  }
  take_person(theirs, ours, merged.kept);
  return merged;
}

/// Takes over what the other book has since the fork.
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
    MaybeRecord applied;  // as the other book has it
    MaybeRecord stays;
  };

  void announce();
  void take(const Entry& entry);
  void take_row(const EntryRow& row);
  void note_unchanged(const Reference& theirs);
  void take_removal(const Reference& here, const MaybeRecord& base, const AnyRecord& ours);
  void take_new(const Reference& theirs, AnyRecord record);
  void take_edit_of_removed(const Reference& theirs, AnyRecord record);
  void take_edit(const Reference& here,
                 const AnyRecord& base,
                 const AnyRecord& theirs,
                 const AnyRecord& ours);
  void write_kept();
  void seal(store::Origin next, std::optional<std::int64_t> undoes = {});

  AnyRecord translate(AnyRecord theirs, bool bring_back_gone);
  void bring_back(const Reference& theirs);
  std::string described(const Reference& here);
  void tell_conflict(const Reference& here,
                     std::size_t field,
                     const AnyRecord& ours,
                     const AnyRecord& theirs);

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
  return std::move(report_);
}

void Merger::seal(store::Origin next, std::optional<std::int64_t> undoes) {
  written_ = change_.next(std::move(next), undoes);
}

/// Before all that is taken over stands an entry of this time: whatever times the others bring
/// along, they came after it, and no earlier state of the book changes.
void Merger::announce() {
  if (std::exchange(announced_, true)) return;
  const Reference book{Kind::book, 1};
  const auto record = store::find(here_, book);
  if (record) change_.note({book, &*record, &*record});
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
  if (change_.is_empty() && !rows.empty()) note_unchanged(rows.front().record);
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
    if (kept.stays && kept.applied) {
      change_.overwrite(*kept.applied, *kept.stays);
    } else {
      change_.note({record, pointer_to(kept.applied), pointer_to(kept.stays)});
    }
  }
  kept_.clear();
  seal(merging_);
}

void Merger::take_row(const EntryRow& row) {
  const auto kind = row.record.kind;
  change_.at_line(static_cast<std::size_t>(row.line));
  MaybeRecord base;
  MaybeRecord theirs;
  if (row.before) base = translate(store::read_snapshot(row.record, *row.before), false);
  if (row.after) theirs = translate(logged_record(other_, row.record, *row.after), true);
  const Reference here{kind, counterparts_.number_here(row.record)};
  MaybeRecord ours;
  if (here.number != 0) ours = store::find(here_, here);
  const auto kept = kept_.find(here);
  if (kept != kept_.end()) ours = kept->second.stays;
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
  const auto record = store::find(here_, here);
  change_.note({here, pointer_to(record), pointer_to(record)});
}

void Merger::take_removal(const Reference& here, const MaybeRecord& base, const AnyRecord& ours) {
  const bool is_unchanged =
      base && (is_same_content(*base, ours) || store::is_logged_alike(*base, ours));
  if (is_unchanged && store::dependents_of(here_, here).empty()) return change_.remove(here);
  report_.conflicts.push_back(
      say("{} was removed in the other book (entry {}, {}), but was changed or is needed here: it "
          "stays",
          described(here),
          entry_.number,
          entry_.actor));
  change_.note({here, &ours, nullptr});
  kept_[here] = {{}, ours};
}

void Merger::take_new(const Reference& theirs, AnyRecord record) {
  const auto here = reference_of(change_.adopt(std::move(record)));
  counterparts_.set(theirs, here.number);
  if (here == theirs) return;
  report_.renamed.push_back(say("{} is {} here", reference_text(theirs), described(here)));
}

void Merger::take_edit_of_removed(const Reference& theirs, AnyRecord record) {
  const Reference here{theirs.kind, counterparts_.former_number(theirs)};
  set_number(record, here.number);
  report_.conflicts.push_back(
      say("{} was removed here, but changed in the other book (entry {}, {}): it stays removed; "
          "that version is in the log",
          reference_text(here),
          entry_.number,
          entry_.actor));
  change_.note({here, nullptr, &record});
  kept_[here] = {std::move(record), {}};
}

void Merger::take_edit(const Reference& here,
                       const AnyRecord& base,
                       const AnyRecord& theirs,
                       const AnyRecord& ours) {
  auto merged = merge_record(base, theirs, ours);
  // A number that another record has here cannot be taken over.
  if (const auto holder = holder_of_number(here_, merged.kept);
      holder != 0 && holder != here.number) {
    for (const auto field : numbering_fields(here.kind)) merged.keep(field, ours);
  }
  const auto known = kept_.find(here);
  if (merged.conflicts.empty() && known == kept_.end()) {
    change_.put(ours, std::move(merged.kept));
    return;
  }
  for (const auto field : merged.conflicts) tell_conflict(here, field, ours, theirs);
  const auto from = known != kept_.end() && known->second.applied ? *known->second.applied : ours;
  auto applied = apply_changes(base, theirs, from);
  set_revision(applied, revision_of(from) + 1);
  change_.note({here, &from, &applied});
  kept_[here] = {std::move(applied), std::move(merged.kept)};
}

/// Their record with the numbers its references have here; what is gone here comes back, if wanted.
AnyRecord Merger::translate(AnyRecord theirs, bool bring_back_gone) {
  if (bring_back_gone) {
    for (const auto& gone : counterparts_.gone_references(theirs)) {
      if (counterparts_.number_here(gone) == 0) bring_back(gone);
    }
  }
  return counterparts_.translate(std::move(theirs));
}

/// A record that was removed here and that something of the other book is about.
void Merger::bring_back(const Reference& theirs) {
  auto record = translate(counterparts_.latest(theirs).value(), true);
  const Reference here{theirs.kind, counterparts_.former_number(theirs)};
  set_number(record, here.number);
  change_.restore(std::move(record));
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
                           const AnyRecord& ours,
                           const AnyRecord& theirs) {
  const auto naming = [this](const Reference& record) {
    return store::canonical_name_of(here_, record);
  };
  const auto shown = [&](const AnyRecord& record) {
    auto text = write_fields(record, naming)[field];
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
