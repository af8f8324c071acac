// The one write path: a command's changes in one immediate transaction, with their entry in the
// hash-chained change log.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "leadbook/store/log/hash.hpp"
#include "leadbook/store/record/record.hpp"

namespace leadbook::store {

/// Who writes, when, by which command; `request` names this one command among all, so that a
/// retry with the same request changes nothing.
struct Origin {
  std::string at;  // ISO time in UTC
  std::string actor;
  std::string command;
  std::string request;
};

/// One record as it was and as it is now; nullptr where it was not, or is no more.
struct ChangedRecord {
  Reference record;
  const AnyRecord* before = nullptr;
  const AnyRecord* after = nullptr;
};

/// Thrown where the log already holds this request: it was done before, as this entry.
struct RequestSeen {
  std::int64_t entry;
};

class Change {
 public:
  using OnChange = std::function<void(const ChangedRecord&)>;

  /// Opens the transaction and takes the head of the log; `on_change` hears of each record that is
  /// changed. Throws RequestSeen, Error{busy}.
  Change(Db& db, Origin origin, OnChange on_change = {});

  Db& db() { return db_; }
  const Origin& origin() const { return origin_; }
  /// Whether the entry being made holds nothing yet.
  bool is_empty() const { return count_ == 0; }

  /// The line of a file that the changes from here on come from; 0 for none.
  void at_line(std::size_t line) { line_ = static_cast<std::int64_t>(line); }

  /// The last number that was given to a record of a kind.
  std::int64_t last_number(Kind kind) { return counter_of(kind).last; }

  /// The number the entry being made will have.
  std::int64_t entry_number() const { return number_; }

  /// A new record; it comes back with its number, identity and first revision.
  AnyRecord add(AnyRecord record);
  template <class R>
  requires IsRecord<R> R add(const R& record) { return std::get<R>(add(AnyRecord(record))); }

  /// The same under a number of its own choice, which the book must not have given yet; with its
  /// own identity where it has one.
  AnyRecord add_numbered(AnyRecord record);

  /// A record of another book under a number of this one; its identity stays what it is.
  AnyRecord adopt(AnyRecord record);

  /// New content for a record of the book; unchanged content writes nothing.
  AnyRecord put(AnyRecord record);
  template <class R>
  requires IsRecord<R> R put(const R& record) { return std::get<R>(put(AnyRecord(record))); }
  /// The same where the caller has just read what the book holds.
  AnyRecord put(const AnyRecord& before, AnyRecord record);
  /// The same even where the content is unchanged.
  AnyRecord overwrite(const AnyRecord& before, AnyRecord record);

  /// Makes a record what it was: this content under a further revision, whether it is there or not.
  void restore(AnyRecord content);

  /// What is told of a person stays, so that this can be undone.
  void remove(const Reference& record);

  /// Takes away for good what is told of a person who was removed; of one who is there a content
  /// without it does.
  void erase_removed(const Reference& record);

  /// Notes a state a record passes through, for the log alone: the tables stay as they are.
  void note(const ChangedRecord& changed);

  /// Writes the entry of what was changed so far, and begins that of another command in the same
  /// transaction. Answers the written entry's number, 0 where nothing had changed.
  std::int64_t next(Origin origin, std::optional<std::int64_t> undoes = {});

  /// Writes the log entry and commits; answers the entry's number, 0 where nothing had changed.
  /// Whatever it throws, the book's Outcome says whether it was stored.
  std::int64_t commit(std::optional<std::int64_t> undoes = {});

 private:
  std::string new_identity(Kind kind);
  std::int64_t new_number(Kind kind);
  AnyRecord store_new(AnyRecord record);
  void log(const ChangedRecord& changed,
           std::optional<std::string> before,
           std::optional<std::string> after);
  std::int64_t write_entry(std::optional<std::int64_t> undoes);
  void write_counters();
  void note_erasure(const AnyRecord* before, const AnyRecord& after);

  /// The numbers a kind of record was given: the last, and whether the book knows it.
  struct Counter {
    std::int64_t last;
    bool stored;
  };
  Counter& counter_of(Kind kind);

  Db& db_;
  Origin origin_;
  OnChange on_change_;
  Db::Transaction transaction_;
  std::int64_t number_ = 0;   // of the entry being made
  std::string previous_;      // the hash of the entry before it
  std::int64_t written_ = 0;  // the last entry made, 0 for none yet
  std::int64_t count_ = 0;    // of changes in the entry being made
  EntryHash hash_;            // of those
  std::int64_t line_ = 0;
  std::map<Kind, Counter> counters_;
  std::set<Kind> erased_;  // of which somebody was erased
};

}  // namespace leadbook::store
