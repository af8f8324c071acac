#include "leadbook/domain/date.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "domain/date_precision.hpp"
#include "domain/date_range.hpp"
#include "domain/date_reader.hpp"
#include "domain/date_refusal.hpp"
#include "leadbook/domain/result.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

/// The value of digits at a place, or -1 where something else stands there.
int digits_at(std::string_view text, std::size_t place, std::size_t count) {
  int value = 0;
  for (const char digit : text.substr(place, count)) {
    if (digit < '0' || digit > '9') return -1;
    value = value * 10 + (digit - '0');
  }
  return value;
}

Result<dates::Reading> read_date(std::string_view folded, const dates::Clock& clock) {
  return dates::read_form(folded, clock, dates::match_date);
}

Result<dates::Reading> read_date_or_range(std::string_view folded, const dates::Clock& clock) {
  if (const auto ends = dates::split_range(folded)) {
    return dates::read_range(*ends, clock, read_date);
  }
  return read_date(folded, clock);
}

}  // namespace

std::string format_day(Day day) {
  return fmt::format(
      "{:04}-{:02}-{:02}", dates::year_of(day), dates::month_of(day), dates::day_of(day));
}

std::optional<Day> parse_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = digits_at(text, 0, 4);
  const int month = digits_at(text, 5, 2);
  const int day = digits_at(text, 8, 2);
  if (year < dates::year_of(earliest_day) || year > dates::year_of(latest_day)) return std::nullopt;
  if (month < 1 || month > 12 || day < 1) return std::nullopt;
  if (day > dates::days_in_month(year, month)) return std::nullopt;
  return dates::make_day(year, month, day);
}

Result<Date> parse_date(std::string_view text, Day today) {
  if (const auto day = parse_iso_day(text)) return Date::of(*day);
  const auto reading = dates::read_text(text, {today, today}, read_date_or_range);
  if (reading) return reading->date;
  const std::string quoted = dates::quotable(text);
  return Problem{say("'{}' is not a date: {} A date is written 2020-05-19, May 19 or 5月19日.",
                     quoted,
                     reading.problem().message)};
}

}  // namespace leadbook
