// Where projects stand, as the rows of project_stage.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "leadbook/domain/records.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// The rows of project_stage that the records of these projects make, by number.
std::vector<std::vector<store::Value>> stage_rows(store::Db& db,
                                                  std::int64_t first,
                                                  std::int64_t last,
                                                  bool frameworks_count);

/// The stays of each of these projects, which come by number.
std::vector<std::vector<StageSpell>> histories_of(store::Db& db,
                                                  std::span<const Project> projects,
                                                  bool frameworks_count);

}  // namespace leadbook::service
