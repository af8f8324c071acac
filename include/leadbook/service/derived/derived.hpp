// The tables worked out from records and kept beside them: where projects stand, what papers add,
// the names a search reads.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "leadbook/store/log/change.hpp"

namespace leadbook::service {

/// What derived rows a change may have altered.
class Touched {
 public:
  void add(const store::ChangedRecord& changed);
  /// Writes the derived rows of each record anew, if it is there still.
  void refresh(store::Db& db) const;

 private:
  void add(const AnyRecord& record);
  void refresh_projects(store::Db& db) const;

  std::set<std::int64_t> projects_;
  std::map<Kind, std::set<std::int64_t>> blocks_;  // of names, by their first number
  bool all_projects_ = false;
};

/// Writes all derived rows anew.
void refresh_derived(store::Db& db);

/// Where the stored stages, postings and names are not what the records make them, each in a
/// sentence.
std::vector<std::string> check_derived(store::Db& db);

}  // namespace leadbook::service
