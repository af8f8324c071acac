// Cards of procedures, of funds received and of programs.
#include "leadbook/domain/record/fields/progress.hpp"

#include <map>

#include "cli/card/project.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/fields/project.hpp"
#include "leadbook/domain/record/fields/stage.hpp"
#include "leadbook/service/money/received.hpp"
#include "leadbook/service/records/beside.hpp"
#include "leadbook/service/records/programs.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Cell;

/// How long a granted procedure took, or how long there is for it yet.
std::string state_text(const Procedure& procedure, Day today) {
  const auto due = due_of(procedure);
  if (!procedure.granted) return due ? due_text(due, today) : say("not granted yet");
  if (!procedure.submitted) return say("granted {}", day_text(procedure.granted));
  const auto days = (procedure.granted->last - procedure.submitted->last).count();
  auto took = say_count("granted after {} day", "granted after {} days", days);
  if (!due) return took;
  const auto over = (procedure.granted->last - due->last).count();
  return on_one_line({took,
                      over > 0 ? say_count("{} day over the limit", "{} days over the limit", over)
                               : say("within the limit")});
}

/// A project on a program, with what its card tells of it.
struct Listed {
  Project project;
  Stage stage;
};

std::vector<Listed> listed_projects(CardSource& source, const Program& program) {
  const store::Selection told(Kind::project, {"title", "county", "planned_investment"});
  const auto numbers = service::projects_on(source.db, program);
  auto stages = service::current_stages();
  stages.read(source.db, numbers);
  std::vector<Listed> listed;
  const auto found = store::find(source.db, told, numbers);
  for (auto& project : records_of<Project>(source, found)) {
    const auto stage = service::stage_in(stages, project.id).stage;
    listed.push_back({std::move(project), stage});
  }
  return listed;
}

/// "320,000,000.00 CNY + 5,000,000.00 USD, known of 2 of 3": each currency for itself.
std::string planned_sum(const CardSource& source, const std::vector<Listed>& listed) {
  std::map<Currency, Money> sums;
  std::size_t known = 0;
  for (const auto& [project, stage] : listed) {
    if (!project.planned_investment) continue;
    ++known;
    const auto& money = project.planned_investment->money;
    auto& sum = sums.try_emplace(money.currency, Money{0, money.currency}).first->second;
    sum = value_or_throw(add(sum, money), ErrorKind::failed);
  }
  std::vector<std::string> texts;
  texts.reserve(sums.size());
  for (const auto& [currency, sum] : sums) texts.push_back(format_money(sum, source.unit));
  if (texts.empty()) return "";
  return say("{}, known of {} of {}", join_texts(texts, " + "), known, listed.size());
}

Facts listed_facts(const CardSource& source, const std::vector<Listed>& listed) {
  if (listed.empty()) return {};
  Facts facts = {{say("Projects"), listed.size()},
                 {heading(&Project::planned_investment), planned_sum(source, listed)}};
  std::map<Stage, std::size_t> stages;
  for (const auto& one : listed) ++stages[one.stage];
  std::vector<std::string> counts;
  counts.reserve(stages.size());
  for (const auto& [stage, count] : stages) {
    counts.push_back(join_texts({std::string(name_of(stage)), std::to_string(count)}, " "));
  }
  facts.emplace_back(say("By stage"), on_one_line(counts));
  return facts;
}

present::Table listed_table(CardSource& source, const std::vector<Listed>& listed) {
  const std::vector<present::Field<Listed>> fields = {
      {say("ID"), "id", {}, [](const Listed& one) { return one.project.id; }},
      {heading(&Project::title), "title", {}, [](const Listed& one) { return one.project.title; }},
      {heading(&Project::county),
       "county",
       {},
       [&source](const Listed& one) {
         return source.names({Kind::county, one.project.county.number});
       }},
      {heading(&StageMove::stage), "stage", {}, [](const Listed& one) { return one.stage; }},
      {heading(&Project::planned_investment),
       "planned_investment",
       text::Align::right,
       [](const Listed& one) { return one.project.planned_investment; }},
  };
  return make_little_table(fields, listed);
}

}  // namespace

namespace {

/// What `receive` answers in words.
template <class Receive>
std::string told_received(const CardSource& source, const Receive& receive) {
  try {
    const service::Received received = receive();
    if (!received.funds) return "";
    const auto funds = format_money({*received.funds, Currency()}, source.unit);
    if (!received.share) return say("{} received in all", funds);
    return say("{} received in all, {} of the contract amount of {}",
               funds,
               percent_text({*received.share}),
               format_money({*received.contract, Currency()}, source.unit));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::failed) throw;
    return say("not added up: {}", error.what());
  }
}

}  // namespace

present::Table procedure_table(const CardSource& source, const ProjectFile& file) {
  const std::vector<present::Field<Procedure>> fields = {
      {say("ID"), "id", {}, [](const Procedure& one) { return one.id; }},
      {heading(&Procedure::item), "item", {}, [](const Procedure& one) { return one.item; }},
      {heading(&Procedure::department),
       "department",
       {},
       [](const Procedure& one) { return one.department; }},
      {heading(&Procedure::submitted),
       "submitted",
       {},
       [](const Procedure& one) { return one.submitted; }},
      {say("Due"), "due", {}, [](const Procedure& one) { return due_of(one); }},
      {heading(&Procedure::granted),
       "granted",
       {},
       [](const Procedure& one) { return one.granted; }},
      {heading(&Procedure::mechanism),
       "mechanism",
       {},
       [](const Procedure& one) { return one.mechanism; }},
  };
  auto table = make_little_table(fields, file.procedures);
  for (const auto& one : file.procedures) {
    const auto due = due_of(one);
    if (one.granted || !due || due->last >= source.today) continue;
    table.notes.push_back(say("{}: {}",
                              reference_text({Kind::procedure, one.id.number}),
                              distance_text(due, source.today)));
  }
  return table;
}

present::Table funds_table(CardSource& source, const Project& project, const ProjectFile& file) {
  const std::vector<present::Field<Funds>> fields = {
      {say("ID"), "id", {}, [](const Funds& one) { return one.id; }},
      {heading(&Funds::on), "on", {}, [](const Funds& one) { return one.on; }},
      {heading(&Funds::amount),
       "amount",
       text::Align::right,
       [](const Funds& one) { return one.amount; }},
      {heading(&Funds::capital), "capital", {}, [](const Funds& one) { return one.capital; }},
      {heading(&Funds::company),
       "company",
       {},
       [&source](const Funds& one) {
         return one.company ? source.names({Kind::company, one.company.number}) : std::string();
       }},
      {heading(&Funds::phase), "phase", {}, [](const Funds& one) { return one.phase; }},
      {heading(&Funds::evidence), "evidence", {}, [](const Funds& one) { return one.evidence; }},
  };
  auto table = make_little_table(fields, file.funds);
  if (!table.rows.empty()) {
    table.notes.push_back(told_received(source, [&] {
      return service::received_by(source.db, project.id, file.funds, source.rates);
    }));
  }
  return table;
}

present::Table outlay_table(const ProjectFile& file) {
  const std::vector<present::Field<Outlay>> fields = {
      {say("ID"), "id", {}, [](const Outlay& one) { return one.id; }},
      {heading(&Outlay::year), "year", {}, [](const Outlay& one) { return one.year; }},
      {heading(&Outlay::planned),
       "planned",
       text::Align::right,
       [](const Outlay& one) { return one.planned; }},
      {heading(&Outlay::done),
       "done",
       text::Align::right,
       [](const Outlay& one) { return one.done; }},
      {heading(&Outlay::on), "on", {}, [](const Outlay& one) { return one.on; }},
  };
  return make_little_table(fields, file.outlays);
}

std::string title_of(CardSource& source, const Procedure& procedure) {
  return on_one_line(
      {named(source, procedure.id), source.names({Kind::project, procedure.project.number})});
}

Sections sections_of(CardSource& source, const Procedure& procedure) {
  auto facts = facts_of(source, procedure, {"item"});
  facts.insert(facts.begin(), {say("State"), state_text(procedure, source.today)});
  return {{"", facts, {}}};
}

std::string title_of(CardSource& source, const Funds& funds) {
  return on_one_line({reference_text({Kind::funds, funds.id.number}),
                      source.names({Kind::project, funds.project.number}),
                      day_text(funds.on)});
}

Sections sections_of(CardSource& source, const Funds& funds) {
  auto facts = facts_of(source, funds, {"amount"});
  facts.insert(facts.begin(),
               {heading(&Funds::amount), amount_text(source, funds.amount, funds.on)});
  facts.emplace_back(say("Of the project"), told_received(source, [&] {
                       return service::received_by(source.db, funds.project, source.rates);
                     }));
  return {{"", facts, {}}};
}

Sections sections_of(CardSource& source, const Program& program) {
  const auto listed = listed_projects(source, program);
  return {{"", facts_of(source, program, {"name"}), {}},
          {say("Projects on it"), listed_facts(source, listed), listed_table(source, listed)}};
}

}  // namespace leadbook::cli
