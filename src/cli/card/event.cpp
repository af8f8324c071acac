// Cards of events, of the tasks given at them, and of printed figures.
#include "leadbook/domain/record/fields/event.hpp"

#include "cli/card/parts.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

Facts project_facts(CardSource& source, const Event& event) {
  Facts facts;
  for (const auto& concerned : event.projects) {
    const Reference project{Kind::project, concerned.project.number};
    facts.emplace_back(reference_text(project), on_lines({source.names(project), concerned.note}));
  }
  return facts;
}

}  // namespace

std::string title_of(CardSource& source, const Event& event) {
  return on_one_line({named(source, event.id), day_text(event.on)});
}

Sections sections_of(CardSource& source, const Event& event) {
  const Reference card{Kind::event, event.id.number};
  return {
      {"", facts_of(source, event, {"title", "on", "people", "projects"}), {}},
      {heading(&Event::people), people_facts(event.people), {}},
      {heading(&Event::projects), project_facts(source, event), {}},
      {say("Tasks"), task_facts(source, dependents(source, card, &Task::due), card), {}},
  };
}

Sections sections_of(CardSource& source, const Task& task) {
  auto facts = facts_of(source, task, {"title", "due"});
  const bool open = task.due && !task.closed_on;
  facts.insert(facts.begin(),
               {heading(&Task::due), open ? due_text(task.due, source.today) : day_text(task.due)});
  return {{"", facts, {}}};
}

std::string title_of(CardSource&, const Figure& figure) {
  return on_one_line({reference_text({Kind::figure, figure.id.number}),
                      figure.area,
                      figure.indicator,
                      day_text(figure.period)});
}

}  // namespace leadbook::cli
