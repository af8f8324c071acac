// The records that totals are made of, project by project.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "leadbook/domain/dimension.hpp"
#include "leadbook/domain/records.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// One row of the table posting.
struct PostedPaper {
  std::int64_t signing = 0;
  std::int64_t project = 0;
  std::int64_t county = 0;
  bool outside = false;   // of the outside amount, not the contract amount
  bool contract = false;  // a paper of its own, not a supplement
  bool first = false;     // of its project
  Date on;
  std::optional<Money> amount;  // may be negative: what a supplement takes away
  std::int64_t completes = 0;   // the contract whose amount was unknown until now
};

struct ReceivedFunds {
  std::int64_t id = 0;
  Date on;
  Money amount;
  bool foreign = false;
};

/// All that totals ask of one project.
struct ProjectFacts {
  Project project;
  std::vector<StageSpell> spells;
  std::vector<PostedPaper> postings;
  std::vector<ReceivedFunds> funds;
  std::unordered_map<std::int64_t, std::string> modes;  // of its signings, where stated
};

/// What a company brings to the totals of those who deal with it.
struct CompanyFacts {
  std::string home;
  std::vector<std::string> flags;
};

/// Which facts are wanted beyond projects and postings: the rest is not read.
struct WantedFacts {
  bool spells = false;
  bool funds = false;
  bool modes = false;
};

/// Reads the projects of a book by number, some thousands at a time.
void each_project(store::Db& db,
                  const WantedFacts& wanted,
                  const std::function<void(ProjectFacts&)>& each);

/// The row of a posting that a statement answered with these columns.
PostedPaper posting_at(store::Row& row);

/// "on_from" and "on_until" of a row. Throws Error{failed} where there is no date: damage.
Date date_at(store::Row& row);

/// An amount and its currency under these columns; nothing for NULL.
std::optional<Money> money_at(store::Row& row, const char* minor, const char* currency);

/// The day a project first stood on this stage or above it; nothing where it never did, and a stay
/// without a date where nobody stated it. Stays off the ladder do not count.
const StageSpell* first_reach(const std::vector<StageSpell>& spells, Stage stage);

/// Where a project stood at the end of a day.
Stage stage_at(const std::vector<StageSpell>& spells, Day day);

std::unordered_map<std::int64_t, CompanyFacts> read_companies(store::Db& db);

}  // namespace leadbook::service
