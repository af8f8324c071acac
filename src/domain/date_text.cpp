// How dates are written: canonically, and for people.
#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "domain/date_precision.hpp"
#include "leadbook/domain/date.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook {
namespace {

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
