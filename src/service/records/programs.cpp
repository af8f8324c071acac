#include "leadbook/service/records/programs.hpp"

#include <algorithm>

#include "leadbook/service/records/remove.hpp"

namespace leadbook::service {
namespace {

/// The name that took the place of the one a project knows the program by.
std::string renamed(const std::string& name, const Program& before, const Program& after) {
  if (name == before.name) return after.name;
  if (name != before.other_name || name.empty()) return name;
  return after.other_name.empty() ? after.name : after.other_name;
}

}  // namespace

std::vector<std::int64_t> projects_on(store::Db& db, const Program& program) {
  std::vector<std::int64_t> projects;
  db.each(store::statement("program_projects"),
          {{"name", program.name}, {"other_name", program.other_name}},
          [&](store::Row& row) { projects.push_back(row.integer("id")); });
  return projects;
}

void refuse_listed(store::Db& db, Id<Program> program) {
  std::vector<Reference> projects;
  for (const auto id : projects_on(db, store::find(db, program).value())) {
    projects.push_back({Kind::project, id});
  }
  refuse_dependents(db, {Kind::program, program.number}, projects);
}

void rename_program(store::Change& change, const Program& old, const Program& now) {
  if (old.name == now.name && old.other_name == now.other_name) return;
  for (const auto id : projects_on(change.db(), old)) {
    auto project = store::find(change.db(), Id<Project>{id}).value();
    std::vector<std::string> programs;
    for (const auto& name : project.programs) {
      auto kept = renamed(name, old, now);
      if (std::find(programs.begin(), programs.end(), kept) == programs.end()) {
        programs.push_back(std::move(kept));
      }
    }
    if (programs == project.programs) continue;
    project.programs = std::move(programs);
    change.put(project);
  }
}

}  // namespace leadbook::service
