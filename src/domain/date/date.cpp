#include "leadbook/domain/date/date.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "domain/date/precision.hpp"
#include "domain/date/range.hpp"
#include "domain/date/reader.hpp"
#include "domain/date/refusal.hpp"
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

using dates::Precision;

constexpr std::array<std::string_view, 12> month_names = {"January",
                                                          "February",
                                                          "March",
                                                          "April",
                                                          "May",
                                                          "June",
                                                          "July",
                                                          "August",
                                                          "September",
                                                          "October",
                                                          "November",
                                                          "December"};
constexpr std::array<std::string_view, 3> third_suffixes = {"early", "mid", "late"};
constexpr std::array<std::string_view, 3> english_thirds = {"early ", "mid-", "late "};
constexpr std::array<std::string_view, 3> chinese_thirds = {"上旬", "中旬", "下旬"};
constexpr std::array<std::string_view, 4> chinese_quarters = {"一", "二", "三", "四"};

template <std::size_t size>
std::string_view nth(const std::array<std::string_view, size>& words, int number) {
  return words[static_cast<std::size_t>(number - 1)];
}

std::string english_text(const Date& date, Precision precision) {
  const int year = dates::year_of(date.first);
  const int month = dates::month_of(date.first);
  const std::string_view name = nth(month_names, month);
  switch (precision) {
    case Precision::day:
      return format_day(date.first);
    case Precision::third:
      return fmt::format("{}{} {}", nth(english_thirds, dates::third_at(date.first)), name, year);
    case Precision::month:
      return fmt::format("{} {}", name, year);
    case Precision::quarter:
      return fmt::format("Q{} {}", month / 3 + 1, year);
    case Precision::half:
      return fmt::format("{} half of {}", month == 1 ? "first" : "second", year);
    case Precision::year:
      return fmt::format("{}", year);
    case Precision::span:
      break;
  }
  return fmt::format("{} to {}", format_day(date.first), format_day(date.last));
}

std::string chinese_text(const Date& date, Precision precision) {
  const int year = dates::year_of(date.first);
  const int month = dates::month_of(date.first);
  switch (precision) {
    case Precision::day:
      return format_day(date.first);
    case Precision::third:
      return fmt::format(
          "{}年{}月{}", year, month, nth(chinese_thirds, dates::third_at(date.first)));
    case Precision::month:
      return fmt::format("{}年{}月", year, month);
    case Precision::quarter:
      return fmt::format("{}年第{}季度", year, nth(chinese_quarters, month / 3 + 1));
    case Precision::half:
      return fmt::format("{}年{}半年", year, month == 1 ? "上" : "下");
    case Precision::year:
      return fmt::format("{}年", year);
    case Precision::span:
      break;
  }
  return fmt::format("{}至{}", format_day(date.first), format_day(date.last));
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

namespace {

Result<Date> read_with(std::string_view text, const dates::Clock& clock) {
  if (const auto day = parse_iso_day(text)) return Date::of(*day);
  const auto reading = dates::read_text(text, clock, read_date_or_range);
  if (reading) return reading->date;
  const std::string quoted = dates::quotable(text);
  if (clock.file) {
    return Problem{
        say("'{}' is not a date: {} In a file a date is written 2020-05-19 or "
            "2020年5月19日.",
            quoted,
            reading.problem().message)};
  }
  return Problem{say("'{}' is not a date: {} A date is written 2020-05-19, May 19 or 5月19日.",
                     quoted,
                     reading.problem().message)};
}

}  // namespace

int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }

std::string weekday_name(Day day) {
  static constexpr std::pair<const char*, const char*> names[] = {{"Monday", "周一"},
                                                                  {"Tuesday", "周二"},
                                                                  {"Wednesday", "周三"},
                                                                  {"Thursday", "周四"},
                                                                  {"Friday", "周五"},
                                                                  {"Saturday", "周六"},
                                                                  {"Sunday", "周日"}};
  const auto& [english, chinese] = names[std::chrono::weekday{day}.iso_encoding() - 1];
  return std::string(choose(english, chinese));
}

Result<Date> parse_date(std::string_view text, Day today) {
  return parse_date(text, Outlook{today, today});
}

Result<Date> parse_date(std::string_view text, const Outlook& outlook) {
  return read_with(text, {outlook, {}});
}

Result<Date> parse_past_date(std::string_view text, Day today) {
  return parse_date(text, Outlook{today, today, Toward::past});
}

std::optional<std::string> doubt_of_year(std::string_view text, const Date& date, Day today) {
  constexpr std::chrono::days soon{92};
  constexpr std::chrono::days long_ago{182};
  if (today - date.last < long_ago) return {};
  const auto ahead = parse_date(text, Outlook{today, today, Toward::future});
  if (!ahead || *ahead == date || ahead->first - today > soon) return {};
  return say("'{}' was taken for {}; {} is near: write the year if that is meant.",
             dates::quotable(text),
             format_date(date),
             format_date(*ahead));
}

Result<Date> parse_file_date(std::string_view text, const FileDates& rules) {
  // Where a year is looked for near a day, that of the file goes before it.
  return read_with(text, {{earliest_day, earliest_day}, rules});
}

std::string date_text(const Date& date) {
  const int year = dates::year_of(date.first);
  const int month = dates::month_of(date.first);
  switch (dates::precision_of(date)) {
    case Precision::day:
      return format_day(date.first);
    case Precision::third:
      return fmt::format(
          "{:04}-{:02}-{}", year, month, nth(third_suffixes, dates::third_at(date.first)));
    case Precision::month:
      return fmt::format("{:04}-{:02}", year, month);
    case Precision::quarter:
      return fmt::format("{:04}Q{}", year, month / 3 + 1);
    case Precision::half:
      return fmt::format("{:04}H{}", year, month / 6 + 1);
    case Precision::year:
      return fmt::format("{:04}", year);
    case Precision::span:
      break;
  }
  return fmt::format("{}..{}", format_day(date.first), format_day(date.last));
}

std::string format_date(const Date& date) {
  const Precision precision = dates::precision_of(date);
  return language() == Language::chinese ? chinese_text(date, precision)
                                         : english_text(date, precision);
}

}  // namespace leadbook
