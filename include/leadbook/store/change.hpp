// The one write path: a command's changes in one immediate transaction, with their entry in the
// hash-chained change log.
#pragma once

#include <optional>
#include <string>
#include <vector>

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
  const std::vector<ChangedRecord>& records() const { return records_; }

  /// A new record; it comes back with its number, identity and first revision.
  template <class R>
  R add(const R& record) {
    return from_row<R>(add_row(shape_of(Describe<R>::kind), to_row(record)));
  }

  /// New content for a record of the book; unchanged content writes nothing.
  template <class R>
  R put(const R& record) {
    return from_row<R>(replace_row(shape_of(Describe<R>::kind), to_row(record)));
  }

  template <class R>
  void remove(Id<R> id) {
    restore({Describe<R>::kind, id.number}, {});
  }

  /// As `add` and `put`, for code that treats all kinds alike.
  RecordRow add_row(const RecordShape& shape, RecordRow row);
  RecordRow replace_row(const RecordShape& shape, RecordRow row);

  /// Makes a record what it was: this content under a further revision, or gone.
  void restore(const Reference& record, std::optional<RecordRow> content);

  /// Writes the log entry and commits; answers the entry's number, 0 where nothing had changed.
  std::int64_t commit(std::optional<std::int64_t> undoes = {});

 private:
  std::string new_identity(Kind kind);

  Db& db_;
  Origin origin_;
  Db::Transaction transaction_;
  std::int64_t number_ = 0;
  std::string previous_;
  std::vector<ChangedRecord> records_;
};

}  // namespace leadbook::store
