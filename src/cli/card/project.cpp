#include "cli/card/project.hpp"

#include <algorithm>

#include "leadbook/domain/record/fields/project.hpp"
#include "leadbook/domain/record/fields/stage.hpp"
#include "leadbook/service/derived/stages.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Section;

Facts facts_of_project(CardSource& source, const Project& project, const StageSpell& now) {
  auto facts =
      facts_of(source, project, {"title", "county", "investors", "phases", "moves", "waivers"});
  const auto days = days_in(now, source.today);
  const auto since = now.since ? say("since {}", day_text(now.since)) : std::string();
  const auto spent = days ? say_count("{} day", "{} days", *days) : std::string();
  facts.insert(
      facts.begin(),
      {heading(&StageMove::stage), on_one_line({std::string(name_of(now.stage)), since, spent})});
  facts.insert(facts.begin() + 1, {heading(&Project::county), named(source, project.county)});
  return facts;
}

Facts company_facts(const Project& project, const Companies& companies) {
  Facts facts;
  for (const auto& investor : project.investors) {
    const auto company = companies.find(investor.company.number);
    if (company == companies.end()) continue;
    const auto& [number, of] = *company;
    facts.emplace_back(
        reference_text({Kind::company, number}),
        on_one_line({of.name, std::string(name_of(of.kind)), of.home, investor.share}));
  }
  return facts;
}

present::Table phase_table(const Project& project) {
  const std::vector<present::Field<Phase>> fields = {
      {heading(&Phase::name), "name", {}, [](const Phase& phase) { return phase.name; }},
      {heading(&Phase::amount),
       "amount",
       text::Align::right,
       [](const Phase& phase) { return phase.amount; }},
      {heading(&Phase::land),
       "land",
       text::Align::right,
       [](const Phase& phase) -> present::Cell {
         if (!phase.land) return {};
         return present::Decimal{phase.land->hundredths, 2, ""};
       }},
      {heading(&Phase::planned_start),
       "planned_start",
       {},
       [](const Phase& phase) { return phase.planned_start; }},
      {heading(&Phase::planned_completion),
       "planned_completion",
       {},
       [](const Phase& phase) { return phase.planned_completion; }},
      {heading(&Phase::planned_production),
       "planned_production",
       {},
       [](const Phase& phase) { return phase.planned_production; }},
  };
  auto table = make_little_table(fields, project.phases);
  for (const auto& phase : project.phases) {
    if (!phase.note.empty()) table.notes.push_back(say("{}: {}", phase.name, phase.note));
  }
  return table;
}

present::Table stage_table(const std::vector<StageSpell>& spells, Day today) {
  const std::vector<present::Field<StageSpell>> fields = {
      {heading(&StageMove::stage),
       "stage",
       {},
       [](const StageSpell& spell) { return spell.stage; }},
      {say("Since"), "since", {}, [](const StageSpell& spell) { return spell.since; }},
      {say("Until"),
       "until",
       {},
       [](const StageSpell& spell) -> present::Cell {
         if (spell.until) return *spell.until;
         return say("now");
       }},
      {say("Days"),
       "days",
       text::Align::right,
       [today](const StageSpell& spell) { return days_in(spell, today); }},
      {say("By"), "by", {}, [](const StageSpell& spell) { return spell.by; }},
  };
  auto table = make_little_table(fields, spells);
  for (const auto& spell : spells) {
    const auto why = on_one_line({spell.reason, spell.document});
    if (!why.empty()) table.notes.push_back(say("{}: {}", name_of(spell.stage), why));
  }
  return table;
}

Facts event_facts(CardSource& source, const ProjectFile& file, const Reference& card) {
  Facts facts;
  for (const auto& event : file.events) {
    for (const auto& concerned : event.projects) {
      if (concerned.project.number != card.number) continue;
      facts.emplace_back(
          day_text(event.on),
          on_lines({named(source, event.id), std::string(name_of(event.kind)), concerned.note}));
    }
  }
  return facts;
}

Facts open_task_facts(CardSource& source, const ProjectFile& file, const Reference& card) {
  auto tasks = file.tasks;
  std::erase_if(tasks, [](const Task& task) { return task.closed_on.has_value(); });
  return task_facts(source, tasks, card);
}

ProjectFile read_file(CardSource& source, const Project& project) {
  const Reference card{Kind::project, project.id.number};
  ProjectFile file;
  file.talks = dependents(source, card, &Negotiation::on);
  file.signings = dependents(source, card, &Signing::on);
  file.tasks = dependents(source, card, &Task::due);
  file.procedures = dependents(source, card, &Procedure::submitted);
  file.funds = dependents(source, card, &Funds::on);
  file.outlays = dependents(source, card, &Outlay::on);
  std::stable_sort(
      file.outlays.begin(), file.outlays.end(), [](const auto& left, const auto& right) {
        return left.year->first < right.year->first;
      });
  file.events =
      dependents(source, card, &Event::on, {Kind::event, {"title", "kind", "on", "projects"}});
  file.transfers = dependents(source, card, &Credit::on);
  const auto& book = source.book();
  const bool frameworks = book && book->frameworks == Frameworks::count;
  file.spells = service::stages_of(project, file.signings, file.talks, frameworks);
  std::vector<std::int64_t> investors;
  for (const auto& investor : project.investors) investors.push_back(investor.company.number);
  file.investors = companies_of(source, std::move(investors));
  return file;
}

}  // namespace

const ProjectFile& file_of(CardSource& source, const Project& project) {
  if (!source.file) source.file = std::make_shared<const ProjectFile>(read_file(source, project));
  return *source.file;
}

std::string title_of(CardSource& source, const Project& project) {
  const auto& now = file_of(source, project).spells.back();
  return on_one_line(
      {named(source, project.id), named(source, project.county), std::string(name_of(now.stage))});
}

Sections sections_of(CardSource& source, const Project& project) {
  const Reference card{Kind::project, project.id.number};
  const auto& file = file_of(source, project);
  const auto& spells = file.spells;
  // A lead nobody dated and nothing moved has no history to tell.
  const bool moved = spells.size() > 1 || spells.front().since;
  return {
      {"", facts_of_project(source, project, spells.back()), {}},
      {say("Companies"), company_facts(project, file.investors), {}},
      {say("What comes next"), upcoming_facts(source, project, file), {}},
      plan_section(source, project, file),
      {heading(&Project::waivers), waiver_facts(source, project), {}},
      {say("Open tasks"), open_task_facts(source, file, card), {}},
      {say("Talks"), talk_facts(source, file.talks, service::rounds_of(file.talks), card), {}},
      {say("Signings"), signing_facts(source, file.signings, card), {}},
      {say("Procedures"), {}, procedure_table(source, file)},
      {say("Funds received"), {}, funds_table(source, project, file)},
      {say("Investment by year"), {}, outlay_table(file)},
      {heading(&Project::phases), {}, phase_table(project)},
      {say("Stage history"),
       {},
       moved ? std::optional(stage_table(spells, source.today)) : std::nullopt},
      {say("Events"), event_facts(source, file, card), {}},
      {say("First contact and credit"), credit_facts(source, project, file), {}},
  };
}

}  // namespace leadbook::cli
