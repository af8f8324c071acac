#include "service/import/importer.hpp"

#include <algorithm>
#include <utility>

#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

constexpr std::size_t most_listed = 1'000;   // differences and refusals
constexpr std::size_t rows_at_once = 2'000;  // whose records are read together

bool refers_to_own_kind(Kind kind, const ImportColumns& columns) {
  if (kind == Kind::county) return true;
  return std::any_of(columns.columns.begin(), columns.columns.end(), [&](const auto& column) {
    return column.target.use == ColumnUse::field &&
           (column.target.name == "amends" || column.target.name == "part_of");
  });
}

RowWidth width_of(ingest::Format format) {
  const bool text = format == ingest::Format::csv || format == ingest::Format::tsv;
  return text ? RowWidth::exact : RowWidth::up_to;
}

/// What new companies and projects are held against; nothing where twins are allowed.
std::optional<Twins> twins_of(store::Db& db, const ImportOptions& options) {
  if (options.allow_twins) return {};
  return Twins(db);
}

std::vector<std::string> headings_of(const Survey& survey) {
  std::vector<std::string> headings;
  for (const auto& column : survey.columns.columns) headings.push_back(column.heading);
  return headings;
}

}  // namespace

Importer::Importer(store::Change& change,
                   Kind kind,
                   ingest::Source& source,
                   const std::string& file,
                   const ImportOptions& options,
                   const Survey& survey,
                   ImportReport& report)
    : change_(change),
      kind_(kind),
      source_(source),
      file_(file),
      options_(options),
      survey_(survey),
      report_(report),
      twins_(twins_of(change.db(), options)),
      names_(change, options.create, twins_ ? &*twins_ : nullptr),
      reader_(kind,
              survey,
              options,
              names_,
              source.facts().dates_from_1904,
              width_of(source.facts().format)),
      guard_(change.db(), kind, survey),
      later_rows_refer_(refers_to_own_kind(kind, survey.columns)) {
  const auto numbering = numbering_fields(kind);
  const bool by_number = numbering.size() == 1 && options.key.size() == 1 &&
                         fields_of(kind)[numbering.front()].name == options.key.front();
  if (!by_number) taken_.emplace(change.db(), kind);
  if (!options.key.empty()) {
    keys_.emplace(change.db(), kind, options.key);
  } else if (!options.allow_twins) {
    if (kind == Kind::project) twins_->read_projects();
    if (kind != Kind::company && kind != Kind::project) same_.emplace(change.db(), kind);
  }
  if (!options.rejects.empty()) {
    headings_ = headings_of(survey);
    rejects_.emplace(options.rejects, source.facts(), headings_);
  }
}

void Importer::run() {
  source_.each([this](ingest::Row& row) {
    if (row.line > survey_.heading_line || source_.keys() != nullptr) take(row);
    return true;
  });
  take_waiting();
  if (rejects_ && report_.refused > 0) {
    rejects_->finish();
    report_.rejects = options_.rejects;
  }
  report_.companies = names_.companies();
  report_.projects = names_.projects();
}

void Importer::take(ingest::Row& row) {
  if (options_.progress && report_.rows % 1'000 == 0) {
    options_.progress({static_cast<std::size_t>(report_.rows), survey_.rows});
  }
  const bool blank = std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
    return text::trim(cell).empty();
  });
  // A sheet's empty rows are exported as commas alone.
  if (blank && row.problems.empty()) return;
  if (source_.keys() == nullptr && reader_.is_heading(row))
    return note(row.line, {say("the headings once more, passed over")});
  if (source_.keys() == nullptr && is_footnote(row.cells, has_footnotes_)) {
    has_footnotes_ = true;
    return note(row.line, {say("a note below the table, passed over")});
  }
  ++report_.rows;
  waiting_.push_back(reader_.read(row));
  if (rejects_) waiting_.back().cells = row.cells;
  if (!is_keyed() || later_rows_refer_ || waiting_.size() >= rows_at_once) take_waiting();
}

void Importer::take_waiting() {
  std::vector<AnyRecord> stored;
  if (is_keyed()) {
    std::vector<std::int64_t> ids;
    for (auto& row : waiting_) {
      if (!row.refusals.empty()) continue;
      row.key = keys_->key_of(row.record);
      if (row.key.is_blank()) continue;
      if (const auto id = keys_->at(row.key).id; id != 0) ids.push_back(id);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    stored = store::find(change_.db(), kind_, ids);
  }
  for (auto& row : waiting_) {
    if (row.refusals.empty()) match(row, stored);
    settle(row);
  }
  waiting_.clear();
}

/// "companies.csv:5: column 3 'kind'".
std::string Importer::place(std::size_t line, std::size_t column) const {
  const auto at = file_ + ":" + std::to_string(line);
  if (column == 0) return at;
  return at + ": " + column_name(survey_.columns.columns, column - 1);
}

void Importer::note(std::size_t line, const std::vector<std::string>& notes) {
  for (const auto& text : notes) report_.notes.add(place(line, 0) + ": " + text);
}

void Importer::refuse(ImportRow& row, const FieldProblem& problem) const {
  const auto column = reader_.column_of(problem.field);
  const auto of_field = column == 0 ? problem.field + ": " : std::string();
  row.refusals.push_back({column, problem.text, of_field + problem.message, problem.kind});
}

void Importer::list_difference(const ImportRow& row,
                               const AnyRecord& before,
                               const AnyRecord& after) {
  if (report_.differences.size() >= most_listed) return;
  const Naming naming = [this](const Reference& of) {
    return store::canonical_name_of(change_.db(), of);
  };
  const auto were = write_fields(before, naming);
  const auto are = write_fields(after, naming);
  RowDifference difference{row.line, reference_of(before), {}};
  for (std::size_t field = 0; field < were.size(); ++field) {
    if (were[field] == are[field]) continue;
    difference.fields.push_back({fields_of(kind_)[field].name, were[field], are[field]});
  }
  report_.differences.push_back(std::move(difference));
}

/// Of a column counted from 1; "" for the row as a whole and beyond the last.
std::string Importer::heading_of(std::size_t column) const {
  const auto& columns = survey_.columns.columns;
  return column > 0 && column <= columns.size() ? columns[column - 1].heading : "";
}

/// Tells what came of a row.
void Importer::settle(ImportRow& row) {
  for (auto& said : names_.take_notes()) row.notes.push_back(std::move(said));
  note(row.line, row.notes);
  if (row.refusals.empty()) return;
  ++report_.refused;
  std::string reasons;
  for (const auto& [column, value, reason, kind, within] : row.refusals) {
    const auto line = within == 0 ? row.line : within;
    if (report_.problems.count == 0) report_.problem_kind = kind;
    report_.problems.add(place(line, column) + ": " + reason);
    reasons += (reasons.empty() ? "" : "; ") + reason;
    if (report_.refusals.size() >= most_listed) continue;
    report_.refusals.push_back({line, column, heading_of(column), value, reason});
  }
  if (!rejects_) return;
  const ingest::Row raw{row.line, std::move(row.cells), {}};
  rejects_->add(raw, heading_of(row.refusals.front().column), reasons);
}

}  // namespace leadbook::service
