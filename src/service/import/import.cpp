#include "leadbook/service/import/import.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "leadbook/store/record/digest.hpp"
#include "leadbook/text/quoted_list.hpp"
#include "leadbook/text/translate.hpp"
#include "service/import/headings.hpp"
#include "service/import/importer.hpp"
#include "service/import/rejected_run.hpp"

namespace leadbook::service {
namespace {

std::string_view name_of(ingest::Format format) {
  switch (format) {
    case ingest::Format::csv:
      return "csv";
    case ingest::Format::tsv:
      return "tsv";
    case ingest::Format::json:
      return "json";
    case ingest::Format::jsonl:
      return "jsonl";
    case ingest::Format::xlsx:
      return "xlsx";
  }
  return "";
}

std::string unknown_headings(const Survey& survey) {
  std::string all;
  for (const auto& heading : survey.columns.unknown) all += (all.empty() ? "" : "、") + heading;
  return all;
}

/// What was found out about the columns, into the report; answers whether rows can be read.
bool report_columns(const Survey& survey, const std::string& file, ImportReport& report) {
  const auto& columns = survey.columns.columns;
  report.heading_line = survey.heading_line;
  const auto at_heading =
      survey.heading_line == 0 ? file : file + ":" + std::to_string(survey.heading_line);
  for (const auto& [heading, target, unit, money, european] : columns) {
    const bool used = target.use != ColumnUse::unknown && target.use != ColumnUse::passed_over;
    report.columns.push_back({heading, used ? target.name : "-", unit});
  }
  for (const auto& note : survey.notes) report.notes.add(fmt::format("{}: {}", at_heading, note));
  const auto unknown = unknown_headings(survey);
  if (!unknown.empty()) {
    report.notes.add(
        at_heading + ": " +
        say("passed over, as no columns of this kind: {}; --map HEADING=FIELD takes one", unknown));
  }
  for (const auto* problems : {&survey.columns.problems, &survey.problems}) {
    for (const auto& [column, message] : *problems) {
      const auto place =
          column == 0 ? at_heading : at_heading + ": " + column_name(columns, column - 1);
      report.problems.add(fmt::format("{}: {}", place, message));
      report.refusals.push_back({survey.heading_line,
                                 column,
                                 column == 0 ? "" : columns[column - 1].heading,
                                 "",
                                 message});
    }
  }
  return report.problems.count == 0;
}

/// Notes what the book works out or gives by itself, where the key does not ask for it.
void note_passed_over(const Survey& survey,
                      const std::vector<std::string>& key,
                      const std::string& file,
                      ImportReport& report) {
  const bool by_number = key.size() == 1 && (key.front() == "id" || key.front() == "uid");
  for (const auto& column : survey.columns.columns) {
    const auto use = column.target.use;
    if (use != ColumnUse::reference && use != ColumnUse::identity) continue;
    if (by_number) continue;
    report.notes.add(file + ":" + std::to_string(survey.heading_line) + ": " +
                     say("the column '{}' is passed over: the book gives it by itself; --key id "
                         "would find records by it",
                         column.heading));
  }
}

/// Notes columns that are read though the sheet does not show them.
void note_hidden(const Survey& survey,
                 const std::vector<std::size_t>& hidden,
                 const std::string& file,
                 ImportReport& report) {
  const auto& columns = survey.columns.columns;
  std::vector<std::string> names;
  for (const auto column : hidden) {
    if (column > columns.size()) continue;
    const auto use = columns[column - 1].target.use;
    if (use == ColumnUse::unknown || use == ColumnUse::passed_over) continue;
    names.push_back(columns[column - 1].heading);
  }
  if (names.empty()) return;
  report.notes.add(file + ":" + std::to_string(survey.heading_line) + ": " +
                   say("hidden columns are read as well: {}", text::quoted_list(names)));
}

/// The record of the import itself, under the number its entry will have where that is free; the
/// number it got.
std::int64_t add_import(store::Change& change,
                        Kind kind,
                        const std::string& file,
                        const ingest::SourceFacts& facts,
                        const Survey& survey,
                        const ImportReport& report) {
  Import import;
  // A command may import several files.
  import.id = {std::max(change.entry_number(), change.last_number(Kind::import) + 1)};
  import.kind = kind;
  import.file = file;
  import.sha256 = report.sha256;
  import.bytes = static_cast<std::int64_t>(report.bytes);
  import.format = name_of(facts.format);
  import.encoding = facts.encoding;
  for (const auto& [heading, field, unit] : report.columns) {
    if (!heading.empty()) import.columns.push_back({heading, field, unit});
  }
  import.rows = report.rows;
  import.created = report.created;
  import.updated = report.updated;
  import.unchanged = report.unchanged;
  import.refused = report.refused;
  import.note = unknown_headings(survey);
  change.at_line(0);
  change.add_numbered(import);
  return import.id.number;
}

ColumnRules rules_of(Kind kind, const ImportOptions& options) {
  return {kind,
          options.map,
          options.defaults,
          options.titles,
          "",
          "",
          !options.key.empty(),
          options.strict,
          options.heading_line};
}

}  // namespace

void FileRemarks::add(std::string line, ErrorKind kind) {
  constexpr std::size_t most = 50;
  ++count;
  if (kind == ErrorKind::conflict) ++conflicts;
  if (lines.size() < most) lines.push_back(std::move(line));
}

void FileRemarks::add(const FileRemarks& further) {
  count += further.count;
  conflicts += further.conflicts;
  lines.insert(lines.end(), further.lines.begin(), further.lines.end());
}

std::string sha256_of(const ingest::Input& input) {
  std::vector<char> bytes(1 << 20);
  store::Digest digest;
  for (std::uint64_t at = 0; at < input.size();) {
    const auto size = input.read(at, bytes.data(), bytes.size());
    if (size == 0) break;
    digest.add_bytes({bytes.data(), size});
    at += size;
  }
  return digest.hex();
}

bool has_columns_of(Kind kind, ingest::Source& source, const ImportOptions& options) {
  return has_headings(rules_of(kind, options), source);
}

ImportReport import_rows(store::Change& change,
                         Kind kind,
                         const ingest::Input& input,
                         ingest::Source& source,
                         const std::string& file,
                         const ImportOptions& given) {
  ImportReport report;
  auto options = given;
  if (take_run(kind, source, file, options)) {
    report.notes.add(file + ": " + say("read as in the import that refused these rows"));
  }
  report.sha256 = sha256_of(input);
  report.bytes = input.size();
  const auto survey =
      survey_source(source, rules_of(kind, options), options.european, options.unit, file);
  if (!report_columns(survey, file, report)) return report;
  note_passed_over(survey, options.key, file, report);
  note_hidden(survey, source.facts().hidden_columns, file, report);
  Importer(change, kind, source, file, options, survey, report).run();
  const bool writes = report.created + report.updated > 0;
  if (writes && (report.problems.count == 0 || options.skip)) {
    report.number = add_import(change,
                               kind,
                               options.stored_name.empty() ? file : options.stored_name,
                               source.facts(),
                               survey,
                               report);
  }
  return report;
}

}  // namespace leadbook::service
