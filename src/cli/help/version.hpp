// Which program this is.
#pragma once

#include <string>

namespace leadbook::cli {

/// "1.0.0-rc.1".
std::string release();

/// The day of that release, as 2026-11-27.
std::string release_day();

/// The release with the commit it was built from, and below it the engines of books.
std::string version_text();

}  // namespace leadbook::cli
