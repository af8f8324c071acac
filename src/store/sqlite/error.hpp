// The engine's errors in words of our own.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <filesystem>

#include "leadbook/domain/error.hpp"

namespace leadbook::store {

/// What to tell the user of an engine's error, with the exit code it means.
Error error_of(const SQLite::Exception& exception, const std::filesystem::path& file);

}  // namespace leadbook::store
