// A book of an earlier version brought to this program's.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "leadbook/store/backup/backup.hpp"

namespace leadbook::service {

/// The folder for a copy of a book. Throws Error{usage} where there is none for it.
using FolderOf = std::function<std::filesystem::path(const store::Place& book)>;

/// Lays a checked copy of a book aside before its tables are changed, and has what is derived from
/// its records written anew where a step asks for it.
store::Upgrade upgrade_keeping_copies(FolderOf folder_of,
                                      Day day,
                                      std::function<void(const std::string&)> tell);

}  // namespace leadbook::service
