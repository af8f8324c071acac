#include "leadbook/domain/standing/pace.hpp"

#include <algorithm>

#include "domain/date/precision.hpp"
#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/wide.hpp"

namespace leadbook {
namespace {

constexpr std::chrono::days one_day{1};

/// Months since the year 0 of the month a day lies in.
int month_number(Day day) { return dates::year_of(day) * 12 + dates::month_of(day) - 1; }

bool ends_month(Day day) { return dates::day_of(day + one_day) == 1; }

/// How many whole months a span is; nothing where it begins or ends within one.
std::optional<int> whole_months(Day first, Day last) {
  if (dates::day_of(first) != 1 || !ends_month(last)) return {};
  return month_number(last) - month_number(first) + 1;
}

/// How much of a span is over, of how much.
struct Passed {
  std::int64_t over = 0;
  std::int64_t all = 1;
};

Passed passed(Day first, Day last, Day day) {
  if (day < first) return {0, 1};
  if (day >= last) return {1, 1};
  if (const auto count = whole_months(first, last); count && ends_month(day)) {
    return {month_number(day) - month_number(first) + 1, *count};
  }
  return {(day - first).count() + 1, (last - first).count() + 1};
}

std::int64_t share_between(std::int64_t from, std::int64_t to, const Passed& part) {
  return from + static_cast<std::int64_t>(divide_rounded(Wide{to - from} * part.over, part.all));
}

}  // namespace

std::optional<std::int64_t> completion_of(std::int64_t actual, std::int64_t target) {
  if (target <= 0) return {};
  return narrowed(divide_rounded(Wide{actual} * hundred_percent, target));
}

std::int64_t elapsed_share(const Period& period, Day day) {
  return share_between(0, hundred_percent, passed(period.first, period.last, day));
}

std::int64_t planned_share(const Period& period, std::vector<PlanStep> steps, Day day) {
  if (day < period.first) return 0;
  std::sort(steps.begin(), steps.end());
  if (steps.empty() || steps.back().until < period.last)
    steps.push_back({period.last, hundred_percent});
  Day begin = period.first;
  std::int64_t share = 0;
  for (const auto& step : steps) {
    if (day < step.until) return share_between(share, step.share, passed(begin, step.until, day));
    begin = step.until + one_day;
    share = step.share;
  }
  return share;
}

}  // namespace leadbook
