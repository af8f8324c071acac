// What a project has received and what its contracts promise, in CNY.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "leadbook/domain/record/records.hpp"
#include "leadbook/service/money/rates.hpp"

namespace leadbook::service {

/// Sums in CNY minor units, each amount at the rate of its own date.
struct Received {
  std::optional<std::int64_t> funds;     // nothing where no money is recorded
  std::optional<std::int64_t> contract;  // after supplements; nothing where no amount is known
  /// Funds / contract amount in hundredths of a percent, where both are known.
  std::optional<std::int64_t> share;
};

/// Throws Error{failed} that names currency and date where there is no rate.
Received received_by(store::Db& db, Id<Project> project, const Rates& rates);

/// The same of a project of which all funds are at hand.
Received received_by(store::Db& db,
                     Id<Project> project,
                     const std::vector<Funds>& funds,
                     const Rates& rates);

}  // namespace leadbook::service
