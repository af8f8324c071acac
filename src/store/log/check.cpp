// Proving a book whole: the chain of hashes, then the log replayed against the tables.
#include <unordered_map>

#include "leadbook/store/log/hash.hpp"
#include "leadbook/store/log/history.hpp"
#include "leadbook/text/translate.hpp"
#include "store/record/rows.hpp"

namespace leadbook::store {
namespace {

/// The last state of each record the log speaks of, as a digest of its snapshot.
using Replay = std::unordered_map<std::int64_t, std::string>;

std::string digest_of(std::string_view text) { return Digest().add(text).hex().substr(0, 32); }

/// Re-hashes the log in order and keeps the last state of each record.
class LogCheck {
 public:
  LogCheck(std::vector<Replay>& replay, CheckReport& report) : replay_(replay), report_(report) {}

  void take_entries(std::vector<Entry>& entries) {
    end_entries();
    entries_ = std::move(entries);
  }

  /// A row of the entries taken, in order; ends the entries before the row's.
  void take_row(std::int64_t entry, const EntryRow& row) {
    while (at_ < entries_.size() && entries_[at_].number < entry) end_entry();
    if (at_ == entries_.size() || entries_[at_].number != entry) {
      report_.damages.push_back(say("entry {} of the change log is missing", entry));
      return;
    }
    hash_.add(row);
    ++rows_;
    auto& states = replay_[static_cast<std::size_t>(row.record.kind)];
    if (row.after) {
      states[row.record.number] = digest_of(*row.after);
    } else {
      states.erase(row.record.number);
    }
  }

  void end_entries() {
    while (at_ < entries_.size()) end_entry();
    entries_.clear();
    at_ = 0;
  }

  const std::string& previous() const { return previous_; }

 private:
  void end_entry() {
    const auto& entry = entries_[at_++];
    ++report_.entries;
    if (entry.number != report_.entries) {
      report_.damages.push_back(say("entry {} of the change log is missing", report_.entries));
      report_.entries = entry.number;
    }
    if (rows_ != entry.row_count || hash_.hex(previous_, entry) != entry.hash) {
      report_.damages.push_back(
          say("entry {} of the change log was altered: its hash does not match", entry.number));
    }
    hash_ = {};
    rows_ = 0;
    previous_ = entry.hash;
  }

  std::vector<Replay>& replay_;
  CheckReport& report_;
  std::vector<Entry> entries_;
  std::size_t at_ = 0;
  EntryHash hash_;
  std::int64_t rows_ = 0;
  std::string previous_;
};

void check_tables(Db& db, std::vector<Replay>& replay, CheckReport& report) {
  for (const auto kind : all_kinds) {
    const auto& shape = shape_of(kind);
    auto& states = replay[static_cast<std::size_t>(kind)];
    each_row(db, shape, [&](RecordRow& row) {
      ++report.records;
      const auto name = reference_text({kind, row.id});
      const auto found = states.find(row.id);
      if (found == states.end()) {
        report.damages.push_back(say("{} is in the book but not in its change log", name));
        return;
      }
      if (found->second != digest_of(snapshot(shape, row))) {
        report.damages.push_back(say("{} differs from what the change log says", name));
      }
      states.erase(found);
    });
    for (const auto& [id, digest] : states) {
      report.damages.push_back(
          say("{} is in the change log but not in the book", reference_text({kind, id})));
    }
  }
}

}  // namespace

CheckReport check_book(Db& db) {
  CheckReport report;
  std::vector<Replay> replay(std::size(all_kinds));
  LogCheck log(replay, report);
  scan_log(
      db,
      [&](std::vector<Entry>& entries) { log.take_entries(entries); },
      [&](std::int64_t entry, const EntryRow& row) { log.take_row(entry, row); });
  log.end_entries();
  report.head = head_of(db);
  if (report.head.number != report.entries || report.head.hash != log.previous()) {
    report.damages.push_back(say("the head of the change log does not match its last entry"));
  }
  check_tables(db, replay, report);
  const auto damages = db.damages();
  report.damages.insert(report.damages.end(), damages.begin(), damages.end());
  return report;
}

}  // namespace leadbook::store
