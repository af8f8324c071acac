// Signed papers and payments as a total counts them, slowly and from the definition alone.
#pragma once

#include <vector>

#include "slow_item.hpp"

namespace slow_totals {

inline Amount less(Amount now, const Amount& then) {
  now.money.minor -= then.money.minor;
  return now;
}

/// A counted paper and, for its amount, what each of its supplements adds.
inline std::vector<Item> amounts_of(const Facts& facts, const Signing& paper, Measure measure) {
  const auto member =
      measure == Measure::outside_amount ? &Signing::outside_amount : &Signing::amount;
  std::vector<Item> items;
  auto item = of_paper(facts, paper);
  item.records = {{Kind::signing, paper.id.number}};
  if (measure != Measure::contracts) set_amount(facts, item, paper.*member, *paper.on);
  items.push_back(item);
  if (measure == Measure::contracts) return items;
  auto standing = paper.*member;
  for (const auto& supplement : facts.supplements_of(paper)) {
    if (!(supplement.*member)) continue;
    auto added = of_paper(facts, supplement);
    added.records = {{Kind::signing, supplement.id.number}};
    added.counted = false;
    const bool same = standing && standing->money.currency == (supplement.*member)->money.currency;
    set_amount(facts,
               added,
               same ? less(*(supplement.*member), *standing) : supplement.*member,
               *supplement.on);
    // It is the paper that is known or not: a supplement may state what the paper left open.
    added.known = added.known && !standing && facts.is_within(*paper.on);
    if (added.known) added.opens = {items.front()};
    items.push_back(added);
    if (standing && !same) {
      // The contract leaves the currency it was in.
      set_amount(facts, added, standing, *supplement.on);
      added.number = -added.number;
      added.known = false;
      items.push_back(added);
    }
    standing = supplement.*member;
  }
  return items;
}

inline std::vector<Item> papers(const Facts& facts, Measure measure) {
  std::vector<Item> items;
  for (const auto& signing : facts.records().signings) {
    if (!facts.counts(signing)) continue;
    for (auto& item : amounts_of(facts, signing, measure)) {
      if (facts.is_within(*item.on)) items.push_back(item);
    }
  }
  return items;
}

inline std::vector<Item> funds(const Facts& facts, Measure measure) {
  std::vector<Item> items;
  for (const auto& payment : facts.records().funds) {
    if (!facts.is_within(*payment.on)) continue;
    if (measure == Measure::funds_domestic && payment.capital != Capital::domestic) continue;
    if (measure == Measure::funds_foreign && payment.capital != Capital::foreign) continue;
    auto item = of_project(*record_of(facts.records().projects, payment.project), payment.on);
    item.records = {{Kind::funds, payment.id.number}};
    set_amount(facts, item, payment.amount, *payment.on);
    items.push_back(item);
  }
  return items;
}

/// What a project's papers come to by the end of the period; nothing where none states an amount.
inline std::optional<Wide> contract_worth(const Facts& facts, const Project& project) {
  std::optional<Wide> worth;
  for (const auto& signing : facts.records().signings) {
    if (signing.project != project.id || !facts.counts(signing)) continue;
    for (const auto& part : amounts_of(facts, signing, Measure::contract_amount)) {
      if (part.records.empty() || !facts.is_over(*part.on)) continue;
      worth = worth.value_or(0) + part.number;
    }
  }
  return worth;
}

/// The same over all days, in CNY, each amount at the rate of its own date.
inline std::optional<Wide> contract_cny(const Facts& facts, const Project& project) {
  auto query = facts.query();
  query.rates = {};
  query.period = period_of(earliest_day, latest_day);
  return contract_worth(Facts(facts.records(), query), project);
}

}  // namespace slow_totals
