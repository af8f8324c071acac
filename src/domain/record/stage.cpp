#include "leadbook/domain/record/stage.hpp"

#include <algorithm>
#include <iterator>

namespace leadbook {
namespace {

/// A stated move or a cause, so that both can be taken in one order.
struct Step {
  Stage stage;
  std::optional<Date> on;
  const StageMove* move;    // nothing for a cause
  const StageCause* cause;  // nothing for a move
};

bool is_same_date(const Step& left, const Step& right) { return left.on == right.on; }

/// What was signed or said on the day on which a project was suspended or ended was so before that:
/// such a move, the last of its day, comes after the causes of the day.
void put_ends_last(std::vector<Step>& steps) {
  for (auto first = steps.begin(); first != steps.end();) {
    const auto last = std::find_if_not(
        first, steps.end(), [&](const Step& step) { return is_same_date(step, *first); });
    const auto causes =
        std::find_if(first, last, [](const Step& step) { return step.move == nullptr; });
    auto end = causes;
    while (end != first && !is_on_ladder(std::prev(end)->stage)) --end;
    std::rotate(end, causes, last);
    first = last;
  }
}

std::vector<Step> steps_by_date(const std::vector<StageMove>& moves,
                                const std::vector<StageCause>& causes) {
  std::vector<Step> steps;
  steps.reserve(moves.size());
  for (const auto& move : moves) steps.push_back({move.stage, move.on, &move, nullptr});
  for (const auto& cause : causes) steps.push_back({cause.stage, cause.on, nullptr, &cause});
  // By the last day a date can mean: what is known only to the month is over when the month is.
  std::stable_sort(steps.begin(), steps.end(), [](const Step& left, const Step& right) {
    if (!left.on || !right.on) return !left.on && right.on;
    if (left.on->last != right.on->last) return left.on->last < right.on->last;
    if (left.on->first != right.on->first) return left.on->first < right.on->first;
    if ((left.move != nullptr) != (right.move != nullptr)) return left.move != nullptr;
    return left.cause != nullptr && left.stage < right.stage;
  });
  put_ends_last(steps);
  return steps;
}

}  // namespace

std::vector<StageSpell> stage_history(std::optional<Date> lead_on,
                                      const std::vector<StageMove>& moves,
                                      const std::vector<StageCause>& causes) {
  std::vector<StageSpell> spells = {{Stage::lead, lead_on, {}, {}, "", ""}};
  for (const auto& step : steps_by_date(moves, causes)) {
    const auto current = spells.back().stage;
    const bool holds = step.move != nullptr || (is_on_ladder(current) && step.stage > current);
    if (!holds) continue;
    // A project cannot have become a lead after it moved on: the stated day was the entry's.
    if (spells.size() == 1 && lead_on && step.on && step.on->last < lead_on->first) {
      spells.back().since.reset();
    }
    if (spells.size() == 1 && step.stage == Stage::lead) {
      spells.back().since = step.on;
      continue;
    }
    spells.back().until = step.on;
    StageSpell next{step.stage, step.on, {}, {}, "", ""};
    if (step.cause != nullptr) next.by = step.cause->by;
    if (step.move != nullptr) {
      next.reason = step.move->reason;
      next.document = step.move->document;
    }
    spells.push_back(next);
  }
  return spells;
}

bool falls_below(const StageMove& move, const StageCause& paper) {
  return is_on_ladder(move.stage) && move.stage < paper.stage && move.reason.empty() && move.on &&
         paper.on.last <= move.on->last;
}

std::optional<std::int64_t> days_in(const StageSpell& spell, Day today) {
  if (!spell.since) return {};
  const auto end = spell.until ? spell.until->last : today;
  return std::max<std::int64_t>(0, (end - spell.since->last).count());
}

}  // namespace leadbook
