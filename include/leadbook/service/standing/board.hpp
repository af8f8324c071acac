// The wall chart (挂图作战): signed projects that are not finished, each with its plan and light.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/place/zones.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/domain/standing/light.hpp"
#include "leadbook/service/money/rates.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

struct BoardQuery {
  Id<County> county;   // none for all; with those that count in it
  std::string leader;  // a part of the name, whatever its case; "" for all
  Day today;
  std::optional<Day> at = {};  // as at the end of this day, by the records' own days; else today
  Zones zones = Zones::own;    // whether a county's zones count with it

  Day day() const { return at.value_or(today); }
};

/// A step of a plan and when it was reached, if it was; the stages skipped on the way are reached
/// with the one above them.
struct BoardStep {
  PlannedStep planned;
  std::optional<Date> reached;
};

/// What a wall chart tells of a project itself.
struct BoardProject {
  Id<Project> id;
  std::string title;
  Id<County> county;
  std::string leader;
  std::string task_force;
  std::optional<Amount> planned_investment;
};

struct BoardEntry {
  BoardProject project;
  BoardGroup group = BoardGroup::signed_no_land;
  StageSpell now;
  std::vector<BoardStep> plan;  // by stage
  Standing standing;
  std::vector<Task> obstacles;  // open ones, by when they are due
};

struct Board {
  std::vector<BoardEntry> entries;  // by group; in it red first, then the longest overdue
  LightRule rule;
  std::vector<std::string> notes;  // what funds could not be compared with a plan, and why
};

Board board(store::Db& db, const BoardQuery& query);

/// All that the board asks of one project.
struct BoardCase {
  const Project& project;
  std::vector<StageSpell> spells;
  std::vector<Task> obstacles;  // open ones, by when they are due
  const std::vector<Funds>& funds;
};

/// A project as the board would have it; nothing where it is not on it. `book` is the record that
/// says when each light comes on.
std::optional<BoardEntry> board_entry(const BoardCase& of,
                                      const std::optional<Book>& book,
                                      const Rates& rates,
                                      Day today);

}  // namespace leadbook::service
