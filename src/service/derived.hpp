// The tables worked out from records and kept beside them: where projects stand, what papers add.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "leadbook/store/change.hpp"

namespace leadbook::service {

/// The projects whose derived rows a change may have altered.
class TouchedProjects {
 public:
  void add(const store::ChangedRecord& changed);
  /// Writes the derived rows of each of them anew, if it is there still.
  void refresh(store::Db& db) const;

 private:
  void add(Kind kind, const store::RecordRow& row);

  std::set<std::int64_t> ids_;
  bool all_ = false;
};

/// Writes all derived rows anew.
void refresh_derived(store::Db& db);

}  // namespace leadbook::service
