#include "leadbook/service/totals/totals.hpp"

#include <algorithm>

#include "leadbook/service/derived/stages.hpp"
#include "service/totals/measures.hpp"
#include "service/totals/meetings.hpp"
#include "service/totals/short.hpp"

namespace leadbook::service {
namespace {

/// Measures that only talks, trips and events add to.
bool is_of_meetings(Measure measure) {
  return measure == Measure::negotiations || measure == Measure::delegations ||
         measure == Measure::visits || measure == Measure::events;
}

WantedFacts wanted_facts(const TotalsQuery& query, const Tally& tally) {
  WantedFacts wanted;
  wanted.spells = Grouping::asks_of_spells(query);
  for (const auto measure : {Measure::projects,
                             Measure::effective_leads,
                             Measure::started,
                             Measure::producing,
                             Measure::performance_rate,
                             Measure::start_rate,
                             Measure::production_rate,
                             Measure::conversion}) {
    wanted.spells = wanted.spells || tally.wants(measure);
  }
  for (const auto measure :
       {Measure::funds, Measure::funds_domestic, Measure::funds_foreign, Measure::funds_rate}) {
    wanted.funds = wanted.funds || tally.wants(measure);
  }
  wanted.modes = Grouping::asks_of_modes(query);
  return wanted;
}

}  // namespace

Totals totals(store::Db& db, const TotalsQuery& query) {
  Tally tally(query, query.with_records);
  Conversion conversion(db, query.rates, query.period);
  Grouping grouping(db, query, tally, conversion);
  Measuring measuring(query, tally, grouping, conversion);
  grouping.make_standing_groups();
  // What talks speak of is kept only where the query asks something of projects.
  std::map<std::int64_t, ProjectFacts> projects;
  const bool keeps = asks_of_meetings(tally) && Grouping::asks_of_project(query);
  if (has_short_way(query)) {
    take_postings(db, query, measuring);
  } else if (keeps || !std::all_of(query.measures.begin(), query.measures.end(), is_of_meetings)) {
    each_project(db, wanted_facts(query, tally), [&](ProjectFacts& facts) {
      measuring.take_project(facts);
      if (keeps) projects.emplace(facts.project.id.number, std::move(facts));
    });
  }
  if (asks_of_meetings(tally)) take_meetings(db, query, projects, tally, grouping);
  auto totals = tally.take();
  totals.frameworks_counted = frameworks_count(db);
  totals.conversions = conversion.used();
  totals.missing = conversion.missing();
  return totals;
}

}  // namespace leadbook::service
