#include "leadbook/domain/record/fields/signing.hpp"

#include "cli/card/parts.hpp"
#include "leadbook/service/money/supplements.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

present::Table chain_table(CardSource& source, const Signing& signing) {
  const std::vector<present::Field<Signing>> fields = {
      {say("ID"), "id", {}, [](const Signing& one) { return one.id; }},
      {heading(&Signing::on), "on", {}, [](const Signing& one) { return one.on; }},
      {heading(&Signing::kind), "kind", {}, [](const Signing& one) { return one.kind; }},
      {heading(&Signing::contract_no),
       "contract_no",
       {},
       [](const Signing& one) { return one.contract_no; }},
      {heading(&Signing::amount),
       "amount",
       text::Align::right,
       [](const Signing& one) { return one.amount; }},
      {heading(&Signing::note), "note", {}, [](const Signing& one) { return one.note; }},
  };
  const auto chain = service::chain_of(source.db, signing);
  if (chain.supplements.empty()) return {};
  auto signings = chain.supplements;
  signings.insert(signings.begin(), chain.first);
  std::stable_sort(signings.begin(), signings.end(), [](const Signing& left, const Signing& right) {
    return is_earlier(left.on, right.on);
  });
  auto table = make_little_table(fields, signings);
  if (const auto now = service::effective_amount(chain)) {
    table.notes.push_back(say("The amount is now {}.", format_amount(*now, source.unit)));
  }
  return table;
}

Facts facts_of_signing(CardSource& source, const Signing& signing) {
  auto facts = facts_of(source, signing, {"parties", "amount", "outside_amount"});
  Facts amounts = {{heading(&Signing::amount), amount_text(source, signing.amount, signing.on)}};
  if (signing.outside_amount) {
    amounts.emplace_back(heading(&Signing::outside_amount),
                         amount_text(source, signing.outside_amount, signing.on));
  }
  facts.insert(facts.begin() + 1, amounts.begin(), amounts.end());
  return facts;
}

Facts party_facts(CardSource& source, const Signing& signing) {
  Facts facts;
  for (const auto& party : signing.parties) {
    const Reference company{Kind::company, party.company.number};
    facts.emplace_back(reference_text(company),
                       on_one_line({source.names(company),
                                    std::string(name_of(party.role.value_or(PartyRole::signer)))}));
  }
  return facts;
}

}  // namespace

std::string title_of(CardSource& source, const Signing& signing) {
  return on_one_line({named(source, signing.id),
                      std::string(name_of(signing.kind)),
                      day_text(signing.on),
                      source.names({Kind::project, signing.project.number})});
}

Sections sections_of(CardSource& source, const Signing& signing) {
  return {
      {"", facts_of_signing(source, signing), {}},
      {heading(&Signing::parties), party_facts(source, signing), {}},
      {say("Supplements"), {}, chain_table(source, signing)},
  };
}

}  // namespace leadbook::cli
