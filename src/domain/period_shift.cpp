// The periods that others are compared with (同比, 环比).
#include <algorithm>

#include "domain/date_precision.hpp"
#include "leadbook/domain/date.hpp"

namespace leadbook {
namespace {

using dates::Precision;

constexpr std::chrono::days week_days{7};

/// The same day of the year before; the last of February where there is none.
Day day_before_a_year(Day day) {
  const int year = dates::year_of(day) - 1;
  const int month = dates::month_of(day);
  return dates::make_day(
      year, month, std::min(dates::day_of(day), dates::days_in_month(year, month)));
}

Day clamp_day(Day day) { return std::clamp(day, earliest_day, latest_day); }

int months_of(Precision precision) {
  switch (precision) {
    case Precision::month:
      return 1;
    case Precision::quarter:
      return 3;
    case Precision::half:
      return 6;
    case Precision::year:
      return 12;
    case Precision::day:
    case Precision::third:
    case Precision::span:
      break;
  }
  return 0;
}

bool is_week(const Period& period) {
  return period.first == dates::monday_of(period.first) &&
         period.last - period.first == week_days - std::chrono::days{1};
}

Period week_numbered(int year, int number) {
  const auto first_monday = dates::monday_of(dates::make_day(year, 1, 4));
  const auto last = dates::week_of(dates::make_day(year, 12, 28)).number;
  const auto monday = first_monday + week_days * (std::min(number, last) - 1);
  return period_of(clamp_day(monday), clamp_day(monday + week_days - std::chrono::days{1}));
}

}  // namespace

Period year_before(const Period& period) {
  if (is_week(period)) {
    const auto week = dates::week_of(period.first);
    return week_numbered(week.year - 1, week.number);
  }
  if (const int months = months_of(dates::precision_of({period.first, period.last}))) {
    const auto whole =
        dates::months_from(dates::year_of(period.first) - 1, dates::month_of(period.first), months);
    return period_of(clamp_day(whole.first), clamp_day(whole.last));
  }
  const auto shift = [](Day day) {
    return day < earliest_day + std::chrono::days{366} ? earliest_day : day_before_a_year(day);
  };
  return period_of(shift(period.first), shift(period.last));
}

Period period_before(const Period& period) {
  if (const int months = months_of(dates::precision_of({period.first, period.last}))) {
    const auto last = period.first - std::chrono::days{1};
    const int from = dates::month_of(last) - months + 1;
    const auto whole = dates::months_from(dates::year_of(last), from, months);
    return period_of(clamp_day(whole.first), clamp_day(last));
  }
  const auto length = period.last - period.first;
  const auto last = clamp_day(period.first - std::chrono::days{1});
  return period_of(clamp_day(last - length), last);
}

}  // namespace leadbook
