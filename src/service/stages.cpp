// Where projects stand: the stage ladder over a book's signings and negotiations.
#include "service/stages.hpp"

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

std::vector<StageCause> causes_of(store::Db& db, Id<Project> project) {
  const bool count = frameworks_count(db);
  std::vector<StageCause> causes;
  db.each(store::statement("project_causes"), {{"project", project.number}}, [&](Row& row) {
    const bool signing = row.text("kind") == identifier(Kind::signing);
    const auto& what = row.text("what");
    const auto stage = signing ? stage_of_signing(what, count) : stage_of_negotiation(what);
    const auto first = parse_iso_day(row.text("on_from"));
    const auto last = parse_iso_day(row.text("on_until"));
    if (!stage || !first || !last) return;
    causes.push_back({*stage,
                      {*first, *last},
                      {signing ? Kind::signing : Kind::negotiation, row.integer("id")}});
  });
  return causes;
}

}  // namespace

bool frameworks_count(store::Db& db) {
  const auto book = store::find<Book>(db, Id<Book>{1});
  return book && book->frameworks == Frameworks::count;
}

std::vector<StageSpell> stages_of(store::Db& db, const Project& project) {
  return stage_history(project.lead_on, project.moves, causes_of(db, project.id));
}

std::vector<std::string> check_stages(store::Db& db) {
  std::vector<std::string> damages;
  store::each_row(db, store::shape_of(Kind::project), [&](store::RecordRow& row) {
    const auto now = stages_of(db, store::from_row<Project>(row)).back();
    std::string stored;
    db.each(store::statement("project_stage_find"), {{"project", row.id}}, [&](Row& found) {
      stored = found.text("stage") + " " + found.text_or_empty("since_from") + " " +
               found.text_or_empty("since_until");
    });
    std::string expected(identifier(now.stage));
    expected += " " + (now.since ? format_day(now.since->first) : "");
    expected += " " + (now.since ? format_day(now.since->last) : "");
    if (stored != expected) {
      damages.push_back(say("the stage of {} differs from what its records say",
                            reference_text({Kind::project, row.id})));
    }
  });
  return damages;
}

void refresh_stage(store::Db& db, Id<Project> id) {
  const auto project = store::find<Project>(db, id);
  if (!project) return;
  const auto spells = stages_of(db, *project);
  const auto& now = spells.back();
  db.run(store::statement("project_stage_put"),
         {{"project", id.number},
          {"stage", std::string(identifier(now.stage))},
          {"since_from", now.since ? Value(format_day(now.since->first)) : Value()},
          {"since_until", now.since ? Value(format_day(now.since->last)) : Value()}});
}

}  // namespace leadbook::service
