// The short way to a total: over the postings of a period alone, without reading projects.
#pragma once

#include "service/totals/counting.hpp"

namespace leadbook::service {

/// Whether the postings, and what projects state beside them, answer a query.
bool has_short_way(const TotalsQuery& query);

/// Takes all that the postings of the period add.
void take_postings(store::Db& db, Countings& countings);

}  // namespace leadbook::service
