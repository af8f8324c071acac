#include "domain/date_fields.hpp"

#include <chrono>
#include <optional>
#include <string>

#include "domain/date_precision.hpp"
#include "domain/date_reader.hpp"
#include "leadbook/domain/date.hpp"
#include "leadbook/domain/result.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::dates {
namespace {

bool is_between(int low, int value, int high) { return low <= value && value <= high; }

Date whole_span(const Fields& fields, int year) {
  if (fields.third) return third_of(year, *fields.month, *fields.third);
  if (fields.month) return months_from(year, *fields.month, 1);
  if (fields.quarter) return months_from(year, *fields.quarter * 3 - 2, 3);
  if (fields.half) return months_from(year, *fields.half * 6 - 5, 6);
  return months_from(year, 1, 12);
}

/// The date in the year, or nothing where its month has no such day.
std::optional<Date> date_in(const Fields& fields, int year) {
  if (fields.day) {
    if (!is_between(1, *fields.day, days_in_month(year, *fields.month))) return std::nullopt;
    return Date::of(make_day(year, *fields.month, *fields.day));
  }
  const Date span = whole_span(fields, year);
  return fields.at_end ? Date::of(span.last) : span;
}

std::chrono::days distance(const Date& date, Day day) {
  if (day < date.first) return date.first - day;
  return day > date.last ? day - date.last : std::chrono::days{0};
}

// 29 February can be eight years away: 1900 has none.
constexpr int reach = 8;

std::optional<Date> nearest_date(const Fields& fields, Day near) {
  std::optional<Date> nearest;
  for (int year = year_of(near) - reach; year <= year_of(near) + reach; ++year) {
    const std::optional<Date> date = date_in(fields, year);
    if (!date || date->first < earliest_day || date->last > latest_day) continue;
    if (!nearest || distance(*date, near) < distance(*nearest, near)) nearest = date;
  }
  return nearest;
}

Problem no_such_day(const Fields& fields, int year) {
  const Date month = months_from(year, *fields.month, 1);
  const std::string name = format_date(month);
  const int count = day_of(month.last);
  const std::string meant = *fields.day == 0 ? date_text(month) : format_day(month.last);
  return Problem{say("{} has {} days; did you mean {}?", name, count, meant)};
}

Problem no_such_month(const Fields& fields) {
  const int month = *fields.month;
  // 2020-19-05: day and month have changed places.
  if (fields.year && fields.day && is_between(1, *fields.day, 12) && is_between(13, month, 31)) {
    const Fields swapped = {.year = fields.year, .month = fields.day, .day = fields.month};
    if (const auto date = date_in(swapped, *fields.year)) {
      return Problem{say("there is no month {}; did you mean {}?", month, date_text(*date))};
    }
  }
  return Problem{say("there is no month {}; months run from 1 to 12.", month)};
}

std::optional<Problem> find_fault(const Fields& fields) {
  if (fields.year && !is_between(year_of(earliest_day), *fields.year, year_of(latest_day))) {
    const int first = year_of(earliest_day);
    const int last = year_of(latest_day);
    return Problem{say("years from {} to {} can be kept.", first, last)};
  }
  if (fields.month && !is_between(1, *fields.month, 12)) return no_such_month(fields);
  if (fields.quarter && !is_between(1, *fields.quarter, 4)) {
    return Problem{say("there is no quarter {}; quarters run from 1 to 4.", *fields.quarter)};
  }
  if (fields.half && !is_between(1, *fields.half, 2)) {
    return Problem{say("there is no half {}; a year has the halves 1 and 2.", *fields.half)};
  }
  return std::nullopt;
}

}  // namespace

Result<Reading> resolve_fields(const Fields& fields, Day near) {
  if (const auto fault = find_fault(fields)) return *fault;
  if (fields.year) {
    if (const auto date = date_in(fields, *fields.year)) return Reading{*date, true};
    return no_such_day(fields, *fields.year);
  }
  if (const auto date = nearest_date(fields, near)) return Reading{*date, false};
  return no_such_day(fields, year_of(near));
}

}  // namespace leadbook::dates
