#include "cli/card/project.hpp"
#include "leadbook/domain/record/fields/project.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

struct Upcoming {
  std::optional<Date> due;
  std::string text;
};

void add_promises(std::vector<Upcoming>& upcoming, const Negotiation& talk) {
  for (const auto& promise : talk.promises) {
    if (promise.kept) continue;
    upcoming.push_back(
        {promise.due,
         on_one_line(
             {promise.text, promise.owner, reference_text({Kind::negotiation, talk.id.number})})});
  }
}

void add_next_step(std::vector<Upcoming>& upcoming, const Negotiation& talk) {
  if (talk.next_step.empty() && !talk.next_due) return;
  const auto step = talk.next_step.empty() ? say("the next step") : talk.next_step;
  upcoming.push_back(
      {talk.next_due, on_one_line({step, reference_text({Kind::negotiation, talk.id.number})})});
}

/// How far up the ladder a project ever was; suspended, it is to go on from there.
Stage highest(const std::vector<StageSpell>& spells) {
  Stage stage = Stage::lead;
  for (const auto& spell : spells) {
    if (is_on_ladder(spell.stage)) stage = std::max(stage, spell.stage);
  }
  return stage;
}

/// The planned dates of a project or of one of its phases.
template <class Planned>
void add_plans(std::vector<Upcoming>& upcoming, const Planned& planned, Stage reached) {
  const auto add = [&](std::optional<Date> Planned::*date, Stage stage) {
    if (!(planned.*date) || reached >= stage) return;
    std::string phase;
    if constexpr (std::is_same_v<Planned, Phase>) phase = phase_text(planned.name);
    upcoming.push_back({planned.*date, on_one_line({heading(date), phase})});
  };
  add(&Planned::planned_start, Stage::started);
  add(&Planned::planned_completion, Stage::completed);
  add(&Planned::planned_production, Stage::in_production);
}

}  // namespace

Facts upcoming_facts(const CardSource& source, const Project& project, const ProjectFile& file) {
  const auto& talks = file.talks;
  const auto& spells = file.spells;
  std::vector<Upcoming> upcoming;
  for (const auto& talk : talks) add_promises(upcoming, talk);
  if (!talks.empty()) add_next_step(upcoming, talks.back());
  if (spells.back().stage != Stage::terminated) {
    const auto reached = highest(spells);
    add_plans(upcoming, project, reached);
    for (const auto& phase : project.phases) add_plans(upcoming, phase, reached);
  }
  std::stable_sort(
      upcoming.begin(), upcoming.end(), [](const Upcoming& left, const Upcoming& right) {
        return is_earlier(left.due, right.due);
      });
  Facts facts;
  for (const auto& [due, text] : upcoming) {
    facts.emplace_back(due ? format_date(*due) : say("no date"),
                       on_one_line({distance_text(due, source.today), text}));
  }
  return facts;
}

}  // namespace leadbook::cli
