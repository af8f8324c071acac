// What keeps a user's statement on a file within what it may do, and within time and size.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace leadbook::store {

/// What a statement is allowed: reading, from within a view's text alone, and known functions.
struct Gate {
  std::string mark;              // begins the names of the views' own texts; nobody can guess it
  std::set<std::string> tables;  // all of the book's
  std::set<std::string> viewed;  // those that views stand for
};

/// A gate of its own for one statement on this database. Throws SQLite::Exception.
Gate make_gate(sqlite3* database);

/// Holds a connection within the limits while it lives; the gate and the moment at which a
/// statement is stopped must live as long.
class Confined {
 public:
  Confined(sqlite3* database, Gate& gate, std::chrono::steady_clock::time_point& until);
  ~Confined();
  Confined(const Confined&) = delete;
  Confined& operator=(const Confined&) = delete;

 private:
  sqlite3* database_;
  std::vector<int> before_;  // the limits there were
};

}  // namespace leadbook::store
