// Which record of a book is meant by a record of its copy.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "leadbook/store/history.hpp"

namespace leadbook::service {

/// Records are the same by identity, else by the number only one record may have.
class Counterparts {
 public:
  Counterparts(store::Db& other, store::Db& here) : other_(other), here_(here) {}

  /// Takes the rows of the copy's entries since the fork, in their order.
  void learn(const std::vector<store::EntryRow>& rows);
  /// Takes the rows of an entry of this book that was taken over before.
  void recognise(const std::vector<store::EntryRow>& rows);
  void set(const Reference& theirs, std::int64_t number) { numbers_[theirs] = number; }

  /// The snapshot of how one of their records looked last.
  std::string latest(const Reference& theirs);
  /// The number one of their records has here; 0 where there is no such record.
  std::int64_t number_here(const Reference& theirs);
  /// The number one of their records had here before it was removed.
  std::int64_t former_number(const Reference& theirs);

  /// Their record with the numbers here, its own (0 where it is not here) and its references'.
  store::RecordRow translate(Kind kind, store::RecordRow row);
  /// What their record refers to and is not here.
  std::vector<Reference> gone_references(Kind kind, store::RecordRow row);

 private:
  store::Db& other_;
  store::Db& here_;
  std::map<Reference, std::string> latest_;     // snapshots of their records since the fork
  std::set<Reference> born_;                    // their records made since the fork
  std::map<Reference, std::int64_t> numbers_;   // of their records, here
  std::map<std::string, std::int64_t> former_;  // numbers here of records by identity
};

}  // namespace leadbook::service
