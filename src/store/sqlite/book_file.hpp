// What can be told of a book's file before the engine opens it.
#pragma once

#include <cstdint>
#include <filesystem>

namespace leadbook::store {

/// "LDBK" in the file's header.
constexpr std::uint32_t application_id = 0x4C44424B;

/// The book version in a file's header; -1 where there is no file. Throws Error{failed} for a
/// folder, an empty file, a file that is no book, one of a newer version and one that cannot be
/// read. Only reads.
int version_of_file(const std::filesystem::path& file, int newest);

/// The absolute path of a book; refuses a URI, whose options could switch off the locking.
std::filesystem::path book_path(const std::filesystem::path& file);

}  // namespace leadbook::store
