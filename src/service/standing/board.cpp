#include "leadbook/service/standing/board.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/standing/pace.hpp"
#include "leadbook/service/derived/stages.hpp"
#include "leadbook/service/money/rates.hpp"
#include "leadbook/store/record/record.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/totals/facts.hpp"

namespace leadbook::service {
namespace {

constexpr std::size_t at_once = 2'000;

struct Payment {
  Money money;
  Date on;
};

/// What is read for some projects in a row.
struct Beside {
  std::map<std::int64_t, std::vector<Task>> obstacles;
  std::map<std::int64_t, std::vector<Payment>> funds;
};

Beside read_beside(store::Db& db, std::int64_t first, std::int64_t last) {
  Beside beside;
  const store::Parameters range = {{"first", first}, {"last", last}};
  for (auto& task : store::select<Task>(db, "board_obstacles", range)) {
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
  Maker(store::Db& db, Day today)
      : today_(today), rule_(light_rule(store::find(db, Id<Book>{1}))), rates_(db) {}

  std::optional<BoardEntry> make(const Project& project,
                                 const std::vector<StageSpell>& spells,
                                 const Beside& beside) {
    const auto reached = highest_stage(spells);
    const auto group = board_group(spells.back().stage, reached);
    if (!group) return {};
    BoardEntry entry;
    entry.project = project;
    entry.group = *group;
    entry.now = spells.back();
    const Progress progress{reached,
                            day_reached(spells, Stage::signed_),
                            day_reached(spells, Stage::started),
                            funds_share(project, spells, beside)};
    const auto plan = plan_of(project, progress.signed_on, rule_);
    for (const auto& step : plan) {
      const auto* spell = first_reach(spells, step.stage);
      entry.plan.push_back({step, spell == nullptr ? std::nullopt : spell->since});
    }
    entry.standing = standing_on(today_, rule_, plan, progress, project.waivers);
    const auto obstacles = beside.obstacles.find(project.id.number);
    if (obstacles != beside.obstacles.end()) entry.obstacles = obstacles->second;
    return entry;
  }

  const LightRule& rule() const { return rule_; }
  std::vector<std::string> take_notes() { return std::move(notes_); }

 private:
  /// Funds in place by today / planned investment; nothing where no payment is recorded.
  std::optional<std::int64_t> funds_share(const Project& project,
                                          const std::vector<StageSpell>& spells,
                                          const Beside& beside) {
    const auto payments = beside.funds.find(project.id.number);
    const auto signed_on = day_reached(spells, Stage::signed_);
    const bool started = first_reach(spells, Stage::started) != nullptr;
    if (!started || payments == beside.funds.end() || !project.planned_investment || !signed_on) {
      return {};
    }
    try {
      Money sum;
      bool known = false;
      for (const auto& payment : payments->second) {
        if (payment.on.last > today_) continue;
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

  Day today_;
  LightRule rule_;
  Rates rates_;
  std::vector<std::string> notes_;
};

bool has_leader(const Project& project, const std::string& folded) {
  return folded.empty() || text::fold(project.leader).find(folded) != std::string::npos;
}

/// Red first, then the longest overdue; what has no light or no planned day comes last.
bool comes_before(const BoardEntry& left, const BoardEntry& right) {
  const auto order = [](const BoardEntry& entry) {
    const auto& standing = entry.standing;
    constexpr int last = 9;
    constexpr std::int64_t never = 1'000'000'000;
    return std::tuple(entry.group,
                      standing.light ? static_cast<int>(*standing.light) : last,
                      standing.days_left.value_or(never),
                      entry.project.id.number);
  };
  return order(left) < order(right);
}

}  // namespace

Board board(store::Db& db, const BoardQuery& query) {
  Board board;
  Maker maker(db, query.today);
  const auto leader = text::fold(query.leader);
  auto projects = store::select<Project>(
      db, "board_projects", {{"county", store::number_or_null(query.county.number)}});
  std::erase_if(projects, [&](const Project& project) { return !has_leader(project, leader); });
  const bool count = frameworks_count(db);
  for (std::size_t at = 0; at < projects.size(); at += at_once) {
    const auto size = std::min(at_once, projects.size() - at);
    const std::span<const Project> some(projects.data() + at, size);
    const auto beside = read_beside(db, some.front().id.number, some.back().id.number);
    const auto histories = histories_of(db, some, count);
    for (std::size_t index = 0; index < size; ++index) {
      auto entry = maker.make(some[index], histories[index], beside);
      if (entry) board.entries.push_back(std::move(*entry));
    }
  }
  std::sort(board.entries.begin(), board.entries.end(), comes_before);
  board.rule = maker.rule();
  board.notes = maker.take_notes();
  return board;
}

std::optional<BoardEntry> board_entry(store::Db& db, const Project& project, Day today) {
  Maker maker(db, today);
  const auto id = project.id.number;
  return maker.make(project, stages_of(db, project), read_beside(db, id, id));
}

}  // namespace leadbook::service
