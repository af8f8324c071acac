// A user's statement on a book in a file.
#pragma once

#include <sqlite3.h>

#include <filesystem>

#include "leadbook/store/query.hpp"

namespace leadbook::store {

/// Runs it on a connection of its own that can only read. Throws Error, and as the other
/// SQLite::Exception where it is not the statement's fault.
QueryAnswer query_file(const std::filesystem::path& file, const Query& query);

/// Runs it on a book in memory that nobody else uses, and leaves the connection as it was.
QueryAnswer query_memory(sqlite3* database, const Query& query);

}  // namespace leadbook::store
