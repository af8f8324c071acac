// What can be told of a book's file before the engine opens it.
#pragma once

#include <cstdint>
#include <filesystem>

namespace leadbook::store {

/// "LDBK" in the file's header.
constexpr std::uint32_t application_id = 0x4C44424B;

/// Whether there is a book at all, an empty file being none. Throws Error{failed} for a folder, a
/// file that is no book, one of a newer version and one that may not be read, std::system_error
/// where reading fails. Only reads. Which earlier version it is the engine says, once it rolled back
/// what a program left half done.
bool is_book_file(const std::filesystem::path& file);

/// The absolute path of a book; refuses a URI, whose options could switch off the locking.
std::filesystem::path book_path(const std::filesystem::path& file);

}  // namespace leadbook::store
