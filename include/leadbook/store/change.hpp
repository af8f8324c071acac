// The one write path: a command's changes in one immediate transaction, with their entry in the
// hash-chained change log.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/store/log_hash.hpp"
#include "leadbook/store/record.hpp"

namespace leadbook::store {

/// Who writes, when, by which command; `request` names this one command among all, so that a
/// retry with the same request changes nothing.
struct Origin {
  std::string at;  // ISO time in UTC
  std::string actor;
  std::string command;
  std::string request;
};

/// One record as it was and as it is now.
struct ChangedRecord {
  Reference record;
  std::optional<RecordRow> before;
  std::optional<RecordRow> after;
  std::int64_t line = 0;  // of the file it was imported from; 0 for none
};

/// Thrown where the log already holds this request: it was done before, as this entry.
struct RequestSeen {
  std::int64_t entry;
};

class Change {
 public:
  /// Opens the transaction and takes the head of the log. Throws RequestSeen, Error{busy}.
  Change(Db& db, Origin origin);

  Db& db() { return db_; }
  const Origin& origin() const { return origin_; }
  /// The records changed so far; none of them where they are watched.
  const std::vector<ChangedRecord>& records() const { return records_; }

  /// For changes too many to be held: each is handed to `watch` and written to the log at once.
  /// To be called before the first.
  void watch(std::function<void(const ChangedRecord&)> watch) { watch_ = std::move(watch); }

  /// The line of a file that the changes from here on come from; 0 for none.
  void at_line(std::size_t line) { line_ = static_cast<std::int64_t>(line); }

  /// The last number that was given to a record of a kind.
  std::int64_t last_number(Kind kind) { return counter_of(kind).last; }

  /// The number the entry being made will have.
  std::int64_t entry_number() const { return number_; }

  /// A new record; it comes back with its number, identity and first revision.
  template <class R>
  R add(const R& record) {
    return from_row<R>(add_row(shape_of(kind_of<R>), to_row(record)));
  }

  /// New content for a record of the book; unchanged content writes nothing.
  template <class R>
  R put(const R& record) {
    return from_row<R>(replace_row(shape_of(kind_of<R>), to_row(record)));
  }

  template <class R>
  void remove(Id<R> id) {
    restore({kind_of<R>, id.number}, {});
  }

  /// As `add` and `put`, for code that treats all kinds alike.
  RecordRow add_row(const RecordShape& shape, RecordRow row);
  RecordRow replace_row(const RecordShape& shape, RecordRow row);
  /// The same where the caller has just read what the book holds.
  RecordRow replace_row(const RecordShape& shape, RecordRow before, RecordRow row);

  /// Makes a record what it was: this content under a further revision, or gone.
  void restore(const Reference& record, std::optional<RecordRow> content);

  /// A new record under a number of its own choice, which the book must not have given yet; with
  /// its own identity where it has one.
  RecordRow add_row_numbered(const RecordShape& shape, RecordRow row);

  /// A record of another book under a number of this one; its identity stays what it is.
  RecordRow adopt_row(const RecordShape& shape, RecordRow row);
  /// Notes a state a record passes through, for the log alone: the tables stay as they are.
  void note(ChangedRecord changed);

  /// Writes the entry of what was changed so far, and begins that of another command in the same
  /// transaction. Answers the written entry's number, 0 where nothing had changed.
  std::int64_t next(Origin origin, std::optional<std::int64_t> undoes = {});

  /// Writes the log entry and commits; answers the entry's number, 0 where nothing had changed.
  /// Throws Error{failed} that names the request where it stays unknown whether it was stored,
  /// TryAgain where it certainly was not.
  std::int64_t commit(std::optional<std::int64_t> undoes = {});

 private:
  std::string new_identity(Kind kind);
  std::int64_t new_number(Kind kind);
  RecordRow store_new(const RecordShape& shape, RecordRow row);
  void log(const ChangedRecord& changed);
  std::int64_t write_entry(std::optional<std::int64_t> undoes);
  void write_counters();
  void confirm(const Unconfirmed& unconfirmed);

  /// The numbers a kind of record was given: the last, and whether the book knows it.
  struct Counter {
    std::int64_t last;
    bool stored;
  };

  Db& db_;
  Origin origin_;
  Db::Transaction transaction_;
  std::int64_t number_ = 0;   // of the entry being made
  std::string previous_;      // the hash of the entry before it
  std::int64_t written_ = 0;  // the last entry made, 0 for none yet
  std::vector<ChangedRecord> records_;
  std::int64_t count_ = 0;   // of changes in the entry being made
  std::int64_t logged_ = 0;  // of these already written
  EntryHash hash_;           // of those
  std::int64_t line_ = 0;
  std::function<void(const ChangedRecord&)> watch_;
  Counter& counter_of(Kind kind);
  std::map<Kind, Counter> counters_;
};

}  // namespace leadbook::store
