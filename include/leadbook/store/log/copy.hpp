// A whole book into another place: every record, and the change log as it is.
#pragma once

#include "leadbook/store/log/history.hpp"

namespace leadbook::store {

/// Copies a book into an empty one, in one transaction; afterwards both have the same head. Throws
/// Error{conflict} where the other book has entries already, and what writing throws.
void copy_book(Db& from, Db& to);

/// Makes a book anew in an empty one, of which only the change log is read: its records are what
/// the log made them last. What is derived from records is not there yet.
void rebuild_book(Db& from, Db& to);

}  // namespace leadbook::store
