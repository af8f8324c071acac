// Totals by county: what was signed in a period, counted once and in CNY.
#pragma once

#include <string>
#include <vector>

#include "leadbook/domain/records.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// One county over a period; every amount in CNY minor units at dated rates.
struct CountyTotal {
  Id<County> county;
  std::string code;
  std::int64_t signed_projects = 0;  // whose first counted signing falls into the period whole
  std::int64_t contracts = 0;        // counted signings in the period, supplements not
  std::int64_t with_amount = 0;      // of these, those whose amount is known
  std::int64_t contract_amount = 0;  // of the contracts, and increments by supplements
  std::int64_t planned_known = 0;    // of the signed projects, those whose plan is known
  std::int64_t planned_investment = 0;
};

struct Totals {
  std::vector<CountyTotal> counties;  // every county of the book, in the order of their codes
  CountyTotal sum;
  bool frameworks_counted = false;
  std::vector<std::string> conversions;
};

/// Sums the signings of a period. A contract counts at its own date, a project once at its first;
/// a supplement counts what it adds to the amount before it, whatever the precision of the dates. Unknown amounts are never counted as
/// zero: they show in with_amount. Throws Error{failed} for a missing rate.
Totals totals_by_county(store::Db& db, const Period& period);

}  // namespace leadbook::service
