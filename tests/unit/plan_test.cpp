#include <random>
#include <string>

#include "catch.hpp"
#include "leadbook/domain/standing/light.hpp"

namespace {

using namespace leadbook;

const Day today = std::chrono::year{2020} / 5 / 22;

Date on(const char* text) { return parse_date(text, today).value(); }

std::string told(const std::vector<PlannedStep>& plan) {
  std::string text;
  for (const auto& step : plan) {
    text += (text.empty() ? "" : "; ") + std::string(identifier(step.stage)) + " " +
            date_text(step.on) + (step.counted_back ? " back" : "");
  }
  return text;
}

std::string plan_text(const Project& project, const char* signed_on = "2018-01-01") {
  return told(plan_of(project, parse_iso_day(signed_on).value(), light_rule({})));
}

}  // namespace

TEST_CASE("stages are counted back from the completion by the book's milestones", "[plan]") {
  Project project;
  project.planned_completion = on("2021-12-31");
  CHECK(plan_text(project) ==
        "procedures 2020-09-07 back; land_supplied 2020-11-06 back; started 2021-01-05 back; "
        "civil_works_done 2021-09-02 back; completed 2021-12-31");
  Book book;
  book.milestones = {{Stage::land_supplied, 100}};
  CHECK(told(plan_of(project, {}, light_rule(book))) ==
        "land_supplied 2021-09-22 back; completed 2021-12-31");
}

TEST_CASE("what is before a stated start is counted back from the start", "[plan]") {
  Project project;
  project.planned_start = on("2020-06-30");
  project.planned_completion = on("2021-12-31");
  CHECK(plan_text(project) ==
        "procedures 2020-03-02 back; land_supplied 2020-05-01 back; started 2020-06-30; "
        "civil_works_done 2021-09-02 back; completed 2021-12-31");
}

TEST_CASE("no stage is planned after a stated one above it", "[plan]") {
  Project project;
  project.planned_start = on("2020-06-30");
  project.planned_completion = on("2021-12-31");
  Book book;
  book.milestones = {{Stage::land_supplied, 100}};  // the start has none: it cannot be counted from
  CHECK(told(plan_of(project, {}, light_rule(book))) ==
        "land_supplied 2020-06-30 back; started 2020-06-30; completed 2021-12-31");
}

TEST_CASE("what would be before the signing or a stated stage below is not planned", "[plan]") {
  Project project;
  project.planned_completion = on("2021-12-31");
  CHECK(plan_text(project, "2020-11-07") ==
        "started 2021-01-05 back; civil_works_done 2021-09-02 back; completed 2021-12-31");
  project.planned_start = on("2021-10-01");
  CHECK(plan_text(project, "2021-07-04") ==
        "land_supplied 2021-08-02 back; started 2021-10-01; completed 2021-12-31");
}

TEST_CASE("a production alone stands for the completion", "[plan]") {
  Project project;
  project.planned_production = on("2021-12-31");
  CHECK(plan_text(project, "2021-01-01") ==
        "started 2021-01-05 back; civil_works_done 2021-09-02 back; in_production 2021-12-31");
}

TEST_CASE("a project without dates of its own has those of its phases", "[plan]") {
  Project project;
  Phase first;
  first.planned_start = on("2020-03");
  first.planned_completion = on("2020-12-31");
  Phase second;
  second.planned_start = on("2021-03-01");
  second.planned_completion = on("2021-12-31");
  project.phases = {second, first};
  CHECK(plan_text(project, "2020-03-01") ==
        "started 2020-03; civil_works_done 2021-09-02 back; completed 2021-12-31");
  project.planned_completion = on("2022-06-30");
  CHECK(plan_text(project, "2020-03-01") ==
        "started 2020-03; civil_works_done 2022-03-02 back; completed 2022-06-30");
}

TEST_CASE("a plan never asks for a later stage first where its stated days do not", "[plan]") {
  for (unsigned seed = 1; seed <= 2'000; ++seed) {
    INFO(seed);
    std::mt19937 random(seed);
    const auto below = [&random](int limit) {
      return static_cast<int>(random() % static_cast<unsigned>(limit));
    };
    Project project;
    auto stated = today;
    for (auto* date :
         {&project.planned_start, &project.planned_completion, &project.planned_production}) {
      stated += std::chrono::days(below(500));
      if (below(2) == 0) *date = Date::of(stated);
    }
    // Days before the completion that grow as the ladder goes down.
    Book book;
    std::int64_t before = 0;
    for (auto stage = static_cast<int>(Stage::civil_works_done);
         stage >= static_cast<int>(Stage::procedures);
         --stage) {
      before += below(200);
      if (below(3) != 0) book.milestones.push_back({static_cast<Stage>(stage), before});
    }
    if (book.milestones.empty()) continue;
    const auto plan = plan_of(project, today - std::chrono::days(below(400)), light_rule(book));
    for (std::size_t at = 1; at < plan.size(); ++at) {
      REQUIRE(plan[at - 1].stage < plan[at].stage);
      REQUIRE(plan[at - 1].on.last <= plan[at].on.last);
    }
  }
}
