// Measures (指标): what is counted, summed and divided over a period, and set as a target.
#pragma once

#include "leadbook/domain/word.hpp"

namespace leadbook {

/// GLOSSARY's indicators. What each counts is defined in service/totals.hpp.
enum class Measure {
  projects,
  effective_leads,
  negotiations,
  delegations,
  visits,
  events,
  signed_,
  contracts,
  contract_amount,
  planned_investment,
  outside_amount,
  fixed_assets,
  funds,
  funds_domestic,
  funds_foreign,
  started,
  producing,
  forecast_sales,
  forecast_tax,
  forecast_jobs,
  land,
  intensity,
  tax_per_mu,
  share_of_count,
  share_of_amount,
  performance_rate,
  start_rate,
  funds_rate,
  production_rate,
  conversion,
  completed,
  reserve,
  in_talks,
  reserve_investment,
  talks_investment,
  started_investment,
  completed_investment,
  producing_investment,
  year_plan,
  year_done,
  year_rate,
};

template <>
std::span<const Word<Measure>> words<Measure>();

/// What a measure's value is.
enum class MeasureUnit {
  count,    // a whole number
  money,    // minor units of a currency
  area,     // hundredths of a mu
  percent,  // a quotient, shown times 100
  per_mu,   // money by area, shown in 万元 a mu
};

MeasureUnit unit_of(Measure measure);

/// Whether a value is a quotient: it is no sum of others and does not grow with the year.
inline bool is_quotient(Measure measure) {
  const auto unit = unit_of(measure);
  return unit == MeasureUnit::percent || unit == MeasureUnit::per_mu;
}

}  // namespace leadbook
