#include "cli/card/parts.hpp"
#include "leadbook/domain/record/fields/project.hpp"
#include "leadbook/domain/record/fields/stage.hpp"
#include "leadbook/service/records/beside.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

std::string share_of(const Project& project, const Company& company) {
  for (const auto& investor : project.investors) {
    if (investor.company == company.id) return investor.share;
  }
  return "";
}

present::Table project_table(CardSource& source, const Company& company, const Reference& card) {
  const auto projects = dependents(
      source,
      card,
      &Project::lead_on,
      {Kind::project, {"title", "county", "planned_investment", "lead_on", "investors"}});
  auto stages = service::current_stages();
  std::vector<std::int64_t> numbers;
  numbers.reserve(projects.size());
  for (const auto& project : projects) numbers.push_back(project.id.number);
  stages.read(source.db, std::move(numbers));
  const std::vector<present::Field<Project>> fields = {
      {say("ID"), "id", {}, [](const Project& project) { return project.id; }},
      {heading(&Project::title), "title", {}, [](const Project& project) { return project.title; }},
      {heading(&Project::county),
       "county",
       {},
       [&source](const Project& project) { return named(source, project.county); }},
      {heading(&StageMove::stage),
       "stage",
       {},
       [&stages](const Project& project) { return service::stage_in(stages, project.id).stage; }},
      {heading(&Investor::share),
       "share",
       {},
       [&company](const Project& project) { return share_of(project, company); }},
      {heading(&Project::planned_investment),
       "planned_investment",
       text::Align::right,
       [](const Project& project) { return project.planned_investment; }},
  };
  return make_little_table(fields, projects);
}

Facts trip_facts(CardSource& source, const Company& company, const Reference& card) {
  Facts facts;
  const store::Selection told(Kind::delegation, {"title", "starts", "ends", "status", "visits"});
  for (const auto& trip : dependents(source, card, &Delegation::starts, told)) {
    const auto status = trip.status == DelegationStatus::planned ? std::string(name_of(trip.status))
                                                                 : std::string();
    std::vector<std::string> topics;
    for (const auto& visit : trip.visits) {
      if (visit.company == company.id) topics.push_back(visit.topic);
    }
    const auto days = trip_text(trip);
    facts.emplace_back(
        days.empty() ? say("no date") : days,
        on_lines({on_one_line({named(source, trip.id), status}), join_texts(topics, "; ")}));
  }
  return facts;
}

/// Who is known there: by reference alone where what leaves the screen tells of no person.
Facts contact_facts(CardSource& source, const Reference& card) {
  Facts facts;
  const store::Selection all(Kind::contact);
  for (const auto& contact : store::records_referring_to(source.db, all, card).as<Contact>()) {
    const auto number = reference_text({Kind::contact, contact.id.number});
    const auto state = word_text(contact.state);
    if (!source.shows_persons) {
      facts.emplace_back(number, state);
      continue;
    }
    facts.emplace_back(
        join_texts({number, contact.name, state}, " "),
        on_lines({on_one_line({contact.post, contact.phone, contact.wechat, contact.email}),
                  contact.note}));
  }
  return facts;
}

}  // namespace

Sections sections_of(CardSource& source, const Company& company) {
  const Reference card{Kind::company, company.id.number};
  return {
      {"", facts_of(source, company, {"name"}), {}},
      {say("Contacts"), contact_facts(source, card), {}},
      {say("Projects"), {}, project_table(source, company, card)},
      {say("Talks"), talk_facts(source, dependents(source, card, &Negotiation::on), card), {}},
      {say("Signings"), signing_facts(source, dependents(source, card, &Signing::on), card), {}},
      {say("Delegations"), trip_facts(source, company, card), {}},
  };
}

}  // namespace leadbook::cli
