#include "cli/import/report.hpp"

#include <filesystem>

#include "cli/help/help.hpp"
#include "cli/record/table.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Cell;
using present::List;
using present::Object;

std::string delimiter_text(char delimiter) {
  return delimiter == '\t' ? say("tabs") : "'" + std::string(1, delimiter) + "'";
}

/// What a field is called on the screen: in English by the name that --map takes as well. A
/// signing's row describes its project too.
std::string field_said(Kind kind, const std::string& name) {
  if (name == "-") return say("passed over");
  if (language() != Language::chinese) return name;
  for (const auto of : {kind, Kind::project}) {
    for (const auto& field : fields_of(of)) {
      if (field.name == name) return field.chinese;
    }
  }
  static constexpr std::pair<std::string_view, const char*> others[] = {{"currency", "币种"},
                                                                        {"year", "年"},
                                                                        {"month", "月"},
                                                                        {"day", "日"},
                                                                        {"id", "编号"},
                                                                        {"uid", "标识"}};
  for (const auto& [other, chinese] : others) {
    if (name == other) return chinese;
  }
  return name;
}

present::Table columns_table(Kind kind, const service::ImportReport& report) {
  present::Table table;
  table.key = "columns";
  table.columns = {{say("Column"), "heading"}, {say("Field"), "field"}, {say("Unit"), "unit"}};
  for (const auto& [heading, field, unit] : report.columns) {
    if (heading.empty()) continue;
    table.rows.push_back({heading, field_said(kind, field), unit});
  }
  return table;
}

present::Table differences_table(Kind kind, const service::ImportReport& report) {
  present::Table table;
  table.key = "changes";
  table.columns = {{say("Line"), "line", text::Align::right},
                   {say("Record"), "record"},
                   {say("Field"), "field"},
                   {say("Before"), "before"},
                   {say("After"), "after"}};
  for (const auto& row : report.differences) {
    for (const auto& [field, before, after] : row.fields) {
      table.rows.push_back({row.line, row.record, field_said(kind, field), before, after});
    }
  }
  return table;
}

Object object_of(const service::RowDifference& row) {
  List fields;
  for (const auto& [field, before, after] : row.fields) {
    fields.emplace_back(Object{{"field", field}, {"before", before}, {"after", after}});
  }
  return {{"line", row.line}, {"record", row.record}, {"fields", fields}};
}

/// The report as one row for programs.
present::Table record_of(Kind kind,
                         const std::string& file,
                         const ingest::SourceFacts& facts,
                         const service::ImportReport& report,
                         bool is_written) {
  List columns;
  for (const auto& [heading, field, unit] : report.columns) {
    columns.emplace_back(Object{{"heading", heading}, {"field", field}, {"unit", unit}});
  }
  List records;
  for (const auto& [line, record] : report.records) {
    records.emplace_back(Object{{"line", line}, {"record", record}});
  }
  List changes;
  for (const auto& row : report.differences) changes.emplace_back(object_of(row));
  List refusals;
  for (const auto& [line, column, heading, value, reason] : report.refusals) {
    refusals.emplace_back(Object{{"file", file},
                                 {"line", line},
                                 {"column", column == 0 ? Cell() : Cell(column)},
                                 {"heading", heading},
                                 {"value", value},
                                 {"reason", reason}});
  }
  List notes;
  for (const auto& line : report.notes.lines) notes.emplace_back(line);
  const std::pair<const char*, Cell> values[] = {
      {"import", !is_written || report.number == 0 ? Cell() : Cell(report.number)},
      {"written", is_written && report.number != 0},
      {"kind", kind},
      {"file", file},
      {"sha256", report.sha256},
      {"bytes", static_cast<std::int64_t>(report.bytes)},
      {"encoding", facts.encoding},
      {"delimiter", facts.delimiter ? std::string(1, *facts.delimiter) : std::string()},
      {"sheet", facts.sheet},
      {"heading_line", report.heading_line == 0 ? Cell() : Cell(report.heading_line)},
      {"columns", columns},
      {"rows", report.rows},
      {"created", report.created},
      {"updated", report.updated},
      {"unchanged", report.unchanged},
      {"refused", report.refused},
      {"passed_over", report.passed_over},
      {"hidden_rows", report.hidden},
      {"rounded_amounts", report.rounded},
      {"new_companies", report.companies},
      {"new_projects", report.projects},
      {"records", records},
      {"records_left_out", report.created - static_cast<std::int64_t>(report.records.size())},
      {"changes", changes},
      {"changes_left_out", report.updated - static_cast<std::int64_t>(report.differences.size())},
      {"refusals", refusals},
      {"refusals_left_out", report.refusals_left_out},
      {"notes", notes},
      {"rejects", report.rejects}};
  present::Table table;
  table.key = "import";
  auto& row = table.rows.emplace_back();
  for (const auto& [key, value] : values) {
    table.columns.push_back({key, key});
    row.push_back(value);
  }
  return table;
}

}  // namespace

std::string count_line(Kind kind, const service::ImportReport& report) {
  auto line = say("{}: {} new, {} changed, {} unchanged, {} refused",
                  counted(kind, report.rows),
                  report.created,
                  report.updated,
                  report.unchanged,
                  report.refused);
  if (report.passed_over > 0) {
    line += std::string(choose("; ", "；")) +
            say_count("{} row passed over", "{} rows passed over", report.passed_over);
  }
  if (report.hidden > 0) {
    line += std::string(choose("; ", "；")) +
            say_count("{} of the rows is hidden", "{} of the rows are hidden", report.hidden);
  }
  if (report.rounded > 0) {
    line += std::string(choose("; ", "；")) +
            say_count("{} amount rounded", "{} amounts rounded", report.rounded);
  }
  std::string made;
  if (report.projects > 0) made = counted(Kind::project, report.projects);
  if (report.companies > 0) {
    made += (made.empty() ? "" : std::string(choose(", ", "、"))) +
            counted(Kind::company, report.companies);
  }
  return made.empty() ? line : say("{}; new besides: {}", line, made);
}

std::string reading_line(const ingest::SourceFacts& facts, const service::ImportReport& report) {
  std::string line = facts.encoding;
  if (!facts.sheet.empty()) line = say("sheet '{}'", facts.sheet);
  if (facts.delimiter && *facts.delimiter != ',') {
    line = say("{}, {} between cells", line, delimiter_text(*facts.delimiter));
  }
  if (report.heading_line > 1) line = say("{}, headings in line {}", line, report.heading_line);
  return line;
}

present::Card make_report(Kind kind,
                          const std::string& file,
                          const ingest::SourceFacts& facts,
                          const service::ImportReport& report,
                          bool is_written) {
  present::Card card;
  card.title = std::filesystem::path(file).filename().string();
  card.sections.push_back({"",
                           {{say("Read as"), reading_line(facts, report)},
                            {say("Rows"), count_line(kind, report)},
                            {"SHA-256", report.sha256}},
                           {}});
  card.sections.push_back({say("Columns"), {}, columns_table(kind, report)});
  if (!report.differences.empty()) {
    card.sections.push_back({say("What would change"), {}, differences_table(kind, report)});
    const auto listed = static_cast<std::int64_t>(report.differences.size());
    if (listed < report.updated) {
      const auto more = report.updated - listed;
      card.sections.back().table->notes.push_back(
          say_count("… and {} more row", "… and {} more rows", more));
    }
  }
  card.record = record_of(kind, file, facts, report, is_written);
  return card;
}

present::Card make_failed_report(Kind kind,
                                 const std::vector<std::string>& files,
                                 const Error& error) {
  List names;
  for (const auto& file : files) names.emplace_back(file);
  present::Card card;
  card.record.key = "import";
  card.record.columns = {{"import", "import"},
                         {"written", "written"},
                         {"kind", "kind"},
                         {"files", "files"},
                         {"error", "error"}};
  card.record.rows.push_back(
      {Cell(),
       false,
       kind,
       names,
       Object{{"message", std::string(error.what())}, {"exit_code", exit_code(error.kind())}}});
  return card;
}

}  // namespace leadbook::cli
