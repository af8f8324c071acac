#include "cli/answers/board_table.hpp"

#include <map>

#include "cli/frame/output.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Align;
using present::Cell;
using service::BoardEntry;

present::Word origin_of(const PlannedStep& step) {
  return step.counted_back ? present::Word{"counted_back", say("counted back")}
                           : present::Word{"stated", say("stated")};
}

Cell milestones_cell(const BoardEntry& entry) {
  present::List list;
  for (const auto& [planned, reached] : entry.plan) {
    list.push_back(present::Object{{"stage", planned.stage},
                                   {"on", planned.on},
                                   {"plan", origin_of(planned)},
                                   {"reached", reached}});
  }
  return list;
}

Cell obstacles_cell(const BoardEntry& entry) {
  present::List list;
  for (const auto& task : entry.obstacles) {
    list.push_back(present::Object{{"id", task.id},
                                   {"area", task.area},
                                   {"title", task.title},
                                   {"owner", task.owner},
                                   {"due", task.due}});
  }
  return list;
}

std::vector<present::Field<BoardEntry>> next_fields() {
  return {
      {say("Next"),
       "next_stage",
       {},
       [](const BoardEntry& entry) -> Cell {
         return entry.standing.next ? Cell(entry.standing.next->stage) : Cell();
       }},
      {say("Planned day"),
       "next_on",
       {},
       [](const BoardEntry& entry) -> Cell {
         return entry.standing.next ? Cell(entry.standing.next->on) : Cell();
       }},
      {say("Plan"),
       "next_plan",
       {},
       [](const BoardEntry& entry) -> Cell {
         return entry.standing.next ? Cell(origin_of(*entry.standing.next)) : Cell();
       }},
      {say("Left"),
       "days_left",
       Align::right,
       [](const BoardEntry& entry) -> Cell { return entry.standing.days_left; }},
  };
}

std::vector<present::Field<BoardEntry>> behind_fields() {
  return {
      {say("Behind"),
       "points_behind",
       Align::right,
       [](const BoardEntry& entry) -> Cell {
         if (!entry.standing.behind) return {};
         return present::Decimal{entry.standing.behind->points, 2, ""};
       }},
      {say("Behind by"),
       "behind_by",
       {},
       [](const BoardEntry& entry) -> Cell {
         const auto& behind = entry.standing.behind;
         return behind && behind->points > 0 ? Cell(behind->by) : Cell();
       }},
  };
}

std::vector<present::Field<BoardEntry>> waiver_fields() {
  return {
      {say("Without waiver"),
       "light_without_waiver",
       {},
       [](const BoardEntry& entry) -> Cell { return entry.standing.without_waiver; }},
      {say("Waived until"),
       "waived_until",
       {},
       [](const BoardEntry& entry) -> Cell {
         return entry.standing.waiver ? Cell(entry.standing.waiver->until) : Cell();
       }},
      {say("Reason"),
       "waiver_reason",
       {},
       [](const BoardEntry& entry) -> Cell {
         return entry.standing.waiver ? Cell(entry.standing.waiver->reason) : Cell();
       }},
      {say("Accepted by"),
       "waiver_by",
       {},
       [](const BoardEntry& entry) -> Cell {
         return entry.standing.waiver ? Cell(entry.standing.waiver->by) : Cell();
       }},
  };
}

std::vector<present::Field<BoardEntry>> project_fields(store::Names& names, Day today) {
  return {
      {say("Light"),
       "light",
       {},
       [](const BoardEntry& entry) -> Cell { return entry.standing.light; }},
      {say("ID"), "id", {}, [](const BoardEntry& entry) { return entry.project.id; }},
      {say("Project"), "title", {}, [](const BoardEntry& entry) { return entry.project.title; }},
      {say("County"),
       "county",
       {},
       [&names](const BoardEntry& entry) {
         const Reference county{Kind::county, entry.project.county.number};
         return present::Link{reference_text(county), names(county)};
       }},
      {say("Group"), "group", {}, [](const BoardEntry& entry) { return entry.group; }},
      {say("Leader"), "leader", {}, [](const BoardEntry& entry) { return entry.project.leader; }},
      {say("Task force"),
       "task_force",
       {},
       [](const BoardEntry& entry) { return entry.project.task_force; }},
      {say("Stage"), "stage", {}, [](const BoardEntry& entry) { return entry.now.stage; }},
      {say("Since"), "stage_since", {}, [](const BoardEntry& entry) { return entry.now.since; }},
      {say("Days"),
       "days_in_stage",
       Align::right,
       [today](const BoardEntry& entry) { return days_in(entry.now, today); }},
      {say("Planned investment"),
       "planned_investment",
       Align::right,
       [](const BoardEntry& entry) { return entry.project.planned_investment; }},
  };
}

}  // namespace

present::Table board_table(std::span<const BoardEntry> entries,
                           store::Names& names,
                           Day today,
                           const std::string& columns) {
  auto fields = project_fields(names, today);
  for (auto more : {next_fields(), behind_fields(), waiver_fields()}) {
    for (auto& field : more) fields.push_back(std::move(field));
  }
  fields.push_back({say("Obstacles"), "open_obstacles", Align::right, [](const BoardEntry& entry) {
                      return entry.obstacles.size();
                    }});
  fields.push_back({say("Open obstacles"), "obstacles", {}, obstacles_cell});
  fields.push_back({say("Milestones"), "milestones", {}, milestones_cell});
  if (columns.empty()) return present::make_table("board", fields, entries);
  decltype(fields) chosen;
  const auto head = present::make_table("board", fields, {});
  for (const auto at : columns_named(head.columns, columns)) chosen.push_back(fields[at]);
  return present::make_table("board", chosen, entries);
}

}  // namespace leadbook::cli
