#include "leadbook/service/standing/ranking.hpp"

#include "service/standing/score.hpp"

namespace leadbook::service {
namespace {

/// What all counties had in one period.
struct PeriodValues {
  std::vector<RankedValue> ranked;  // in the order of the counties
  std::vector<TotalsValue> values;  // of a measure
  std::vector<CountyScore> scores;  // of a score
  std::vector<std::optional<std::int64_t>> places;
  Totals facts;
};

class RankedPeriods {
 public:
  RankedPeriods(store::Db& db, const RankQuery& query)
      : db_(db), query_(query), counties_(listed_counties(db, query.zones)) {
    if (query.score) targets_.emplace(db);
  }

  const std::vector<ListedCounty>& counties() const { return counties_; }

  /// Computed once a period.
  const PeriodValues& of(const Period& period) {
    for (const auto& [known, values] : known_) {
      if (known == period) return *values;
    }
    known_.emplace_back(period, std::make_unique<PeriodValues>(compute(period)));
    return *known_.back().second;
  }

  /// Which counties are black in this period and in as many before it as the rule asks for.
  std::vector<bool> black(const ListRule& rule) {
    auto black = black_rows(of(query_.totals.period).ranked, rule);
    auto period = query_.totals.period;
    for (std::int64_t further = 1; further < rule.periods; ++further) {
      period = period_before(period);
      const auto then = black_rows(of(period).ranked, rule);
      for (std::size_t row = 0; row < black.size(); ++row) black[row] = black[row] && then[row];
    }
    return black;
  }

 private:
  PeriodValues compute(const Period& period) {
    auto totals_query = query_.totals;
    totals_query.period = period;
    totals_query.measures =
        query_.score ? measures_of(query_.score->rule) : std::vector<Measure>{query_.measure};
    CountyValues values(db_, totals_query, query_.zones);
    PeriodValues computed;
    if (query_.score) {
      computed.scores = score_counties(*query_.score, counties_, *targets_, period, values);
      for (const auto& score : computed.scores) computed.ranked.push_back(score.total);
    } else {
      for (const auto& county : counties_) {
        computed.values.push_back(
            values.of(county.county, query_.measure, query_.totals.rates.in.value_or(Currency())));
        computed.ranked.push_back(scaled_value(query_.measure, computed.values.back()));
      }
    }
    computed.places.resize(counties_.size());
    for (const auto& [row, place] : rank_values(computed.ranked, query_.ties)) {
      computed.places[row] = place;
    }
    computed.facts = values.facts();
    return computed;
  }

  store::Db& db_;
  const RankQuery& query_;
  std::vector<ListedCounty> counties_;
  std::optional<Targets> targets_;
  std::vector<std::pair<Period, std::unique_ptr<PeriodValues>>> known_;
};

RankedCounty ranked_county(const ListedCounty& county,
                           std::size_t row,
                           const PeriodValues& now,
                           const PeriodValues& then) {
  RankedCounty ranked;
  ranked.county = county.county;
  ranked.code = county.code;
  if (!now.values.empty()) ranked.value = now.values[row];
  if (!now.scores.empty()) ranked.items = now.scores[row].items;
  ranked.ranked = now.ranked[row];
  ranked.place = now.places[row];
  ranked.previous = then.ranked[row];
  ranked.previous_place = then.places[row];
  return ranked;
}

}  // namespace

Ranking rank_counties(store::Db& db, const RankQuery& query) {
  RankedPeriods periods(db, query);
  const auto& counties = periods.counties();
  const auto& rule = query.score ? query.score->rule.lists : query.lists;
  const auto black = periods.black(rule);
  const auto& then = periods.of(query.before);
  const auto& now = periods.of(query.totals.period);
  const auto red = red_rows(now.ranked, rule);
  const auto gaps = gaps_ahead(now.ranked);
  Ranking ranking;
  for (const auto& [row, place] : rank_values(now.ranked, query.ties)) {
    auto& ranked = ranking.rows.emplace_back(ranked_county(counties[row], row, now, then));
    ranked.gap = gaps[row];
    if (red[row]) {
      ranked.list = ListColor::red;
    } else if (black[row]) {
      ranked.list = ListColor::black;
    }
  }
  for (const auto& county : all_counties(db)) {
    if (county.is_zone && query.zones == Zones::none) ++ranking.left_out;
  }
  ranking.facts = now.facts;
  return ranking;
}

}  // namespace leadbook::service
