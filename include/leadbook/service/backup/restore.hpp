// One record made what it was in a backup.
#pragma once

#include "leadbook/service/records/book_change.hpp"

namespace leadbook::service {

/// Makes a record of the book what it is in a backup, as a further entry of the log: its content
/// comes back under a further revision, or the record itself where it was removed. What it refers
/// to is found by identity, whatever number the book knows it by. Answers the entry, 0 where the
/// record is the same already. Throws Error{not_found} where the backup has no such record,
/// Error{conflict} where the book has another one under its number or lacks what it refers to.
std::int64_t restore_record(store::Db& backup, BookChange& change, const Reference& record);

}  // namespace leadbook::service
