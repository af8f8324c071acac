#include "leadbook/service/derived/stages.hpp"

#include <map>

#include "leadbook/domain/record/records.hpp"
#include "leadbook/store/record/record.hpp"
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

std::vector<StageSpell> history_of(const Project& project, CausesByProject& causes) {
  return stage_history(project.lead_on, project.moves, causes[project.id.number]);
}

}  // namespace

std::vector<std::vector<StageSpell>> histories_of(store::Db& db,
                                                  std::span<const Project> projects,
                                                  bool frameworks_count) {
  std::vector<std::vector<StageSpell>> histories;
  if (projects.empty()) return histories;
  auto causes =
      causes_between(db, projects.front().id.number, projects.back().id.number, frameworks_count);
  for (const auto& project : projects) histories.push_back(history_of(project, causes));
  return histories;
}

std::vector<std::vector<Value>> stage_rows(store::Db& db,
                                           std::int64_t first,
                                           std::int64_t last,
                                           bool frameworks_count) {
  auto causes = causes_between(db, first, last, frameworks_count);
  std::vector<std::vector<Value>> rows;
  for (const auto& project : store::records_between<Project>(db, first, last)) {
    const auto spells = history_of(project, causes);
    const auto& now = spells.back();
    rows.push_back({project.id.number,
                    std::string(identifier(now.stage)),
                    now.since ? Value(format_day(now.since->first)) : Value(),
                    now.since ? Value(format_day(now.since->last)) : Value()});
  }
  return rows;
}

bool frameworks_count(store::Db& db) {
  const auto book = store::find<Book>(db, Id<Book>{1});
  return book && book->frameworks == Frameworks::count;
}

std::vector<StageSpell> stages_of(store::Db& db, const Project& project) {
  const auto id = project.id.number;
  auto causes = causes_between(db, id, id, frameworks_count(db));
  return stage_history(project.lead_on, project.moves, causes[id]);
}

}  // namespace leadbook::service
