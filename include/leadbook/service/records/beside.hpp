// What is told of many records that they do not hold themselves, read for all of them at once.
#pragma once

#include "leadbook/domain/record/records.hpp"
#include "leadbook/store/record/many.hpp"

namespace leadbook::service {

/// Where projects stand, by their numbers: the stage and since when.
store::ReadAhead<StageSpell> current_stages();

/// What these, read ahead, say of a project; a lead of no date where the book's table does not
/// hold it, which a check of the book tells.
StageSpell stage_in(const store::ReadAhead<StageSpell>& stages, Id<Project> project);

/// The counties of projects, by the numbers of these.
store::ReadAhead<Id<County>> project_counties();

}  // namespace leadbook::service
