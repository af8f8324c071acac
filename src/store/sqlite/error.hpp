// The engine's errors in words of our own.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <filesystem>

namespace leadbook::store {

/// Throws what an engine's error means: Error, BookError where it says nothing of what was written,
/// or std::bad_alloc.
[[noreturn]] void throw_engine_error(const SQLite::Exception& exception,
                                     const std::filesystem::path& file);

}  // namespace leadbook::store
