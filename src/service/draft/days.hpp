// Days, spans and periods named in a text, with the year the text gives them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/date/date.hpp"
#include "service/draft/prose.hpp"

namespace leadbook::service::drafting {

/// A day, month or year of a text; 0 for what is left out.
struct Moment {
  int year = 0;
  int month = 0;
  int day = 0;

  bool operator==(const Moment&) const = default;
};

struct When {
  Moment from;
  Moment to;  // the same as `from` for one day
  Span span;
  bool is_period = false;  // 1至11月, 上半年: what figures are of
};

/// What the years and days of a text are counted from.
struct Clock {
  std::optional<Day> dateline;
  int year = 0;   // the last year the text stated
  int month = 0;  // the last month, for days alone
  Day today;
};

/// The days of a text in their order, resolved by the clock, which learns from them.
std::vector<When> find_days(std::string_view text, Clock& clock, std::size_t offset = 0);

/// The day on which the text was published.
std::optional<Day> find_dateline(const Prose& prose);

/// The first period a text that tells figures is of: 1至11月, 上半年, 去年, 截至..月底.
std::optional<When> find_period(std::string_view text, Clock& clock);

/// ISO, one day or "from..to"; a year left open is taken from `today`.
std::string days_text(const When& when, Day today);
std::string moment_text(const Moment& moment, Day today);
bool is_year_open(const When& when);

}  // namespace leadbook::service::drafting
