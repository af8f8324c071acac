// Scores (考核评分): a bureau's weighted rule and the points it gives for what was reached.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/record/measure.hpp"
#include "leadbook/domain/standing/ranking.hpp"
#include "leadbook/domain/word.hpp"

namespace leadbook {

/// How a value becomes points:
/// pro_rata: weight x value / base, at most weight x cap where there is one;
/// capped: min(weight, weight x value / base);
/// efficacy: (value - least) / (greatest - least) x 40 + 60 of a hundred times the weight.
enum class ScoreMethod { pro_rata, capped, efficacy };

template <>
std::span<const Word<ScoreMethod>> words<ScoreMethod>();

/// What a value is held against: the county's target, the best value of all, a value of the rule.
enum class ScoreBase { target, best, value };

template <>
std::span<const Word<ScoreBase>> words<ScoreBase>();

/// What becomes of a county that has no target, or one of 0, for an item held against targets: it
/// is not ranked, gets no points for it, or all of them.
enum class Lacking { apart, zero, full };

template <>
std::span<const Word<Lacking>> words<Lacking>();

/// One item of a rule. Points and weights are in hundredths of a point.
struct ScoreItem {
  std::string name;
  Measure measure = Measure::contract_amount;
  std::int64_t weight = 0;
  ScoreMethod method = ScoreMethod::capped;
  ScoreBase against = ScoreBase::target;
  std::optional<std::int64_t> value;  // of a base that is the rule's own
  std::optional<std::int64_t> cap;    // of pro rata, in hundredths: 120 is 1.2 times the weight
  std::string where;                  // which records count, as --where has it; "" for all

  bool operator==(const ScoreItem&) const = default;
};

/// Points added for each full `each` of a measure, or taken off where they are negative.
struct ScoreBonus {
  std::string name;
  Measure measure = Measure::signed_;
  std::int64_t points = 0;
  std::int64_t each = 1;
  std::optional<std::int64_t> most;  // how many points at most are added or taken off
  std::string where;

  bool operator==(const ScoreBonus&) const = default;
};

struct ScoreRule {
  std::string title;
  std::vector<ScoreItem> items;
  std::vector<ScoreBonus> bonuses;
  Lacking lacking = Lacking::apart;
  ListRule lists;

  bool operator==(const ScoreRule&) const = default;
};

/// The points of an item that is held against a base above 0. Value and base are in one unit; the
/// points are rounded to hundredths, half away from zero.
std::int64_t share_points(const ScoreItem& item, std::int64_t value, std::int64_t base);

/// The points of an efficacy item among values from `least` to `greatest`; all of the weight where
/// these are the same.
std::int64_t efficacy_points(std::int64_t weight,
                             std::int64_t value,
                             std::int64_t least,
                             std::int64_t greatest);

/// The points of a bonus, negative of a penalty; 0 for a value of 0 or less.
std::int64_t bonus_points(const ScoreBonus& bonus, std::int64_t value);

}  // namespace leadbook
