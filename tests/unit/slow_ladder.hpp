// Projects at random on the stage ladder, and where they stood by a plain reading of their records.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "leadbook/domain/record/records.hpp"
#include "scratch_book.hpp"

namespace slow_ladder {

using namespace leadbook;

__extension__ typedef __int128 Wide;

/// Everything in a book that says where projects stand and what they are worth.
struct Records {
  bool frameworks = false;
  std::vector<County> counties;
  std::vector<Company> companies;
  std::vector<Rate> rates;
  std::vector<Project> projects;
  std::vector<Signing> signings;
  std::vector<Negotiation> talks;
  std::vector<Task> tasks;
  std::vector<Funds> funds;
};

/// One stay, by days alone: no date here is less exact.
struct Stay {
  Stage stage;
  std::optional<Day> since;
  std::optional<Day> until;
};

struct Step {
  Day day;
  int rank;  // within a day: moves first, then negotiations and signings
  Stage stage;
  bool is_move;
};

inline std::vector<Step> steps_of(const Records& records, const Project& project) {
  std::vector<Step> steps;
  for (const auto& move : project.moves) steps.push_back({move.on->last, 0, move.stage, true});
  for (const auto& talk : records.talks) {
    if (talk.project != project.id) continue;
    const bool intent = talk.outcome == Outcome::intent || talk.outcome == Outcome::signed_;
    steps.push_back({talk.on->last, 1, intent ? Stage::intent : Stage::negotiating, false});
  }
  for (const auto& signing : records.signings) {
    if (signing.project != project.id || signing.kind == SigningKind::supplement) continue;
    const bool counts = signing.kind == SigningKind::contract ||
                        (signing.kind == SigningKind::framework && records.frameworks);
    steps.push_back({signing.on->last, 1, counts ? Stage::signed_ : Stage::intent, false});
  }
  std::stable_sort(steps.begin(), steps.end(), [](const Step& left, const Step& right) {
    if (left.day != right.day) return left.day < right.day;
    return left.rank != right.rank ? left.rank < right.rank
                                   : left.rank == 1 && left.stage < right.stage;
  });
  // A day's last moves off the ladder come after what was signed and said on it.
  std::vector<Step> ordered;
  for (std::size_t at = 0; at < steps.size();) {
    std::vector<Step> moves;
    std::vector<Step> causes;
    const auto day = steps[at].day;
    for (; at < steps.size() && steps[at].day == day; ++at) {
      (steps[at].is_move ? moves : causes).push_back(steps[at]);
    }
    std::vector<Step> ends;
    while (!moves.empty() && moves.back().stage >= Stage::suspended) {
      ends.insert(ends.begin(), moves.back());
      moves.pop_back();
    }
    for (const auto* part : {&moves, &causes, &ends}) {
      ordered.insert(ordered.end(), part->begin(), part->end());
    }
  }
  return ordered;
}

/// The stays of a project: a move always holds, a paper only where it leads higher on the ladder.
inline std::vector<Stay> stays_of(const Records& records, const Project& project) {
  std::vector<Stay> stays = {{Stage::lead, {}, {}}};
  if (project.lead_on) stays.front().since = project.lead_on->last;
  for (const auto& step : steps_of(records, project)) {
    const auto now = stays.back().stage;
    const bool off = now == Stage::suspended || now == Stage::terminated;
    if (!step.is_move && (off || step.stage <= now)) continue;
    const bool first = stays.size() == 1;
    if (first && stays.front().since && step.day < *stays.front().since) stays.front().since = {};
    if (first && step.stage == Stage::lead) {
      stays.front().since = step.day;
      continue;
    }
    stays.back().until = step.day;
    stays.push_back({step.stage, step.day, {}});
  }
  return stays;
}

inline bool is_off(Stage stage) { return stage == Stage::suspended || stage == Stage::terminated; }

inline Stage highest_of(const std::vector<Stay>& stays) {
  auto stage = Stage::lead;
  for (const auto& stay : stays) {
    if (!is_off(stay.stage) && stay.stage > stage) stage = stay.stage;
  }
  return stage;
}

/// The day a project first stood at a stage or higher.
inline std::optional<Day> day_of(const std::vector<Stay>& stays, Stage stage) {
  for (const auto& stay : stays) {
    if (!is_off(stay.stage) && stay.stage >= stage) return stay.since;
  }
  return {};
}

/// CNY minor units, half up, at the latest rate on or before a day.
inline std::int64_t cny(const Records& records, const Money& money, Day day) {
  if (money.currency == Currency()) return money.minor;
  const Rate* best = nullptr;
  for (const auto& rate : records.rates) {
    if (rate.currency != money.currency || rate.on->last > day) continue;
    if (best == nullptr || best->on->last < rate.on->last) best = &rate;
  }
  Wide divisor = 10'000'000'000;
  for (int digit = 0; digit < money.currency.minor_digits(); ++digit) divisor *= 10;
  const Wide exact = Wide{money.minor} * best->cny.e10 * 100;
  return static_cast<std::int64_t>((exact + divisor / 2) / divisor);
}

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Records fill(scratch::Book& book) {
    Records records;
    records.frameworks = below(2) == 0;
    book.write([&](store::Change& change) {
      leadbook::Book settings;
      settings.name = "b";
      settings.city_code = "230200";
      settings.frameworks = records.frameworks ? Frameworks::count : Frameworks::do_not_count;
      change.add(settings);
      add_places(change, records);
      for (int number = 0; number < 30; ++number) add_project(change, records);
      for (int number = 0; number < 40; ++number) add_signing(change, records);
      for (int number = 0; number < 30; ++number) add_talk(change, records);
      for (int number = 0; number < 30; ++number) add_task(change, records);
      for (int number = 0; number < 30; ++number) add_funds(change, records);
    });
    return records;
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  template <class T>
  const T& one_of(const std::vector<T>& list) {
    return list[random_() % list.size()];
  }

  Date date(int from, int span) {
    return Date::of(scratch::today + std::chrono::days(from + below(span)));
  }

  std::optional<Date> maybe_date(int from, int span) {
    if (below(3) == 0) return {};
    return date(from, span);
  }

  Amount amount() {
    constexpr const char* currencies[] = {"CNY", "CNY", "USD", "JPY"};
    return {{1 + below(2'000'000'000), Currency::parse(currencies[below(4)]).value()},
            Qualifier::exact};
  }

  void add_places(store::Change& change, Records& records) {
    for (int number = 0; number < 4; ++number) {
      County county;
      county.code = "23023" + std::to_string(9 - number);
      county.name = "county";
      records.counties.push_back(change.add(county));
    }
    for (const auto* home : {"江苏徐州", "哈尔滨", "", "Germany"}) {
      Company company;
      company.name = std::string("c ") + home;
      company.home = home;
      records.companies.push_back(change.add(company));
    }
    for (const auto* currency : {"USD", "JPY"}) {
      for (int number = 0; number < 5; ++number) {
        Rate rate;
        rate.currency = Currency::parse(currency).value();
        rate.on = Date::of(scratch::today + std::chrono::days(-4'000 + number * 900));
        rate.cny = {1 + below(2'000'000'000) * std::int64_t{40}};
        records.rates.push_back(change.add(rate));
      }
    }
  }

  void add_project(store::Change& change, Records& records) {
    Project project;
    project.title = "p";
    project.county = one_of(records.counties).id;
    project.leader = below(2) == 0 ? "Li" : "";
    project.chain = below(3) == 0 ? "" : below(2) == 0 ? "ducks" : "beer";
    if (below(2) == 0) project.investors.push_back({one_of(records.companies).id, ""});
    if (below(4) == 0) project.capital = Capital::foreign;
    if (below(4) != 0) project.planned_investment = amount();
    project.lead_on = maybe_date(-1'000, 300);
    project.planned_start = maybe_date(-400, 500);
    project.planned_completion = maybe_date(100, 700);
    if (project.planned_completion) {
      project.planned_production =
          Date::of(project.planned_completion->last + std::chrono::days(30));
    }
    auto on = scratch::today + std::chrono::days(-800 + below(300));
    for (auto more = below(5); more > 0; --more) {
      on += std::chrono::days(below(150));
      const auto stage = static_cast<Stage>(below(14));
      project.moves.push_back({stage, Date::of(on), is_off(stage) ? "why" : "", "", ""});
    }
    if (below(5) == 0) {
      project.waivers.push_back({"flood", date(-30, 60), "Li", maybe_date(-60, 30)});
    }
    records.projects.push_back(change.add(project));
  }

  void add_signing(store::Change& change, Records& records) {
    Signing signing;
    signing.project = one_of(records.projects).id;
    signing.kind = static_cast<SigningKind>(below(3));
    signing.on = date(-900, 800);
    records.signings.push_back(change.add(signing));
  }

  void add_talk(store::Change& change, Records& records) {
    Negotiation talk;
    talk.project = one_of(records.projects).id;
    talk.on = date(-1'100, 900);
    talk.outcome = static_cast<Outcome>(below(5));
    records.talks.push_back(change.add(talk));
  }

  void add_task(store::Change& change, Records& records) {
    Task task;
    task.title = "t";
    task.kind = static_cast<TaskKind>(below(3));
    if (below(4) != 0) task.project = one_of(records.projects).id;
    task.due = maybe_date(-100, 200);
    if (below(3) == 0) task.closed_on = date(-50, 50);
    records.tasks.push_back(change.add(task));
  }

  void add_funds(store::Change& change, Records& records) {
    Funds funds;
    funds.project = one_of(records.projects).id;
    funds.on = date(-500, 600);
    funds.amount = amount();
    records.funds.push_back(change.add(funds));
  }

  std::mt19937 random_;
};

}  // namespace slow_ladder
