#include "domain/date/reader.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/date/precision.hpp"
#include "domain/date/refusal.hpp"
#include "domain/date/tokens.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/result.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

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

/// How far a date is from where the clock looks; nothing where it looks the other way.
std::optional<std::chrono::days> distance(const Date& date, const Clock& clock) {
  if (clock.toward == Toward::past && date.first > clock.near) return std::nullopt;
  if (clock.toward == Toward::future && date.last < clock.near) return std::nullopt;
  return distance(date, clock.near);
}

// 29 February can be eight years away: 1900 has none.
constexpr int reach = 8;
// The 31st can be two months away, and 29 February eleven from a February without one.
constexpr int reach_of_day = 12;

/// The dates the fields can mean, oldest first: of each year near, or of each month.
std::vector<Date> dates_near(const Fields& fields, Day near) {
  std::vector<Date> dates;
  const auto add = [&](const std::optional<Date>& date) {
    if (date && date->first >= earliest_day && date->last <= latest_day) dates.push_back(*date);
  };
  if (fields.day && !fields.month) {
    for (int months = -reach_of_day; months <= reach_of_day; ++months) {
      const Day of = add_months(make_day(year_of(near), month_of(near), 1), months);
      add(date_in({.month = month_of(of), .day = fields.day}, year_of(of)));
    }
    return dates;
  }
  for (int year = year_of(near) - reach; year <= year_of(near) + reach; ++year) {
    add(date_in(fields, year));
  }
  return dates;
}

std::optional<Date> nearest_date(const Fields& fields, const Clock& clock) {
  std::optional<Date> nearest;
  for (const Date& date : dates_near(fields, clock.near)) {
    const auto away = distance(date, clock);
    if (away && (!nearest || *away < distance(*nearest, clock.near))) nearest = date;
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
  if (fields.day && !fields.month && !is_between(1, *fields.day, 31)) {
    return Problem{say("there is no day {}; a month has 31 days at most.", *fields.day)};
  }
  if (fields.quarter && !is_between(1, *fields.quarter, 4)) {
    return Problem{say("there is no quarter {}; quarters run from 1 to 4.", *fields.quarter)};
  }
  if (fields.half && !is_between(1, *fields.half, 2)) {
    return Problem{say("there is no half {}; a year has the halves 1 and 2.", *fields.half)};
  }
  return std::nullopt;
}

constexpr std::size_t longest_text = 200;

/// What the numbers of a shape are, in order: y year, m month, d day, t third, q quarter, h half;
/// e, which takes no number, asks for the last day.
struct Form {
  std::string_view shape;
  std::string_view fields;
};

constexpr Form forms[] = {
    {"Y-N-N", "ymd"},     {"Y/N/N", "ymd"},   {"Y.N.N", "ymd"},    {"Y年N月N日", "ymd"},
    {"N月N日", "md"},     {"MN", "md"},       {"NM", "dm"},        {"MN,Y", "mdy"},
    {"MNY", "mdy"},       {"NMY", "dmy"},     {"NM,Y", "dmy"},     {"N-M-Y", "dmy"},
    {"NofM", "dm"},       {"NofMY", "dmy"},   {"Y年N月底", "yme"}, {"N月底", "me"},
    {"Y年底", "ye"},      {"Y-N", "ym"},      {"Y/N", "ym"},       {"Y.N", "ym"},
    {"Y年N月", "ym"},     {"N月", "m"},       {"M", "m"},          {"MY", "my"},
    {"M,Y", "my"},        {"M-Y", "my"},      {"Y-N-T", "ymt"},    {"Y年N月T", "ymt"},
    {"N月T", "mt"},       {"TM", "tm"},       {"TMY", "tmy"},      {"YqN", "yq"},
    {"Y-qN", "yq"},       {"qN", "q"},        {"qNY", "qy"},       {"Y年qN", "yq"},
    {"Y年第N季度", "yq"}, {"Y年N季度", "yq"}, {"第N季度", "q"},    {"N季度", "q"},
    {"YhN", "yh"},        {"Y-hN", "yh"},     {"hN", "h"},         {"hNY", "hy"},
    {"Y年hN", "yh"},      {"Y", "y"},         {"Y年", "y"},        {"N日", "d"},
};

std::optional<int>& field_at(Fields& fields, char name) {
  switch (name) {
    case 'y':
      return fields.year;
    case 'm':
      return fields.month;
    case 'd':
      return fields.day;
    case 't':
      return fields.third;
    case 'q':
      return fields.quarter;
    default:
      return fields.half;
  }
}

Fields fill_fields(const Form& form, const std::vector<int>& numbers) {
  Fields fields;
  std::size_t next = 0;
  for (const char name : form.fields) {
    if (name == 'e') {
      fields.at_end = true;
    } else {
      field_at(fields, name) = numbers.at(next++);
    }
  }
  return fields;
}

struct Unit {
  std::string_view shape;
  int days;
  int months;
};

constexpr std::array<Unit, 9> units = {{{"d", 1, 0},
                                        {"天", 1, 0},
                                        {"日", 1, 0},
                                        {"w", 7, 0},
                                        {"周", 7, 0},
                                        {"m", 0, 1},
                                        {"个月", 0, 1},
                                        {"y", 0, 12},
                                        {"年", 0, 12}}};

struct Direction {
  std::string_view before;
  std::string_view after;
  int sign;
};

constexpr std::array<Direction, 5> directions = {
    {{"-", "", -1}, {"+", "", 1}, {"", "ago", -1}, {"", "hence", 1}, {"in", "", 1}}};

// Further than any day that can be kept, and yet within what the calendar can count.
constexpr int furthest_months = 1500 * 12;
constexpr int furthest_days = 1500 * 366;

/// "-3d", "in 2 weeks", "3天前".
std::optional<Day> relative_day(const Tokens& tokens, Day today) {
  if (tokens.numbers.size() != 1) return std::nullopt;
  std::string shape = tokens.shape;
  std::replace_if(
      shape.begin(), shape.end(), [](char c) { return c == 'Y' || c == 'L'; }, 'N');
  for (const Direction& direction : directions) {
    for (const Unit& unit : units) {
      std::string expected(direction.before);
      expected.append("N").append(unit.shape).append(direction.after);
      if (shape != expected) continue;
      // 5日前 is the 5th of a month as well.
      if (unit.shape == "日" && direction.sign < 0) continue;
      const int amount = tokens.numbers.front();
      const int day_count = std::min(amount * unit.days, furthest_days);
      const int month_count = std::min(amount * unit.months, furthest_months);
      return add_months(today, direction.sign * month_count) +
             std::chrono::days{direction.sign * day_count};
    }
  }
  return std::nullopt;
}

/// "Friday", "上周五".
std::optional<Day> weekday_day(const Tokens& tokens, const Clock& clock) {
  const Day today = clock.today;
  if (tokens.numbers.size() != 1) return std::nullopt;
  const int weekday = tokens.numbers.front();
  if (weekday < 1 || weekday > 7) return std::nullopt;
  const Day named = monday_of(today) + std::chrono::days{weekday - 1};
  const std::string_view shape = tokens.shape;
  const auto is = [&](std::string_view week, std::string_view day) {
    return shape.starts_with(week) && shape.substr(week.size()) == day;
  };
  for (const std::string_view day : {"W", "周N"}) {
    if (is("", day) && clock.toward == Toward::future) {
      return named < today ? named + std::chrono::weeks{1} : named;
    }
    if (is("", day)) return named > today ? named - std::chrono::weeks{1} : named;
    if (is("last", day)) return named - std::chrono::weeks{1};
    if (is("this", day)) return named;
    if (is("next", day)) return named + std::chrono::weeks{1};
  }
  return std::nullopt;
}

Problem from_today_in_file() {
  return Problem{
      say("it counts from the day it is read on, which no file can know; write the day.")};
}

/// A year of two digits in a file, whatever the day it is read on.
int year_of_century(int two_digits) { return two_digits + (two_digits < 70 ? 2000 : 1900); }

/// 03/04/2024, 3-4-24 and 1/5, whose order somebody has told; nothing where it cannot be that.
std::optional<Fields> ordered_fields(const Tokens& tokens, DateOrder order) {
  const bool day_first = order == DateOrder::dmy;
  const auto& numbers = tokens.numbers;
  if (is_parted(tokens.shape, "NN")) {
    return Fields{.month = numbers[day_first ? 1 : 0], .day = numbers[day_first ? 0 : 1]};
  }
  const bool is_short = is_parted(tokens.shape, "NNN");
  if (is_short && order == DateOrder::ymd) {
    return Fields{.year = year_of_century(numbers[0]), .month = numbers[1], .day = numbers[2]};
  }
  if (order == DateOrder::ymd || (!is_short && !is_parted(tokens.shape, "NNY"))) return {};
  return Fields{.year = is_short ? year_of_century(numbers[2]) : numbers[2],
                .month = numbers[day_first ? 1 : 0],
                .day = numbers[day_first ? 0 : 1]};
}

/// The date the fields name; in a file its year is one that the file states.
Result<Reading> resolve(Fields fields, const Clock& clock) {
  if (clock.file && !fields.year) {
    if (!clock.file->year) {
      return Problem{
          say("it states no year, and the day it is read on does not count; --year does.")};
    }
    fields.year = clock.file->year;
  }
  if (clock.file && fields.day && !fields.month) {
    if (!clock.file->month) return Problem{say("it states no month.")};
    fields.month = clock.file->month;
  }
  return resolve_fields(fields, clock);
}

std::optional<Day> counted_day(const Tokens& tokens, const Clock& clock) {
  const Day today = clock.today;
  const int year = year_of(today);
  const bool looks_back = clock.toward == Toward::past;
  if (tokens.shape == "月底") {
    const Day end = months_from(year, month_of(today), 1).last;
    return looks_back && end > today ? make_day(year, month_of(today), 1) - std::chrono::days{1}
                                     : end;
  }
  if (tokens.shape == "年底") {
    const Day end = months_from(year, 1, 12).last;
    return looks_back && end > today ? months_from(year - 1, 1, 12).last : end;
  }
  if (const auto day = relative_day(tokens, today)) return day;
  return weekday_day(tokens, clock);
}

/// 5.19 and 5/19, as they are typed here: the month first. 5/6 leaves it open which is the month,
/// as 5.6 does not.
std::optional<Fields> month_and_day(const Tokens& tokens) {
  if (!is_parted(tokens.shape, "NN")) return std::nullopt;
  const int left = tokens.numbers[0];
  const int right = tokens.numbers[1];
  if (left <= 12 && (right > 12 || tokens.shape == "N.N")) {
    return Fields{.month = left, .day = right};
  }
  if (left > 12 && right <= 12) return Fields{.month = right, .day = left};
  return std::nullopt;
}

/// 月初 and 中旬 alone, of the month that the clock looks to.
std::optional<Date> third_alone(const Tokens& tokens, const Clock& clock) {
  if (tokens.shape != "T" && tokens.shape != "月T") return {};
  const int third = tokens.numbers.front();
  const auto of_month = [&](int months) {
    const Day day = add_months(make_day(year_of(clock.near), month_of(clock.near), 1), months);
    return third_of(year_of(day), month_of(day), third);
  };
  const auto date = of_month(0);
  if (clock.toward == Toward::past && date.first > clock.near) return of_month(-1);
  if (clock.toward == Toward::future && date.last < clock.near) return of_month(1);
  return date;
}

/// 12月5日前 and 月底之前, where it is said by when something is due: that day.
std::optional<Result<Reading>> day_before(const Tokens& tokens, const Clock& clock) {
  constexpr std::string_view before = "ago";
  const bool is_due = clock.file ? clock.file->is_due : clock.toward == Toward::future;
  if (!is_due || !tokens.shape.ends_with(before)) return {};
  auto day = tokens;
  day.shape.erase(day.shape.size() - before.size());
  auto reading = match_date(day, clock);
  if (!reading || !*reading) return reading;
  const auto precision = precision_of((*reading)->date);
  if (precision != Precision::day && precision != Precision::third) return {};
  return reading;
}

}  // namespace

bool is_parted(std::string_view shape, std::string_view numbers) {
  for (const char sign : {'-', '/', '.'}) {
    std::string parted;
    for (const char number : numbers) {
      if (!parted.empty()) parted += sign;
      parted += number;
    }
    if (shape == parted) return true;
  }
  return false;
}

Result<Reading> resolve_fields(const Fields& fields, const Clock& clock) {
  if (const auto fault = find_fault(fields)) return *fault;
  if (fields.year) {
    if (const auto date = date_in(fields, *fields.year)) return Reading{*date, true};
    return no_such_day(fields, *fields.year);
  }
  if (const auto date = nearest_date(fields, clock)) return Reading{*date, false};
  return no_such_day(fields, year_of(clock.near));
}

std::optional<Result<Reading>> match_date(const Tokens& tokens, const Clock& clock) {
  if (clock.file && tokens.counts_from_today) return from_today_in_file();
  for (const Form& form : forms) {
    if (form.shape == tokens.shape) return resolve(fill_fields(form, tokens.numbers), clock);
  }
  if (clock.file && clock.file->order) {
    if (const auto fields = ordered_fields(tokens, *clock.file->order))
      return resolve(*fields, clock);
  }
  // In a file the sign alone does not say which is the month: 1/5 comes from everywhere, 11.5 from
  // here.
  if (!clock.file || (tokens.shape == "N.N" && tokens.numbers.front() <= 12)) {
    if (const auto fields = month_and_day(tokens)) return resolve(*fields, clock);
  }
  if (const auto day = counted_day(tokens, clock)) {
    if (clock.file) return from_today_in_file();
    return within_years(Reading{Date::of(*day), true});
  }
  if (const auto third = third_alone(tokens, clock)) {
    if (clock.file) return from_today_in_file();
    return within_years(Reading{*third, true});
  }
  return day_before(tokens, clock);
}

Result<Reading> read_text(std::string_view text, const Clock& clock, Reader read) {
  if (text.size() > longest_text) return Problem{say("it is too long.")};
  if (text::first_bad_byte(text)) {
    return Problem{say("it holds characters that cannot be printed.")};
  }
  return read(text::fold(text), clock);
}

Result<Reading> read_form(std::string_view folded, const Clock& clock, Matcher match) {
  const Tokens tokens = tokenize(folded, clock.today);
  if (const auto reading = match(tokens, clock)) return *reading;
  return Problem{explain_refusal(folded, tokens, clock, match)};
}

Result<Reading> within_years(const Reading& reading) {
  if (reading.date.first < earliest_day || reading.date.last > latest_day) {
    const int first = year_of(earliest_day);
    const int last = year_of(latest_day);
    return Problem{say("years from {} to {} can be kept.", first, last)};
  }
  return reading;
}

}  // namespace leadbook::dates
