#include "leadbook/service/complete.hpp"

#include "leadbook/store/names.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

/// The one project in which all of a negotiation's counterparts invest; none where there are more.
Id<Project> only_project(store::Db& db, const Negotiation& negotiation) {
  std::vector<std::int64_t> found;
  for (const auto& counterpart : negotiation.counterparts) {
    db.each(store::statement("company_projects"),
            {{"company", counterpart.company.number}},
            [&](store::Row& row) { found.push_back(row.integer("id")); });
  }
  for (const auto id : found) {
    if (id != found.front()) return {};
  }
  return found.empty() ? Id<Project>{} : Id<Project>{found.front()};
}

std::vector<std::string> complete(store::Db& db, Negotiation& negotiation) {
  std::vector<std::string> notes;
  if (!negotiation.project) {
    negotiation.project = only_project(db, negotiation);
    if (negotiation.project) {
      const Reference project{Kind::project, negotiation.project.number};
      notes.push_back(
          say("taken to be about {} {}", reference_text(project), store::name_of(db, project)));
    }
  }
  if (!negotiation.county && negotiation.project) {
    if (const auto project = store::find(db, negotiation.project)) {
      negotiation.county = project->county;
    }
  }
  if (!negotiation.county && negotiation.delegation) {
    if (const auto trip = store::find(db, negotiation.delegation)) {
      negotiation.county = trip->county;
    }
  }
  return notes;
}

}  // namespace

std::vector<std::string> complete(store::Db& db, Kind kind, store::RecordRow& row) {
  if (kind != Kind::negotiation) return {};
  auto negotiation = store::from_row<Negotiation>(row);
  auto notes = complete(db, negotiation);
  row = store::to_row(negotiation);
  return notes;
}

}  // namespace leadbook::service
