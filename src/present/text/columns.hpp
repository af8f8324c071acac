// A table whose columns share the line evenly and whose cells take as many lines as they need.
#pragma once

#include <string>

#include "leadbook/present/table.hpp"

namespace leadbook::present {

/// Whether a table is to be set so: all its columns wrap.
bool wraps(const Table& table);

/// The rows under their headings, a rule between any two; each of at least one line.
std::string render_wrapped(const Table& table, const Style& style);

}  // namespace leadbook::present
