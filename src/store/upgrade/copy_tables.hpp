// A book's tables as they are, into a book of the same version.
#pragma once

#include <filesystem>

#include "store/engine.hpp"

namespace leadbook::store {

/// Copies every row of every table into a new book in a file or in memory, in one transaction,
/// whatever the version of both is. Throws what reading and writing throw.
void copy_tables(Engine& from, Engine& to);

/// A server's book in a new file, of the version it has. Throws as above.
void copy_as_stored(const Place& server, const std::filesystem::path& file);

}  // namespace leadbook::store
