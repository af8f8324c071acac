// What is to happen next in a project.
#pragma once

#include "cli/card/parts.hpp"

namespace leadbook::cli {

/// Promises not kept yet, the next step of the newest talk and the planned dates the project has
/// not come to, the most pressing first. `talks` come by date.
Facts upcoming_facts(const CardSource& source,
                     const Project& project,
                     const std::vector<Negotiation>& talks,
                     const std::vector<StageSpell>& spells);

}  // namespace leadbook::cli
