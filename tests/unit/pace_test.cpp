#include "leadbook/domain/standing/pace.hpp"

#include "catch.hpp"

namespace {

using namespace leadbook;

constexpr Day today = std::chrono::year{2020} / 5 / 22;

Period period(const char* text) { return parse_period(text, today).value(); }
Day day(const char* text) { return parse_iso_day(text).value(); }

}  // namespace

TEST_CASE("completion is actual by target, and nothing without a target above 0") {
  CHECK(completion_of(12564, 10000) == 125'64);
  CHECK(completion_of(1, 3) == 33'33);
  CHECK(completion_of(2, 3) == 66'67);
  CHECK(completion_of(-1, 3) == -33'33);
  CHECK(completion_of(0, 3) == 0);
  CHECK(completion_of(5, 0) == std::nullopt);
  CHECK(completion_of(5, -5) == std::nullopt);
  CHECK(completion_of(900'000'000'000'000'000, 900'000'000'000'000'000) == 100'00);
  CHECK(completion_of(900'000'000'000'000'000, 1) == std::nullopt);
}

TEST_CASE("the published pace at the end of October is 42.31 points ahead") {
  const auto elapsed = elapsed_share(period("2023"), day("2023-10-31"));
  CHECK(elapsed == 83'33);
  CHECK(12564 - elapsed == 42'31);
}

TEST_CASE("months count on a month's last day, days on others") {
  CHECK(elapsed_share(period("2023"), day("2023-10-30")) == 83'01);  // 303 of 365
  CHECK(elapsed_share(period("2023"), day("2023-11-01")) == 83'56);  // 305 of 365
  CHECK(elapsed_share(period("2020"), day("2020-02-29")) == 16'67);
  CHECK(elapsed_share(period("2020"), day("2020-02-28")) == 16'12);  // 59 of 366
  CHECK(elapsed_share(period("2020Q2"), day("2020-04-30")) == 33'33);
  CHECK(elapsed_share(period("2020-05"), day("2020-05-22")) == 70'97);
  CHECK(elapsed_share(period("2020-05-10..2020-06-10"), day("2020-05-31")) == 68'75);
}

TEST_CASE("nothing has elapsed before a period and all of it after") {
  CHECK(elapsed_share(period("2020"), day("2019-12-31")) == 0);
  CHECK(elapsed_share(period("2020"), day("2020-12-31")) == 100'00);
  CHECK(elapsed_share(period("2020"), day("2021-03-01")) == 100'00);
}

TEST_CASE("without steps the plan is the part of the period that is over") {
  for (Day at = day("2019-12-25"); at < day("2021-01-10"); at += std::chrono::days(1)) {
    CHECK(planned_share(period("2020"), {}, at) == elapsed_share(period("2020"), at));
  }
}

TEST_CASE("a time sequence is met on its days and grows evenly between them") {
  const std::vector<PlanStep> steps = {{day("2020-06-30"), 60'00}, {day("2020-03-31"), 30'00}};
  const auto planned = [&](const char* at) {
    return planned_share(period("2020"), steps, day(at));
  };
  CHECK(planned("2019-12-31") == 0);
  CHECK(planned("2020-01-31") == 10'00);
  CHECK(planned("2020-03-31") == 30'00);
  CHECK(planned("2020-04-30") == 40'00);
  CHECK(planned("2020-05-22") == 47'14);  // 30 + 30 × 52 / 91
  CHECK(planned("2020-06-30") == 60'00);
  CHECK(planned("2020-09-30") == 80'00);
  CHECK(planned("2020-12-31") == 100'00);
  CHECK(planned("2021-12-31") == 100'00);
}

TEST_CASE("a time sequence that says what the period's end is keeps to it") {
  const std::vector<PlanStep> steps = {{day("2020-12-31"), 95'00}};
  CHECK(planned_share(period("2020"), steps, day("2020-06-30")) == 47'50);
  CHECK(planned_share(period("2020"), steps, day("2020-12-31")) == 95'00);
  CHECK(planned_share(period("2020"), steps, day("2021-02-01")) == 95'00);
}
