// A book's file copied while others use it.
#pragma once

#include <filesystem>

namespace leadbook::store {

/// Copies a book as of one moment into an empty file. Throws Error{failed} that says why it could
/// not.
void copy_from_file(const std::filesystem::path& book, const std::filesystem::path& copy);

}  // namespace leadbook::store
