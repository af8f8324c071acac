// What signed papers add to the totals, as the rows of posting.
#pragma once

#include <cstdint>
#include <vector>

#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// The rows of posting that the signings of these projects make, by number: one for each counted
/// paper at its own date, with the amount it states; for a supplement what it adds, in its own
/// currency, and where the currency changes a second row that takes the former amount away. A paper
/// of unknown amount has a row without one, so that it is counted.
std::vector<std::vector<store::Value>> posting_rows(store::Db& db,
                                                    std::int64_t first,
                                                    std::int64_t last,
                                                    bool frameworks_count);

}  // namespace leadbook::service
