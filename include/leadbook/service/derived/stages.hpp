// Where projects stand: the stage ladder over their own moves, their signings and negotiations.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "leadbook/domain/record/records.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// Whether a framework agreement counts as signed in this book.
bool frameworks_count(store::Db& db);

/// The stays of a project.
std::vector<StageSpell> stages_of(store::Db& db, const Project& project);

/// The same of a project of which all signings and talks are at hand.
std::vector<StageSpell> stages_of(const Project& project,
                                  const std::vector<Signing>& signings,
                                  const std::vector<Negotiation>& talks,
                                  bool frameworks_count);

/// What moved a project, and its earliest talk or paper, whether it moved it or not.
struct ProjectPapers {
  std::vector<StageCause> causes;
  std::optional<Date> first;
};
using PapersByProject = std::unordered_map<std::int64_t, ProjectPapers>;

/// The papers and talks of the projects with numbers from `first` to `last`.
PapersByProject papers_between(store::Db& db,
                               std::int64_t first,
                               std::int64_t last,
                               bool frameworks_count);

/// Whether a paper makes the project signed.
bool is_signed(store::Db& db, const Project& project);

/// The stays of a project by its moves and these.
std::vector<StageSpell> history_of(const Project& project, const PapersByProject& papers);

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
