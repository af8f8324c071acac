// Traffic lights (红黄蓝): a project's plan, counted back from its end (倒排工期), and how it
// stands against it on a day.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/record/book.hpp"
#include "leadbook/domain/record/project.hpp"
#include "leadbook/domain/record/stage.hpp"

namespace leadbook {

/// `waived` is the light put off by an accepted reason.
enum class Light { red, yellow, green, waived };

template <>
std::span<const Word<Light>> words<Light>();

/// Where a wall chart shows a project.
enum class BoardGroup { signed_no_land, land_not_started, started_not_finished, suspended };

template <>
std::span<const Word<BoardGroup>> words<BoardGroup>();

/// The group of a project that stands at `now` and was as far up the ladder as `reached`; nothing
/// before the signing, after the completion and where it was terminated.
std::optional<BoardGroup> board_group(Stage now, Stage reached);

/// How far up the ladder a project ever was.
Stage highest_stage(const std::vector<StageSpell>& spells);

/// When each light comes on, and what a plan counts back: a book's settings or, where it says
/// nothing, 10 and 30 points, 3 months, and 480, 420, 360 and 120 days before the completion for
/// procedures, land, start and civil works.
struct LightRule {
  std::int64_t yellow_points = 10;
  std::int64_t red_points = 30;
  std::int64_t red_months = 3;
  std::vector<Milestone> milestones;
};
LightRule light_rule(const std::optional<Book>& book);

/// A stage and when it should be reached.
struct PlannedStep {
  Stage stage = Stage::started;
  Date on;
  bool counted_back = false;  // not stated by anybody

  bool operator==(const PlannedStep&) const = default;
};

/// The plan of a project, by stage. Start, completion and production are as the project states
/// them, else as its phases do: the first start, the last completion and the last production. The
/// other stages up to the completion are counted back by the rule's milestones from the next stage
/// above that is stated and has a milestone, which the completion always has (the production where
/// no completion is stated); none is later than a stated stage above it, and what would be before
/// the signing or a stated stage below it is not planned.
std::vector<PlannedStep> plan_of(const Project& project,
                                 std::optional<Day> signed_on,
                                 const LightRule& rule);

/// What is known of a project's progress; nothing is unknown, never zero.
struct Progress {
  Stage reached = Stage::lead;
  std::optional<Day> signed_on;
  std::optional<Day> started_on;
  /// Funds in place / planned investment, in hundredths of a percent.
  std::optional<std::int64_t> funds_share;
};

enum class BehindBy { time, funds };

template <>
std::span<const Word<BehindBy>> words<BehindBy>();

/// Points behind plan, in hundredths of a percentage point.
struct Behind {
  std::int64_t points = 0;
  BehindBy by = BehindBy::time;

  bool operator==(const Behind&) const = default;
};

/// How a project stands on a day.
struct Standing {
  std::optional<Light> light;             // nothing where nothing more is planned
  std::optional<Light> without_waiver;    // what the light would be
  std::optional<PlannedStep> next;        // the earliest step of the plan it has not reached
  std::optional<std::int64_t> days_left;  // until that day is over; below 0 it is missed
  std::optional<Behind> behind;
  std::optional<Waiver> waiver;  // the accepted reason in force that holds longest
};

/// The traffic light. What comes next is late once the last day its date can mean is over.
///
/// Behind by time, where the plan goes to the completion or beyond: the days it is late, as a share
/// of the plan's length from the signing to its last day, all of it at most. Behind by funds, of a
/// project under construction: the share of the time from the start to the planned completion that
/// is over, less funds in place / planned investment. The greater of the two counts.
///
/// Red: late by `red_months` or more, or behind by more than `red_points`. Yellow: late at all, or
/// behind by `yellow_points` or more. Green else. A waiver that was accepted by the day and is not
/// over puts the light off.
Standing standing_on(Day today,
                     const LightRule& rule,
                     const std::vector<PlannedStep>& plan,
                     const Progress& progress,
                     const std::vector<Waiver>& waivers);

}  // namespace leadbook
