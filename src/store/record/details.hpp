// What is told of persons: it lies beside their records, and the log has its seal alone.
#pragma once

#include "store/record/rows.hpp"

namespace leadbook::store {

/// Writes what a row tells of a person; a row that tells nothing takes away what was there.
void put_details(Db& db, const RecordShape& shape, const RecordRow& row);

/// Takes what the book has of a person, as the row's number says, into a row made from the log.
/// Answers whether that is what the row was sealed with.
bool take_details(Db& db, const RecordShape& shape, RecordRow& row);

/// Whether a row tells anything of a person.
bool has_details(const RecordShape& shape, const RecordRow& row);

/// Whether the details are those the seal was made of; there may be neither.
bool is_sealed(const RecordShape& shape, const RecordRow& row);

/// Makes a new seal where the details are others than those it was made of. A seal without details
/// is left: they are elsewhere.
void seal(const RecordShape& shape, RecordRow& row);

}  // namespace leadbook::store
