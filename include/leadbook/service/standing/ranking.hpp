// Counties ranked by a measure or by a bureau's score, with what moved them and what they lack.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/standing/score.hpp"
#include "leadbook/service/standing/county_values.hpp"

namespace leadbook::service {

/// A rule of points with the conditions of its items and bonuses, in their order.
struct ReadScore {
  ScoreRule rule;
  std::vector<std::optional<Condition>> items;
  std::vector<std::optional<Condition>> bonuses;
};

struct RankQuery {
  TotalsQuery totals;  // period, day, rates, condition; what is measured is said below
  Measure measure = Measure::contract_amount;
  std::optional<ReadScore> score;  // in place of the measure
  Period before;                   // what movement is against
  Ties ties = Ties::standard;
  Zones zones = Zones::none;
  ListRule lists;  // of a measure; a score has its own
};

/// What one item of a score gave a county. An efficacy item has `least` and its base is the
/// greatest value.
struct ScoredItem {
  std::optional<Scaled> value;
  std::optional<Scaled> base;
  std::optional<Scaled> least;
  Currency currency;                   // of value and base, where they are money
  std::optional<std::int64_t> points;  // hundredths; nothing where there can be none

  bool operator==(const ScoredItem&) const = default;
};

struct RankedCounty {
  Id<County> county;
  std::string code;
  TotalsValue value;   // of the measure
  RankedValue ranked;  // the value on its scale, or all points in hundredths
  std::optional<std::int64_t> place;
  RankedValue previous;
  std::optional<std::int64_t> previous_place;
  std::optional<std::int64_t> gap;
  std::optional<ListColor> list;
  std::vector<ScoredItem> items;  // of a score: the items, then the bonuses
};

struct Ranking {
  std::vector<RankedCounty> rows;  // by place, equal ones by code; those without a value last
  std::int64_t left_out = 0;       // zones and parks that are not listed
  Totals facts;                    // definitions and rates used
};

/// The measures a score asks for, each once.
std::vector<Measure> measures_of(const ScoreRule& rule);

/// Ranks the book's counties. A red county is not black as well. Throws as `totals` does.
Ranking rank_counties(store::Db& db, const RankQuery& query);

}  // namespace leadbook::service
