// Values of rankings, scores and targets as cells.
#pragma once

#include <optional>
#include <string>

#include "leadbook/domain/record/measure.hpp"
#include "leadbook/domain/standing/ranking.hpp"
#include "leadbook/present/cell.hpp"
#include "leadbook/service/standing/county_values.hpp"

namespace leadbook::cli {

/// A count, an amount, mu, percent or 10,000 yuan a mu; nothing for an unknown value.
present::Cell scaled_cell(Measure measure,
                          const std::optional<service::Scaled>& value,
                          const Currency& currency);

/// What one value lacks to another, both as they are printed; of rates in percentage points.
present::Cell gap_cell(Measure measure,
                       const std::optional<service::Scaled>& value,
                       const std::optional<service::Scaled>& ahead,
                       const Currency& currency);

/// Hundredths with two decimals.
present::Cell points_cell(const std::optional<std::int64_t>& hundredths);
/// Hundredths of a percent.
present::Cell percent_cell(const std::optional<std::int64_t>& hundredths);

/// "up 2", "down 1", "same", "new" where there was no place before; nothing without a place.
present::Cell movement_cell(const std::optional<std::int64_t>& place,
                            const std::optional<std::int64_t>& before);

}  // namespace leadbook::cli
