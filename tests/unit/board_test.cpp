#include "leadbook/service/standing/board.hpp"

#include <map>
#include <tuple>

#include "catch.hpp"
#include "leadbook/service/derived/stages.hpp"
#include "slow_ladder.hpp"

namespace {

using namespace leadbook;
using slow_ladder::Records;
using slow_ladder::Stay;

/// The group by the glossary's words; nothing for what is not on the chart.
std::string slow_group(const std::vector<Stay>& stays) {
  const auto now = stays.back().stage;
  const auto highest = slow_ladder::highest_of(stays);
  const bool under_way = highest >= Stage::signed_ && highest < Stage::completed;
  if (!under_way || now == Stage::terminated) return "";
  if (now == Stage::suspended) return "suspended";
  if (now == Stage::signed_ || now == Stage::procedures) return "signed_no_land";
  if (now == Stage::land_supplied) return "land_not_started";
  if (now == Stage::started || now == Stage::civil_works_done) return "started_not_finished";
  return "";
}

std::optional<std::int64_t> slow_share(const Records& records,
                                       const Project& project,
                                       std::optional<Day> signed_on) {
  if (!project.planned_investment || !signed_on) return {};
  std::optional<std::int64_t> sum;
  for (const auto& funds : records.funds) {
    if (funds.project != project.id || funds.on->last > scratch::today) continue;
    sum = sum.value_or(0) + slow_ladder::cny(records, funds.amount->money, funds.on->last);
  }
  if (!sum) return {};
  const auto planned = slow_ladder::cny(records, project.planned_investment->money, *signed_on);
  if (planned == 0) return {};
  return static_cast<std::int64_t>((slow_ladder::Wide{*sum} * 10'000 + planned / 2) / planned);
}

std::vector<std::int64_t> slow_obstacles(const Records& records, const Project& project) {
  std::vector<const Task*> tasks;
  for (const auto& task : records.tasks) {
    const bool open = task.kind == TaskKind::obstacle && !task.closed_on;
    if (open && task.project == project.id) tasks.push_back(&task);
  }
  std::stable_sort(tasks.begin(), tasks.end(), [](const Task* left, const Task* right) {
    if (left->due.has_value() != right->due.has_value()) return left->due.has_value();
    return left->due && left->due->last < right->due->last;
  });
  std::vector<std::int64_t> ids;
  for (const auto* task : tasks) ids.push_back(task->id.number);
  return ids;
}

std::string told(const std::optional<Light>& light) {
  return light ? std::string(identifier(*light)) : "none";
}

std::string told(std::int64_t id,
                 const std::string& group,
                 Stage now,
                 std::optional<std::int64_t> days,
                 const Standing& standing,
                 const std::vector<std::int64_t>& obstacles) {
  std::string text = std::to_string(id) + " " + group + " " + std::string(identifier(now)) + " " +
                     (days ? std::to_string(*days) : "-") + " " + told(standing.light) + " " +
                     told(standing.without_waiver) + " " +
                     (standing.next ? date_text(standing.next->on) : "-") + " " +
                     (standing.days_left ? std::to_string(*standing.days_left) : "-") + " " +
                     (standing.behind ? std::to_string(standing.behind->points) : "-") + " T";
  for (const auto obstacle : obstacles) text += " " + std::to_string(obstacle);
  return text;
}

std::string told(const service::BoardEntry& entry) {
  std::vector<std::int64_t> obstacles;
  for (const auto& task : entry.obstacles) obstacles.push_back(task.id.number);
  return told(entry.project.id.number,
              std::string(identifier(entry.group)),
              entry.now.stage,
              days_in(entry.now, scratch::today),
              entry.standing,
              obstacles);
}

/// What the chart should say of a project; "" where it should not name it.
std::string slow_entry(const Records& records, const Project& project) {
  const auto stays = slow_ladder::stays_of(records, project);
  const auto group = slow_group(stays);
  if (group.empty()) return "";
  const auto rule = light_rule({});
  Progress progress{slow_ladder::highest_of(stays),
                    slow_ladder::day_of(stays, Stage::signed_),
                    slow_ladder::day_of(stays, Stage::started),
                    {}};
  progress.funds_share = slow_share(records, project, progress.signed_on);
  const auto standing = standing_on(
      scratch::today, rule, plan_of(project, progress.signed_on, rule), progress, project.waivers);
  std::optional<std::int64_t> days;
  if (stays.back().since) {
    days = std::max<std::int64_t>(0, (scratch::today - *stays.back().since).count());
  }
  return told(project.id.number,
              group,
              stays.back().stage,
              days,
              standing,
              slow_obstacles(records, project));
}

}  // namespace

TEST_CASE("a board is what a slow reading of the records gives", "[board]") {
  std::map<std::string, int> seen;
  for (unsigned seed = 1; seed <= 8; ++seed) {
    scratch::Book book;
    slow_ladder::Generator generator(seed);
    const auto records = generator.fill(book);
    for (const auto& county : records.counties) {
      std::vector<std::string> expected;
      for (const auto& project : records.projects) {
        if (project.county != county.id) continue;
        auto entry = slow_entry(records, project);
        if (!entry.empty()) expected.push_back(std::move(entry));
      }
      std::vector<std::string> shown;
      for (const auto& entry : service::board(book.db, {county.id, "", scratch::today}).entries) {
        shown.push_back(told(entry));
        ++seen[std::string(identifier(entry.group))];
        ++seen[told(entry.standing.light)];
      }
      std::sort(expected.begin(), expected.end());
      std::sort(shown.begin(), shown.end());
      INFO(seed);
      REQUIRE(shown == expected);
    }
  }
  // Nothing of this is worth anything where no book has it.
  for (const auto* wanted : {"signed_no_land",
                             "land_not_started",
                             "started_not_finished",
                             "suspended",
                             "red",
                             "yellow",
                             "green",
                             "waived",
                             "none"}) {
    INFO(wanted);
    CHECK(seen[wanted] > 0);
  }
}

TEST_CASE("a board goes by group, red first, then the longest overdue", "[board]") {
  for (unsigned seed = 1; seed <= 4; ++seed) {
    scratch::Book book;
    slow_ladder::Generator generator(seed);
    generator.fill(book);
    const auto entries = service::board(book.db, {{}, "", scratch::today}).entries;
    REQUIRE(entries.size() > 1);
    const auto place = [](const service::BoardEntry& entry) {
      const auto& standing = entry.standing;
      return std::tuple(entry.group,
                        standing.light ? static_cast<int>(*standing.light) : 4,
                        standing.days_left.value_or(1'000'000));
    };
    for (std::size_t at = 1; at < entries.size(); ++at) {
      REQUIRE(place(entries[at - 1]) <= place(entries[at]));
    }
  }
}

TEST_CASE("the projects of a leader are those whose leader's name holds the text", "[board]") {
  scratch::Book book;
  slow_ladder::Generator generator(3);
  generator.fill(book);
  std::vector<std::int64_t> expected;
  for (const auto& entry : service::board(book.db, {{}, "", scratch::today}).entries) {
    if (entry.project.leader == "Li") expected.push_back(entry.project.id.number);
  }
  std::vector<std::int64_t> shown;
  for (const auto& entry : service::board(book.db, {{}, "lI", scratch::today}).entries) {
    shown.push_back(entry.project.id.number);
  }
  REQUIRE_FALSE(shown.empty());
  REQUIRE(shown == expected);
}

namespace {

/// A project's entry made of what its card has at hand.
std::optional<service::BoardEntry> entry_of(store::Db& db, const Project& project) {
  const auto of_project = [&]<class R>(std::vector<R>& records) {
    store::each_record<R>(db, [&](R& record) {
      if (record.project == project.id) records.push_back(std::move(record));
    });
  };
  std::vector<Task> obstacles;
  std::vector<Funds> funds;
  of_project(obstacles);
  of_project(funds);
  std::erase_if(obstacles, [](const Task& task) {
    return task.kind != TaskKind::obstacle || task.closed_on.has_value();
  });
  std::stable_sort(obstacles.begin(), obstacles.end(), [](const Task& left, const Task& right) {
    if (!left.due || !right.due) return left.due.has_value() && !right.due.has_value();
    return left.due->last < right.due->last;
  });
  const service::Rates rates(db);
  return service::board_entry({project, service::stages_of(db, project), obstacles, funds},
                              store::find(db, Id<Book>{1}),
                              rates,
                              scratch::today);
}

}  // namespace

TEST_CASE("one project's standing is that of the whole board", "[board]") {
  scratch::Book book;
  slow_ladder::Generator generator(5);
  const auto records = generator.fill(book);
  std::map<std::int64_t, std::string> all;
  for (const auto& entry : service::board(book.db, {{}, "", scratch::today}).entries) {
    all[entry.project.id.number] = told(entry);
  }
  std::map<std::int64_t, std::string> each;
  for (const auto& project : records.projects) {
    const auto entry = entry_of(book.db, project);
    if (entry) each[project.id.number] = told(*entry);
  }
  REQUIRE(each == all);
}

TEST_CASE("funds that cannot be converted are told, not taken for nothing", "[board]") {
  scratch::Book book;
  County county;
  county.name = "c";
  Project project;
  project.title = "p";
  project.county = book.add(county).id;
  project.planned_investment = Amount{{100'000'00, Currency()}, Qualifier::exact};
  project.planned_completion = Date::of(scratch::today + std::chrono::days(200));
  project.moves = {{Stage::started, Date::of(scratch::today - std::chrono::days(100)), "", "", ""}};
  Funds funds;
  funds.project = book.add(project).id;
  funds.on = Date::of(scratch::today);
  funds.amount = Amount{{1'00, Currency::parse("USD").value()}, Qualifier::exact};
  book.add(funds);
  const auto board = service::board(book.db, {{}, "", scratch::today});
  REQUIRE(board.entries.size() == 1);
  CHECK(board.entries.front().standing.behind == Behind{0, BehindBy::time});
  CHECK(board.notes ==
        std::vector<std::string>{
            "P-1: its funds are not compared with its plan: there is no rate for USD on or before "
            "2020-05-22: add one with 'leadbook rate add USD RATE --on 2020-05-22'"});
}
