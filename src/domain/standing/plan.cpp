// The plan of a project: what is stated, and what is counted back from it.
#include <algorithm>
#include <map>

#include "leadbook/domain/standing/light.hpp"

namespace leadbook {
namespace {

using Plan = std::map<Stage, PlannedStep>;

void keep(Plan& plan, Stage stage, const std::optional<Date>& on) {
  if (on) plan[stage] = {stage, *on, false};
}

/// The first or the last of a date of the phases.
std::optional<Date> of_phases(const Project& project,
                              std::optional<Date> Phase::*date,
                              bool first) {
  std::optional<Date> found;
  for (const auto& phase : project.phases) {
    const auto& on = phase.*date;
    if (!on) continue;
    const bool taken = !found || (first ? is_earlier(*on, *found) : is_earlier(*found, *on));
    if (taken) found = on;
  }
  return found;
}

Plan stated_plan(const Project& project) {
  Plan plan;
  keep(plan, Stage::started, of_phases(project, &Phase::planned_start, true));
  keep(plan, Stage::completed, of_phases(project, &Phase::planned_completion, false));
  keep(plan, Stage::in_production, of_phases(project, &Phase::planned_production, false));
  keep(plan, Stage::started, project.planned_start);
  keep(plan, Stage::completed, project.planned_completion);
  keep(plan, Stage::in_production, project.planned_production);
  return plan;
}

/// By how many days a stage is before the completion; the completion and what follows by none.
std::optional<std::int64_t> days_before(const LightRule& rule, Stage stage) {
  if (stage >= Stage::completed) return 0;
  for (const auto& milestone : rule.milestones) {
    if (milestone.stage == stage) return milestone.days_before;
  }
  return {};
}

/// The day of a milestone; nothing where no stage above it says when.
std::optional<Day> count_back(const Plan& stated,
                              const LightRule& rule,
                              const Milestone& milestone) {
  std::optional<Day> latest;
  for (auto at = stated.upper_bound(milestone.stage); at != stated.end(); ++at) {
    const auto due = at->second.on.last;
    latest = latest ? std::min(*latest, due) : due;
    const auto before = days_before(rule, at->first);
    if (!before) continue;
    const auto days = std::max<std::int64_t>(0, milestone.days_before - *before);
    if (days > (due - earliest_day).count()) return {};
    return std::min(*latest, due - std::chrono::days(days));
  }
  return {};
}

/// Whether a stated stage further down the ladder is planned for later than this day.
bool is_before_stated(const Plan& stated, Stage stage, Day due) {
  return std::any_of(stated.begin(), stated.lower_bound(stage), [due](const auto& below) {
    return below.second.on.last > due;
  });
}

}  // namespace

std::vector<PlannedStep> plan_of(const Project& project,
                                 std::optional<Day> signed_on,
                                 const LightRule& rule) {
  const auto stated = stated_plan(project);
  auto plan = stated;
  for (const auto& milestone : rule.milestones) {
    if (milestone.stage >= Stage::completed || stated.contains(milestone.stage)) continue;
    const auto due = count_back(stated, rule, milestone);
    if (!due || (signed_on && *due < *signed_on)) continue;
    if (is_before_stated(stated, milestone.stage, *due)) continue;
    plan[milestone.stage] = {milestone.stage, Date::of(*due), true};
  }
  std::vector<PlannedStep> steps;
  for (const auto& [stage, step] : plan) steps.push_back(step);
  return steps;
}

}  // namespace leadbook
