// Files that a command needs while it runs, of which nothing is left behind.
#pragma once

#include <string>
#include <string_view>

namespace leadbook::text {

/// Where they lie: TMPDIR, else /tmp.
std::string temporary_folder();

/// A descriptor of a new file there that has no name; -1 where none can be made.
int open_unnamed_file();

/// Writes all of the bytes; false where there is no room for them.
bool write_all(int descriptor, std::string_view bytes);

}  // namespace leadbook::text
