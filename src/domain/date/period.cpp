#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "domain/date/precision.hpp"
#include "domain/date/range.hpp"
#include "domain/date/reader.hpp"
#include "domain/date/refusal.hpp"
#include "domain/date/tokens.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/result.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

using dates::Clock;
using dates::Precision;
using dates::Reading;

constexpr std::chrono::days to_sunday{6};

Date week_from(Day monday) { return {monday, monday + to_sunday}; }

Date week_numbered(int year, int number) {
  // 4 January always lies in the year's first week, 28 December in its last.
  const Day first_monday = dates::monday_of(dates::make_day(year, 1, 4));
  return week_from(first_monday + std::chrono::weeks{number - 1});
}

int weeks_in(int year) { return dates::week_of(dates::make_day(year, 12, 28)).number; }

Result<Reading> read_numbered_week(int year, int number) {
  const int weeks = weeks_in(year);
  if (number < 1 || number > weeks) return Problem{say("{} has {} weeks.", year, weeks)};
  return dates::within_years(Reading{week_numbered(year, number)});
}

/// 近30天 and 近3个月, which end today; 前三季度 and 前11个月, which begin with the year.
std::optional<Result<Reading>> match_counted(const dates::Tokens& tokens, const Clock& clock) {
  std::string_view shape = tokens.shape;
  const bool has_year = shape.starts_with("Y年");
  if (has_year) shape.remove_prefix(std::string_view("Y年").size());
  if (tokens.numbers.size() != (has_year ? 2 : 1) || clock.file) return {};
  const int count = tokens.numbers.back();
  const auto today = clock.today;
  constexpr int most = 1000;
  if (count < 1 || count > most) return {};
  const auto until_today = [&](Day before) {
    return dates::within_years(Reading{{before + std::chrono::days{1}, today}});
  };
  if (shape == "近N天" || shape == "近L天" || shape == "近N日" || shape == "lastN天") {
    return until_today(today - std::chrono::days{count});
  }
  if (shape == "近N周") return until_today(today - std::chrono::weeks{count});
  if (shape == "近N个月" || shape == "lastN个月") {
    return until_today(dates::add_months(today, -count));
  }
  const bool is_quarters = shape == "agoN季度";
  const int months = is_quarters ? count * 3 : count;
  if ((!is_quarters && shape != "agoN个月") || months > 12) return {};
  const int year = has_year ? tokens.numbers.front() : dates::year_of(today);
  return dates::within_years(Reading{dates::months_from(year, 1, months)});
}

std::optional<Result<Reading>> match_period(const dates::Tokens& tokens, const Clock& clock) {
  const std::string_view shape = tokens.shape;
  const auto& numbers = tokens.numbers;
  const Day monday = dates::monday_of(clock.today);
  if (shape == "ytd") {
    return Reading{{dates::make_day(dates::year_of(clock.today), 1, 1), clock.today}};
  }
  if (shape == "this周") return dates::within_years(Reading{week_from(monday)});
  if (shape == "last周") {
    return dates::within_years(Reading{week_from(monday - std::chrono::weeks{1})});
  }
  if (shape == "next周") {
    return dates::within_years(Reading{week_from(monday + std::chrono::weeks{1})});
  }
  if (shape == "Y-wN" || shape == "YwN" || shape == "Y年第N周") {
    return read_numbered_week(numbers[0], numbers[1]);
  }
  if (shape == "周NofY") return read_numbered_week(numbers[1], numbers[0]);
  if (const auto counted = match_counted(tokens, clock)) return *counted;
  return dates::match_date(tokens, clock);
}

Result<Reading> read_named_period(std::string_view folded, const Clock& clock) {
  return dates::read_form(folded, clock, match_period);
}

struct OpenRange {
  std::string_view before;
  std::string_view after;
  bool has_start;
};

// The longer of two that begin alike comes first.
constexpr std::array<OpenRange, 8> open_ranges = {{{"..", "", false},
                                                   {"until ", "", false},
                                                   {"截至", "", false},
                                                   {"", "..", true},
                                                   {"from ", "", true},
                                                   {"since ", "", true},
                                                   {"自", "起", true},
                                                   {"", "起", true}}};

/// A range that names one end alone.
std::optional<Result<Reading>> read_open_range(std::string_view folded, const Clock& clock) {
  for (const OpenRange& range : open_ranges) {
    const bool fits = folded.size() > range.before.size() + range.after.size() &&
                      folded.starts_with(range.before) && folded.ends_with(range.after);
    if (!fits) continue;
    std::string_view end = folded;
    end.remove_prefix(range.before.size());
    end.remove_suffix(range.after.size());
    if (dates::split_range(end)) return std::nullopt;
    Result<Reading> reading = read_named_period(text::trim(end), clock);
    if (!reading) return reading;
    const Date date = reading->date;
    return Reading{range.has_start ? Date{date.first, latest_day} : Date{earliest_day, date.last}};
  }
  return std::nullopt;
}

Result<Reading> read_period(std::string_view folded, const Clock& clock) {
  // "year to date" is no range.
  if (const auto named = match_period(dates::tokenize(folded, clock.today), clock)) return *named;
  if (const auto open = read_open_range(folded, clock)) return *open;
  if (const auto ends = dates::split_range(folded)) {
    return dates::read_range(*ends, clock, read_named_period);
  }
  return read_named_period(folded, clock);
}

bool is_week(Day first, Day last) {
  return first == dates::monday_of(first) && last - first == to_sunday;
}

std::string period_text(Day first, Day last) {
  const Date date = {first, last};
  if (dates::precision_of(date) != Precision::span) return date_text(date);
  if (is_week(first, last)) {
    const dates::Week week = dates::week_of(first);
    return fmt::format("{:04}-W{:02}", week.year, week.number);
  }
  if (first == earliest_day) return ".." + format_day(last);
  if (last == latest_day) return format_day(first) + "..";
  return date_text(date);
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

/// The week of that number, or the last of the year.
Period week_or_last(int year, int number) {
  const Date week = week_numbered(year, std::min(number, weeks_in(year)));
  return period_of(clamp_day(week.first), clamp_day(week.last));
}

}  // namespace

Period period_of(Day first, Day last) { return {first, last, period_text(first, last)}; }

Result<Period> parse_period(std::string_view text, Day today, Toward toward) {
  const auto reading = dates::read_text(text, {{today, today, toward}, {}}, read_period);
  if (reading) return period_of(reading->date.first, reading->date.last);
  const std::string quoted = dates::quotable(text);
  return Problem{
      say("'{}' is not a period: {} A period is written 2020H1, 2020-05, last-month or "
          "2020-03-24..2020-03-31.",
          quoted,
          reading.problem().message)};
}

std::string format_period(const Period& period) {
  const Date date = {period.first, period.last};
  const bool chinese = language() == Language::chinese;
  if (dates::precision_of(date) != Precision::span) return format_date(date);
  if (is_week(date.first, date.last)) {
    const dates::Week week = dates::week_of(date.first);
    return chinese ? fmt::format("{}年第{}周", week.year, week.number)
                   : fmt::format("week {} of {}", week.number, week.year);
  }
  if (date.first == earliest_day) {
    return fmt::format("{}{}", chinese ? "截至" : "until ", format_day(date.last));
  }
  if (date.last == latest_day) {
    return chinese ? format_day(date.first) + "起" : "from " + format_day(date.first);
  }
  return format_date(date);
}

namespace {

/// How many whole months of one year a span is; nothing where it begins or ends within one.
std::optional<int> whole_months(const Period& period) {
  const auto after = period.last + std::chrono::days{1};
  const bool in_one_year = dates::year_of(period.first) == dates::year_of(period.last);
  if (!in_one_year || dates::day_of(period.first) != 1 || dates::day_of(after) != 1) return {};
  return (dates::year_of(after) - dates::year_of(period.first)) * 12 + dates::month_of(after) -
         dates::month_of(period.first);
}

}  // namespace

Period year_before(const Period& period) {
  if (is_week(period.first, period.last)) {
    const auto week = dates::week_of(period.first);
    return week_or_last(week.year - 1, week.number);
  }
  if (const auto months = whole_months(period)) {
    // January and February of the year before end on its 29th where it has one.
    const auto whole = dates::months_from(
        dates::year_of(period.first) - 1, dates::month_of(period.first), *months);
    return period_of(clamp_day(whole.first), clamp_day(whole.last));
  }
  const auto shift = [](Day day) {
    return day < earliest_day + std::chrono::days{366} ? earliest_day : dates::add_months(day, -12);
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
