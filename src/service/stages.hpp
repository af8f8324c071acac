// The stored picture of where each project stands.
#pragma once

#include <cstdint>
#include <set>

#include "leadbook/store/change.hpp"

namespace leadbook::service {

/// The projects that changes moved on the ladder.
class TouchedProjects {
 public:
  void add(const store::ChangedRecord& changed);
  /// Writes down where each of them stands now, if it is there still.
  void refresh(store::Db& db) const;

 private:
  void add(Kind kind, const store::RecordRow& row);

  std::set<std::int64_t> ids_;
  bool all_ = false;
};

}  // namespace leadbook::service
