#include "store/log/commit.hpp"

namespace leadbook::store {
namespace {

bool holds_entry(Db& db, const Head& head) {
  const auto entry = find_entry(db, head.number);
  return entry && entry->hash == head.hash;
}

/// Whether the book, opened anew, holds this entry. Where a connection was lost its transaction may
/// still be under way: the head, which it holds to its end, is taken first.
bool holds_entry_now(Db& db, const Head& head, bool lost_connection) {
  db.reopen();
  if (!lost_connection) return holds_entry(db, head);
  Db::Transaction turn(db);
  db.run(statement("head_take"));
  return holds_entry(db, head);
}

/// The same, asked again where the answer was lost or the head not given up; nothing where the book
/// cannot be asked.
std::optional<bool> ask_for_entry(Db& db, const Head& head, bool lost_connection) {
  constexpr int attempts = 6;
  for (int attempt = 1; attempt <= attempts; ++attempt) {
    try {
      return holds_entry_now(db, head, lost_connection);
    } catch (const TryAgain&) {
      continue;
    } catch (const Error&) {
      break;
    }
  }
  return {};
}

}  // namespace

void commit_entry(Db& db, Db::Transaction& transaction, const Head& head, std::int64_t told) {
  std::exception_ptr cause;
  try {
    transaction.commit_as(told);
    return;
  } catch (const Unconfirmed& unconfirmed) {
    cause = unconfirmed.cause;
  }
  const auto stored = ask_for_entry(db, head, !cause);
  if (stored) transaction.settle(*stored, told);
  // A failure is told even where the entry stands: the next loss of power might take it back.
  if (cause) std::rethrow_exception(cause);
  if (!stored) throw connection_lost();
  if (!*stored) throw TryAgain{connection_lost()};
}

}  // namespace leadbook::store
