// Calendar dates with the precision they were stated in, and periods that contain them.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "leadbook/domain/result.hpp"

namespace leadbook {

using Day = std::chrono::sys_days;

/// The days that can be kept.
inline constexpr Day earliest_day = std::chrono::year{1900} / 1 / 1;
inline constexpr Day latest_day = std::chrono::year{2199} / 12 / 31;

int year_of(Day day);

/// "2020-05-19".
std::string format_day(Day day);
/// Strictly YYYY-MM-DD, an existing day of the years 1900 to 2199.
std::optional<Day> parse_iso_day(std::string_view text);

/// A date as stated: a day, a third of a month (上旬, 中旬, 下旬), a month, a quarter, a half or a
/// year. It is held as the first and the last day it can mean; the precision follows from these.
struct Date {
  Day first;
  Day last;

  static Date of(Day day) { return {day, day}; }
  bool is_day() const { return first == last; }
  auto operator<=>(const Date&) const = default;
};

/// Whether a date comes before another, by the last day each can mean.
inline bool is_earlier(const Date& left, const Date& right) {
  return left.last != right.last ? left.last < right.last : left.first < right.first;
}

/// Canonical and language-free: "2020-05-19", "2020-05-mid", "2020-05", "2020Q2", "2020H1", "2020".
std::string date_text(const Date& date);
/// For people, in the chosen language: "2020-05-19", "mid-May 2020" / "2020年5月中旬", ... Parses
/// back to the same date.
std::string format_date(const Date& date);

/// "Tuesday" / "周二".
std::string weekday_name(Day day);

/// Which of the days is meant that a text can mean without a year, a month or a week.
enum class Toward {
  nearest,  // to the day it is read from; the past one of two equally near
  past,     // what has happened: the latest not after it
  future,   // what is due: the first not before it
};

/// From where a text is read.
struct Outlook {
  Day today;  // relative words count from here
  Day near;   // the day that `toward` is about
  Toward toward = Toward::nearest;
};

/// Reads a date in all the forms of the manual, in both languages. Of a year left out, and of a
/// month left out (19号), the outlook decides. A weekday alone is the most recent such day, today
/// included, and the next one toward the future; with last, this or next (上, 本, 下) it is that
/// day of the last, this or next week, which runs from Monday to Sunday. A date of the form
/// YYYY-MM-DD is read without allocating.
Result<Date> parse_date(std::string_view text, const Outlook& outlook);
/// The same, with the nearest such day to `today`.
Result<Date> parse_date(std::string_view text, Day today);

/// The same for the day of what has happened.
Result<Date> parse_past_date(std::string_view text, Day today);

/// Why the year of such a date, which the text does not state, may not be the one meant: the same
/// day comes within three months. Nothing where there is no doubt.
std::optional<std::string> doubt_of_year(std::string_view text, const Date& date, Day today);

/// Which number is which in 03/04/2024 and 1/5.
enum class DateOrder { dmy, mdy, ymd };

/// What a date in a file may leave out. The day on which the file is read never stands in for it.
struct FileDates {
  std::optional<int> year;         // of a date that states none
  std::optional<DateOrder> order;  // without it, what leaves it open is a problem
  std::optional<int> month = {};   // of a day that states none
  bool is_due = false;             // 12月5日前 is the day by which something is due
};

/// Reads a date of a file: one without a year that is not given otherwise, a weekday alone and
/// words such as "yesterday" are problems.
Result<Date> parse_file_date(std::string_view text, const FileDates& rules);

/// A date with the time of day that programs print behind it.
struct DatedTime {
  std::string date;  // the rest of the text; where a zone was stated, the day in Beijing
  bool is_midnight = true;
};
/// "2024-01-05T23:30:00Z" is 2024-01-06 in Beijing, "2024/1/5 10:30" is 2024/1/5; nothing where no
/// time of day stands behind a date.
std::optional<DatedTime> split_time(std::string_view text);

/// A span of days, both ends inclusive, with the name it was given.
struct Period {
  Day first;
  Day last;
  std::string text;  // canonical: "2020H1", "2020-W21", "2020-03-24..2020-03-31"

  /// Whether a date falls into the period whole, whatever its precision.
  bool contains(const Date& date) const { return first <= date.first && date.last <= last; }
  bool operator==(const Period&) const = default;
};

/// The period from one day to another, under its canonical name.
Period period_of(Day first, Day last);

/// Reads a period in all the forms of the manual ("2020H1", "ytd", "last-month", "上周", a range).
/// A range may leave out its start or its end; it then runs from the first or to the last day kept.
Result<Period> parse_period(std::string_view text, Day today, Toward toward = Toward::past);

/// The same period a year earlier: 2020Q2 of 2021Q2, 2020-02-29 becoming 02-28; a week is the one
/// of the same number, or the last of the year.
Period year_before(const Period& period);

/// The period right before: the month before a month, as for quarters, halves and years; of any
/// other span as many days before it.
Period period_before(const Period& period);

/// For people, in the chosen language: "first half of 2020" / "2020年上半年". Parses back.
std::string format_period(const Period& period);

}  // namespace leadbook
