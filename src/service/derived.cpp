// Keeping project_stage and posting what the records make them, and proving that they are.
#include "service/derived.hpp"

#include <map>

#include "leadbook/service/write.hpp"
#include "leadbook/text/translate.hpp"
#include "service/postings.hpp"
#include "service/stages.hpp"

namespace leadbook::service {
namespace {

using store::Row;
using store::Value;
using Rows = std::vector<std::vector<Value>>;

void refresh_between(store::Db& db, std::int64_t first, std::int64_t last, bool frameworks_count) {
  const store::Parameters range = {{"first", first}, {"last", last}};
  auto stages = stage_rows(db, first, last, frameworks_count);
  auto postings = posting_rows(db, first, last, frameworks_count);
  db.run(store::statement("project_stage_clear"), range);
  db.run(store::statement("posting_clear"), range);
  for (auto& row : stages) db.insert(store::project_stage_table(), std::move(row));
  for (auto& row : postings) db.insert(store::posting_table(), std::move(row));
}

constexpr std::int64_t at_once = 10'000;

std::int64_t last_project(store::Db& db) {
  return store::last_number(db, store::shape_of(Kind::project));
}

using ByProject = std::map<std::int64_t, Rows>;

ByProject by_project(Rows rows) {
  ByProject all;
  for (auto& row : rows) all[std::get<std::int64_t>(row.front())].push_back(std::move(row));
  return all;
}

ByProject stored_rows(store::Db& db, const char* statement, const store::Parameters& range) {
  Rows rows;
  db.each(store::statement(statement), range, [&](Row& row) { rows.push_back(row.values()); });
  return by_project(std::move(rows));
}

/// The projects of which the one holds other rows than the other.
std::set<std::int64_t> differing(const ByProject& stored, const ByProject& expected) {
  std::set<std::int64_t> projects;
  for (const auto* side : {&stored, &expected}) {
    const auto& other = side == &stored ? expected : stored;
    for (const auto& [project, rows] : *side) {
      const auto found = other.find(project);
      if (found == other.end() || found->second != rows) projects.insert(project);
    }
  }
  return projects;
}

}  // namespace

std::vector<std::string> check_derived(store::Db& db) {
  std::vector<std::string> damages;
  const bool count = frameworks_count(db);
  const auto last = last_project(db);
  for (std::int64_t first = 1; first <= last; first += at_once) {
    const auto until = first + at_once - 1;
    const store::Parameters range = {{"first", first}, {"last", until}};
    for (const auto project : differing(stored_rows(db, "project_stage_scan", range),
                                        by_project(stage_rows(db, first, until, count)))) {
      damages.push_back(say("the stage of {} differs from what its records say",
                            reference_text({Kind::project, project})));
    }
    for (const auto project : differing(stored_rows(db, "posting_scan", range),
                                        by_project(posting_rows(db, first, until, count)))) {
      damages.push_back(say("what {} adds to the totals differs from what its signings say",
                            reference_text({Kind::project, project})));
    }
  }
  return damages;
}

void refresh_derived(store::Db& db) {
  const bool count = frameworks_count(db);
  const auto last = last_project(db);
  for (std::int64_t first = 1; first <= last; first += at_once) {
    refresh_between(db, first, first + at_once - 1, count);
  }
}

void TouchedProjects::add(const store::ChangedRecord& changed) {
  if (changed.before) add(changed.record.kind, *changed.before);
  if (changed.after) add(changed.record.kind, *changed.after);
  if (changed.record.kind == Kind::book && changed.before && changed.after) {
    const auto before = store::from_row<Book>(*changed.before);
    const auto after = store::from_row<Book>(*changed.after);
    all_ = all_ || before.frameworks != after.frameworks;
  }
}

void TouchedProjects::add(Kind kind, const store::RecordRow& row) {
  switch (kind) {
    case Kind::project:
      ids_.insert(row.id);
      break;
    case Kind::signing:
      ids_.insert(store::from_row<Signing>(row).project.number);
      break;
    case Kind::negotiation:
      ids_.insert(store::from_row<Negotiation>(row).project.number);
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
    case Kind::map:
    case Kind::import:
    case Kind::procedure:
    case Kind::funds:
    case Kind::program:
    case Kind::target:
    case Kind::credit:
    case Kind::report:
      break;
  }
}

void TouchedProjects::refresh(store::Db& db) const {
  if (all_) {
    refresh_derived(db);
    return;
  }
  const bool count = frameworks_count(db);
  // Projects close to one another are read in one pass.
  constexpr std::int64_t gap = 20;
  for (auto at = ids_.upper_bound(0); at != ids_.end();) {
    const auto first = *at;
    auto last = first;
    while (at != ids_.end() && *at <= last + gap && *at < first + at_once) last = *at++;
    refresh_between(db, first, last, count);
  }
}

}  // namespace leadbook::service
