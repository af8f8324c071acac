// Dates that are written and read again, and texts that are no dates at all.
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook {
namespace {

using namespace std::chrono_literals;

constexpr Day today = 2020y / 5 / 22;

class RandomDates {
 public:
  explicit RandomDates(std::uint32_t seed) : engine_(seed) {}

  int number(int low, int high) { return std::uniform_int_distribution<int>(low, high)(engine_); }

  Date date() {
    const std::chrono::year year{number(1900, 2199)};
    const auto month = [](int value) { return std::chrono::month(static_cast<unsigned>(value)); };
    const auto whole = [&](int first, int count) {
      return Date{year / month(first) / 1, year / month(first + count - 1) / std::chrono::last};
    };
    const Date any_month = whole(number(1, 12), 1);
    switch (number(0, 8)) {
      case 0:
        return any_month;
      case 1:
        return {any_month.first, any_month.first + std::chrono::days{9}};
      case 2:
        return {any_month.first + std::chrono::days{10}, any_month.first + std::chrono::days{19}};
      case 3:
        return {any_month.first + std::chrono::days{20}, any_month.last};
      case 4:
        return whole(number(0, 3) * 3 + 1, 3);
      case 5:
        return whole(number(0, 1) * 6 + 1, 6);
      case 6:
        return whole(1, 12);
      case 7:
        return span();
      default:
        return Date::of(day());
    }
  }

 private:
  Day day() {
    return earliest_day +
           std::chrono::days{number(0, static_cast<int>((latest_day - earliest_day).count()))};
  }

  Date span() {
    const Day left = day();
    const Day right = day();
    return left < right ? Date{left, right} : Date{right, left};
  }

  std::mt19937 engine_;
};

TEST_CASE("a million dates of every precision are read back as they were written") {
  RandomDates random(20200522);
  for (const Language chosen : {Language::english, Language::chinese}) {
    use_language(chosen, "");
    for (int round = 0; round < 500000; ++round) {
      const Date date = random.date();
      const auto canonical = parse_date(date_text(date), today);
      const auto shown = parse_date(format_date(date), today);
      if (canonical && shown && *canonical == date && *shown == date) continue;
      FAIL(date_text(date) << " / " << format_date(date));
    }
  }
  use_language(Language::english, "");
}

TEST_CASE("periods of every kind are read back as they were written") {
  RandomDates random(7);
  for (const Language chosen : {Language::english, Language::chinese}) {
    use_language(chosen, "");
    for (int round = 0; round < 50000; ++round) {
      Date date = random.date();
      if (round % 4 == 1) date.first = earliest_day;
      if (round % 4 == 2) date.last = latest_day;
      const bool week = round % 4 == 3 && date.first + std::chrono::days{6} <= latest_day;
      if (week) date.last = date.first + std::chrono::days{6};
      const Period period = period_of(date.first, date.last);
      const auto canonical = parse_period(period.text, today);
      const auto shown = parse_period(format_period(period), today);
      if (canonical && shown && *canonical == period && *shown == period) continue;
      FAIL(period.text << " / " << format_period(period));
    }
  }
  use_language(Language::english, "");
}

TEST_CASE("every day that can be kept is read back as it was written") {
  int days = 0;
  for (Day day = earliest_day; day <= latest_day; day += std::chrono::days{1}, ++days) {
    const std::string text = format_day(day);
    if (parse_iso_day(text) == day && parse_date(text, today).value() == Date::of(day)) continue;
    FAIL(text);
  }
  CHECK(days == 109573);
}

TEST_CASE("random texts are read or refused, and what is read is in the years kept") {
  static constexpr std::array<std::string_view, 40> pieces = {
      "2020", "05",    "19",   "-",     "/",    ".",    "..",   "年", "月",       "日",
      "May",  "mid",   "上旬", "周",    "五",   "上",   "Q",    "2",  "第",       "季度",
      " ",    "today", "+",    "99999", "d",    "ago",  "天前", "十", "〇",       "至",
      "W21",  ":",     "T",    "\xff",  "\xe5", "半年", "今",   "底", "99999999", "last"};
  RandomDates random(1);
  int read = 0;
  for (int round = 0; round < 200000; ++round) {
    std::string text;
    for (int count = random.number(0, 7); count > 0; --count) {
      text += pieces[static_cast<std::size_t>(random.number(0, 39))];
    }
    const auto date = parse_date(text, today);
    const auto period = parse_period(text, today);
    if (date) ++read;
    const bool date_kept = !date || (date->first >= earliest_day && date->first <= date->last &&
                                     date->last <= latest_day);
    const bool period_kept = !period || parse_period(period->text, today).value() == *period;
    if (!date_kept || !period_kept || (date && !period)) FAIL(text);
  }
  CHECK(read > 1000);
  for (int round = 0; round < 200000; ++round) {
    std::string text;
    for (int count = random.number(0, 12); count > 0; --count) {
      text += static_cast<char>(random.number(0, 255));
    }
    const auto date = parse_date(text, today);
    if (!date && date.problem().message.empty()) FAIL(text);
  }
}

TEST_CASE("dates are shown to people in their language") {
  const Date thirds = parse_date("2020-05-mid", today).value();
  const Date half = parse_date("2020H2", today).value();
  const Date quarter = parse_date("2020Q4", today).value();
  const Date span = parse_date("2020-05-08..2020-05-09", today).value();
  CHECK(format_date(thirds) == "mid-May 2020");
  CHECK(format_date(half) == "second half of 2020");
  CHECK(format_date(quarter) == "Q4 2020");
  CHECK(format_date(span) == "2020-05-08 to 2020-05-09");
  CHECK(format_date(parse_date("2020-05-late", today).value()) == "late May 2020");
  use_language(Language::chinese, "");
  CHECK(format_date(thirds) == "2020年5月中旬");
  CHECK(format_date(half) == "2020年下半年");
  CHECK(format_date(quarter) == "2020年第四季度");
  CHECK(format_date(span) == "2020-05-08至2020-05-09");
  CHECK(format_date(parse_date("2020", today).value()) == "2020年");
  use_language(Language::english, "");
}

}  // namespace
}  // namespace leadbook
