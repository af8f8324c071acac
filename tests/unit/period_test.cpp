// Periods: the forms accepted and refused on Friday 22 May 2020, and how they are shown.
#include <chrono>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook {
namespace {

using namespace std::chrono_literals;

constexpr Day today = 2020y / 5 / 22;

struct Case {
  std::string_view text;
  std::string_view canonical;
  std::string_view days;
};

TEST_CASE("a period is read in all its forms") {
  static constexpr Case cases[] = {
      {"2020", "2020", "2020-01-01 2020-12-31"},
      {"2020年", "2020", "2020-01-01 2020-12-31"},
      {"2020H1", "2020H1", "2020-01-01 2020-06-30"},
      {"2020年上半年", "2020H1", "2020-01-01 2020-06-30"},
      {"上半年", "2020H1", "2020-01-01 2020-06-30"},
      {"去年下半年", "2019H2", "2019-07-01 2019-12-31"},
      {"2020Q2", "2020Q2", "2020-04-01 2020-06-30"},
      {"2020q2", "2020Q2", "2020-04-01 2020-06-30"},
      {"Q2", "2020Q2", "2020-04-01 2020-06-30"},
      {"2020年第二季度", "2020Q2", "2020-04-01 2020-06-30"},
      {"一季度", "2020Q1", "2020-01-01 2020-03-31"},
      {"2020-05", "2020-05", "2020-05-01 2020-05-31"},
      {"2020年5月", "2020-05", "2020-05-01 2020-05-31"},
      {"5月", "2020-05", "2020-05-01 2020-05-31"},
      {"May 2020", "2020-05", "2020-05-01 2020-05-31"},
      {"5月中旬", "2020-05-mid", "2020-05-11 2020-05-20"},
      {"2020-W21", "2020-W21", "2020-05-18 2020-05-24"},
      {"2020w01", "2020-W01", "2019-12-30 2020-01-05"},
      {"2020-W53", "2020-W53", "2020-12-28 2021-01-03"},
      {"2020年第21周", "2020-W21", "2020-05-18 2020-05-24"},
      {"week 21 of 2020", "2020-W21", "2020-05-18 2020-05-24"},
      {"ytd", "2020-01-01..2020-05-22", "2020-01-01 2020-05-22"},
      {"year to date", "2020-01-01..2020-05-22", "2020-01-01 2020-05-22"},
      {"year-to-date", "2020-01-01..2020-05-22", "2020-01-01 2020-05-22"},
      {"今年以来", "2020-01-01..2020-05-22", "2020-01-01 2020-05-22"},
      {"this-month", "2020-05", "2020-05-01 2020-05-31"},
      {"1-4月", "2020-01-01..2020-04-30", "2020-01-01 2020-04-30"},
      {"1至4月份", "2020-01-01..2020-04-30", "2020-01-01 2020-04-30"},
      {"1月-3月", "2020Q1", "2020-01-01 2020-03-31"},
      {"一至六月", "2020H1", "2020-01-01 2020-06-30"},
      {"2019年1-11月", "2019-01-01..2019-11-30", "2019-01-01 2019-11-30"},
      {"去年1-11月", "2019-01-01..2019-11-30", "2019-01-01 2019-11-30"},
      {"1-12月", "2019", "2019-01-01 2019-12-31"},
      {"1月1日-5月20日", "2020-01-01..2020-05-20", "2020-01-01 2020-05-20"},
      {"全年", "2020", "2020-01-01 2020-12-31"},
      {"2019年全年", "2019", "2019-01-01 2019-12-31"},
      {"前三季度", "2020-01-01..2020-09-30", "2020-01-01 2020-09-30"},
      {"2019年前三季度", "2019-01-01..2019-09-30", "2019-01-01 2019-09-30"},
      {"前11个月", "2020-01-01..2020-11-30", "2020-01-01 2020-11-30"},
      {"近10天", "2020-05-13..2020-05-22", "2020-05-13 2020-05-22"},
      {"最近三个月", "2020-02-23..2020-05-22", "2020-02-23 2020-05-22"},
      {"本月", "2020-05", "2020-05-01 2020-05-31"},
      {"last-month", "2020-04", "2020-04-01 2020-04-30"},
      {"上月", "2020-04", "2020-04-01 2020-04-30"},
      {"this-week", "2020-W21", "2020-05-18 2020-05-24"},
      {"本周", "2020-W21", "2020-05-18 2020-05-24"},
      {"last-week", "2020-W20", "2020-05-11 2020-05-17"},
      {"上周", "2020-W20", "2020-05-11 2020-05-17"},
      {"上个星期", "2020-W20", "2020-05-11 2020-05-17"},
      {"next week", "2020-W22", "2020-05-25 2020-05-31"},
      {"this-quarter", "2020Q2", "2020-04-01 2020-06-30"},
      {"本季度", "2020Q2", "2020-04-01 2020-06-30"},
      {"last-quarter", "2020Q1", "2020-01-01 2020-03-31"},
      {"上季度", "2020Q1", "2020-01-01 2020-03-31"},
      {"this-year", "2020", "2020-01-01 2020-12-31"},
      {"今年", "2020", "2020-01-01 2020-12-31"},
      {"last-year", "2019", "2019-01-01 2019-12-31"},
      {"去年", "2019", "2019-01-01 2019-12-31"},
      {"today", "2020-05-22", "2020-05-22 2020-05-22"},
      {"2020-05-19", "2020-05-19", "2020-05-19 2020-05-19"},
      {"2020-03-24..2020-03-31", "2020-03-24..2020-03-31", "2020-03-24 2020-03-31"},
      {"2020-03-24 .. 2020-03-31", "2020-03-24..2020-03-31", "2020-03-24 2020-03-31"},
      {"3月24日至3月31日", "2020-03-24..2020-03-31", "2020-03-24 2020-03-31"},
      {"from 24 March to 31 March 2019", "2019-03-24..2019-03-31", "2019-03-24 2019-03-31"},
      {"2020-01..2020-03", "2020Q1", "2020-01-01 2020-03-31"},
      {"2020-01..2020-05", "2020-01-01..2020-05-31", "2020-01-01 2020-05-31"},
      {"2020-W20..this-week", "2020-05-11..2020-05-24", "2020-05-11 2020-05-24"},
      {"2020-05-18..2020-05-24", "2020-W21", "2020-05-18 2020-05-24"},
      {"..2020-06-30", "..2020-06-30", "1900-01-01 2020-06-30"},
      {"截至2020年6月", "..2020-06-30", "1900-01-01 2020-06-30"},
      {"2020-03-24..", "2020-03-24..", "2020-03-24 2199-12-31"},
      {"2020年3月24日起", "2020-03-24..", "2020-03-24 2199-12-31"},
  };
  for (const Case& sample : cases) {
    INFO(sample.text);
    const auto period = parse_period(sample.text, today);
    REQUIRE(period);
    CHECK(period->text == sample.canonical);
    CHECK(format_day(period->first) + " " + format_day(period->last) == sample.days);
    CHECK(parse_period(period->text, 1999y / 1 / 1).value() == *period);
  }
}

TEST_CASE("last month, quarter and week cross the turn of the year") {
  CHECK(parse_period("last-month", 2020y / 1 / 31).value().text == "2019-12");
  CHECK(parse_period("last-quarter", 2020y / 1 / 1).value().text == "2019Q4");
  CHECK(parse_period("last-week", 2020y / 1 / 6).value().text == "2020-W01");
  CHECK(parse_period("this-week", 2021y / 1 / 3).value().text == "2020-W53");
  CHECK(parse_period("ytd", 2020y / 1 / 1).value().text == "2020-01-01");
}

struct Refusal {
  std::string_view text;
  std::string_view reason;
};

TEST_CASE("a refused period is quoted with the reason and forms that work") {
  static constexpr Refusal refusals[] = {
      {"2020-03-31..2020-03-24",
       "2020-03-31 comes after 2020-03-24; did you mean 2020-03-24..2020-03-31?"},
      {"2020-06..2020-01", "2020-06 comes after 2020-01; did you mean 2020-01..2020-06?"},
      {"2020-W54", "2020 has 53 weeks."},
      {"2019-W53", "2019 has 52 weeks."},
      {"2019-W00", "2019 has 52 weeks."},
      {"2020Q5", "there is no quarter 5; quarters run from 1 to 4."},
      {"2020-13", "there is no month 13; months run from 1 to 12."},
      {"1899", "years from 1900 to 2199 can be kept."},
      {"1899-W10", "years from 1900 to 2199 can be kept."},
      {"2020-02-30..2020-03-31", "February 2020 has 29 days; did you mean 2020-02-29?"},
      {"last-moth", "'moth' is not known; did you mean 'month'?"},
      {"last-weak", "'weak' is not known; did you mean 'week'?"},
      {"..", "it is empty."},
      {"always", "'always' does not belong there."},
      {"", "it is empty."},
  };
  for (const Refusal& refusal : refusals) {
    INFO(refusal.text);
    const auto period = parse_period(refusal.text, today);
    REQUIRE_FALSE(period);
    std::string expected = "'";
    expected.append(refusal.text).append("' is not a period: ").append(refusal.reason);
    expected.append(" A period is written 2020H1, 2020-05, last-month or 2020-03-24..2020-03-31.");
    CHECK(period.problem().message == expected);
  }
}

TEST_CASE("a period contains a date only whole") {
  const Period half = parse_period("2020H1", today).value();
  CHECK(half.contains(parse_date("2020-06-30", today).value()));
  CHECK(half.contains(parse_date("2020Q2", today).value()));
  CHECK_FALSE(half.contains(parse_date("2020", today).value()));
  CHECK_FALSE(half.contains(parse_date("2020-07-01", today).value()));
}

struct Shown {
  std::string_view period;
  std::string_view english;
  std::string_view chinese;
};

TEST_CASE("periods are shown to people in their language and read back") {
  static constexpr Shown samples[] = {
      {"2020H1", "first half of 2020", "2020年上半年"},
      {"2020Q2", "Q2 2020", "2020年第二季度"},
      {"2020-05", "May 2020", "2020年5月"},
      {"2020-05-late", "late May 2020", "2020年5月下旬"},
      {"2020", "2020", "2020年"},
      {"2020-05-19", "2020-05-19", "2020-05-19"},
      {"2020-W21", "week 21 of 2020", "2020年第21周"},
      {"2020-03-24..2020-03-31", "2020-03-24 to 2020-03-31", "2020-03-24至2020-03-31"},
      {"..2020-06-30", "until 2020-06-30", "截至2020-06-30"},
      {"2020-06-30..", "from 2020-06-30", "2020-06-30起"},
  };
  for (const Shown& sample : samples) {
    INFO(sample.period);
    const Period period = parse_period(sample.period, today).value();
    const std::string english = format_period(period);
    use_language(Language::chinese, "");
    const std::string chinese = format_period(period);
    use_language(Language::english, "");
    CHECK(english == sample.english);
    CHECK(chinese == sample.chinese);
    CHECK(parse_period(english, today).value() == period);
    CHECK(parse_period(chinese, today).value() == period);
  }
}

}  // namespace
}  // namespace leadbook
