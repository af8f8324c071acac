// The stored picture of where each project stands.
#pragma once

#include "leadbook/domain/project.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// Writes down where a project stands now; nothing where it is gone.
void refresh_stage(store::Db& db, Id<Project> id);

}  // namespace leadbook::service
