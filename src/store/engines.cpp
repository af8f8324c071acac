#include "leadbook/store/engines.hpp"

#include <sqlite3.h>

namespace leadbook::store {

std::string engines() {
  return "SQLite " + std::string(::sqlite3_libversion()) + "; PostgreSQL through libpq";
}

}  // namespace leadbook::store
