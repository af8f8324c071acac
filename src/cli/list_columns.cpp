#include "cli/list_columns.hpp"

#include "cli/record_table.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/service/rounds.hpp"
#include "leadbook/service/write.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Cell;

/// A column that is worked out from a record, not stored in it.
struct Derived {
  present::Column column;
  std::function<Cell(store::Db&, const store::RecordRow&, store::Names&)> value;
};

StageSpell current_stage(store::Db& db, const store::RecordRow& row) {
  return service::stages_of(db, store::from_row<Project>(row)).back();
}

std::vector<Derived> derived_of_projects(Day today) {
  return {
      {{say("Stage"), "stage"},
       [](store::Db& db, const store::RecordRow& row, store::Names&) -> Cell {
         return current_stage(db, row).stage;
       }},
      {{say("Since"), "stage_since"},
       [](store::Db& db, const store::RecordRow& row, store::Names&) -> Cell {
         return current_stage(db, row).since;
       }},
      {{say("Days"), "days_in_stage", text::Align::right},
       [today](store::Db& db, const store::RecordRow& row, store::Names&) -> Cell {
         return days_in(current_stage(db, row), today);
       }},
  };
}

std::vector<Derived> derived_of(Kind kind, Day today) {
  switch (kind) {
    case Kind::project:
      return derived_of_projects(today);
    case Kind::delegation:
      return {{{say("Days away"), "days_away", text::Align::right},
               [](store::Db&, const store::RecordRow& row, store::Names&) -> Cell {
                 return days_away(store::from_row<Delegation>(row));
               }}};
    case Kind::negotiation:
      return {{{say("Round"), "round_number", text::Align::right},
               [](store::Db& db, const store::RecordRow& row, store::Names&) -> Cell {
                 return service::round_of(db, store::from_row<Negotiation>(row));
               }}};
    case Kind::signing:
      return {{{say("County"), "county"},
               [](store::Db& db, const store::RecordRow& row, store::Names& names) -> Cell {
                 const auto project = store::find(db, store::from_row<Signing>(row).project);
                 if (!project) return {};
                 const Reference county{Kind::county, project->county.number};
                 return present::Link{reference_text(county), names(county)};
               }}};
    case Kind::procedure:
      return {
          {{say("Due"), "due"}, [](store::Db&, const store::RecordRow& row, store::Names&) -> Cell {
             return due_of(store::from_row<Procedure>(row));
           }}};
    case Kind::book:
    case Kind::county:
    case Kind::company:
    case Kind::event:
    case Kind::station:
    case Kind::task:
    case Kind::figure:
    case Kind::rate:
    case Kind::map:
    case Kind::import:
    case Kind::funds:
    case Kind::program:
    case Kind::target:
    case Kind::credit:
    case Kind::report:
      break;
  }
  return {};
}

}  // namespace

present::Table make_listing(store::Db& db,
                            Kind kind,
                            const std::vector<std::int64_t>& ids,
                            Day today) {
  store::Names names(db);
  const auto derived = derived_of(kind, today);
  present::Table table;
  table.key = plural_key(kind);
  table.columns = record_columns(kind);
  for (const auto& column : derived) table.columns.push_back(column.column);
  for (const auto& row : store::find_rows(db, store::shape_of(kind), ids)) {
    auto cells = record_cells(kind, row, names);
    for (const auto& column : derived) cells.push_back(column.value(db, row, names));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

std::string default_columns(Kind kind) {
  std::string columns;
  for (const auto name : facts_of(kind).listed) {
    columns += (columns.empty() ? "" : ",") + std::string(name);
  }
  return columns;
}

}  // namespace leadbook::cli
