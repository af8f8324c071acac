// The end of a transaction that the log knows: whatever happens, what came of it is found out.
#pragma once

#include "leadbook/store/log/history.hpp"

namespace leadbook::store {

/// Commits a transaction that ends with this entry. Where the engine does not confirm it, the book
/// is asked anew, and where that cannot be asked either the book's Outcome stays unconfirmed.
/// Throws what went wrong even where the entry stands, TryAgain where nothing is stored.
/// `told` is the entry the Outcome names, 0 for none.
void commit_entry(Db& db, Db::Transaction& transaction, const Head& head, std::int64_t told);

}  // namespace leadbook::store
