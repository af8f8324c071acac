// Talks, trips and events as a total counts them, slowly and from the definition alone.
#pragma once

#include <set>
#include <vector>

#include "slow_item.hpp"

namespace slow_totals {

inline std::vector<Item> negotiations(const Facts& facts) {
  std::vector<Item> items;
  for (const auto& talk : facts.records().negotiations) {
    if (!facts.is_within(*talk.on)) continue;
    const auto* project = record_of(facts.records().projects, talk.project);
    auto item = project == nullptr ? Item() : of_project(*project, {});
    item.records = {{Kind::negotiation, talk.id.number}};
    item.on = talk.on;
    item.number = 1;
    if (talk.county) item.county = talk.county;
    item.companies.clear();
    for (const auto& counterpart : talk.counterparts) item.companies.push_back(counterpart.company);
    if (talk.mode) item.mode = identifier(*talk.mode);
    const auto* trip = record_of(facts.records().delegations, talk.delegation);
    if (trip != nullptr && !trip->leader.empty()) item.leader = trip->leader;
    items.push_back(item);
  }
  return items;
}

/// The trips, or what was visited on them.
inline std::vector<Item> trips(const Facts& facts, bool visits) {
  std::vector<Item> items;
  for (const auto& trip : facts.records().delegations) {
    if (!trip.starts || !facts.is_within(*trip.starts)) continue;
    if (trip.status != DelegationStatus::done) continue;
    Item item;
    item.records = {{Kind::delegation, trip.id.number}};
    item.on = trip.starts;
    item.county = trip.county;
    item.leader = trip.leader;
    item.number = 1;
    std::set<Id<Company>> visited;
    for (const auto& visit : trip.visits) visited.insert(visit.company);
    item.companies = {visited.begin(), visited.end()};
    if (!visits) items.push_back(item);
    for (const auto company : visited) {
      if (!visits) break;
      item.companies = {company};
      items.push_back(item);
    }
  }
  return items;
}

inline std::vector<Item> events(const Facts& facts) {
  std::vector<Item> items;
  for (const auto& event : facts.records().events) {
    if (!facts.is_within(*event.on)) continue;
    Item item;
    item.records = {{Kind::event, event.id.number}};
    item.on = event.on;
    item.county = event.county;
    item.number = 1;
    items.push_back(item);
  }
  return items;
}

}  // namespace slow_totals
