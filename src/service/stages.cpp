// Where projects stand: the stage ladder over a book's signings and negotiations.
#include "service/stages.hpp"

#include <map>

#include "leadbook/service/write.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

using store::Row;
using store::Value;

std::optional<Stage> stage_of_signing(std::string_view kind, bool frameworks_count) {
  if (kind == identifier(SigningKind::contract)) return Stage::signed_;
  if (kind == identifier(SigningKind::intent_letter)) return Stage::intent;
  if (kind == identifier(SigningKind::framework)) {
    return frameworks_count ? Stage::signed_ : Stage::intent;
  }
  return {};  // a supplement amends a signing that moved the project already
}

/// A meeting that ended in a signature is an intent until the paper itself is recorded.
Stage stage_of_negotiation(std::string_view outcome) {
  const bool intent =
      outcome == identifier(Outcome::intent) || outcome == identifier(Outcome::signed_);
  return intent ? Stage::intent : Stage::negotiating;
}

using CausesByProject = std::map<std::int64_t, std::vector<StageCause>>;

/// What moved the projects with numbers from `first` to `last`, in one pass.
CausesByProject causes_between(store::Db& db,
                               std::int64_t first,
                               std::int64_t last,
                               bool frameworks_count) {
  CausesByProject causes;
  const store::Parameters range = {{"first", first}, {"last", last}};
  db.each(store::statement("project_causes_scan"), range, [&](Row& row) {
    const bool signing = row.text("kind") == identifier(Kind::signing);
    const auto& what = row.text("what");
    const auto stage =
        signing ? stage_of_signing(what, frameworks_count) : stage_of_negotiation(what);
    const auto from = parse_iso_day(row.text("on_from"));
    const auto until = parse_iso_day(row.text("on_until"));
    if (!stage || !from || !until) return;
    causes[row.integer("project_id")].push_back(
        {*stage,
         {*from, *until},
         {signing ? Kind::signing : Kind::negotiation, row.integer("id")}});
  });
  return causes;
}

/// Where each of these projects stands now, as a row of project_stage.
std::vector<std::vector<Value>> stage_rows(store::Db& db,
                                           std::int64_t first,
                                           std::int64_t last,
                                           bool frameworks_count) {
  const auto causes = causes_between(db, first, last, frameworks_count);
  std::vector<std::vector<Value>> rows;
  for (const auto& row : store::rows_between(db, store::shape_of(Kind::project), first, last)) {
    const auto project = store::from_row<Project>(row);
    const auto found = causes.find(row.id);
    const auto spells =
        stage_history(project.lead_on,
                      project.moves,
                      found == causes.end() ? std::vector<StageCause>() : found->second);
    const auto& now = spells.back();
    rows.push_back({row.id,
                    std::string(identifier(now.stage)),
                    now.since ? Value(format_day(now.since->first)) : Value(),
                    now.since ? Value(format_day(now.since->last)) : Value()});
  }
  return rows;
}

/// Writes down where these projects stand now.
void refresh_between(store::Db& db, std::int64_t first, std::int64_t last, bool frameworks_count) {
  auto rows = stage_rows(db, first, last, frameworks_count);
  db.run(store::statement("project_stage_clear"), {{"first", first}, {"last", last}});
  for (auto& row : rows) db.insert(store::project_stage_table(), std::move(row));
}

constexpr std::int64_t at_once = 10'000;

std::int64_t last_project(store::Db& db) {
  return store::last_number(db, store::shape_of(Kind::project));
}

}  // namespace

bool frameworks_count(store::Db& db) {
  const auto book = store::find<Book>(db, Id<Book>{1});
  return book && book->frameworks == Frameworks::count;
}

std::vector<StageSpell> stages_of(store::Db& db, const Project& project) {
  const auto id = project.id.number;
  auto causes = causes_between(db, id, id, frameworks_count(db));
  return stage_history(project.lead_on, project.moves, causes[id]);
}

std::vector<std::string> check_stages(store::Db& db) {
  std::vector<std::string> damages;
  const bool count = frameworks_count(db);
  const auto last = last_project(db);
  for (std::int64_t first = 1; first <= last; first += at_once) {
    const store::Parameters range = {{"first", first}, {"last", first + at_once - 1}};
    std::map<std::int64_t, std::vector<Value>> stored;
    db.each(store::statement("project_stage_scan"), range, [&](Row& row) {
      stored[row.integer("project_id")] = row.values();
    });
    for (const auto& expected : stage_rows(db, first, first + at_once - 1, count)) {
      const auto id = std::get<std::int64_t>(expected.front());
      if (stored[id] == expected) continue;
      damages.push_back(say("the stage of {} differs from what its records say",
                            reference_text({Kind::project, id})));
    }
  }
  return damages;
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
      break;
  }
}

void TouchedProjects::refresh(store::Db& db) const {
  const bool count = frameworks_count(db);
  if (all_) {
    const auto last = last_project(db);
    for (std::int64_t first = 1; first <= last; first += at_once) {
      refresh_between(db, first, first + at_once - 1, count);
    }
    return;
  }
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
