#include "leadbook/service/totals/totals.hpp"

#include <algorithm>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/date/happened.hpp"
#include "leadbook/service/derived/stages.hpp"
#include "leadbook/text/translate.hpp"
#include "service/totals/meetings.hpp"
#include "service/totals/reported.hpp"
#include "service/totals/short.hpp"
#include "service/totals/sum.hpp"

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
                             Measure::conversion,
                             Measure::completed,
                             Measure::reserve,
                             Measure::in_talks,
                             Measure::reserve_investment,
                             Measure::talks_investment,
                             Measure::started_investment,
                             Measure::completed_investment,
                             Measure::producing_investment}) {
    wanted.spells = wanted.spells || tally.wants(measure) || query.stage;
  }
  for (const auto measure : {Measure::year_plan, Measure::year_done, Measure::year_rate}) {
    wanted.outlays = wanted.outlays || tally.wants(measure);
  }
  for (const auto measure :
       {Measure::funds, Measure::funds_domestic, Measure::funds_foreign, Measure::funds_rate}) {
    wanted.funds = wanted.funds || tally.wants(measure);
  }
  wanted.modes = Grouping::asks_of_modes(query);
  return wanted;
}

TotalsQuery doubtful_of(const TotalsQuery& query) {
  auto doubtful = query;
  doubtful.by.clear();
  doubtful.with_records = false;
  doubtful.with_parts = false;
  doubtful.doubtful = true;
  // What is not counted must not make an answer fail.
  doubtful.rates.list_missing = true;
  doubtful.rates.in = query.rates.in.value_or(Currency());
  return doubtful;
}

std::string told_doubtful(Measure measure, const TotalsValue& value, const Currency& currency) {
  const auto records = say_count("{} record", "{} records", value.counted);
  if (unit_of(measure) != MeasureUnit::money || value.known == 0) {
    return say("{}: {}", name_of(measure), records);
  }
  return say("{}: {}, {}",
             name_of(measure),
             records,
             format_amount({{value.number, currency}, Qualifier::exact}, AmountUnit::automatic));
}

}  // namespace

bool TotalsQuery::counts(const Date& on) const {
  const auto meant = happened_by(on, today);
  if (!doubtful) return period.contains(meant);
  return meant.first <= period.last && meant.last >= period.first && !period.contains(meant);
}

bool TotalsQuery::counts_by_end(const Date& on) const {
  const bool is_over = happened_by(on, today).last <= period.last;
  return doubtful ? !is_over && on.first <= period.last : is_over;
}

bool has_records(store::Db& db, const Period& period) {
  return db.number(store::statement("totals_any"), bounds(period)) != 0;
}

Countings::Countings(store::Db& db, const TotalsQuery& query)
    : certain(db, query), db_(db), doubtful_query_(doubtful_of(query)) {}

Counting& Countings::doubtful() {
  if (!doubtful_) doubtful_.emplace(db_, doubtful_query_);
  return *doubtful_;
}

std::vector<std::string> Countings::left_out() {
  std::vector<std::string> told;
  if (!doubtful_) return told;
  const auto left_out = doubtful_->tally.take();
  for (std::size_t index = 0; index < doubtful_query_.measures.size(); ++index) {
    const auto& value = left_out.sum[index];
    if (value.counted == 0 && value.number == 0) continue;
    told.push_back(
        told_doubtful(doubtful_query_.measures[index], value, *doubtful_query_.rates.in));
  }
  return told;
}

Totals totals(store::Db& db, const TotalsQuery& query) {
  Countings countings(db, query);
  auto& certain = countings.certain;
  certain.grouping.make_standing_groups();
  // What talks speak of is kept only where the query asks something of projects.
  std::map<std::int64_t, ProjectFacts> projects;
  const bool meets = asks_of_meetings(certain.tally);
  const bool keeps = meets && Grouping::asks_of_project(query);
  if (has_short_way(query)) {
    take_postings(db, countings);
  } else if (keeps || !std::all_of(query.measures.begin(), query.measures.end(), is_of_meetings)) {
    auto& doubtful = countings.doubtful();
    each_project(db, wanted_facts(query, certain.tally), [&](ProjectFacts& facts) {
      certain.measuring.take_project(facts);
      doubtful.measuring.take_project(facts);
      if (keeps) projects.emplace(facts.project.id.number, std::move(facts));
    });
  }
  if (meets) take_meetings(db, projects, countings);
  auto totals = certain.tally.take();
  totals.frameworks_counted = frameworks_count(db);
  totals.conversions = certain.conversion.used();
  totals.converted = certain.conversion.currencies();
  totals.missing = certain.conversion.missing();
  totals.doubtful = countings.left_out();
  if (!query.where && !query.stage && certain.tally.wants(Measure::signed_)) {
    totals.moved = db.number(store::statement("totals_moved"), bounds(query.period));
  }
  if (query.with_reported) add_reported(db, query, totals);
  return totals;
}

}  // namespace leadbook::service
