#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/date/date.hpp"

namespace {

using namespace leadbook;

Period period(const std::string& text) {
  return parse_period(text, std::chrono::year{2020} / 5 / 22).value();
}

struct Shift {
  const char* of;
  const char* shifted;
};

/// The shifted period is the very one its text is read as: days and name.
void check(Period (*shift)(const Period&), const std::vector<Shift>& samples) {
  for (const auto& sample : samples) {
    INFO(sample.of);
    const auto shifted = shift(period(sample.of));
    CHECK(shifted.text == sample.shifted);
    CHECK(shifted == period(sample.shifted));
  }
}

}  // namespace

TEST_CASE("the same period a year earlier keeps its sort", "[period]") {
  check(year_before,
        {{"2021", "2020"},
         {"2021H2", "2020H2"},
         {"2021Q2", "2020Q2"},
         {"2021-02", "2020-02"},
         {"2020-02", "2019-02"},
         {"2021-W18", "2020-W18"},
         {"2020-03-24..2020-03-31", "2019-03-24..2019-03-31"},
         {"2020-12-20..2021-01-10", "2019-12-20..2020-01-10"}});
}

TEST_CASE("the 29th of February becomes the 28th a year earlier", "[period]") {
  check(year_before,
        {{"2020-02-29..2020-03-05", "2019-02-28..2019-03-05"},
         {"2020-02-10..2020-02-29", "2019-02-10..2019-02-28"},
         {"2021-02-10..2021-02-28", "2020-02-10..2020-02-28"}});
}

TEST_CASE("the last week of a long year is the last of the year before", "[period]") {
  check(year_before,
        {{"2020-W53", "2019-W52"}, {"2026-W53", "2025-W52"}, {"2021-W01", "2020-W01"}});
}

TEST_CASE("the period before a span of the calendar is the one before it", "[period]") {
  check(period_before,
        {{"2020", "2019"},
         {"2020H1", "2019H2"},
         {"2020H2", "2020H1"},
         {"2020Q1", "2019Q4"},
         {"2020Q3", "2020Q2"},
         {"2020-01", "2019-12"},
         {"2020-03", "2020-02"},
         {"2021-W01", "2020-W53"},
         {"2020-W02", "2020-W01"}});
}

TEST_CASE("before any other span are as many days", "[period]") {
  check(period_before,
        {{"2020-03-24..2020-03-31", "2020-03-16..2020-03-23"},
         {"2020-03-01..2020-03-10", "2020-02-20..2020-02-29"},
         {"2020-01-05..2020-05-22", "2019-08-19..2020-01-04"}});
  const Period one_day =
      period_of(std::chrono::year{2020} / 3 / 1, std::chrono::year{2020} / 3 / 1);
  const auto before = period_before(one_day);
  CHECK(format_day(before.first) == "2020-02-29");
  CHECK(format_day(before.last) == "2020-02-29");
}
