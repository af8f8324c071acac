#include "service/totals/meetings.hpp"

#include "leadbook/store/record/record.hpp"
#include "service/totals/sum.hpp"

namespace leadbook::service {
namespace {

using store::Row;

using CompaniesOf = std::map<std::int64_t, std::vector<std::int64_t>>;

CompaniesOf read_companies_of(store::Db& db, const char* statement, const TotalsQuery& query) {
  CompaniesOf companies;
  db.each(store::statement(statement), reaching_bounds(query), [&](Row& row) {
    auto& list = companies[row.integer("id")];
    const auto company = row.integer("company_id");
    if (std::find(list.begin(), list.end(), company) == list.end()) list.push_back(company);
  });
  return companies;
}

/// The companies of a meeting; none of one that names none.
const std::vector<std::int64_t>& companies_at(const CompaniesOf& companies, std::int64_t id) {
  static const std::vector<std::int64_t> none;
  const auto found = companies.find(id);
  return found == companies.end() ? none : found->second;
}

/// A talk, trip or event as it is read, without keeping the book busy while it is counted.
struct Meeting {
  std::int64_t id;
  std::int64_t county;
  Date on;
  std::int64_t project = 0;
  std::string mode = {};
  std::string leader = {};
};

std::vector<Meeting> read_meetings(store::Db& db,
                                   const char* statement,
                                   const TotalsQuery& query,
                                   Kind kind) {
  std::vector<Meeting> meetings;
  db.each(store::statement(statement), reaching_bounds(query), [&](Row& row) {
    Meeting meeting{row.integer("id"), row.integer_or_zero("county_id"), date_at(row)};
    if (kind == Kind::negotiation) {
      meeting.project = row.integer_or_zero("project_id");
      meeting.mode = row.text_or_empty("mode");
    }
    if (kind != Kind::event) meeting.leader = row.text_or_empty("leader");
    meetings.push_back(std::move(meeting));
  });
  return meetings;
}

Occasion occasion_of(const Meeting& meeting,
                     const std::map<std::int64_t, ProjectFacts>& projects,
                     const CompaniesOf& companies) {
  Occasion occasion;
  const auto project = projects.find(meeting.project);
  if (project != projects.end()) occasion.project = &project->second;
  occasion.county = meeting.county;
  occasion.on = meeting.on;
  occasion.mode = meeting.mode;
  occasion.leader = meeting.leader;
  occasion.companies = &companies_at(companies, meeting.id);
  return occasion;
}

}  // namespace

bool asks_of_meetings(const Tally& tally) {
  return tally.wants(Measure::negotiations) || tally.wants(Measure::delegations) ||
         tally.wants(Measure::visits) || tally.wants(Measure::events);
}

void take_meetings(store::Db& db,
                   const std::map<std::int64_t, ProjectFacts>& projects,
                   Countings& countings) {
  const auto& query = countings.certain.query;
  const auto& tally = countings.certain.tally;
  const auto count =
      [&](Measure measure, Kind kind, const Meeting& meeting, const auto& companies) {
        const auto occasion = occasion_of(meeting, projects, companies);
        const Addend one{1, 0, 1, 1, {kind, meeting.id}};
        countings.take(meeting.on, [&](Counting& counting) {
          counting.tally.add(measure, counting.grouping.groups_of(occasion), one);
        });
      };
  if (tally.wants(Measure::negotiations)) {
    const auto companies = read_companies_of(db, "totals_counterparts", query);
    for (const auto& talk : read_meetings(db, "totals_negotiations", query, Kind::negotiation)) {
      count(Measure::negotiations, Kind::negotiation, talk, companies);
    }
  }
  if (tally.wants(Measure::delegations) || tally.wants(Measure::visits)) {
    const auto companies = read_companies_of(db, "totals_visits", query);
    for (const auto& trip : read_meetings(db, "totals_delegations", query, Kind::delegation)) {
      count(Measure::delegations, Kind::delegation, trip, companies);
      // Each company counts in its own group, so that a breakdown by company adds up.
      for (const auto company : companies_at(companies, trip.id)) {
        count(Measure::visits, Kind::delegation, trip, CompaniesOf{{trip.id, {company}}});
      }
    }
  }
  if (tally.wants(Measure::events)) {
    for (const auto& event : read_meetings(db, "totals_events", query, Kind::event)) {
      count(Measure::events, Kind::event, event, CompaniesOf{});
    }
  }
}

}  // namespace leadbook::service
