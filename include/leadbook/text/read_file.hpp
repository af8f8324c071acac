// The bytes of a small file, where nothing but all of it will do.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace leadbook::text {

/// All bytes of a file, or its first ones; nothing where there is no such file. Throws
/// std::system_error where it cannot be opened or read to its end.
std::optional<std::string> read_file(const std::string& path, std::size_t most = std::string::npos);

}  // namespace leadbook::text
