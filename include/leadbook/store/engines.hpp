// The engines a book can lie in.
#pragma once

#include <string>

namespace leadbook::store {

/// "SQLite 3.40.1; PostgreSQL through libpq": what is compiled in, and what is loaded when a book
/// on a server is opened. Loads nothing.
std::string engines();

}  // namespace leadbook::store
