// --columns, --sort and --limit: the same for every listing.
#pragma once

#include <string>

#include "leadbook/present/table.hpp"

namespace leadbook::cli {

/// Keeps the named columns ("id,title"), in that order; all where none are named. Throws
/// Error{usage} that names the columns there are.
void choose_columns(present::Table& table, const std::string& names);

/// Orders the rows by a column ("amount", or "-amount" for the greatest first); rows without a
/// value come last either way. The order of equals is kept.
void sort_rows(present::Table& table, const std::string& name);

/// Keeps the first rows.
void limit_rows(present::Table& table, const std::string& limit);

}  // namespace leadbook::cli
