// The texts that are refused as dates, and what the person who typed them is told.
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "leadbook/domain/date/date.hpp"

namespace leadbook {
namespace {

using namespace std::chrono_literals;

constexpr Day today = 2020y / 5 / 22;
constexpr std::string_view forms = " A date is written 2020-05-19, May 19 or 5月19日.";

struct Refusal {
  std::string_view text;
  std::string_view reason;
};

TEST_CASE("a refused date is quoted with the reason, what was meant and forms that work") {
  static constexpr Refusal refusals[] = {
      {"30 Feb", "February 2020 has 29 days; did you mean 2020-02-29?"},
      {"2020-02-30", "February 2020 has 29 days; did you mean 2020-02-29?"},
      {"2019-02-29", "February 2019 has 28 days; did you mean 2019-02-28?"},
      {"5月32日", "May 2020 has 31 days; did you mean 2020-05-31?"},
      {"20200431", "April 2020 has 30 days; did you mean 2020-04-30?"},
      {"2020-05-00", "May 2020 has 31 days; did you mean 2020-05?"},
      {"2020-13-01", "there is no month 13; did you mean 2020-01-13?"},
      {"2020-13", "there is no month 13; months run from 1 to 12."},
      {"十三月", "there is no month 13; months run from 1 to 12."},
      {"2020Q5", "there is no quarter 5; quarters run from 1 to 4."},
      {"2020H3", "there is no half 3; a year has the halves 1 and 2."},
      {"05/19/2020", "it does not say which number is the month; did you mean 2020-05-19?"},
      {"19/05/2020", "it does not say which number is the month; did you mean 2020-05-19?"},
      {"05/06/2020",
       "it does not say which number is the month; did you mean 2020-05-06 or 2020-06-05?"},
      {"5/6", "it does not say which number is the month; did you mean 2020-05-06 or 2020-06-05?"},
      {"32号", "there is no day 32; a month has 31 days at most."},
      {"20-05-19", "write all four digits of the year; did you mean 2020-05-19?"},
      {"05/19/20", "write all four digits of the year; did you mean 2020-05-19?"},
      {"20年5月19日", "write all four digits of the year; did you mean 2020-05-19?"},
      {"98年5月", "write all four digits of the year; did you mean 1998-05?"},
      {"1899-12-31", "years from 1900 to 2199 can be kept."},
      {"2200-01-01", "years from 1900 to 2199 can be kept."},
      {"0000-00-00", "years from 1900 to 2199 can be kept."},
      {"-9999999y", "years from 1900 to 2199 can be kept."},
      {"+3000m", "years from 1900 to 2199 can be kept."},
      {"2020-05-19T10:00", "a date has no time of day; did you mean 2020-05-19?"},
      {"2020-05-19 10:00:00", "a date has no time of day; did you mean 2020-05-19?"},
      {"Myy 19", "'myy' is not known; did you mean 'May'?"},
      {"19 Febuary 2020", "'febuary' is not known; did you mean 'February'?"},
      {"yestreday", "'yestreday' is not known; did you mean 'yesterday'?"},
      {"last Fridy", "'fridy' is not known; did you mean 'Friday'?"},
      {"2020-05-19 or so", "'or' does not belong there."},
      {"2020-05-19x", "'x' does not belong there."},
      {"5月19日左右", "'左' does not belong there."},
      {"四月初八", "it has none of the known forms."},
      {"2020-05-19-", "it has none of the known forms."},
      {"一二月", "it has none of the known forms."},
      {"周八", "it has none of the known forms."},
      {"last week", "it has none of the known forms."},
      {"43970", "it has none of the known forms."},
      {"@ # Y M N ?", "'@' does not belong there."},
      {"", "it is empty."},
      {"  ", "it is empty."},
      {"2020-05-09..2020-05-08",
       "2020-05-09 comes after 2020-05-08; did you mean 2020-05-08..2020-05-09?"},
      {"3月31日至3月24日",
       "2020-03-31 comes after 2020-03-24; did you mean 2020-03-24..2020-03-31?"},
      {"March 31 to March 24, 2019",
       "2019-03-31 comes after 2019-03-24; did you mean 2019-03-24..2019-03-31?"},
      {"2020-05-08..", "it is empty."},
      {"2020-05-08..2020-02-30", "February 2020 has 29 days; did you mean 2020-02-29?"},
  };
  for (const Refusal& refusal : refusals) {
    INFO(refusal.text);
    const auto date = parse_date(refusal.text, today);
    std::string expected = "'";
    expected.append(refusal.text).append("' is not a date: ").append(refusal.reason).append(forms);
    REQUIRE_FALSE(date);
    CHECK(date.problem().message == expected);
  }
}

TEST_CASE("a value that would disturb a terminal is quoted harmlessly") {
  const auto control = parse_date("\x1b[31m2020", today);
  REQUIRE_FALSE(control);
  CHECK(control.problem().message ==
        "'␛[31m2020' is not a date: it holds characters that cannot be printed." +
            std::string(forms));
  const auto endless = parse_date(std::string(100000, '1'), today);
  REQUIRE_FALSE(endless);
  CHECK(endless.problem().message ==
        "'" + std::string(59, '1') + "…' is not a date: it is too long." + std::string(forms));
}

TEST_CASE("only ten characters that name an existing day are an ISO day") {
  CHECK(parse_iso_day("2020-02-29") == Day{2020y / 2 / 29});
  for (const std::string_view text : {"2019-02-29",
                                      "2020-2-29",
                                      "2020/02/29",
                                      "1899-12-31",
                                      "2200-01-01",
                                      "2020-00-10",
                                      "2020-10-00",
                                      "2020-13-01",
                                      "2020-02-29 ",
                                      "2020-+2-09",
                                      "",
                                      "２０２０-02"}) {
    INFO(text);
    CHECK_FALSE(parse_iso_day(text));
  }
}

}  // namespace
}  // namespace leadbook
