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

/// Every record of a kind, by number, with the first of the fields it is named by.
void each_first_name(Db& db, Kind kind, const std::function<void(std::int64_t, std::string)>& each);

/// The names of many records, each read once.
class Names {
 public:
  explicit Names(Db& db) : db_(db) {}
  virtual ~Names() = default;

  /// Reads the names of these records, of all kinds by one statement: to be called before many are
  /// asked for. References of no record (number 0) are passed over.
  virtual void read(const std::vector<Reference>& records);

  /// As `read`, but together with the next name that is asked for and not known.
  void expect(const std::vector<Reference>& records);

  /// Takes names off records of which enough was read.
  void learn(const Records& records);

  /// "" where the book has no such record. Holds until the next is read.
  virtual const std::string& operator()(const Reference& record);

 private:
  Db& db_;
  std::vector<Reference> expected_;
  std::map<Kind, std::unordered_map<std::int64_t, std::string>> known_;
};

}  // namespace leadbook::store
