#include "leadbook/service/write.hpp"

#include <algorithm>
#include <set>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/names.hpp"
#include "leadbook/text/translate.hpp"
#include "service/stages.hpp"

namespace leadbook::service {
namespace {

/// The projects a record moves on the ladder.
void collect_projects(Kind kind, const store::RecordRow& row, std::set<Id<Project>>& projects) {
  switch (kind) {
    case Kind::project:
      projects.insert({row.id});
      break;
    case Kind::signing:
      projects.insert(store::from_row<Signing>(row).project);
      break;
    case Kind::negotiation:
      projects.insert(store::from_row<Negotiation>(row).project);
      break;
    case Kind::book:
    case Kind::county:
    case Kind::company:
    case Kind::delegation:
    case Kind::event:
    case Kind::station:
    case Kind::task:
    case Kind::figure:
    case Kind::rate:
      break;
  }
}

bool changes_the_ladder(const store::ChangedRecord& changed) {
  if (changed.record.kind != Kind::book || !changed.before || !changed.after) return false;
  return store::from_row<Book>(*changed.before).frameworks !=
         store::from_row<Book>(*changed.after).frameworks;
}

std::string describe(store::Db& db, const Reference& record) {
  const auto name = store::name_of(db, record);
  return reference_text(record) + (name.empty() ? "" : " " + name);
}

}  // namespace

std::int64_t finish(store::Change& change, std::optional<std::int64_t> undoes) {
  std::set<Id<Project>> projects;
  bool all = false;
  for (const auto& changed : change.records()) {
    if (changed.before) collect_projects(changed.record.kind, *changed.before, projects);
    if (changed.after) collect_projects(changed.record.kind, *changed.after, projects);
    all = all || changes_the_ladder(changed);
  }
  if (all) {
    store::each_row(change.db(), store::shape_of(Kind::project), [&](store::RecordRow& row) {
      projects.insert({row.id});
    });
  }
  for (const auto project : projects) {
    if (project) refresh_stage(change.db(), project);
  }
  return change.commit(undoes);
}

void remove_record(store::Change& change, const Reference& record) {
  const auto dependents = store::dependents_of(change.db(), record);
  if (!dependents.empty()) {
    std::string names;
    constexpr std::size_t most = 10;
    for (std::size_t index = 0; index < std::min(most, dependents.size()); ++index) {
      names += (names.empty() ? "" : std::string(choose("; ", "；"))) +
               describe(change.db(), dependents[index]);
    }
    if (dependents.size() > most) names += "; …";
    throw Error(ErrorKind::conflict,
                say_count("{1} cannot be removed: {0} record depends on it: {2}",
                          "{1} cannot be removed: {0} records depend on it: {2}",
                          static_cast<std::int64_t>(dependents.size()),
                          describe(change.db(), record),
                          names));
  }
  change.restore(record, {});
}

}  // namespace leadbook::service
