// The projects on a list of key projects (重点项目名单), which they name in a field of their own.
#pragma once

#include <cstdint>
#include <vector>

#include "leadbook/store/log/change.hpp"

namespace leadbook::service {

/// The numbers of the projects that name a program, by either of its names.
std::vector<std::int64_t> projects_on(store::Db& db, const Program& program);

/// Throws Error{conflict} that names the projects on a program, where there are any. An undo takes
/// a program away all the same: that its projects name it was so before there was a record of it.
void refuse_listed(store::Db& db, Id<Program> program);

/// Brings the projects of a program that was renamed along: what they called it becomes the name
/// that took its place.
void rename_program(store::Change& change, const Program& old, const Program& now);

}  // namespace leadbook::service
