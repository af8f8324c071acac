// What counties report as sums without projects, beside the records.
#pragma once

#include "leadbook/service/totals/totals.hpp"

namespace leadbook::service {

/// Adds to each row what its county reported beyond its records of the same time, and says which
/// sums were passed over. Throws Error{usage} for a query that sums cannot answer.
void add_reported(store::Db& db, const TotalsQuery& query, Totals& totals);

}  // namespace leadbook::service
