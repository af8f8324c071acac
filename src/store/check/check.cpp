// Proving a book whole: the chain of hashes, then the log replayed against the tables.
#include "leadbook/store/check/check.hpp"

#include <fmt/format.h>

#include <array>
#include <numeric>
#include <optional>
#include <stdexcept>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/log/hash.hpp"
#include "leadbook/store/record/details.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/check/last_states.hpp"
#include "store/record/details.hpp"
#include "store/record/rows.hpp"

namespace leadbook::store {
namespace {

constexpr std::size_t most_kept = 20;
constexpr std::int64_t progress_step = 1'000;

using Replay = std::array<LastStates, std::size(all_kinds)>;

void keep(std::vector<Finding>& findings, std::int64_t& more, Finding finding) {
  if (findings.size() < most_kept) {
    findings.push_back(std::move(finding));
  } else {
    ++more;
  }
}

/// Tells how far a part is, some times a second.
class Steps {
 public:
  Steps(const CheckWatch& watch, Proof proof, std::int64_t all)
      : watch_(watch), proof_(proof), all_(all) {}

  void take() {
    if (++done_ % progress_step == 0 && watch_.progress) watch_.progress({proof_, done_, all_});
  }

 private:
  const CheckWatch& watch_;
  Proof proof_;
  std::int64_t all_;
  std::int64_t done_ = 0;
};

/// Re-hashes the log in order and keeps the last state of each record.
class LogCheck {
 public:
  LogCheck(Replay& replay, CheckReport& report, CheckPart& part, Steps& steps)
      : replay_(replay), report_(report), part_(part), steps_(steps) {}

  void take_entries(std::vector<Entry>& entries) {
    end_entries();
    entries_ = std::move(entries);
  }

  /// A row of the entries taken, in order; ends the entries before the row's.
  void take_row(std::int64_t entry, const EntryRow& row) {
    while (at_ < entries_.size() && entries_[at_].number < entry) end_entry();
    if (at_ == entries_.size() || entries_[at_].number != entry) {
      damage(entry, say("entry {} of the change log is missing", entry));
      return;
    }
    hash_.add(row);
    ++rows_;
    steps_.take();
    auto& states = replay_[static_cast<std::size_t>(row.record.kind)];
    if (row.after) {
      states.put(row.record.number, key_of(*row.after));
    } else {
      states.erase(row.record.number);
    }
  }

  void end_entries() {
    while (at_ < entries_.size()) end_entry();
    entries_.clear();
    at_ = 0;
  }

  /// Compares what the log ends with.
  void end(const Head& head) {
    end_entries();
    part_.count = last_;
    report_.head = head;
    if (head.number != last_ || head.hash != previous_) {
      part_.damage(say("the head of the change log does not match its last entry"));
    }
  }

 private:
  void damage(std::int64_t entry, std::string what) {
    if (part_.damages.empty()) report_.whole_until = entry - 1;
    part_.damage(std::move(what));
  }

  void end_entry() {
    const auto& entry = entries_[at_++];
    ++last_;
    if (entry.number != last_) {
      damage(last_, say("entry {} of the change log is missing", last_));
      last_ = entry.number;
    }
    if (rows_ != entry.row_count || hash_.hex(previous_, entry) != entry.hash) {
      damage(last_, say("entry {} of the change log was altered: its hash does not match", last_));
    }
    if (part_.damages.empty()) report_.whole_until = last_;
    hash_ = {};
    rows_ = 0;
    previous_ = entry.hash;
  }

  Replay& replay_;
  CheckReport& report_;
  CheckPart& part_;
  Steps& steps_;
  std::vector<Entry> entries_;
  std::size_t at_ = 0;
  EntryHash hash_;
  std::int64_t rows_ = 0;
  std::int64_t last_ = 0;
  std::string previous_;
};

void prove_chain(
    Db& db, Replay& replay, CheckReport& report, CheckPart& part, const CheckWatch& watch) {
  const auto all = watch.progress ? db.number(statement("entry_row_count")) : 0;
  Steps steps(watch, Proof::chain, all);
  LogCheck log(replay, report, part, steps);
  scan_log(
      db,
      [&](std::vector<Entry>& entries) { log.take_entries(entries); },
      [&](std::int64_t entry, const EntryRow& row) { log.take_row(entry, row); });
  log.end(head_of(db));
}

void hand_on(const RecordShape& shape,
             const RecordRow& row,
             CheckPart& part,
             const CheckWatch& watch) {
  std::optional<AnyRecord> record;
  try {
    record = to_record(shape.kind, row);
  } catch (const Error&) {
    part.damage(say("{} cannot be read", reference_text({shape.kind, row.id})));
    return;
  }
  watch.record(*record);
}

/// Of what is told of a person the log has a seal.
void prove_details(const RecordShape& shape, const RecordRow& row, CheckPart& part) {
  if (!shape.has_personal() || is_sealed(shape, row)) return;
  const auto name = reference_text({shape.kind, row.id});
  if (has_details(shape, row)) {
    part.damage(
        say("the personal details of {} are not those the change log has the seal of", name),
        say("enter them anew with 'leadbook {} edit {}'", shape.table, name));
  } else {
    part.note(say("the personal details of {} are not in this book", name),
              say("enter them anew with 'leadbook {} edit {}'", shape.table, name));
  }
}

/// Each record is taken from the states, so that what remains there is not in the book.
void prove_kind(Db& db,
                const RecordShape& shape,
                LastStates& states,
                CheckPart& part,
                Steps& steps,
                const CheckWatch& watch) {
  each_row(db, shape, [&](RecordRow& row) {
    ++part.count;
    steps.take();
    const auto name = reference_text({shape.kind, row.id});
    const auto* state = states.find(row.id);
    if (state == nullptr) {
      part.damage(say("{} is in the book but not in its change log", name));
      return;
    }
    const bool same = *state == key_of(snapshot(shape, row));
    states.erase(row.id);
    if (!same) {
      part.damage(say("{} differs from what the change log says", name));
      return;
    }
    prove_details(shape, row, part);
    if (watch.record) {
      hand_on(shape, row, part, watch);
    }
  });
  for (const auto number : details_left(db, shape.kind)) {
    const auto name = reference_text({shape.kind, number});
    part.note(say("the personal details of {}, which was removed, are kept for undo", name),
              fmt::format("leadbook {} erase {}", shape.table, name));
  }
  states.each_id([&](std::int64_t id) {
    part.damage(
        say("{} is in the change log but not in the book", reference_text({shape.kind, id})));
  });
}

void prove_tables(Db& db, Replay& replay, CheckPart& part, const CheckWatch& watch) {
  std::int64_t all = 0;
  if (watch.progress) {
    for (const auto kind : all_kinds) all += count_records(db, kind);
  }
  Steps steps(watch, Proof::replay, all);
  for (const auto kind : all_kinds) {
    prove_kind(db, shape_of(kind), replay[static_cast<std::size_t>(kind)], part, steps, watch);
  }
}

/// The last number of a kind is one that some record had: none is given twice, none was left out.
void prove_counters(Db& db, const Replay& replay, CheckPart& part) {
  std::array<std::int64_t, std::size(all_kinds)> counted{};
  db.each(statement("counter_list"), {}, [&](Row& row) {
    const auto& name = row.text("kind");
    const auto kind = parse_word<Kind>(name, "kind");
    if (!kind || identifier(*kind) != name) {
      part.damage(
          say("there is a counter of '{}', which is no kind of record", text::visible(name)));
      return;
    }
    ++part.count;
    counted[static_cast<std::size_t>(*kind)] = row.integer("last");
  });
  for (const auto kind : all_kinds) {
    const auto at = static_cast<std::size_t>(kind);
    if (counted[at] == replay[at].last()) continue;
    part.damage(say("the last number given is {} by its counter and {} by the change log",
                    reference_text({kind, counted[at]}),
                    reference_text({kind, replay[at].last()})));
  }
}

}  // namespace

void CheckPart::damage(std::string what, std::string remedy) {
  keep(damages, more_damages, {std::move(what), std::move(remedy)});
}

void CheckPart::note(std::string what, std::string remedy) {
  keep(notes, more_notes, {std::move(what), std::move(remedy)});
}

const CheckPart& CheckReport::part(Proof proof) const {
  for (const auto& part : parts) {
    if (part.proof == proof) return part;
  }
  throw std::logic_error("no such part of a check");
}

std::vector<std::string> CheckReport::damages() const {
  std::vector<std::string> all;
  for (const auto& part : parts) {
    for (const auto& finding : part.damages) all.push_back(finding.what);
  }
  return all;
}

std::int64_t CheckReport::damage_count() const {
  return std::accumulate(
      parts.begin(), parts.end(), std::int64_t{0}, [](std::int64_t sum, const CheckPart& part) {
        return sum + static_cast<std::int64_t>(part.damages.size()) + part.more_damages;
      });
}

void add_part(CheckReport& report,
              const CheckWatch& watch,
              Proof proof,
              const std::function<void(CheckPart&)>& prove) {
  auto& part = report.parts.emplace_back();
  part.proof = proof;
  if (watch.progress) watch.progress({proof});
  try {
    prove(part);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::failed) throw;
    part.damage(error.what());
  }
}

void leave_out(CheckReport& report, Proof proof) {
  auto& part = report.parts.emplace_back();
  part.proof = proof;
  part.looked_at = false;
}

CheckReport check_book(Db& db, const CheckWatch& watch) {
  CheckReport report;
  add_part(report, watch, Proof::place, [&](CheckPart& part) { db.examine_place(part); });
  add_part(report, watch, Proof::settings, [&](CheckPart& part) { db.examine_settings(part); });
  add_part(report, watch, Proof::storage, [&](CheckPart& part) {
    for (auto& damage : db.damages()) part.damage(std::move(damage));
  });
  Replay replay;
  const auto log_was_read = [&] {
    bool read = false;
    add_part(report, watch, Proof::chain, [&](CheckPart& part) {
      prove_chain(db, replay, report, part, watch);
      read = true;
    });
    return read;
  }();
  if (!log_was_read) {
    for (const auto proof : {Proof::replay, Proof::counters}) leave_out(report, proof);
    return report;
  }
  add_part(report, watch, Proof::replay, [&](CheckPart& part) {
    prove_tables(db, replay, part, watch);
  });
  add_part(
      report, watch, Proof::counters, [&](CheckPart& part) { prove_counters(db, replay, part); });
  return report;
}

}  // namespace leadbook::store
