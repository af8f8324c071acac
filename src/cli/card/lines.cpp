// What many cards list: talks, signings, tasks and people, each in a few lines under its date.
#include "cli/card/parts.hpp"
#include "leadbook/service/money/supplements.hpp"
#include "leadbook/service/records/rounds.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

template <class R>
std::string named_elsewhere(CardSource& source, const Id<R>& id, const Reference& card) {
  const Reference reference{kind_of<R>, id.number};
  return reference == card ? std::string() : named(source, reference);
}

/// "Xuzhou Jingyicheng Food Co., Ltd. (who spoke for it); ...".
std::string counterparts_text(CardSource& source, const Negotiation& talk, const Reference& card) {
  std::vector<std::string> names;
  for (const auto& [company, representative] : talk.counterparts) {
    const Reference reference{Kind::company, company.number};
    if (reference == card && representative.empty()) continue;
    const auto& name = source.names(reference);
    names.push_back(representative.empty() ? name : say("{} ({})", name, representative));
  }
  return join_texts(names, "; ");
}

std::string next_text(const Negotiation& talk) {
  if (talk.next_step.empty() && !talk.next_due) return "";
  return say("Next: {}", on_one_line({talk.next_step, day_text(talk.next_due)}));
}

std::string round_text(const Negotiation& talk, const service::Rounds& rounds) {
  const auto known = rounds.find(talk.id.number);
  const auto round = known == rounds.end() ? talk.round : std::optional(known->second);
  return round ? say("Round {}", *round) : std::string();
}

std::string talk_text(CardSource& source,
                      const Negotiation& talk,
                      const service::Rounds& rounds,
                      const Reference& card) {
  return on_lines({on_one_line({round_text(talk, rounds),
                                reference_text({Kind::negotiation, talk.id.number}),
                                word_text(talk.outcome),
                                word_text(talk.mode),
                                talk.place}),
                   counterparts_text(source, talk, card),
                   named_elsewhere(source, talk.project, card),
                   talk.project ? std::string() : talk.subject,
                   named_elsewhere(source, talk.delegation, card),
                   next_text(talk)});
}

std::string parties_text(CardSource& source, const Signing& signing) {
  std::vector<std::string> names;
  for (const auto& [company, role] : signing.parties) {
    const auto& name = source.names({Kind::company, company.number});
    const bool told = role && *role != PartyRole::signer;
    names.push_back(told ? say("{} ({})", name, name_of(*role)) : name);
  }
  return join_texts(names, "; ");
}

using Amounts = std::map<std::int64_t, std::optional<Amount>>;

/// The amount, and what supplements made of it.
std::string amounts_text(CardSource& source, const Signing& signing, const Amounts& amounts_now) {
  auto text = amount_text(source, signing.amount, signing.on);
  const auto known = amounts_now.find(signing.id.number);
  if (known == amounts_now.end()) return text;
  const auto& now = known->second;
  if (!now || now == signing.amount) return text;
  return say("{}, now {}", text, format_amount(*now, source.unit));
}

/// What signings that are no supplements stand at.
Amounts amounts_of(CardSource& source, const std::vector<Signing>& signings) {
  std::vector<Signing> contracts;
  for (const auto& signing : signings) {
    if (signing.kind != SigningKind::supplement) contracts.push_back(signing);
  }
  return service::effective_amounts(source.db, contracts);
}

std::string amends_text(CardSource& source, const Signing& signing) {
  return signing.amends ? say("Amends {}", named(source, signing.amends)) : std::string();
}

std::string signing_text(CardSource& source,
                         const Signing& signing,
                         const Amounts& amounts_now,
                         const Reference& card) {
  const auto number =
      signing.contract_no.empty() ? std::string() : say("no. {}", signing.contract_no);
  return on_lines(
      {on_one_line({reference_text({Kind::signing, signing.id.number}),
                    std::string(name_of(signing.kind)),
                    word_text(signing.mode),
                    signing.place}),
       on_one_line({amounts_text(source, signing, amounts_now), number, phase_text(signing.phase)}),
       signing.title,
       amends_text(source, signing),
       named_elsewhere(source, signing.project, card),
       parties_text(source, signing)});
}

std::string state_text(const CardSource& source, const Task& task) {
  if (task.closed_on) return say("closed {}", day_text(task.closed_on));
  return task.due ? due_text(task.due, source.today) : std::string();
}

}  // namespace

Facts talk_facts(CardSource& source,
                 const std::vector<Negotiation>& talks,
                 const service::Rounds& rounds,
                 const Reference& card) {
  Facts facts;
  for (const auto& talk : talks) {
    facts.emplace_back(day_text(talk.on), talk_text(source, talk, rounds, card));
  }
  return facts;
}

Facts talk_facts(CardSource& source, const std::vector<Negotiation>& talks, const Reference& card) {
  std::vector<std::int64_t> projects;
  for (const auto& talk : talks) {
    if (talk.project) projects.push_back(talk.project.number);
  }
  return talk_facts(source, talks, service::rounds_of(source.db, std::move(projects)), card);
}

Facts signing_facts(CardSource& source,
                    const std::vector<Signing>& signings,
                    const Reference& card) {
  const auto amounts_now = amounts_of(source, signings);
  Facts facts;
  for (const auto& signing : signings) {
    facts.emplace_back(day_text(signing.on), signing_text(source, signing, amounts_now, card));
  }
  return facts;
}

Facts task_facts(CardSource& source, const std::vector<Task>& tasks, const Reference& card) {
  Facts facts;
  for (const auto& task : tasks) {
    facts.emplace_back(reference_text({Kind::task, task.id.number}),
                       on_lines({task.title,
                                 on_one_line({state_text(source, task),
                                              std::string(name_of(task.kind)),
                                              word_text(task.area),
                                              task.owner}),
                                 named_elsewhere(source, task.project, card),
                                 task.closing}));
  }
  return facts;
}

Facts people_facts(const std::vector<Person>& people) {
  Facts facts;
  for (const auto& person : people) {
    const auto text = on_one_line({person.post, person.organisation});
    facts.emplace_back(person.name, text.empty() ? "—" : text);
  }
  return facts;
}

}  // namespace leadbook::cli
