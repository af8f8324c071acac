#include "leadbook/service/import.hpp"

#include <unordered_map>
#include <utility>

#include "leadbook/ingest/csv.hpp"
#include "leadbook/service/complete.hpp"
#include "leadbook/service/record_input.hpp"
#include "leadbook/service/resolve.hpp"
#include "leadbook/service/taken.hpp"
#include "leadbook/service/twins.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/import_header.hpp"
#include "service/import_same.hpp"

namespace leadbook::service {
namespace {

/// The names by which a later row of the same file may refer to a record.
std::vector<std::string> names_of(const County& county) {
  return {county.name, county.code, county.short_name, county.english, county.pinyin};
}
std::vector<std::string> names_of(const Signing& signing) {
  return {signing.contract_no, signing.title};
}
template <class R>
std::vector<std::string> names_of(const R&) {
  return {};
}

class Importer {
 public:
  Importer(store::Change& change, Kind kind, const std::string& file, const ImportOptions& options)
      : change_(change),
        kind_(kind),
        file_(file),
        options_(options),
        resolver_(change.db()),
        twins_(change.db()),
        taken_(change.db(), kind) {
    if (!options_.allow_twins) {
      same_.emplace(change_.db(), kind_);
      if (kind_ == Kind::project) twins_.read_projects();
    }
    reading_.today = options_.today;
    reading_.unit = options_.unit;
    reading_.resolve = [this](Kind of, std::string_view text) { return resolve(of, text); };
  }

  /// Whether the columns are known, so that rows can be read.
  bool take_header(const ingest::CsvRow& row);
  void take_row(const ingest::CsvRow& row);
  ImportReport& report() { return report_; }

 private:
  std::int64_t resolve(Kind kind, std::string_view text);
  bool is_heading(const ingest::CsvRow& row) const;
  std::vector<FieldInput> inputs_of(const ingest::CsvRow& row);
  bool refuse_same(std::size_t line, const store::RecordRow& row);
  void add(std::size_t line, store::RecordRow row);
  void note(std::size_t line, const std::vector<std::string>& notes);
  std::string place(std::size_t line, std::size_t column) const;
  void refuse(const std::string& place, const std::string& message, ErrorKind kind);
  void refuse(std::size_t line, const FieldProblem& problem);

  store::Change& change_;
  Kind kind_;
  const std::string& file_;
  const ImportOptions& options_;
  Resolver resolver_;
  Twins twins_;
  TakenNumbers taken_;
  Reading reading_;
  std::optional<SameRecords> same_;
  std::vector<ImportColumn> columns_;
  std::unordered_map<std::int64_t, std::size_t> lines_;  // of the records made
  ImportReport report_;
};

/// "companies.csv:5: column 3 'kind'".
std::string Importer::place(std::size_t line, std::size_t column) const {
  const auto at = file_ + ":" + std::to_string(line);
  if (column == 0) return at;
  const auto heading = column <= columns_.size() ? columns_[column - 1].heading : "";
  if (heading.empty()) return at + ": " + say("column {}", column);
  return at + ": " + say("column {} '{}'", column, heading);
}

void Importer::refuse(const std::string& place, const std::string& message, ErrorKind kind) {
  if (report_.problems.count == 0) report_.problem_kind = kind;
  report_.problems.add(place + ": " + message);
}

void Importer::refuse(std::size_t line, const FieldProblem& problem) {
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (columns_[column].field != problem.field) continue;
    const auto quoted = "'" + text::cut(problem.text, 60) + "'";
    // Most messages quote the text themselves.
    const bool says_text =
        problem.text.empty() || problem.message.find(problem.text) != std::string::npos;
    refuse(place(line, column + 1),
           says_text ? problem.message : quoted + ": " + problem.message,
           problem.kind);
    return;
  }
  refuse(place(line, 0) + ": " + problem.field, problem.message, problem.kind);
}

void Importer::note(std::size_t line, const std::vector<std::string>& notes) {
  for (const auto& text : notes) report_.notes.add(place(line, 0) + ": " + text);
}

std::int64_t Importer::resolve(Kind kind, std::string_view text) {
  const bool may_create = options_.create_companies && kind == Kind::company;
  if (!may_create || resolver_.find_exact(kind, text)) return resolver_.resolve(kind, text);
  if (!options_.allow_twins) twins_.refuse_company(text);
  Company company;
  company.name = std::string(text::trim(text));
  const auto id = change_.add(company).id.number;
  resolver_.remember({kind, id}, company.name);
  twins_.remember(id, company.name);
  const auto reference = reference_text({kind, id});
  reading_.notes.push_back(say("added {} {}", reference, company.name));
  ++report_.companies;
  return id;
}

bool Importer::take_header(const ingest::CsvRow& row) {
  for (const auto& problem : row.problems) {
    refuse(place(problem.line, problem.column), problem.message, ErrorKind::usage);
  }
  if (!row.problems.empty()) return false;
  const auto header = read_header(kind_, row.cells);
  columns_ = header.columns;
  for (const auto& heading : header.passed_over) {
    note(row.line, {say("the column '{}' is passed over: the book gives it by itself", heading)});
  }
  for (const auto& problem : header.problems) {
    refuse(place(row.line, problem.column), problem.message, ErrorKind::usage);
  }
  return header.problems.empty();
}

/// Whether a row is the first once more, as files put together from several have it.
bool Importer::is_heading(const ingest::CsvRow& row) const {
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (text::trim(row.cells[column]) != columns_[column].heading) return false;
  }
  return true;
}

/// The cells that hold something.
std::vector<FieldInput> Importer::inputs_of(const ingest::CsvRow& row) {
  std::vector<FieldInput> inputs;
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    const std::string text(text::trim(row.cells[column]));
    if (text.empty()) continue;
    if (columns_[column].heading.empty()) {
      refuse(place(row.line, column + 1),
             say("'{}' is in a column without a heading", text::cut(text, 60)),
             ErrorKind::usage);
    } else if (!columns_[column].field.empty()) {
      inputs.push_back({columns_[column].field, text});
    }
  }
  return inputs;
}

/// Reads a row on even where others have problems, so that all are told at once.
void Importer::take_row(const ingest::CsvRow& row) {
  for (const auto& problem : row.problems) {
    refuse(place(problem.line, problem.column), problem.message, ErrorKind::usage);
  }
  if (!row.problems.empty()) return;
  if (is_heading(row)) {
    note(row.line, {say("the headings once more, passed over")});
    return;
  }
  const auto inputs = inputs_of(row);
  // A sheet's empty rows are exported as commas alone.
  if (inputs.empty()) return;
  auto record = blank_record(kind_);
  const auto problems = read_fields(kind_, record, inputs, reading_);
  note(row.line, resolver_.take_notes());
  note(row.line, std::exchange(reading_.notes, {}));
  for (const auto& problem : problems) refuse(row.line, problem);
  if (!problems.empty()) return;
  note(row.line, complete(change_.db(), kind_, record));
  try {
    if (!refuse_same(row.line, record)) add(row.line, std::move(record));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::conflict) throw;
    refuse(place(row.line, 0), error.what(), error.kind());
  }
}

/// Answers whether the row was refused because a record says the same; throws Error{conflict}
/// where one is nearly the same.
bool Importer::refuse_same(std::size_t line, const store::RecordRow& row) {
  if (!same_) return false;
  const auto id = same_->find(row);
  if (!id) {
    twins_.refuse(kind_, row);
    return false;
  }
  const auto made = lines_.find(*id);
  const auto reference = reference_text({kind_, *id});
  refuse(place(line, 0),
         made != lines_.end()
             ? say("line {} says the same; --allow-twins takes both", made->second)
             : say("the book already has this as {}; --allow-twins adds it again", reference),
         ErrorKind::conflict);
  return true;
}

void Importer::add(std::size_t line, store::RecordRow row) {
  taken_.refuse(row);
  row = change_.add_row(store::shape_of(kind_), std::move(row));
  taken_.remember(row);
  ++report_.records;
  if (same_) {
    same_->add(row);
    lines_.emplace(row.id, line);
  }
  with_record(kind_, [&]<class R>() {
    const auto record = store::from_row<R>(row);
    if constexpr (std::is_same_v<R, Project>) twins_.remember(record);
    for (const auto& name : names_of(record)) {
      if (name.empty()) continue;
      resolver_.remember({kind_, row.id}, name);
      if (kind_ == Kind::company) twins_.remember(row.id, name);
    }
  });
}

}  // namespace

void FileRemarks::add(std::string line) {
  constexpr std::size_t most = 50;
  ++count;
  if (lines.size() < most) lines.push_back(std::move(line));
}

ImportReport import_csv(store::Change& change,
                        Kind kind,
                        std::istream& in,
                        const std::string& file,
                        const ImportOptions& options) {
  Importer importer(change, kind, file, options);
  ingest::CsvReader reader(in);
  const auto header = reader.next();
  if (!header) {
    const auto columns = known_columns(kind);
    const auto name = text::visible(file);
    throw Error(ErrorKind::usage,
                say("{} is empty: its first line names the columns, as {}", name, columns));
  }
  if (importer.take_header(*header)) {
    while (const auto row = reader.next()) importer.take_row(*row);
  }
  return std::move(importer.report());
}

}  // namespace leadbook::service
