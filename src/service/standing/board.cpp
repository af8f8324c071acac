#include "leadbook/service/standing/board.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "leadbook/domain/date/happened.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/standing/pace.hpp"
#include "leadbook/service/derived/stages.hpp"
#include "leadbook/service/money/rates.hpp"
#include "leadbook/store/record/many.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/totals/counties.hpp"
#include "service/totals/facts.hpp"

namespace leadbook::service {
namespace {

struct Payment {
  Money money;
  Date on;
};

/// What is read for some projects in a row.
struct Beside {
  std::unordered_map<std::int64_t, std::vector<Task>> obstacles;
  std::unordered_map<std::int64_t, std::vector<Payment>> funds;
};

Beside read_beside(store::Db& db, std::int64_t first, std::int64_t last, Day day) {
  Beside beside;
  const store::Parameters range = {{"first", first}, {"last", last}};
  auto open = range;
  open.push_back({"day", format_day(day)});
  for (auto& task : store::select<Task>(db, "board_obstacles", open)) {
    beside.obstacles[task.project.number].push_back(std::move(task));
  }
  db.each(store::statement("funds_received"), range, [&](store::Row& row) {
    beside.funds[row.integer("project_id")].push_back(
        {money_at(row, "amount_minor", "amount_currency").value(), date_at(row)});
  });
  return beside;
}

std::optional<Day> day_reached(const std::vector<StageSpell>& spells, Stage stage) {
  const auto* spell = first_reach(spells, stage);
  if (spell == nullptr || !spell->since) return {};
  return spell->since->last;
}

class Maker {
 public:
  /// As at the end of `day`, by what is known today.
  Maker(LightRule rule, const Rates& rates, Day day, Day today)
      : day_(day), today_(today), rule_(std::move(rule)), rates_(rates) {}

  std::optional<BoardEntry> make(Project&& project,
                                 const std::vector<StageSpell>& spells,
                                 std::vector<Task> obstacles,
                                 const std::vector<Payment>& payments) {
    const auto reached = highest_stage(spells);
    const auto group = board_group(spells.back().stage, reached);
    if (!group) return {};
    BoardEntry entry;
    entry.group = *group;
    entry.now = spells.back();
    const Progress progress{reached,
                            day_reached(spells, Stage::signed_),
                            day_reached(spells, Stage::started),
                            funds_share(project, spells, payments)};
    const auto plan = plan_of(project, progress.signed_on, rule_);
    for (const auto& step : plan) {
      const auto* spell = first_reach(spells, step.stage);
      entry.plan.push_back({step, spell == nullptr ? std::nullopt : spell->since});
    }
    entry.standing = standing_on(day_, rule_, plan, progress, project.waivers);
    entry.obstacles = std::move(obstacles);
    entry.project = {project.id,
                     std::move(project.title),
                     project.county,
                     std::move(project.leader),
                     std::move(project.task_force),
                     project.planned_investment};
    return entry;
  }

  const LightRule& rule() const { return rule_; }
  std::vector<std::string> take_notes() { return std::move(notes_); }

 private:
  /// Funds in place by the day / planned investment; nothing where no payment is recorded.
  std::optional<std::int64_t> funds_share(const Project& project,
                                          const std::vector<StageSpell>& spells,
                                          const std::vector<Payment>& payments) {
    const auto signed_on = day_reached(spells, Stage::signed_);
    const bool started = first_reach(spells, Stage::started) != nullptr;
    if (!started || payments.empty() || !project.planned_investment || !signed_on) return {};
    try {
      Money sum;
      bool known = false;
      for (const auto& payment : payments) {
        if (happened_by(payment.on, today_).last > day_) continue;
        known = true;
        sum = value_or_throw(add(sum, rates_.to_cny(payment.money, payment.on)), ErrorKind::failed);
      }
      if (!known) return {};
      const auto planned =
          rates_.to_cny(project.planned_investment->money, Date::of(*signed_on)).minor;
      return completion_of(sum.minor, planned);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::failed) throw;
      notes_.push_back(say("{}: its funds are not compared with its plan: {}",
                           reference_text({Kind::project, project.id.number}),
                           error.what()));
      return {};
    }
  }

  Day day_;
  Day today_;
  LightRule rule_;
  const Rates& rates_;
  std::vector<std::string> notes_;
};

/// What the map holds of a project, taken out of it.
template <class T>
std::vector<T> taken(std::unordered_map<std::int64_t, std::vector<T>>& from, std::int64_t project) {
  const auto found = from.find(project);
  return found == from.end() ? std::vector<T>() : std::move(found->second);
}

bool has_leader(const Project& project, const std::string& folded) {
  return folded.empty() || text::fold(project.leader).find(folded) != std::string::npos;
}

/// By group; in it red first, then the longest overdue; what has no light or no planned day last.
void put_in_order(std::vector<BoardEntry>& entries) {
  const auto place = [](const BoardEntry& entry) {
    const auto& standing = entry.standing;
    constexpr int last = 9;
    constexpr std::int64_t never = 1'000'000'000;
    return std::tuple(entry.group,
                      standing.light ? static_cast<int>(*standing.light) : last,
                      standing.days_left.value_or(never),
                      entry.project.id.number);
  };
  std::vector<std::pair<decltype(place(entries.front())), std::size_t>> order;
  for (std::size_t at = 0; at < entries.size(); ++at) order.emplace_back(place(entries[at]), at);
  std::sort(order.begin(), order.end());
  // Entries are large: each that is not in its place is moved there once, round by round.
  for (std::size_t first = 0; first < order.size(); ++first) {
    if (order[first].second == first) continue;
    auto kept = std::move(entries[first]);
    auto at = first;
    while (order[at].second != first) {
      const auto from = std::exchange(order[at].second, at);
      entries[at] = std::move(entries[from]);
      at = from;
    }
    order[at].second = at;
    entries[at] = std::move(kept);
  }
}

/// The projects that may be on the board: of all, or of the county asked for and of the zones and
/// towns that count in it.
std::vector<std::int64_t> project_numbers(store::Db& db, const BoardQuery& query) {
  std::vector<std::int64_t> counties = {0};
  if (query.county) counties = Counties(db, query.zones).counted_in(query.county.number);
  std::vector<std::int64_t> numbers;
  for (const auto county : counties) {
    db.each(store::statement("board_projects"),
            {{"county", store::number_or_null(county)}, {"all", std::int64_t{query.at ? 1 : 0}}},
            [&](store::Row& row) { numbers.push_back(row.integer("id")); });
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace

Board board(store::Db& db, const BoardQuery& query) {
  Board board;
  const auto book = store::find(db, Id<Book>{1});
  const bool count = book && book->frameworks == Frameworks::count;
  const Rates rates(db);
  Maker maker(light_rule(book), rates, query.day(), query.today);
  const auto leader = text::fold(query.leader);
  const store::Selection told(Kind::project,
                              {"title",
                               "county",
                               "leader",
                               "task_force",
                               "planned_investment",
                               "lead_on",
                               "planned_start",
                               "planned_completion",
                               "planned_production",
                               "phases",
                               "moves",
                               "waivers"});
  const auto numbers = project_numbers(db, query);
  board.entries.reserve(numbers.size());
  store::each_numbered(db, told, numbers, [&](const store::Records& piece) {
    const auto of_piece = piece.numbers();
    const auto first = of_piece.front();
    const auto last = of_piece.back();
    auto beside = read_beside(db, first, last, query.day());
    const auto papers = papers_between(db, first, last, count);
    for (std::size_t index = 0; index < piece.size(); ++index) {
      auto project = piece.at<Project>(index);
      if (!has_leader(project, leader)) continue;
      const auto number = project.id.number;
      auto spells = history_of(project, papers);
      if (query.at) spells = stays_by(std::move(spells), *query.at, query.today);
      if (spells.empty()) continue;
      auto entry = maker.make(
          std::move(project), spells, taken(beside.obstacles, number), taken(beside.funds, number));
      if (entry) board.entries.push_back(std::move(*entry));
    }
  });
  put_in_order(board.entries);
  board.rule = maker.rule();
  board.notes = maker.take_notes();
  return board;
}

std::optional<BoardEntry> board_entry(const BoardCase& of,
                                      const std::optional<Book>& book,
                                      const Rates& rates,
                                      Day today) {
  std::vector<Payment> payments;
  for (const auto& funds : of.funds) {
    payments.push_back({funds.amount.value().money, funds.on.value()});
  }
  return Maker(light_rule(book), rates, today, today)
      .make(Project(of.project), of.spells, of.obstacles, payments);
}

}  // namespace leadbook::service
