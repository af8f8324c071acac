// Targets held against what was reached: completion, what is planned by the day, and pace.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/standing/pace.hpp"
#include "leadbook/service/standing/county_values.hpp"

namespace leadbook::service {

/// What a county, or the whole city, is to reach over a period.
struct WantedValue {
  std::optional<Reference> target;  // none where it is the sum of the counties' targets
  std::int64_t summed = 0;          // how many targets it is the sum of
  Scaled value = 0;
  Currency currency;  // of an amount
  Period period;
  std::vector<PlanStep> steps;
};

/// The targets of a book, read once.
class Targets {
 public:
  explicit Targets(store::Db& db);

  /// The target of a county (number 0: of the whole city) for exactly this period.
  const WantedValue* find(Id<County> county, Measure indicator, const Period& period) const;

  /// The one for this period, or else for the shortest that holds it, as a month's year.
  const WantedValue* nearest(Id<County> county, Measure indicator, const Period& period) const;

  /// The city's own target or else the sum of its counties', where these are in one currency; a sum
  /// of rates is none. Nothing where nobody has one.
  std::optional<WantedValue> of_city(Measure indicator, const Period& period) const;

  /// The currency an indicator's targets are in: the city's, or else the first one's.
  Currency currency_of(Measure indicator, const Period& period) const;

  /// The periods and indicators that have a target, each once, in order.
  std::vector<std::pair<Period, Measure>> stated() const;

 private:
  struct Known {
    Id<County> county;
    Measure indicator;
    WantedValue wanted;
  };
  std::vector<Known> known_;
};

struct ProgressQuery {
  std::optional<Period> period;      // only targets whose period lies within it
  std::optional<Id<County>> county;  // number 0: the whole city alone
  std::optional<Measure> indicator;
  Day today;
  std::optional<Day> at = {};  // as at the end of this day, by the records' own days; else today
  Zones zones = Zones::own;    // whether a county's zones count with it
  bool with_reported = false;  // count what counties report as sums without projects

  Day day() const { return at.value_or(today); }
};

enum class ProgressState { ahead, on_plan, behind, no_target, zero_target, not_begun, unknown };

/// One county and indicator. Shares and pace are in hundredths of a percent and of a point.
struct TargetProgress {
  Period period;
  Measure indicator = Measure::signed_;
  Id<County> county;  // none: the whole city
  std::optional<WantedValue> wanted;
  Currency currency;             // of an amount
  std::optional<Scaled> actual;  // from the period's first day to the day asked for, or to its end
  std::int64_t counted = 0;      // the records it was to be found in
  std::int64_t known = 0;        // those that state it
  std::int64_t reported = 0;     // how much of it is of sums without projects
  std::optional<std::int64_t> completion;
  std::int64_t planned = 0;  // the share planned by that day
  std::optional<std::int64_t> pace;
  ProgressState state = ProgressState::no_target;
};

struct Progress {
  std::vector<TargetProgress> rows;  // by period and indicator: the counties by code, then the city
  Totals facts;                      // definitions, rates used
  std::vector<TotalsQuery> queries;  // what was computed, for the notes
};

/// Every county has its row wherever somebody has a target; zones and towns only with a target of
/// their own, or a record that counts with no county. Throws as `totals` does.
Progress target_progress(store::Db& db, const ProgressQuery& query);

}  // namespace leadbook::service

namespace leadbook {

template <>
std::span<const Word<service::ProgressState>> words<service::ProgressState>();

}  // namespace leadbook
