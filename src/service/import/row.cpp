#include "service/import/row.hpp"

#include <algorithm>
#include <utility>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

/// The texts as leadbook::read_fields takes them: nothing for an empty one.
std::vector<const std::string*> pointers_to(const std::vector<std::string>& texts) {
  std::vector<const std::string*> pointers;
  pointers.reserve(texts.size());
  for (const auto& text : texts) pointers.push_back(text.empty() ? nullptr : &text);
  return pointers;
}

const std::string& text_of(Kind kind,
                           const std::vector<std::string>& texts,
                           std::string_view field) {
  const auto& fields = fields_of(kind);
  std::size_t at = 0;
  while (fields[at].name != field) ++at;
  return texts[at];
}

}  // namespace

RowReader::RowReader(Kind kind,
                     const Survey& survey,
                     const ImportOptions& options,
                     NamedRecords& names,
                     bool dates_from_1904,
                     RowWidth width)
    : kind_(kind),
      columns_(survey.columns.columns),
      defaults_(survey.columns.defaults),
      options_(options),
      names_(names),
      dates_from_1904_(dates_from_1904),
      width_(width),
      own_(fields_of(kind).size()),
      project_(fields_of(Kind::project).size()) {
  reading_.today = options.today;
  reading_.unit = options.unit;
}

bool RowReader::is_heading(const ingest::Row& row) const {
  if (row.cells.size() < columns_.size()) return false;
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (text::trim(row.cells[column]) != columns_[column].heading) return false;
  }
  return true;
}

std::size_t RowReader::column_of(std::string_view field) const {
  for (const auto use : {ColumnUse::field, ColumnUse::project}) {
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      const auto& target = columns_[column].target;
      if (target.use == use && target.name == field) return column + 1;
    }
  }
  return 0;
}

Refusal RowReader::refusal_of(const FieldProblem& problem) const {
  const auto column = column_of(problem.field);
  // Most messages quote the text themselves.
  const bool says_text =
      problem.text.empty() || problem.message.find(problem.text) != std::string::npos;
  const auto quoted = "'" + text::cut(problem.text, 60) + "'";
  auto reason = says_text ? problem.message : quoted + ": " + problem.message;
  if (column == 0 && !problem.field.empty()) reason = problem.field + ": " + reason;
  return {column, problem.text, std::move(reason), problem.kind};
}

void RowReader::refuse(const FieldProblem& problem, ImportRow& out) const {
  out.refusals.push_back(refusal_of(problem));
}

/// A text has as many cells as its heading; a sheet leaves empty ones out at the end.
void RowReader::check_width(const ingest::Row& row, ImportRow& out) const {
  const auto cells = row.cells.size();
  const auto headings = columns_.size();
  if (cells == headings || (width_ == RowWidth::up_to && cells < headings)) return;
  out.refusals.push_back({std::min(cells, headings) + 1,
                          "",
                          say("the row has {} cells, the heading {}: is a comma missing, or one "
                              "not in quotes?",
                              cells,
                              headings)});
}

ImportRow RowReader::read(const ingest::Row& row) {
  ImportRow out;
  out.line = out.read.line = row.line;
  for (const auto& problem : row.problems) {
    out.refusals.push_back({problem.column, "", problem.message, ErrorKind::usage, problem.line});
  }
  if (out.refusals.empty()) check_width(row, out);
  if (!out.refusals.empty()) return out;
  read_cells(row, out);
  if (kind_ == Kind::signing) read_county(out);
  read_fields(out);
  take_identity(out);
  return out;
}

std::string RowReader::cell_text(const ingest::Row& row, std::size_t column, ImportRow& out) const {
  auto text = prepare_cell_of(columns_, column, row.cells, dates_from_1904_);
  if (text) return std::move(*text);
  out.refusals.push_back({column + 1, row.cells[column], text.problem().message});
  return "";
}

void RowReader::read_cells(const ingest::Row& row, ImportRow& out) {
  for (auto& text : own_) text.clear();
  for (auto& text : project_) text.clear();
  reference_.clear();
  identity_.clear();
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    const auto& cell = row.cells[column];
    if (columns_[column].heading.empty()) {
      if (text::trim(cell).empty()) continue;
      out.refusals.push_back(
          {column + 1, cell, say("'{}' is in a column without a heading", text::cut(cell, 60))});
      continue;
    }
    take_text(column, cell_text(row, column, out), out);
  }
  take_defaults();
}

void RowReader::take_text(std::size_t column, std::string text, ImportRow& out) {
  const auto& target = columns_[column].target;
  switch (target.use) {
    case ColumnUse::field:
      if (!text.empty() || options_.clear_blank) out.given.push_back(target.field);
      own_[target.field] = std::move(text);
      break;
    case ColumnUse::project:
      project_[target.field] = std::move(text);
      break;
    case ColumnUse::reference:
      reference_ = std::move(text);
      break;
    case ColumnUse::identity:
      identity_ = std::move(text);
      break;
    case ColumnUse::currency:
    case ColumnUse::passed_over:
    case ColumnUse::unknown:
      break;
  }
}

void RowReader::take_defaults() {
  for (const auto& [target, value] : defaults_) {
    auto& text = target.use == ColumnUse::field ? own_[target.field] : project_[target.field];
    if (text.empty()) text = value;
  }
}

/// The county a signing's project lies in: with the title it tells which project is meant.
void RowReader::read_county(ImportRow& out) {
  out.read.project.title = text_of(kind_, own_, "project");
  const auto& county = text_of(Kind::project, project_, "county");
  if (county.empty()) return;
  try {
    out.read.project.county = {names_.resolve(Kind::county, county, out.read)};
  } catch (const Error& error) {
    refuse({"county", county, error.what(), error.kind()}, out);
  }
}

/// All the row says of its project, as that is new.
void RowReader::describe_project(ImportRow& out) {
  reading_.resolve = [&](Kind kind, std::string_view text) {
    return names_.resolve(kind, text, out.read);
  };
  AnyRecord project = Project{};
  const auto problems = leadbook::read_fields(project, pointers_to(project_), reading_);
  for (const auto& problem : problems) refuse(problem, out);
  for (const auto& breach : check_record(project, problems)) {
    // The county is known, and the title that of the signing.
    if (breach.field != "title" && breach.field != "county") refuse(breach, out);
  }
  auto title = std::move(out.read.project.title);
  out.read.project = std::get<Project>(std::move(project));
  out.read.project.title = std::move(title);
}

void RowReader::read_fields(ImportRow& out) {
  bool is_new_project = false;
  reading_.resolve = [&](Kind kind, std::string_view text) {
    if (kind_ != Kind::signing || kind != Kind::project) {
      return names_.resolve(kind, text, out.read);
    }
    // Where the county is refused, nothing more can be said of the project: some number serves, as
    // the row is not taken.
    const bool has_county = !text_of(Kind::project, project_, "county").empty();
    if (has_county && !out.read.project.county) return std::int64_t{1};
    const auto project = names_.resolve_project(text, out.read.project);
    is_new_project = project < 0;
    return project;
  };
  out.read.record = blank_record(kind_);
  const auto problems = leadbook::read_fields(out.read.record, pointers_to(own_), reading_);
  for (const auto& problem : problems) refuse(problem, out);
  // A row that is refused anyway tells all that is wrong with it.
  if (!out.refusals.empty()) {
    for (const auto& breach : check_record(out.read.record, problems)) refuse(breach, out);
  }
  // A credit code finds its company in whatever case it was typed.
  if (kind_ == Kind::company) check_record(out.read.record);
  if (is_new_project || (kind_ == Kind::signing && options_.key.empty())) describe_project(out);
  out.notes = std::exchange(reading_.notes, {});
}

void RowReader::take_identity(ImportRow& out) const {
  if (!identity_.empty()) set_identity(out.read.record, identity_);
  // Without that key the number is one of another book.
  if (options_.key.empty() || options_.key.front() != "id") return;
  const auto reference = parse_reference(reference_, kind_);
  if (reference && reference->kind == kind_) set_number(out.read.record, reference->number);
}

}  // namespace leadbook::service
