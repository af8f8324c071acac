// What stands in the books of a folder, read beside the program.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace faults {

/// Every book of a folder by its path there, with all it holds as text. A file that holds nothing
/// yet, or tables and no entry, counts as none: it can be made anew.
using State = std::map<std::string, std::string>;

State read_state(const std::filesystem::path& folder);

/// The bytes of every book of a folder and of what the engine left beside it, by their paths there:
/// where they are the same, so is all that is in the books.
std::map<std::string, std::string> read_bytes(const std::filesystem::path& folder);

}  // namespace faults
