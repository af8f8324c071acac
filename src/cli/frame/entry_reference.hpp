// How an entry of the change log is named on the command line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "leadbook/store/db.hpp"

namespace leadbook::cli {

/// The number of the entry that "12", "#12" or "import#12" names, the last by the number of the
/// import; nothing where the text is none of these. Throws Error{not_found} where there is no such
/// import.
std::optional<std::int64_t> entry_named(store::Db& db, const std::string& text);

}  // namespace leadbook::cli
