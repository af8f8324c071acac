#include "leadbook/service/standing/targets.hpp"

#include <algorithm>

#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/store/record/record.hpp"
#include "service/totals/sum.hpp"

namespace leadbook::service {
namespace {

Period period_of_date(const Date& date) { return period_of(date.first, date.last); }

/// A target's number, in the field its indicator is stated in.
Scaled value_of(const Target& target) {
  if (target.count) return *target.count;
  if (target.land) return target.land->hundredths;
  if (target.amount) return scaled_amount(target.indicator, target.amount->money.minor);
  return scaled_percent(target.percent->hundredths);
}

/// A step as a share of the target; nothing of a target of 0, of which there are no shares.
std::optional<std::int64_t> share_of(const TargetStep& step, const Target& target) {
  if (step.percent) return step.percent->hundredths;
  if (step.count) return completion_of(*step.count, *target.count);
  return completion_of(step.amount->money.minor, target.amount->money.minor);
}

WantedValue wanted_value(const Target& target) {
  WantedValue wanted;
  wanted.target = Reference{Kind::target, target.id.number};
  wanted.value = value_of(target);
  if (target.amount) wanted.currency = target.amount->money.currency;
  wanted.period = period_of_date(*target.period);
  for (const auto& step : target.steps) {
    if (const auto share = share_of(step, target)) {
      wanted.steps.push_back({step.until->last, *share});
    }
  }
  return wanted;
}

bool is_same_span(const Period& left, const Period& right) {
  return left.first == right.first && left.last == right.last;
}

bool holds(const Period& outer, const Period& inner) {
  return outer.first <= inner.first && inner.last <= outer.last;
}

}  // namespace

Targets::Targets(store::Db& db) {
  store::each_record<Target>(db, [this](const Target& target) {
    known_.push_back({target.county, target.indicator, wanted_value(target)});
  });
}

const WantedValue* Targets::find(Id<County> county, Measure indicator, const Period& period) const {
  for (const auto& known : known_) {
    if (known.county == county && known.indicator == indicator &&
        is_same_span(known.wanted.period, period)) {
      return &known.wanted;
    }
  }
  return nullptr;
}

const WantedValue* Targets::nearest(Id<County> county,
                                    Measure indicator,
                                    const Period& period) const {
  const WantedValue* nearest = nullptr;
  for (const auto& [whose, of_what, wanted] : known_) {
    if (whose != county || of_what != indicator || !holds(wanted.period, period)) continue;
    if (nearest == nullptr || holds(nearest->period, wanted.period)) nearest = &wanted;
  }
  return nearest;
}

std::optional<WantedValue> Targets::of_city(Measure indicator, const Period& period) const {
  if (const auto* own = find({}, indicator, period)) return *own;
  if (is_quotient(indicator)) return {};
  std::optional<WantedValue> sum;
  for (const auto& [whose, of_what, wanted] : known_) {
    if (of_what != indicator || !is_same_span(wanted.period, period)) continue;
    if (!sum) sum = WantedValue{{}, 0, 0, wanted.currency, wanted.period, {}};
    if (sum->currency != wanted.currency) return {};
    add_checked(sum->value, wanted.value);
    ++sum->summed;
  }
  return sum;
}

Currency Targets::currency_of(Measure indicator, const Period& period) const {
  if (const auto* own = find({}, indicator, period)) return own->currency;
  for (const auto& known : known_) {
    if (known.indicator == indicator && is_same_span(known.wanted.period, period)) {
      return known.wanted.currency;
    }
  }
  return {};
}

std::vector<std::pair<Period, Measure>> Targets::stated() const {
  std::vector<std::pair<Period, Measure>> stated;
  for (const auto& known : known_) stated.emplace_back(known.wanted.period, known.indicator);
  const auto key = [](const auto& pair) {
    return std::make_tuple(pair.first.first, pair.first.last, pair.second);
  };
  std::sort(stated.begin(), stated.end(), [&](const auto& left, const auto& right) {
    return key(left) < key(right);
  });
  stated.erase(std::unique(stated.begin(), stated.end()), stated.end());
  return stated;
}

namespace {

/// Sets completion, plan and pace, and says how it stands.
void set_progress(TargetProgress& row, Day day) {
  const auto steps = row.wanted ? row.wanted->steps : std::vector<PlanStep>();
  // A rate does not grow with the year: it is to be held from the first day on.
  const bool is_held = is_quotient(row.indicator) && steps.empty();
  row.planned =
      is_held && day >= row.period.first ? hundred_percent : planned_share(row.period, steps, day);
  if (!row.wanted) return;
  if (day < row.period.first) {
    row.state = ProgressState::not_begun;
  } else if (row.wanted->value == 0) {
    row.state = ProgressState::zero_target;
  } else if (!row.actual) {
    row.state = ProgressState::unknown;
  } else {
    row.completion = completion_of(*row.actual, row.wanted->value);
    if (!row.completion) {
      row.state = ProgressState::unknown;
      return;
    }
    row.pace = *row.completion - row.planned;
    row.state = *row.pace > 0   ? ProgressState::ahead
                : *row.pace < 0 ? ProgressState::behind
                                : ProgressState::on_plan;
  }
}

/// A period, and the indicators that have a target for it.
struct StatedPeriod {
  Period period;
  std::vector<Measure> indicators;
};

std::vector<StatedPeriod> stated_periods(const Targets& targets, const ProgressQuery& query) {
  std::vector<StatedPeriod> periods;
  for (const auto& [period, indicator] : targets.stated()) {
    if (query.period && !holds(*query.period, period)) continue;
    if (query.indicator && *query.indicator != indicator) continue;
    if (periods.empty() || !(periods.back().period == period)) periods.push_back({period, {}});
    periods.back().indicators.push_back(indicator);
  }
  return periods;
}

/// Whose rows are asked for: the counties by code, then the city, which is none of them.
std::vector<ListedCounty> asked_counties(store::Db& db, const ProgressQuery& query) {
  std::vector<ListedCounty> asked;
  if (!query.county || *query.county) asked = all_counties(db);
  if (query.county) {
    std::erase_if(asked, [&](const ListedCounty& one) { return one.county != *query.county; });
  }
  if (!query.county || !*query.county) asked.push_back({});
  return asked;
}

/// The rows of one period: its totals are computed once in each currency for all its indicators.
class PeriodProgress {
 public:
  PeriodProgress(store::Db& db,
                 const Targets& targets,
                 const ProgressQuery& query,
                 const std::vector<ListedCounty>& asked,
                 const StatedPeriod& stated)
      : targets_(targets),
        query_(query),
        asked_(asked),
        stated_(stated),
        values_(db, totals_query(), query.zones) {
    for (const auto indicator : stated.indicators) {
      for (const auto& one : asked) {
        values_.expect(indicator, currency_of(indicator, wanted_by(indicator, one.county)));
      }
    }
  }

  void add_rows(Progress& progress) {
    for (const auto indicator : stated_.indicators) {
      for (const auto& asked : asked_) {
        auto row = make_row(indicator, asked.county);
        const bool is_part = asked.is_zone || asked.is_town;
        const bool stands = row.counted > 0 && !counts_with_host(asked, query_.zones);
        if (is_part && !query_.county && !row.wanted && !stands) continue;
        progress.rows.push_back(std::move(row));
      }
    }
    if (has_begun()) tell(progress);
  }

 private:
  /// What is dated before its time belongs to no target yet.
  bool has_begun() const { return query_.day() >= stated_.period.first; }

  TotalsQuery totals_query() const {
    const auto first = stated_.period.first;
    const auto last = stated_.period.last;
    TotalsQuery totals;
    totals.period = period_of(first, std::max(first, std::min(last, query_.day())));
    totals.today = query_.today;
    totals.with_reported = query_.with_reported;
    return totals;
  }

  std::optional<WantedValue> wanted_by(Measure indicator, Id<County> county) const {
    if (!county) return targets_.of_city(indicator, stated_.period);
    const auto* wanted = targets_.find(county, indicator, stated_.period);
    return wanted == nullptr ? std::nullopt : std::optional(*wanted);
  }

  Currency currency_of(Measure indicator, const std::optional<WantedValue>& wanted) const {
    return wanted ? wanted->currency : targets_.currency_of(indicator, stated_.period);
  }

  TargetProgress make_row(Measure indicator, Id<County> county) {
    TargetProgress row;
    row.period = stated_.period;
    row.indicator = indicator;
    row.county = county;
    row.wanted = wanted_by(indicator, county);
    row.currency = currency_of(indicator, row.wanted);
    if (has_begun()) {
      const auto& value = county ? values_.of(county, indicator, row.currency)
                                 : values_.of_city(indicator, row.currency);
      row.actual = scaled_value(indicator, value);
      row.counted = value.counted;
      row.known = value.known;
      row.reported = value.reported;
    }
    set_progress(row, query_.day());
    return row;
  }

  /// Adds what there is to say of the totals.
  void tell(Progress& progress) const {
    auto told = totals_query();
    told.measures = stated_.indicators;
    told.zones = query_.zones;
    progress.queries.push_back(std::move(told));
    const auto facts = values_.facts();
    progress.facts.frameworks_counted = facts.frameworks_counted;
    add_new(progress.facts.conversions, facts.conversions);
    progress.facts.converted.insert(facts.converted.begin(), facts.converted.end());
    add_new(progress.facts.doubtful, facts.doubtful);
    add_new(progress.facts.reported, facts.reported);
  }

  const Targets& targets_;
  const ProgressQuery& query_;
  const std::vector<ListedCounty>& asked_;
  const StatedPeriod& stated_;
  CountyValues values_;
};

}  // namespace

Progress target_progress(store::Db& db, const ProgressQuery& query) {
  const Targets targets(db);
  const auto asked = asked_counties(db, query);
  Progress progress;
  for (const auto& stated : stated_periods(targets, query)) {
    PeriodProgress(db, targets, query, asked, stated).add_rows(progress);
  }
  return progress;
}

}  // namespace leadbook::service

namespace leadbook {

template <>
std::span<const Word<service::ProgressState>> words<service::ProgressState>() {
  using service::ProgressState;
  static constexpr Word<ProgressState> table[] = {
      {ProgressState::ahead, "ahead", "Ahead", "超进度"},
      {ProgressState::on_plan, "on_plan", "On plan", "达序时"},
      {ProgressState::behind, "behind", "Behind", "欠进度"},
      {ProgressState::no_target, "no_target", "No target", "无目标"},
      {ProgressState::zero_target, "zero_target", "Target is 0", "目标为零"},
      {ProgressState::not_begun, "not_begun", "Not begun", "未开始"},
      {ProgressState::unknown, "unknown", "Not known", "数据不全"},
  };
  return table;
}

}  // namespace leadbook
