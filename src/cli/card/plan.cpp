// A project's plan on its card: the milestones, the light and the reasons accepted for being late.
#include "cli/card/project.hpp"
#include "leadbook/domain/record/fields/stage.hpp"
#include "leadbook/service/standing/board.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using service::BoardStep;

std::string light_text(const Standing& standing) {
  if (!standing.light) return "";
  if (!standing.waiver) return std::string(name_of(*standing.light));
  return say("waived until {}", day_text(standing.waiver->until));
}

std::string behind_text(const Standing& standing) {
  if (!standing.behind || standing.behind->points == 0) return "";
  return say("{} points behind by {}",
             present::number_text({standing.behind->points, 2, ""}),
             name_of(standing.behind->by));
}

std::string next_text(const Standing& standing, Day today) {
  if (!standing.next) return "";
  return on_one_line({std::string(name_of(standing.next->stage)),
                      day_text(standing.next->on),
                      distance_text(standing.next->on, today)});
}

present::Table plan_table(const std::vector<BoardStep>& plan) {
  const std::vector<present::Field<BoardStep>> fields = {
      {heading(&StageMove::stage),
       "stage",
       {},
       [](const BoardStep& step) { return step.planned.stage; }},
      {say("Planned day"), "on", {}, [](const BoardStep& step) { return step.planned.on; }},
      {say("Plan"),
       "plan",
       {},
       [](const BoardStep& step) {
         return step.planned.counted_back ? say("counted back") : say("stated");
       }},
      {say("Reached"), "reached", {}, [](const BoardStep& step) { return step.reached; }},
  };
  return make_little_table(fields, plan);
}

}  // namespace

present::Section plan_section(CardSource& source, const Project& project, const ProjectFile& file) {
  const auto entry = service::board_entry(
      {project, file.spells, {}, file.funds}, source.book(), source.rates, source.today);
  if (!entry || entry->plan.empty()) return {};
  const auto& standing = entry->standing;
  return {say("Plan"),
          {{say("Light"), on_one_line({light_text(standing), behind_text(standing)})},
           {say("Next"), next_text(standing, source.today)}},
          plan_table(entry->plan)};
}

Facts waiver_facts(const CardSource& source, const Project& project) {
  Facts facts;
  for (const auto& waiver : project.waivers) {
    const bool over = waiver.until && waiver.until->last < source.today;
    facts.emplace_back(say("until {}", day_text(waiver.until)),
                       on_one_line({waiver.reason,
                                    waiver.by.empty() ? "" : say("accepted by {}", waiver.by),
                                    day_text(waiver.on),
                                    over ? say("over") : ""}));
  }
  return facts;
}

}  // namespace leadbook::cli
