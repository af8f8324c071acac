// The points of every county over one period, item by item.
#pragma once

#include <vector>

#include "leadbook/service/standing/ranking.hpp"
#include "leadbook/service/standing/targets.hpp"

namespace leadbook::service {

/// The points of one county.
struct CountyScore {
  std::vector<ScoredItem> items;  // the items, then the bonuses
  RankedValue total;              // nothing where an item has no points
};

/// In the order of `counties`.
std::vector<CountyScore> score_counties(const ReadScore& score,
                                        const std::vector<ListedCounty>& counties,
                                        const Targets& targets,
                                        const Period& period,
                                        CountyValues& values);

}  // namespace leadbook::service
