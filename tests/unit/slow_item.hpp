// One thing that a measure of a total counts, for totals computed slowly.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "slow_facts.hpp"

namespace slow_totals {

/// What it belongs to, and what it adds.
struct Item {
  const Project* project = nullptr;
  Id<County> county;
  std::optional<Date> on;
  std::optional<Currency> currency;
  std::string mode;
  std::string leader;
  std::vector<Id<Company>> companies;
  std::vector<Reference> records;  // behind the number
  std::vector<Reference> base;     // behind the divisor
  Wide number = 0;
  Wide divisor = 0;
  bool counted = true;
  bool known = true;
  std::vector<Item> opens;  // the paper that states no amount, but has one by this supplement
};

/// A project as a thing counted at a date.
inline Item of_project(const Project& project, std::optional<Date> on) {
  Item item;
  item.records = {{Kind::project, project.id.number}};
  item.project = &project;
  item.county = project.county;
  item.on = on;
  item.leader = project.leader;
  for (const auto& investor : project.investors) item.companies.push_back(investor.company);
  item.number = 1;
  return item;
}

/// A project as counted at one of its papers.
inline Item of_paper(const Facts& facts, const Signing& signing) {
  auto item = of_project(*record_of(facts.records().projects, signing.project), signing.on);
  if (signing.mode) item.mode = identifier(*signing.mode);
  if (signing.amount) item.currency = signing.amount->money.currency;
  return item;
}

/// Makes it one of those a rate is about.
inline void set_share(Item& item, bool holds) {
  item.base = item.records;
  item.divisor = 1;
  item.number = holds ? 1 : 0;
  if (!holds) item.records.clear();
}

/// Makes it count for an amount: unknown where none is stated, or for want of a rate.
inline void set_amount(const Facts& facts,
                       Item& item,
                       const std::optional<Amount>& stated,
                       const Date& on) {
  item.number = 0;
  item.known = false;
  item.currency.reset();
  if (!stated) {
    item.records.clear();
    return;
  }
  item.currency = stated->money.currency;
  const auto converted = facts.conversion().convert(stated->money, on);
  if (!converted) {
    item.records.clear();
    return;
  }
  item.number = *converted;
  item.known = true;
}

inline void set_number(Item& item, std::optional<std::int64_t> number) {
  item.number = number.value_or(0);
  item.known = number.has_value();
  if (!number) item.records.clear();
}

}  // namespace slow_totals
