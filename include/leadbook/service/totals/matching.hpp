// Which records of a kind a condition holds for.
#pragma once

#include <vector>

#include "leadbook/domain/condition/condition.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// What a condition over the records of a kind may ask of: their fields, `id`, and of projects and
/// signings all that totals may be asked of. There the amount, date and mode of a signing are its
/// own, those of a project as totals count it.
const std::vector<Criterion>& record_criteria(Kind kind);

/// The numbers of the records it certainly holds for, ascending; a stage is that of `today`. Throws
/// Error{failed} for a foreign amount it compares and there is no rate for.
std::vector<std::int64_t> matching_records(store::Db& db,
                                           Kind kind,
                                           const Condition& condition,
                                           Day today);

}  // namespace leadbook::service
