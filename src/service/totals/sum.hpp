// What sums over a period have in common: the days they run over and what they must fit into.
#pragma once

#include <cstdint>

#include "leadbook/service/totals/totals.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// The first and last day of a period as statements take them, :from and :until.
store::Parameters bounds(const Period& period);

/// The same with :reach, the last day that a date may mean which begins within the period.
store::Parameters reaching_bounds(const TotalsQuery& query);

/// That day: of what may have happened by today any day to come, else the end of the year or of
/// the days about New Year.
Day reach_of(const TotalsQuery& query);

/// Throws Error{failed}: what was counted has no place in 64 bits.
[[noreturn]] void refuse_too_large();

/// Adds to a sum, or throws as that.
inline void add_checked(std::int64_t& sum, std::int64_t addend) {
  if (__builtin_add_overflow(sum, addend, &sum)) refuse_too_large();
}

}  // namespace leadbook::service
