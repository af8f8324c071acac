// Pace (超进度 / 欠进度): how much of a target is reached, and how much should be by a day.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "leadbook/domain/date/date.hpp"

namespace leadbook {

/// How much of a target should be reached by the end of a day.
struct PlanStep {
  Day until;
  std::int64_t share = 0;  // hundredths of a percent of the target

  auto operator<=>(const PlanStep&) const = default;
};

/// Actual / target in hundredths of a percent, half away from zero. Nothing for a target that is
/// not above 0, or where the share is too large for a number.
std::optional<std::int64_t> completion_of(std::int64_t actual, std::int64_t target);

/// The part of a period that is over at the end of a day, in hundredths of a percent: months over
/// months where the day ends a month and the period is of whole months, else days over days. 0
/// before the period, 10000 after it.
std::int64_t elapsed_share(const Period& period, Day day);

/// The part of a target that should be reached at the end of a day, in hundredths of a percent.
/// Without steps it is the elapsed share. Between two steps, and between the last step and all of
/// it at the period's end, it grows as time passes.
std::int64_t planned_share(const Period& period, std::vector<PlanStep> steps, Day day);

}  // namespace leadbook
