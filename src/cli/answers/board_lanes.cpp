// The wall chart side by side, and what is told below it.
#include <algorithm>
#include <map>

#include "cli/answers/board_table.hpp"
#include "cli/card/parts.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using service::BoardEntry;

std::string reference_of(const service::BoardProject& project) {
  return reference_text({Kind::project, project.id.number});
}

std::string light_text(const Standing& standing) {
  if (!standing.light) return say("no light");
  if (*standing.light != Light::waived) return std::string(name_of(*standing.light));
  return say("waived until {}", day_text(standing.waiver->until));
}

std::string next_text(const Standing& standing, Day today) {
  if (!standing.next) return say("nothing more is planned");
  return say("Next: {}",
             on_one_line({std::string(name_of(standing.next->stage)),
                          day_text(standing.next->on),
                          distance_text(standing.next->on, today)}));
}

std::string obstacle_text(const Task& task, Day today) {
  return on_one_line({reference_text({Kind::task, task.id.number}),
                      word_text(task.area),
                      task.title,
                      task.owner,
                      task.due ? due_text(task.due, today) : std::string()});
}

std::string lane_text(const BoardEntry& entry, store::Names& names, Day today) {
  const auto& project = entry.project;
  const auto days = days_in(entry.now, today);
  std::vector<std::string> lines = {
      join_texts({reference_of(project), project.title}, " "),
      on_one_line({names({Kind::county, project.county.number}), project.leader}),
      on_one_line({light_text(entry.standing),
                   std::string(name_of(entry.now.stage)),
                   days ? say_count("{} day", "{} days", *days) : std::string()}),
      next_text(entry.standing, today)};
  for (const auto& task : entry.obstacles) lines.push_back("! " + obstacle_text(task, today));
  return on_lines(lines);
}

/// "Preliminary procedures 480 days".
std::string milestone_text(const Milestone& milestone) {
  return say_count(
      "{1} {0} day", "{1} {0} days", milestone.days_before, std::string(name_of(milestone.stage)));
}

std::vector<std::string> remarks_of(const BoardEntry& entry, Day today) {
  const auto project = reference_of(entry.project);
  std::vector<std::string> remarks;
  for (const auto& task : entry.obstacles) {
    remarks.push_back(say("{}: {}", project, obstacle_text(task, today)));
  }
  if (!entry.standing.waiver) return remarks;
  const auto& waiver = *entry.standing.waiver;
  remarks.push_back(say("{}: {}",
                        project,
                        on_one_line({say("waived until {}", day_text(waiver.until)),
                                     waiver.reason,
                                     waiver.by.empty() ? "" : say("accepted by {}", waiver.by)})));
  return remarks;
}

/// The projects of a group, which lie together.
std::span<const BoardEntry> group_of(const service::Board& board, BoardGroup group) {
  const auto& all = board.entries;
  const auto first = std::partition_point(
      all.begin(), all.end(), [&](const BoardEntry& entry) { return entry.group < group; });
  const auto last = std::partition_point(
      first, all.end(), [&](const BoardEntry& entry) { return entry.group <= group; });
  return {first, last};
}

}  // namespace

present::Table board_lanes(const service::Board& board, store::Names& names, Day today) {
  std::map<BoardGroup, std::vector<std::string>> lanes = {{BoardGroup::signed_no_land, {}},
                                                          {BoardGroup::land_not_started, {}},
                                                          {BoardGroup::started_not_finished, {}}};
  for (const auto& entry : board.entries) {
    lanes[entry.group].push_back(lane_text(entry, names, today));
  }
  present::Table table;
  table.key = "board";
  for (const auto& [group, texts] : lanes) {
    const std::string key(identifier(group));
    table.columns.push_back(
        {say("{} ({})", name_of(group), texts.size()), key, text::Align::left, true});
    if (table.rows.size() < texts.size()) table.rows.resize(texts.size());
  }
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (const auto& [group, texts] : lanes) {
      table.rows[row].push_back(row < texts.size() ? present::Cell(texts[row]) : present::Cell());
    }
  }
  return table;
}

std::vector<std::string> board_remarks(std::span<const BoardEntry> entries, Day today) {
  std::vector<std::string> remarks;
  for (const auto& entry : entries) {
    for (auto& remark : remarks_of(entry, today)) remarks.push_back(std::move(remark));
  }
  return remarks;
}

present::Card board_card(const service::Board& board, store::Names& names, Day today) {
  present::Card card;
  card.title = say("Wall chart of {}", format_day(today));
  for (const auto& word : words<BoardGroup>()) {
    const auto part = group_of(board, word.value);
    constexpr auto columns = "light,id,title,leader,days_in_stage,next_on,days_left,open_obstacles";
    auto table = board_table(part, names, today, columns);
    table.notes = board_remarks(part, today);
    card.sections.push_back(
        {say("{} ({})", name_of(word.value), part.size()), {}, std::move(table)});
  }
  Facts definitions;
  for (auto& [label, text] : board_definitions(board)) definitions.emplace_back(label, text);
  for (const auto& note : board.notes) definitions.emplace_back(say("Note"), note);
  card.sections.push_back({say("Definitions"), definitions, {}});
  return card;
}

std::vector<std::pair<std::string, std::string>> board_definitions(const service::Board& board) {
  const auto& rule = board.rule;
  std::vector<std::string> milestones;
  for (const auto& milestone : rule.milestones) milestones.push_back(milestone_text(milestone));
  return {
      {say("Groups"),
       say("Signed, no land: at '{}' or '{}'. Land, not started: at '{}'. Started, not finished: "
           "at "
           "'{}' or '{}'. Suspended: stopped between signing and completion.",
           name_of(Stage::signed_),
           name_of(Stage::procedures),
           name_of(Stage::land_supplied),
           name_of(Stage::started),
           name_of(Stage::civil_works_done))},
      {say("Lights"),
       say("Red: {} months or more after the planned day of what comes next, or more than {} "
           "points "
           "behind the plan. Yellow: after that day, or {} points or more behind. Green otherwise; "
           "none where nothing more is planned. A waiver in force puts the light off.",
           rule.red_months,
           rule.red_points,
           rule.yellow_points)},
      {say("Points behind"),
       say("Where a completion or production is planned, the days late as a share of the days from "
           "the signing to the plan's last day. Under construction also the share of the time from "
           "the start to the planned completion that is over, less funds in place / planned "
           "investment, where funds are recorded; the greater of the two.")},
      {say("Plan"),
       say("Start, completion and production as stated for the project, else for its phases. The "
           "rest is counted back: {} before the planned completion, where that is not before the "
           "signing or a stated stage.",
           join_texts(milestones, std::string(choose(", ", "、"))))},
  };
}

}  // namespace leadbook::cli
