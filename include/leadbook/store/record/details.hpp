// What is told of persons: it lies in a table beside their records. The log has its seal alone, so
// that it can be erased.
#pragma once

#include <optional>
#include <vector>

#include "leadbook/store/record/record.hpp"

namespace leadbook::store {

/// Whether the log has the same text of two records but for number, identity and revision: what is
/// told of a person may differ.
bool is_logged_alike(const AnyRecord& left, const AnyRecord& right);

/// The record as it is to be written: with a new seal where what it tells of a person is new.
AnyRecord sealed(AnyRecord record);

/// A record made from the log with what the book has of its person; nothing where that is not what
/// the log's seal was made of: it was changed or erased since.
std::optional<AnyRecord> with_details(Db& db, AnyRecord record);

/// Whether a record tells anything of a person.
bool has_details(const AnyRecord& record);

/// Whether the book has details under this number, be the record there or removed.
bool has_details(Db& db, const Reference& record);

/// The numbers of a kind under which there are details, but no record any more.
std::vector<std::int64_t> details_left(Db& db, Kind kind);

/// Takes the details under this number away, if there are any.
void erase_details(Db& db, const Reference& record);

/// Writes all details of a kind anew, so that no page of a file keeps traces of those taken away.
void rewrite_details(Db& db, Kind kind);

}  // namespace leadbook::store
