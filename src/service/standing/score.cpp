#include "service/standing/score.hpp"

#include <algorithm>

namespace leadbook::service {
namespace {

const Condition* condition_at(const std::vector<std::optional<Condition>>& conditions,
                              std::size_t index) {
  const auto& condition = conditions.at(index);
  return condition ? &*condition : nullptr;
}

/// What a county without a target to be held against gets.
std::optional<std::int64_t> points_without_target(const ScoreItem& item, Lacking lacking) {
  switch (lacking) {
    case Lacking::apart:
      return {};
    case Lacking::zero:
      return 0;
    case Lacking::full:
      break;
  }
  return item.weight;
}

/// One item of all counties.
class ItemScoring {
 public:
  ItemScoring(const ScoreItem& item,
              const Condition* condition,
              const std::vector<ListedCounty>& counties,
              CountyValues& values)
      : item_(item), condition_(condition), counties_(counties), values_(values) {}

  std::vector<ScoredItem> against_targets(const Targets& targets,
                                          const Period& period,
                                          Lacking lacking) {
    std::vector<ScoredItem> scored;
    for (const auto& county : counties_) {
      const auto* wanted = targets.nearest(county.county, item_.measure, period);
      auto item = valued(county, wanted == nullptr ? Currency() : wanted->currency);
      if (wanted != nullptr) item.base = wanted->value;
      if (wanted == nullptr || wanted->value <= 0) {
        item.points = points_without_target(item_, lacking);
      } else if (item.value) {
        item.points = share_points(item_, *item.value, wanted->value);
      }
      scored.push_back(item);
    }
    return scored;
  }

  std::vector<ScoredItem> against_each_other() {
    std::vector<ScoredItem> scored;
    for (const auto& county : counties_) scored.push_back(valued(county, Currency()));
    std::optional<Scaled> least;
    std::optional<Scaled> greatest;
    for (const auto& item : scored) {
      if (!item.value) continue;
      least = std::min(least.value_or(*item.value), *item.value);
      greatest = std::max(greatest.value_or(*item.value), *item.value);
    }
    for (auto& item : scored) {
      if (!item.value) continue;
      if (item_.method == ScoreMethod::efficacy) {
        item.least = least;
        item.base = greatest;
        item.points = efficacy_points(item_.weight, *item.value, *least, *greatest);
        continue;
      }
      item.base = item_.against == ScoreBase::value ? item_.value : greatest;
      // Where nobody has anything, nobody gets anything.
      item.points = *item.base > 0 ? share_points(item_, *item.value, *item.base) : 0;
    }
    return scored;
  }

 private:
  ScoredItem valued(const ListedCounty& county, const Currency& currency) {
    ScoredItem item;
    item.currency = currency;
    item.value =
        scaled_value(item_.measure, values_.of(county.county, item_.measure, currency, condition_));
    return item;
  }

  const ScoreItem& item_;
  const Condition* condition_;
  const std::vector<ListedCounty>& counties_;
  CountyValues& values_;
};

void add_points(CountyScore& score, ScoredItem item) {
  if (!item.points) {
    score.total.reset();
  } else if (score.total) {
    *score.total += *item.points;
  }
  score.items.push_back(std::move(item));
}

ScoredItem score_bonus(const ScoreBonus& bonus, const TotalsValue& value) {
  ScoredItem item;
  item.value = scaled_value(bonus.measure, value);
  // What nobody knows is neither rewarded nor punished.
  item.points = item.value ? bonus_points(bonus, *item.value) : 0;
  return item;
}

}  // namespace

std::vector<Measure> measures_of(const ScoreRule& rule) {
  std::vector<Measure> measures;
  const auto add = [&](Measure measure) {
    if (std::find(measures.begin(), measures.end(), measure) == measures.end()) {
      measures.push_back(measure);
    }
  };
  for (const auto& item : rule.items) add(item.measure);
  for (const auto& bonus : rule.bonuses) add(bonus.measure);
  return measures;
}

std::vector<CountyScore> score_counties(const ReadScore& score,
                                        const std::vector<ListedCounty>& counties,
                                        const Targets& targets,
                                        const Period& period,
                                        CountyValues& values) {
  std::vector<CountyScore> scores(counties.size(), CountyScore{{}, 0});
  for (std::size_t index = 0; index < score.rule.items.size(); ++index) {
    const auto& item = score.rule.items[index];
    ItemScoring scoring(item, condition_at(score.items, index), counties, values);
    const bool by_target =
        item.method != ScoreMethod::efficacy && item.against == ScoreBase::target;
    const auto scored = by_target ? scoring.against_targets(targets, period, score.rule.lacking)
                                  : scoring.against_each_other();
    for (std::size_t row = 0; row < counties.size(); ++row) add_points(scores[row], scored[row]);
  }
  for (std::size_t index = 0; index < score.rule.bonuses.size(); ++index) {
    const auto& bonus = score.rule.bonuses[index];
    const auto* condition = condition_at(score.bonuses, index);
    for (std::size_t row = 0; row < counties.size(); ++row) {
      const auto& value = values.of(counties[row].county, bonus.measure, Currency(), condition);
      add_points(scores[row], score_bonus(bonus, value));
    }
  }
  return scores;
}

}  // namespace leadbook::service
