// What records are called: for showing references and for finding a record by a name.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "leadbook/store/record.hpp"
#include "leadbook/store/record/lookup.hpp"

namespace leadbook::store {

/// The name a record is shown by, in the chosen language; "" where the book has no such record.
std::string name_of(Db& db, const Reference& record);

/// The name that refers to it in a file: the same in every language.
std::string canonical_name_of(Db& db, const Reference& record);

/// The names of many records, each looked up once.
class Names {
 public:
  explicit Names(Db& db) : db_(db) {}
  virtual ~Names() = default;
  virtual const std::string& operator()(const Reference& record);

 private:
  void read_counties();

  Db& db_;
  std::map<Reference, std::string> known_;
  int counties_asked_ = 0;
};

}  // namespace leadbook::store
