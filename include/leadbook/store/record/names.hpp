// What records are called: for showing references and for finding a record by a name.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "leadbook/store/record/lookup.hpp"
#include "leadbook/store/record/many.hpp"

namespace leadbook::store {

/// The name a record is shown by, in the chosen language; "" where the book has no such record.
std::string name_of(Db& db, const Reference& record);

/// The name that refers to it in a file: the same in every language.
std::string canonical_name_of(Db& db, const Reference& record);

/// The names of many records, each read once.
class Names {
 public:
  explicit Names(Db& db) : db_(db) {}
  virtual ~Names() = default;

  /// Reads the names of these records, as many statements as there are kinds among them: to be
  /// called before many are asked for. References of no record (number 0) are passed over.
  virtual void read(const std::vector<Reference>& records);

  /// "" where the book has no such record. Holds until the next is read.
  virtual const std::string& operator()(const Reference& record);

 private:
  ReadAhead<std::string>& of(Kind kind);

  Db& db_;
  std::map<Kind, ReadAhead<std::string>> known_;
};

}  // namespace leadbook::store
