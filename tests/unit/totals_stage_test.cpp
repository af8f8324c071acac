#include <map>

#include "catch.hpp"
#include "leadbook/service/standing/board.hpp"
#include "leadbook/service/standing/funnel.hpp"
#include "leadbook/service/totals/totals.hpp"
#include "slow_ladder.hpp"

namespace {

using namespace leadbook;
using service::StageChoice;
using service::TotalsQuery;

TotalsQuery projects_at(StageChoice choice) {
  TotalsQuery query;
  query.measures = {Measure::projects, Measure::planned_investment};
  query.period = parse_period("1990..2020-05-22", scratch::today).value();
  query.today = scratch::today;
  query.stage = choice;
  return query;
}

/// How many there are, of how many the investment is known, and what that comes to.
struct Sums {
  std::int64_t projects = 0;
  std::int64_t known = 0;
  std::int64_t minor = 0;

  bool operator==(const Sums&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Sums& sums) {
  return out << sums.projects << " projects, " << sums.known << " with " << sums.minor;
}

Sums sums_of(const std::vector<service::TotalsValue>& values) {
  return {values[0].number, values[1].known, values[1].number};
}

service::FunnelGroup funnel_of(store::Db& db) {
  service::FunnelQuery query;
  query.today = scratch::today;
  query.at = scratch::today;
  return service::funnel(db, query).groups.front();
}

using SumsByCurrency = std::map<std::string, Sums>;

void add_project(const std::optional<Amount>& planned, SumsByCurrency& all) {
  auto& sums = all[planned ? std::string(planned->money.currency.code()) : ""];
  ++sums.projects;
  if (!planned) return;
  ++sums.known;
  sums.minor += planned->money.minor;
}

/// The projects that stand at a stage, but fell back to it: once completed they left the wall
/// chart.
SumsByCurrency fallen_back(const slow_ladder::Records& records, Stage stage) {
  SumsByCurrency all;
  for (const auto& project : records.projects) {
    auto stays = slow_ladder::stays_of(records, project);
    std::erase_if(stays, [](const auto& stay) { return stay.since > scratch::today; });
    if (stays.empty() || stays.back().stage != stage) continue;
    if (slow_ladder::highest_of(stays) >= Stage::completed) {
      add_project(project.planned_investment, all);
    }
  }
  return all;
}

}  // namespace

TEST_CASE("totals by stage are the numbers of the funnel", "[totals]") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    scratch::Book book;
    slow_ladder::Generator(seed).fill(book);
    const auto group = funnel_of(book.db);
    std::map<Stage, Sums> now;
    for (const auto& step : group.steps) {
      INFO("seed " << seed << ", " << identifier(step.stage));
      now[step.stage] = {step.now, step.now_amount.known, step.now_amount.minor};
      const auto standing = service::totals(book.db, projects_at({step.stage, step.stage, true}));
      CHECK(sums_of(standing.sum) == now[step.stage]);
      // A lead may have no day, on which it could be reached within a period.
      if (!is_on_ladder(step.stage) || step.stage == Stage::lead) continue;
      const auto reached = service::totals(book.db, projects_at({step.stage, step.stage, false}));
      const Sums funnel{step.reached, step.reached_amount.known, step.reached_amount.minor};
      CHECK(sums_of(reached.sum) == funnel);
    }
    INFO("seed " << seed);
    auto query = projects_at({});
    query.stage.reset();
    query.measures = {Measure::in_talks,
                      Measure::talks_investment,
                      Measure::reserve,
                      Measure::reserve_investment,
                      Measure::started,
                      Measure::started_investment};
    const auto& sum = service::totals(book.db, query).sum;
    const auto joined = [&](Stage one, Stage other) {
      return Sums{now[one].projects + now[other].projects,
                  now[one].known + now[other].known,
                  now[one].minor + now[other].minor};
    };
    CHECK(sums_of({sum[0], sum[1]}) == joined(Stage::negotiating, Stage::intent));
    CHECK(sums_of({sum[2], sum[3]}) == joined(Stage::lead, Stage::valid_lead));
    const auto started = service::totals(book.db, projects_at({Stage::started, {}, false})).sum;
    CHECK(sums_of({sum[4], sum[5]}) == sums_of(started));
  }
}

TEST_CASE("totals by stage are the projects of the wall chart", "[totals]") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    scratch::Book book;
    const auto records = slow_ladder::Generator(seed).fill(book);
    const auto board = service::board(book.db, {{}, "", scratch::today, scratch::today});
    for (const auto stage :
         {Stage::signed_, Stage::procedures, Stage::land_supplied, Stage::started}) {
      INFO("seed " << seed << ", " << identifier(stage));
      auto on_board = fallen_back(records, stage);
      for (const auto& entry : board.entries) {
        if (entry.now.stage == stage) add_project(entry.project.planned_investment, on_board);
      }
      auto query = projects_at({stage, stage, true});
      query.measures = {Measure::planned_investment};
      query.by = {Dimension::currency};
      query.rates.in.reset();
      SumsByCurrency in_totals;
      for (const auto& row : service::totals(book.db, query).rows) {
        const auto& value = row.values.front();
        if (value.counted == 0) continue;
        in_totals[row.keys.front().text] = {value.counted, value.known, value.number};
      }
      CHECK(in_totals == on_board);
    }
  }
}
