// Where projects stand: the stage ladder over their own moves, their signings and negotiations.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "leadbook/domain/record/project.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// Whether a framework agreement counts as signed in this book.
bool frameworks_count(store::Db& db);

/// The stays of a project.
std::vector<StageSpell> stages_of(store::Db& db, const Project& project);

/// The stays of each of these projects, which come by number.
std::vector<std::vector<StageSpell>> histories_of(store::Db& db,
                                                  std::span<const Project> projects,
                                                  bool frameworks_count);

/// The rows of project_stage that the records of these projects make, by number.
std::vector<std::vector<store::Value>> stage_rows(store::Db& db,
                                                  std::int64_t first,
                                                  std::int64_t last,
                                                  bool frameworks_count);

}  // namespace leadbook::service
