#include "leadbook/service/records/complete.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/place/division.hpp"
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

/// The record a text means; nothing where it means none, which is told when it is read.
template <class R>
std::optional<R> record_of(store::Db& db, FieldInput& input, Reading& reading) {
  try {
    const Id<R> id{reading.resolve(kind_of<R>, input.text)};
    // Not to be taken for it, and said to be, a second time.
    input.text = reference_text({kind_of<R>, id.number});
    return store::find(db, id);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::not_found && error.kind() != ErrorKind::usage) throw;
    return {};
  }
}

void infer_company(std::vector<FieldInput>& inputs) {
  const auto* name = input_of(inputs, "name");
  if (name == nullptr || input_of(inputs, "kind") != nullptr) return;
  inputs.push_back({"kind", std::string(identifier(company_kind(name->text)))});
}

/// A town, park or zone by the end of its name; what else a county is, nothing tells.
void infer_county(std::vector<FieldInput>& inputs) {
  const auto* name = input_of(inputs, "name");
  if (name == nullptr || input_of(inputs, "kind") != nullptr) return;
  if (const auto kind = kind_by_name(name->text)) {
    inputs.push_back({"kind", std::string(identifier(*kind))});
  }
}

}  // namespace

void infer_inputs(store::Db& db, Kind kind, std::vector<FieldInput>& inputs, Reading& reading) {
  if (kind == Kind::company) infer_company(inputs);
  if (kind == Kind::county) infer_county(inputs);
  if (kind != Kind::credit) return;
  auto* named = input_of(inputs, "project");
  if (named == nullptr) return;
  const auto project = record_of<Project>(db, *named, reading);
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

void find_trip(store::Db& db,
               const AnyRecord& record,
               std::vector<FieldInput>& inputs,
               Reading& reading) {
  const auto* negotiation = std::get_if<Negotiation>(&record);
  if (negotiation == nullptr) return;
  auto* named = input_of(inputs, "delegation");
  std::optional<Delegation> trip;
  if (named != nullptr && !named->text.empty()) {
    trip = record_of<Delegation>(db, *named, reading);
  } else if (negotiation->delegation) {
    trip = store::find(db, negotiation->delegation);
  }
  if (trip && trip->starts) reading.trip = trip->starts->first;
}

std::vector<std::string> complete(store::Db& db, AnyRecord& record) {
  auto* negotiation = std::get_if<Negotiation>(&record);
  if (negotiation == nullptr) return {};
  return complete_negotiation(db, *negotiation);
}

}  // namespace leadbook::service
