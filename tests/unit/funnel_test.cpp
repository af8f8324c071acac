#include "leadbook/service/standing/funnel.hpp"

#include <map>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "slow_ladder.hpp"

namespace {

using namespace leadbook;
using slow_ladder::Records;
using slow_ladder::Stay;

std::optional<Day> slow_contact(const Records& records, const Project& project) {
  std::optional<Day> first;
  const auto take = [&](const std::optional<Date>& on) {
    if (on && (!first || on->last < *first)) first = on->last;
  };
  take(project.lead_on);
  for (const auto& move : project.moves) take(move.on);
  for (const auto& talk : records.talks) {
    if (talk.project == project.id) take(talk.on);
  }
  for (const auto& signing : records.signings) {
    if (signing.project == project.id) take(signing.on);
  }
  return first;
}

struct SlowStep {
  std::int64_t reached = 0;
  std::int64_t now = 0;
  std::int64_t reached_known = 0;
  std::int64_t reached_amount = 0;
  std::int64_t now_known = 0;
  std::int64_t now_amount = 0;
  std::vector<std::int64_t> finished;
  std::vector<std::int64_t> unfinished;
};

using SlowGroup = std::map<Stage, SlowStep>;

void count_project(const Records& records, const Project& project, SlowGroup& group) {
  const auto stays = slow_ladder::stays_of(records, project);
  std::optional<std::int64_t> amount;
  if (project.planned_investment) {
    auto day = slow_ladder::day_of(stays, Stage::signed_);
    if (!day) day = slow_contact(records, project);
    amount =
        slow_ladder::cny(records, project.planned_investment->money, day.value_or(scratch::today));
  }
  for (const auto& word : words<Stage>()) {
    auto& step = group[word.value];
    const bool reached =
        !slow_ladder::is_off(word.value) && word.value <= slow_ladder::highest_of(stays);
    const bool now = stays.back().stage == word.value;
    step.reached += reached;
    step.now += now;
    step.reached_known += reached && amount;
    step.reached_amount += reached ? amount.value_or(0) : 0;
    step.now_known += now && amount;
    step.now_amount += now ? amount.value_or(0) : 0;
    for (const auto& stay : stays) {
      if (stay.stage != word.value || !stay.since) continue;
      const auto days = (stay.until.value_or(scratch::today) - *stay.since).count();
      (stay.until ? step.finished : step.unfinished).push_back(std::max<std::int64_t>(0, days));
    }
  }
}

service::Stays slow_median(std::vector<std::int64_t> days) {
  if (days.empty()) return {};
  std::sort(days.begin(), days.end());
  const auto size = days.size();
  return {static_cast<std::int64_t>(size), days[(size - 1) / 2] + days[size / 2]};
}

std::vector<service::FunnelStep> steps_of(SlowGroup& group) {
  std::vector<service::FunnelStep> steps;
  for (const auto& word : words<Stage>()) {
    const auto& step = group[word.value];
    steps.push_back({word.value,
                     step.reached,
                     step.now,
                     {step.reached_known, step.reached_amount},
                     {step.now_known, step.now_amount},
                     slow_median(step.finished),
                     slow_median(step.unfinished)});
  }
  return steps;
}

/// The quarter of a day, "2020Q2".
std::string quarter_of(Day day) {
  const std::chrono::year_month_day parts(day);
  return std::to_string(static_cast<int>(parts.year())) + "Q" +
         std::to_string((static_cast<unsigned>(parts.month()) + 2) / 3);
}

std::string origin_of(const Records& records, const Project& project) {
  if (project.capital == Capital::foreign) return "foreign";
  std::string home;
  for (const auto& investor : project.investors) {
    home = records.companies[static_cast<std::size_t>(investor.company.number - 1)].home;
  }
  if (home.empty()) return "";
  if (home == "Germany") return "foreign";
  return home == "哈尔滨" ? "outside_city" : "outside_province";
}

/// The groups of a funnel by a text that names them.
std::map<std::string, std::vector<service::FunnelStep>> groups_of(const service::Funnel& funnel,
                                                                  bool by_cohort) {
  std::map<std::string, std::vector<service::FunnelStep>> groups;
  for (const auto& group : funnel.groups) {
    auto name = group.county ? std::to_string(group.county->number) : group.name;
    if (by_cohort) name = group.cohort ? group.cohort->text : "unknown";
    REQUIRE(groups.emplace(name, group.steps).second);
    REQUIRE(group.projects == group.steps.front().reached);
  }
  return groups;
}

template <class NameOf>
void check_groups(const Records& records,
                  const service::Funnel& funnel,
                  bool by_cohort,
                  const NameOf& name_of_group) {
  std::map<std::string, SlowGroup> slow;
  for (const auto& project : records.projects) {
    count_project(records, project, slow[name_of_group(project)]);
  }
  std::map<std::string, std::vector<service::FunnelStep>> expected;
  for (auto& [name, group] : slow) expected[name] = steps_of(group);
  REQUIRE(groups_of(funnel, by_cohort) == expected);
}

}  // namespace

TEST_CASE("a funnel is what a slow reading of the records gives", "[funnel]") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    INFO(seed);
    scratch::Book book;
    slow_ladder::Generator generator(seed);
    const auto records = generator.fill(book);
    const auto ask = [&](std::optional<Dimension> by, std::optional<Dimension> cohort) {
      return service::funnel(book.db, {{}, by, cohort, scratch::today});
    };
    check_groups(records, ask({}, {}), false, [](const Project&) { return ""; });
    check_groups(records, ask(Dimension::chain, {}), false, [](const Project& project) {
      return project.chain;
    });
    check_groups(records, ask(Dimension::county, {}), false, [](const Project& project) {
      return std::to_string(project.county.number);
    });
    check_groups(records, ask(Dimension::origin, {}), false, [&](const Project& project) {
      return origin_of(records, project);
    });
    check_groups(records, ask({}, Dimension::quarter), true, [&](const Project& project) {
      const auto contact = slow_contact(records, project);
      return contact ? quarter_of(*contact) : "unknown";
    });
  }
}

TEST_CASE(
    "every project of a funnel stands somewhere, and each stage is reached by as many or "
    "fewer than the one before",
    "[funnel]") {
  for (unsigned seed = 20; seed <= 24; ++seed) {
    scratch::Book book;
    slow_ladder::Generator generator(seed);
    const auto records = generator.fill(book);
    const auto funnel = service::funnel(book.db, {{}, {}, {}, scratch::today});
    REQUIRE(funnel.groups.size() == 1);
    const auto& steps = funnel.groups.front().steps;
    std::int64_t now = 0;
    for (std::size_t at = 0; at < steps.size(); ++at) {
      now += steps[at].now;
      if (at > 0) CHECK(steps[at].reached <= steps[at - 1].reached);
    }
    CHECK(now == static_cast<std::int64_t>(records.projects.size()));
    CHECK(steps.front().reached == now);
  }
}

TEST_CASE("a period takes the projects of which the first contact falls into it", "[funnel]") {
  scratch::Book book;
  slow_ladder::Generator generator(7);
  const auto records = generator.fill(book);
  const auto period = parse_period("2018-01-01..2018-06-30", scratch::today).value();
  std::int64_t within = 0;
  std::int64_t undated = 0;
  for (const auto& project : records.projects) {
    const auto contact = slow_contact(records, project);
    within += contact && period.first <= *contact && *contact <= period.last;
    undated += !contact;
  }
  REQUIRE(within > 0);
  const auto funnel = service::funnel(book.db, {period, {}, {}, scratch::today});
  CHECK(funnel.groups.front().projects == within);
  CHECK(funnel.undated == undated);
}

TEST_CASE("a first contact known only to the year belongs to no quarter", "[funnel]") {
  scratch::Book book;
  County county;
  county.name = "c";
  Project project;
  project.title = "p";
  project.county = book.add(county).id;
  project.lead_on = parse_date("2019", scratch::today).value();
  book.add(project);
  const auto cohorts = [&](Dimension cohort) {
    const auto funnel = service::funnel(book.db, {{}, {}, cohort, scratch::today});
    REQUIRE(funnel.groups.size() == 1);
    const auto& found = funnel.groups.front().cohort;
    return found ? found->text : "unknown";
  };
  CHECK(cohorts(Dimension::quarter) == "unknown");
  CHECK(cohorts(Dimension::year) == "2019");
  const auto half = parse_period("2019H1", scratch::today).value();
  const auto funnel = service::funnel(book.db, {half, {}, {}, scratch::today});
  CHECK(funnel.groups.front().projects == 0);
  CHECK(funnel.undated == 1);
}

TEST_CASE("a funnel without a rate names the currency and the date", "[funnel]") {
  scratch::Book book;
  County county;
  county.name = "c";
  Project project;
  project.title = "p";
  project.county = book.add(county).id;
  project.lead_on = Date::of(scratch::today);
  project.planned_investment = Amount{{1'00, Currency::parse("USD").value()}, Qualifier::exact};
  book.add(project);
  try {
    service::funnel(book.db, {{}, {}, {}, scratch::today});
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(std::string(error.what()) ==
          "there is no rate for USD on or before 2020-05-22: add one with 'leadbook rate add USD "
          "RATE --on 2020-05-22'");
  }
}
