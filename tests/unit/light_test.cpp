#include "leadbook/domain/standing/light.hpp"

#include <random>
#include <string>

#include "catch.hpp"

namespace {

using namespace leadbook;

const Day today = std::chrono::year{2020} / 5 / 22;

Date on(const char* text) { return parse_date(text, today).value(); }
Day day(const char* text) { return parse_iso_day(text).value(); }

std::string told(const std::optional<Light>& light) {
  return light ? std::string(identifier(*light)) : "none";
}

/// The light of a project that was signed on 2020-01-01 and is to start on a day, seen on another.
std::string light_of_start(const char* planned, const char* seen, const LightRule& rule) {
  const std::vector<PlannedStep> plan = {{Stage::started, on(planned), false},
                                         {Stage::completed, on("2025-01-01"), false}};
  const Progress progress{Stage::signed_, day("2020-01-01"), {}, {}};
  return told(standing_on(day(seen), rule, plan, progress, {}).light);
}

/// The light of a project that was started on 2020-01-01 and takes 1,000 days, by its funds.
Standing funded(std::int64_t days, std::int64_t share) {
  const auto start = day("2020-01-01");
  const std::vector<PlannedStep> plan = {
      {Stage::completed, Date::of(start + std::chrono::days(1'000)), false}};
  const Progress progress{Stage::started, start, start, share};
  return standing_on(start + std::chrono::days(days), light_rule({}), plan, progress, {});
}

/// Plans, progress and waivers at random.
struct Drawn {
  explicit Drawn(unsigned seed) : random(seed) {
    rule = light_rule({});
    rule.yellow_points = below(30);
    rule.red_points = rule.yellow_points + below(40);
    rule.red_months = below(6);
    for (const auto stage : {Stage::land_supplied, Stage::started, Stage::completed}) {
      if (below(4) != 0)
        plan.push_back({stage, Date::of(today + std::chrono::days(below(800) - 400)), false});
    }
    progress.reached = static_cast<Stage>(below(12));
    progress.signed_on = today - std::chrono::days(500 + below(300));
    progress.started_on = today - std::chrono::days(below(300));
    if (below(2) == 0) progress.funds_share = below(12'000);
  }

  int below(int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); }

  Standing standing(Day seen) const { return standing_on(seen, rule, plan, progress, waivers); }

  std::mt19937 random;
  LightRule rule;
  std::vector<PlannedStep> plan;
  Progress progress;
  std::vector<Waiver> waivers;
};

/// Whether one light is as good as another or better; both are there.
bool is_no_worse(const std::optional<Light>& one, const std::optional<Light>& other) {
  return static_cast<int>(one.value()) >= static_cast<int>(other.value());
}

}  // namespace

TEST_CASE("a project without a planned day has no plan and no light", "[light]") {
  CHECK(plan_of({}, {}, light_rule({})).empty());
  const auto standing = standing_on(today, light_rule({}), {}, {}, {});
  CHECK(told(standing.light) == "none");
  CHECK_FALSE(standing.next);
  CHECK_FALSE(standing.behind);
}

TEST_CASE("a planned day is missed once it is over, and red three months later", "[light]") {
  const auto rule = light_rule({});
  CHECK(light_of_start("2020-03-31", "2020-03-31", rule) == "green");
  CHECK(light_of_start("2020-03-31", "2020-04-01", rule) == "yellow");
  CHECK(light_of_start("2020-03-31", "2020-06-29", rule) == "yellow");
  CHECK(light_of_start("2020-03-31", "2020-06-30", rule) == "red");
  // A month is over when its last day is; February has no 30th.
  CHECK(light_of_start("2020-03", "2020-03-31", rule) == "green");
  CHECK(light_of_start("2020-11-30", "2021-02-27", rule) == "yellow");
  CHECK(light_of_start("2020-11-30", "2021-02-28", rule) == "red");
  Book book;
  book.red_months = 0;
  CHECK(light_of_start("2020-03-31", "2020-04-01", light_rule(book)) == "red");
}

TEST_CASE("days late count as a share of the plan", "[light]") {
  const std::vector<PlannedStep> plan = {{Stage::started, on("2020-05-12"), false},
                                         {Stage::completed, on("2020-06-01"), false}};
  const Progress progress{Stage::signed_, day("2020-05-02"), {}, {}};
  const auto standing = [&](const char* seen) {
    return standing_on(day(seen), light_rule({}), plan, progress, {});
  };
  CHECK(standing("2020-05-12").behind == Behind{0, BehindBy::time});
  CHECK(standing("2020-05-21").behind == Behind{30'00, BehindBy::time});
  CHECK(told(standing("2020-05-21").light) == "yellow");
  CHECK(standing("2020-05-22").behind == Behind{33'33, BehindBy::time});
  CHECK(told(standing("2020-05-22").light) == "red");
  CHECK(standing("2020-05-22").days_left == -10);
}

TEST_CASE("a plan that ends before the completion measures no days late", "[light]") {
  const std::vector<PlannedStep> plan = {{Stage::started, on("2020-05-12"), false}};
  const Progress progress{Stage::signed_, day("2020-05-02"), {}, {}};
  const auto standing = standing_on(day("2020-06-30"), light_rule({}), plan, progress, {});
  CHECK_FALSE(standing.behind);
  CHECK(told(standing.light) == "yellow");
}

TEST_CASE("10 points behind are yellow, more than 30 are red", "[light]") {
  CHECK(told(funded(500, 40'01).light) == "green");
  CHECK(told(funded(500, 40'00).light) == "yellow");
  CHECK(told(funded(500, 20'00).light) == "yellow");
  CHECK(told(funded(500, 19'99).light) == "red");
  CHECK(funded(500, 19'99).behind == Behind{30'01, BehindBy::funds});
  CHECK(funded(500, 60'00).behind == Behind{0, BehindBy::time});
}

TEST_CASE("a waiver puts the light off from the day it was accepted until its day is over",
          "[light]") {
  const std::vector<PlannedStep> plan = {{Stage::started, on("2020-01-31"), false}};
  const Progress progress{Stage::signed_, day("2019-01-01"), {}, {}};
  const Waiver waiver{"flood", on("2020-05"), "Li", on("2020-03-01")};
  const auto standing = [&](const char* seen) {
    return standing_on(day(seen), light_rule({}), plan, progress, {waiver});
  };
  CHECK(told(standing("2020-02-29").light) == "yellow");
  CHECK(told(standing("2020-03-01").light) == "waived");
  CHECK(told(standing("2020-05-31").light) == "waived");
  CHECK(told(standing("2020-05-31").without_waiver) == "red");
  CHECK(standing("2020-05-31").waiver == waiver);
  CHECK(told(standing("2020-06-01").light) == "red");
}

TEST_CASE("a light never gets better by waiting, nor worse by progress or funds", "[light]") {
  int compared = 0;
  for (unsigned seed = 1; seed <= 3'000; ++seed) {
    INFO(seed);
    Drawn drawn(seed);
    const auto now = drawn.standing(today);
    if (!now.light) {
      CHECK_FALSE(now.next);
      continue;
    }
    ++compared;
    const auto later = drawn.standing(today + std::chrono::days(1 + drawn.below(200)));
    REQUIRE(is_no_worse(now.light, later.light));
    REQUIRE(*later.days_left < *now.days_left);
    // Every thing is late that was late; what is not late is not red but for its points.
    REQUIRE((*now.days_left >= 0 || *now.light != Light::green));
    auto richer = drawn;
    if (richer.progress.funds_share) {
      *richer.progress.funds_share += richer.below(5'000);
      REQUIRE(is_no_worse(richer.standing(today).light, now.light));
    }
    // Reaching what comes next, with all that is due by then, makes it no worse by time.
    auto further = drawn;
    further.progress.reached = now.next->stage;
    further.progress.funds_share.reset();
    auto same = drawn;
    same.progress.funds_share.reset();
    const auto after = further.standing(today);
    if (after.light) REQUIRE(is_no_worse(after.light, same.standing(today).light));
  }
  REQUIRE(compared > 500);
}

TEST_CASE("stricter thresholds never make a light better", "[light]") {
  for (unsigned seed = 1; seed <= 2'000; ++seed) {
    INFO(seed);
    Drawn drawn(seed);
    const auto light = drawn.standing(today).light;
    if (!light) continue;
    auto stricter = drawn;
    stricter.rule.yellow_points = std::max<std::int64_t>(0, drawn.rule.yellow_points - 5);
    stricter.rule.red_points = std::max<std::int64_t>(0, drawn.rule.red_points - 5);
    stricter.rule.red_months = std::max<std::int64_t>(0, drawn.rule.red_months - 1);
    REQUIRE(is_no_worse(light, stricter.standing(today).light));
  }
}

TEST_CASE("the groups of a wall chart", "[light]") {
  const auto group = [](Stage now, Stage reached) {
    const auto found = board_group(now, reached);
    return found ? std::string(identifier(*found)) : "none";
  };
  CHECK(group(Stage::intent, Stage::intent) == "none");
  CHECK(group(Stage::signed_, Stage::signed_) == "signed_no_land");
  CHECK(group(Stage::procedures, Stage::procedures) == "signed_no_land");
  CHECK(group(Stage::land_supplied, Stage::land_supplied) == "land_not_started");
  CHECK(group(Stage::started, Stage::started) == "started_not_finished");
  CHECK(group(Stage::civil_works_done, Stage::civil_works_done) == "started_not_finished");
  CHECK(group(Stage::completed, Stage::completed) == "none");
  CHECK(group(Stage::suspended, Stage::started) == "suspended");
  CHECK(group(Stage::suspended, Stage::intent) == "none");
  CHECK(group(Stage::suspended, Stage::completed) == "none");
  CHECK(group(Stage::terminated, Stage::started) == "none");
}
