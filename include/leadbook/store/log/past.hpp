// A book as it stood after one of its log's entries: made anew, in memory, from the log.
#pragma once

#include <optional>
#include <string>

#include "leadbook/store/log/history.hpp"

namespace leadbook::store {

/// The first entry of the log, in its order, that was written at or after a time (ISO, UTC).
std::optional<Entry> first_entry_since(Db& book, const std::string& at);

/// The latest time of an entry and all before it, in UTC; merged ones keep older times of their
/// own.
std::string latest_time(Db& book, std::int64_t entry);

/// The book as it stood after an entry: every record as the log has it by then, and the head. Of
/// the log itself only what tells of imports is there; what is derived from records is not. Throws
/// Error{failed} where the log cannot be read.
Db replay_log(Db& book, const Entry& last);

}  // namespace leadbook::store
