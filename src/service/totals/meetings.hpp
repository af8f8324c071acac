// What talks, trips and events add to a total.
#pragma once

#include <map>

#include "service/totals/counting.hpp"

namespace leadbook::service {

/// Whether any measure of a query counts them.
bool asks_of_meetings(const Tally& tally);

/// Counts the talks, trips, visits and events of the period. `projects` holds what was read of the
/// projects that talks speak of, where the query asks for it.
void take_meetings(store::Db& db,
                   const std::map<std::int64_t, ProjectFacts>& projects,
                   Countings& countings);

}  // namespace leadbook::service
