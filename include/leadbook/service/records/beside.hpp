// What is told of many records that they do not hold themselves, read for all of them at once.
#pragma once

#include "leadbook/domain/record/records.hpp"
#include "leadbook/store/record/many.hpp"

namespace leadbook::service {

/// Where projects stand, by their numbers: the stage and since when.
store::ReadAhead<StageSpell> current_stages();

/// The counties of projects, by the numbers of these.
store::ReadAhead<Id<County>> project_counties();

}  // namespace leadbook::service
