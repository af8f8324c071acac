// The records that totals are made of, project by project.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "leadbook/domain/record/records.hpp"
#include "leadbook/domain/standing/dimension.hpp"
#include "leadbook/store/db.hpp"
#include "service/derived/posted_paper.hpp"

namespace leadbook::service {

struct ReceivedFunds {
  std::int64_t id = 0;
  Date on;
  Money amount;
  bool foreign = false;
};

/// A report of what is planned for a year and done by a day.
struct YearReport {
  std::int64_t id = 0;
  Date year;
  std::optional<Money> planned;
  std::optional<Money> done;
  std::optional<Date> on;
};

/// All that totals ask of one project.
struct ProjectFacts {
  Project project;
  std::vector<StageSpell> spells;
  std::vector<PostedPaper> postings;
  std::vector<ReceivedFunds> funds;
  std::unordered_map<std::int64_t, std::string> modes;  // of its signings, where stated
  std::vector<Signing> papers;                          // all, counted or not
  std::vector<YearReport> outlays;                      // by year, then by day
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
  bool papers = false;
  bool outlays = false;
};

/// Reads the projects of a book by number, some thousands at a time.
void each_project(store::Db& db,
                  const WantedFacts& wanted,
                  const std::function<void(ProjectFacts&)>& each);

/// The day a project first stood on this stage or above it; nothing where it never did, and a stay
/// without a date where nobody stated it. Stays off the ladder do not count.
const StageSpell* first_reach(const std::vector<StageSpell>& spells, Stage stage);

/// The first day anything is known of a project; nothing where nothing is dated.
std::optional<Date> first_appearance(const ProjectFacts& facts);

/// Where a project stood at the end of a day, as known today.
Stage stage_at(const std::vector<StageSpell>& spells, Day day, Day today);

/// The stays that had begun by the end of a day, as known today; the last of them lasts.
std::vector<StageSpell> stays_by(std::vector<StageSpell> spells, Day day, Day today);

using CompaniesByNumber = std::unordered_map<std::int64_t, CompanyFacts>;
CompaniesByNumber read_companies(store::Db& db);

/// Where the money of a project is from: as it states it, else the home of its first investor with
/// a known one; "" where nothing says it.
std::string stated_origin(const Project& project, const CompaniesByNumber& companies);

}  // namespace leadbook::service
