#include "leadbook/service/records/complete.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/service/records/first_contact.hpp"
#include "leadbook/store/record/names.hpp"
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

std::vector<std::string> complete_negotiation(store::Db& db, Negotiation& negotiation) {
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

/// The text of a field; nothing where it was not given.
FieldInput* input_of(std::vector<FieldInput>& inputs, std::string_view field) {
  const auto found = std::find_if(
      inputs.begin(), inputs.end(), [&](const FieldInput& input) { return input.field == field; });
  return found == inputs.end() ? nullptr : &*found;
}

/// The project a text means; nothing where it means none, which is told when it is read.
std::optional<Project> project_of(store::Db& db, FieldInput& input, Reading& reading) {
  try {
    const Reference project{Kind::project, reading.resolve(Kind::project, input.text)};
    // Not to be taken for it, and said to be, a second time.
    input.text = reference_text(project);
    return store::find(db, Id<Project>{project.number});
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::not_found && error.kind() != ErrorKind::usage) throw;
    return {};
  }
}

}  // namespace

void infer_inputs(store::Db& db, Kind kind, std::vector<FieldInput>& inputs, Reading& reading) {
  if (kind != Kind::credit) return;
  auto* named = input_of(inputs, "project");
  if (named == nullptr) return;
  const auto project = project_of(db, *named, reading);
  if (!project) return;
  const auto contact = first_contact_of(db, *project);
  const bool has_from = input_of(inputs, "from_county") != nullptr;
  const bool has_to = input_of(inputs, "to_county") != nullptr;
  if (!has_from && (has_to || contact.has_moved())) {
    inputs.push_back({"from_county", reference_text({Kind::county, contact.holder.number})});
  }
  if (!has_to && (has_from || contact.has_moved())) {
    inputs.push_back({"to_county", reference_text({Kind::county, contact.host.number})});
  }
}

std::vector<std::string> complete(store::Db& db, AnyRecord& record) {
  auto* negotiation = std::get_if<Negotiation>(&record);
  if (negotiation == nullptr) return {};
  return complete_negotiation(db, *negotiation);
}

}  // namespace leadbook::service
