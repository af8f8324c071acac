#include "leadbook/domain/standing/light.hpp"

#include <algorithm>

#include "domain/date/precision.hpp"
#include "leadbook/domain/amount/quantity.hpp"

namespace leadbook {
namespace {

constexpr std::int64_t hundredths = 100;  // of a percentage point

/// When the red light comes on.
Day red_day(Day due, std::int64_t months) {
  constexpr std::int64_t most = 12'000;  // what calendars of the standard library can take
  return dates::add_months(due, static_cast<int>(std::clamp<std::int64_t>(months, 0, most)));
}

/// The step that comes next: of those not reached the earliest.
std::optional<PlannedStep> next_step(const std::vector<PlannedStep>& plan, Stage reached) {
  std::optional<PlannedStep> next;
  for (const auto& step : plan) {
    if (step.stage <= reached) continue;
    if (!next || step.on.last < next->on.last) next = step;
  }
  return next;
}

/// A part of some days in hundredths of a percent, half up; all of it where there are none.
std::int64_t share_of_days(std::int64_t part, std::int64_t all) {
  return all <= 0 ? hundred_percent : (part * hundred_percent + all / 2) / all;
}

std::optional<Behind> behind_by_time(std::int64_t late,
                                     const std::vector<PlannedStep>& plan,
                                     const Progress& progress) {
  if (late == 0) return Behind{0, BehindBy::time};
  // A plan that ends at the start is too short a measure for what comes after it.
  if (!progress.signed_on || plan.back().stage < Stage::completed) return {};
  auto end = plan.front().on.last;
  for (const auto& step : plan) end = std::max(end, step.on.last);
  const auto length = (end - *progress.signed_on).count();
  if (length <= 0) return {};
  return Behind{std::min(hundred_percent, share_of_days(late, length)), BehindBy::time};
}

std::optional<Behind> behind_by_funds(Day today,
                                      const std::vector<PlannedStep>& plan,
                                      const Progress& progress) {
  const bool builds = progress.reached >= Stage::started && progress.reached < Stage::completed;
  if (!builds || !progress.started_on || !progress.funds_share) return {};
  for (const auto& step : plan) {
    if (step.stage != Stage::completed) continue;
    const auto over = (today - *progress.started_on).count();
    const auto all = (step.on.last - *progress.started_on).count();
    const auto planned = std::clamp<std::int64_t>(share_of_days(over, all), 0, hundred_percent);
    return Behind{std::max<std::int64_t>(0, planned - *progress.funds_share), BehindBy::funds};
  }
  return {};
}

std::optional<Behind> greater(const std::optional<Behind>& left,
                              const std::optional<Behind>& right) {
  if (!left || !right) return left ? left : right;
  return right->points > left->points ? right : left;
}

std::optional<Waiver> waiver_on(Day today, const std::vector<Waiver>& waivers) {
  std::optional<Waiver> longest;
  for (const auto& waiver : waivers) {
    const bool accepted = !waiver.on || waiver.on->first <= today;
    if (!accepted || !waiver.until || waiver.until->last < today) continue;
    if (!longest || longest->until->last < waiver.until->last) longest = waiver;
  }
  return longest;
}

Light light_of(Day today, const LightRule& rule, const Standing& standing) {
  const auto points = standing.behind ? standing.behind->points : 0;
  const auto& due = standing.next->on.last;
  const bool late = today > due;
  if (late && today >= red_day(due, rule.red_months)) return Light::red;
  if (points > rule.red_points * hundredths) return Light::red;
  if (late || (points > 0 && points >= rule.yellow_points * hundredths)) return Light::yellow;
  return Light::green;
}

}  // namespace

template <>
std::span<const Word<Light>> words<Light>() {
  static constexpr Word<Light> table[] = {
      {Light::red, "red", "Red", "红灯", "红"},
      {Light::yellow, "yellow", "Yellow", "黄灯", "黄|amber"},
      {Light::green, "green", "Green", "绿灯", "绿|蓝|蓝灯|blue"},
      {Light::waived, "waived", "Waived", "缓办", "豁免"},
  };
  return table;
}

template <>
std::span<const Word<BoardGroup>> words<BoardGroup>() {
  static constexpr Word<BoardGroup> table[] = {
      {BoardGroup::signed_no_land, "signed_no_land", "Signed, no land", "签约未供地"},
      {BoardGroup::land_not_started, "land_not_started", "Land, not started", "供地未开工"},
      {BoardGroup::started_not_finished,
       "started_not_finished",
       "Started, not finished",
       "开工未竣工"},
      {BoardGroup::suspended, "suspended", "Suspended", "停工"},
  };
  return table;
}

template <>
std::span<const Word<BehindBy>> words<BehindBy>() {
  static constexpr Word<BehindBy> table[] = {
      {BehindBy::time, "time", "time", "时间"},
      {BehindBy::funds, "funds", "funds", "资金"},
  };
  return table;
}

std::optional<BoardGroup> board_group(Stage now, Stage reached) {
  if (now == Stage::terminated || reached < Stage::signed_ || reached >= Stage::completed)
    return {};
  if (now == Stage::suspended) return BoardGroup::suspended;
  if (now < Stage::signed_) return {};
  if (now < Stage::land_supplied) return BoardGroup::signed_no_land;
  return now < Stage::started ? BoardGroup::land_not_started : BoardGroup::started_not_finished;
}

Stage highest_stage(const std::vector<StageSpell>& spells) {
  auto stage = Stage::lead;
  for (const auto& spell : spells) {
    if (is_on_ladder(spell.stage)) stage = std::max(stage, spell.stage);
  }
  return stage;
}

LightRule light_rule(const std::optional<Book>& book) {
  LightRule rule;
  if (book) {
    rule.yellow_points = book->yellow_points.value_or(rule.yellow_points);
    rule.red_points = book->red_points.value_or(rule.red_points);
    rule.red_months = book->red_months.value_or(rule.red_months);
    rule.milestones = book->milestones;
  }
  if (rule.milestones.empty()) {
    rule.milestones = {{Stage::procedures, 480},
                       {Stage::land_supplied, 420},
                       {Stage::started, 360},
                       {Stage::civil_works_done, 120}};
  }
  return rule;
}

Standing standing_on(Day today,
                     const LightRule& rule,
                     const std::vector<PlannedStep>& plan,
                     const Progress& progress,
                     const std::vector<Waiver>& waivers) {
  Standing standing;
  standing.next = next_step(plan, progress.reached);
  standing.waiver = waiver_on(today, waivers);
  if (!standing.next) return standing;
  standing.days_left = (standing.next->on.last - today).count();
  const auto late = std::max<std::int64_t>(0, -*standing.days_left);
  standing.behind =
      greater(behind_by_time(late, plan, progress), behind_by_funds(today, plan, progress));
  standing.without_waiver = light_of(today, rule, standing);
  standing.light = standing.waiver ? Light::waived : *standing.without_waiver;
  return standing;
}

}  // namespace leadbook
