#include "leadbook/domain/record/fields/negotiation.hpp"

#include "cli/card/parts.hpp"
#include "leadbook/service/records/rounds.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

Facts facts_of_talk(CardSource& source, const Negotiation& talk) {
  auto facts = facts_of(
      source, talk, {"counterparts", "participants", "round", "promises", "next_step", "next_due"});
  facts.insert(facts.begin() + 1,
               {heading(&Negotiation::round), service::round_of(source.db, talk)});
  return facts;
}

Facts counterpart_facts(CardSource& source, const Negotiation& talk) {
  std::vector<std::int64_t> numbers;
  for (const auto& counterpart : talk.counterparts) numbers.push_back(counterpart.company.number);
  const auto companies = companies_of(source, std::move(numbers));
  Facts facts;
  for (const auto& counterpart : talk.counterparts) {
    const auto found = companies.find(counterpart.company.number);
    if (found == companies.end()) continue;
    const auto& company = found->second;
    const auto spoke = counterpart.representative.empty()
                           ? std::string()
                           : say("represented by {}", counterpart.representative);
    facts.emplace_back(
        reference_text({Kind::company, company.id.number}),
        on_one_line({company.name, std::string(name_of(company.kind)), company.home, spoke}));
  }
  return facts;
}

Facts promise_facts(const CardSource& source, const Negotiation& talk) {
  Facts facts;
  for (const auto& promise : talk.promises) {
    const auto state = promise.kept ? say("kept {}", day_text(promise.kept))
                                    : distance_text(promise.due, source.today);
    facts.emplace_back(promise.due ? format_date(*promise.due) : say("no date"),
                       on_one_line({state, promise.text, promise.owner}));
  }
  return facts;
}

Facts next_facts(const Negotiation& talk) {
  if (talk.next_step.empty() && !talk.next_due) return {};
  const auto step = talk.next_step.empty() ? say("the next step") : talk.next_step;
  return {{talk.next_due ? format_date(*talk.next_due) : say("no date"), step}};
}

}  // namespace

std::string title_of(CardSource& source, const Negotiation& talk) {
  std::vector<std::string> names;
  for (const auto& counterpart : talk.counterparts) {
    names.push_back(source.names({Kind::company, counterpart.company.number}));
  }
  return on_one_line({reference_text({Kind::negotiation, talk.id.number}),
                      day_text(talk.on),
                      join_texts(names, "; "),
                      word_text(talk.outcome)});
}

Sections sections_of(CardSource& source, const Negotiation& talk) {
  return {
      {"", facts_of_talk(source, talk), {}},
      {heading(&Negotiation::counterparts), counterpart_facts(source, talk), {}},
      {heading(&Negotiation::participants), people_facts(talk.participants), {}},
      {heading(&Negotiation::promises), promise_facts(source, talk), {}},
      {heading(&Negotiation::next_step), next_facts(talk), {}},
  };
}

}  // namespace leadbook::cli
