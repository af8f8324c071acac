#include "service/import/importer.hpp"

#include <algorithm>
#include <utility>

#include "leadbook/service/records/odd_days.hpp"
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

/// Whether the key is what no two records of the kind share, so that a new row's number is free.
bool is_numbering(Kind kind, const std::vector<std::string>& key) {
  const auto numbering = numbering_fields(kind);
  return numbering.size() == 1 && key.size() == 1 &&
         fields_of(kind)[numbering.front()].name == key.front();
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
      guard_(change.db(), kind, survey),
      later_rows_refer_(refers_to_own_kind(kind, survey.columns)),
      resolver_(change.db()),
      writer_(change, resolver_, kind, write_rules()),
      reader_(kind,
              survey,
              options,
              writer_.names(),
              source.facts().dates_from_1904,
              width_of(source.facts().format)),
      marks_(headings_of(survey.columns)) {
  if (!options.key.empty()) keys_.emplace(change.db(), kind, options.key);
}

/// Whether rows come back as the records they were in an export.
bool Importer::keeps_identity() const {
  return std::any_of(options_.key.begin(), options_.key.end(), [](const std::string& name) {
    return name == "id" || name == "uid";
  });
}

WriteRules Importer::write_rules() const {
  const auto& key = options_.key;
  WriteRules rules;
  rules.create = options_.create;
  rules.like_name = options_.allow_twins ? LikeName::pass : LikeName::tell;
  rules.refuse_odd = options_.strict;
  rules.numbers_are_free = is_numbering(kind_, key);
  rules.keeps_identity = keeps_identity();
  // A key tells known names apart, and an identity what was added all the same.
  const bool looks_for_twins = key.empty() || (kind_ == Kind::signing && !rules.keeps_identity);
  rules.refuse_twins = looks_for_twins && !options_.allow_twins;
  rules.many = true;
  rules.later_records_refer = later_rows_refer_;
  rules.find_oddities = [this](const ReadRecord& read) { return guard_.oddities_of(read); };
  return rules;
}

void Importer::run() {
  note_asides();
  source_.each([this](ingest::Row& row) {
    if (row.line > survey_.heading_line || source_.keys() != nullptr) take(row);
    return true;
  });
  take_waiting();
  for (const auto& said : reader_.column_notes()) {
    report_.notes.add(location(survey_.heading_line, 0) + ": " + said);
  }
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
  if (aside_at(survey_, row.line)) return;
  if (const auto joined = survey_.joined.find(row.line); joined != survey_.joined.end()) {
    if (joined->second.empty()) {
      ++report_.passed_over;
      return;
    }
    row.cells = joined->second;
  }
  if (row.problems.empty() && marks_.take(row.cells)) return;
  ++report_.rows;
  if (row.hidden) ++report_.hidden;
  waiting_.push_back(reader_.read(row));
  auto& waiting = waiting_.back();
  if (const auto reason = marks_.standing_reason(row.cells); !reason.empty()) {
    waiting.refusals = {{0, "", reason, ErrorKind::refused, 0, true}};
  }
  if (options_.rejects != nullptr) {
    waiting.cells = row.cells;
    waiting.raw = row.raw;
  }
  if (!is_keyed() || later_rows_refer_ || waiting_.size() >= rows_at_once) take_waiting();
}

/// What there is to say of rows of a sort that are no records; "" where it is said already.
std::string said_of(Aside use, std::int64_t count) {
  switch (use) {
    case Aside::headings:
      return say_count(
          "the headings once more, passed over", "the headings {} times more, passed over", count);
    case Aside::units:
      return say("a row of units, passed over");
    case Aside::numbers:
      return say_count("a row of column numbers, passed over",
                       "{} rows of column numbers, passed over, first this one",
                       count);
    case Aside::total:
    case Aside::part:
      return say_count(
          "a row of sums, passed over", "{} rows of sums, passed over, first this one", count);
    case Aside::group:
      return say_count("a heading of a group of rows, passed over",
                       "{} headings of groups of rows, passed over, first this one",
                       count);
    case Aside::note:
      return say_count("a note below the table, passed over",
                       "{} notes below the table, passed over, first this one",
                       count);
    case Aside::example:
      return say_count("the template's example, passed over",
                       "{} examples of the template, passed over, first this one",
                       count);
    case Aside::table:
      break;
  }
  return "";
}

/// Tells what was passed over, once a sort, where it first came.
void Importer::note_asides() {
  struct Sort {
    std::size_t first = 0;
    Aside use = Aside::note;
    std::int64_t count = 0;
  };
  std::vector<Sort> sorts;
  for (const auto& [line, aside] : survey_.asides) {
    const auto use = aside == Aside::part ? Aside::total : aside;
    auto sort =
        std::find_if(sorts.begin(), sorts.end(), [use](const Sort& of) { return of.use == use; });
    if (sort == sorts.end()) sort = sorts.insert(sorts.end(), {line, use, 0});
    ++sort->count;
    ++report_.passed_over;
  }
  for (const auto& [first, use, count] : sorts) {
    auto said = said_of(use, count);
    if (!said.empty()) note(first, {std::move(said)});
  }
}

void Importer::take_waiting() {
  const auto stored = is_keyed() ? find_stored() : std::vector<AnyRecord>();
  for (auto& row : waiting_) {
    if (row.refusals.empty()) match(row, stored);
    report(row);
  }
  waiting_.clear();
}

/// The records of the book that the rows at hand speak of, by number.
std::vector<AnyRecord> Importer::find_stored() {
  std::vector<std::int64_t> ids;
  for (auto& row : waiting_) {
    if (!row.refusals.empty()) continue;
    row.key = keys_->key_of(row.read.record);
    if (is_blank(row.key)) continue;
    if (const auto id = keys_->at(row.key).id; id != 0) ids.push_back(id);
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return store::find(change_.db(), kind_, ids);
}

/// Finds out what a row speaks of, and has it written.
void Importer::match(ImportRow& row, const std::vector<AnyRecord>& stored) {
  if (!is_keyed()) {
    add(row);
    return;
  }
  if (is_blank(row.key)) {
    row.refusals.push_back({0, "", say("the key is empty: without it no record can be found")});
    return;
  }
  auto& known = keys_->at(row.key);
  const auto key = keys_->text_of(row.key);
  if (known.line != 0) {
    row.refusals.push_back({0,
                            key,
                            say("line {} has the same key, {}", known.line, key),
                            ErrorKind::conflict,
                            0,
                            true});
    return;
  }
  known.line = row.line;
  if (known.others > 0) {
    const auto count = known.others + 1;
    row.refusals.push_back(
        {0, key, say("{} records of the book have the key {}", count, key), ErrorKind::conflict});
    return;
  }
  const auto found = std::lower_bound(
      stored.begin(), stored.end(), known.id, [](const AnyRecord& of, std::int64_t id) {
        return reference_of(of).number < id;
      });
  if (known.id != 0 && found != stored.end() && reference_of(*found).number == known.id) {
    update(row, *found);
  } else if (const auto id = add(row); id != 0) {
    known.id = id;
  }
}

/// Answers the number of the record made; 0 where the row was refused.
std::int64_t Importer::add(ImportRow& row) {
  refuse_days_to_come(row, nullptr);
  if (!row.refusals.empty()) return 0;
  auto written = writer_.add(std::move(row.read));
  for (auto& problem : written.problems) {
    const bool has_column = problem.field.empty() || reader_.column_of(problem.field) != 0;
    if (!is_keyed() || has_column || !written.oddities.empty()) continue;
    const auto key = keys_->text_of(row.key);
    problem.message = say("no record has the key {}, and a new one needs this", key);
  }
  take_written(row, written);
  if (!row.refusals.empty()) return 0;
  ++report_.created;
  if (report_.records.size() < most_listed) {
    report_.records.push_back({row.line, reference_of(written.record)});
  }
  return reference_of(written.record).number;
}

bool Importer::is_key_field(std::size_t field) const {
  const auto& key = options_.key;
  return std::find(key.begin(), key.end(), fields_of(kind_)[field].name) != key.end();
}

/// Puts the fields a row says something of into the record of the book.
void Importer::update(ImportRow& row, const AnyRecord& stored) {
  auto& read = row.read;
  const auto& identity = identity_of(read.record);
  const bool is_other = !identity.empty() && identity != identity_of(stored);
  if (is_other && keeps_identity()) {
    const auto reference = reference_text(reference_of(stored));
    row.refusals.push_back({0,
                            "",
                            say("{} of this book is another record than the file's: their "
                                "identities differ",
                                reference),
                            ErrorKind::conflict});
    return;
  }
  auto record = stored;
  for (const auto field : row.given) {
    // What the key is written like does not change the record that it names.
    if (!is_key_field(field)) copy_field(read.record, record, field);
  }
  keep_words(record, row.kept);
  read.record = std::move(record);
  refuse_days_to_come(row, &stored);
  if (!row.refusals.empty()) return;
  auto written = writer_.update(stored, std::move(read));
  take_written(row, written);
  if (!row.refusals.empty()) return;
  ++(written.is_changed ? report_.updated : report_.unchanged);
  if (written.is_changed) list_difference(row.line, stored, written.record);
}

/// What is said to have happened lies ahead: refused, unless it is in the book already or comes
/// back from an export.
void Importer::refuse_days_to_come(ImportRow& row, const AnyRecord* stored) {
  if (options_.far_dates || keeps_identity()) return;
  const auto known =
      stored == nullptr ? std::vector<DayToCome>() : days_to_come(*stored, options_.today);
  for (const auto& to_come : days_to_come(row.read.record, options_.today)) {
    if (std::find(known.begin(), known.end(), to_come) != known.end()) continue;
    row.refusals.push_back({reader_.column_of(to_come.field),
                            "",
                            say("{} is yet to come: is the day right? -y takes it", to_come.day)});
  }
}

/// Takes over what came of a row's record, to be reported with the row.
void Importer::take_written(ImportRow& row, Written& written) {
  for (auto& said : written.notes) row.notes.push_back(std::move(said));
  for (const auto& problem : written.problems) {
    row.refusals.push_back(reader_.refusal_of(problem));
  }
  if (!row.refusals.empty()) return;
  for (const auto& [field, message] : written.oddities) {
    report_.notes.add(location(row.line, reader_.column_of(field)) + ": " + message);
  }
  for (const auto& record : written.made) {
    ++(record.kind == Kind::project ? report_.projects : report_.companies);
  }
}

/// "companies.csv:5: column 3 'kind'".
std::string Importer::location(std::size_t line, std::size_t column) const {
  auto at = file_ + ":" + std::to_string(line);
  if (column == 0) return at;
  return at + ": " + column_name(survey_.columns.columns, column - 1);
}

void Importer::note(std::size_t line, const std::vector<std::string>& notes) {
  for (const auto& text : notes) report_.notes.add(location(line, 0) + ": " + text);
}

void Importer::list_difference(std::size_t line, const AnyRecord& before, const AnyRecord& after) {
  if (report_.differences.size() >= most_listed) return;
  const Naming naming = [this](const Reference& of) {
    return store::canonical_name_of(change_.db(), of);
  };
  const auto were = write_fields(before, naming);
  const auto are = write_fields(after, naming);
  RowDifference difference{line, reference_of(before), {}};
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
void Importer::report(ImportRow& row) {
  for (auto& said : writer_.names().take_notes()) row.notes.push_back(std::move(said));
  note(row.line, row.notes);
  if (row.refusals.empty()) report_.rounded += static_cast<std::int64_t>(row.rounded);
  if (row.refusals.empty()) return;
  ++report_.refused;
  std::string reasons;
  for (const auto& [column, value, reason, kind, within, by_others] : row.refusals) {
    const auto line = within == 0 ? row.line : within;
    report_.problems.add(location(line, column) + ": " + reason, kind);
    reasons += (reasons.empty() ? "" : "; ") + reason;
    if (report_.refusals.size() >= most_listed) {
      ++report_.refusals_left_out;
      continue;
    }
    report_.refusals.push_back({line, column, heading_of(column), value, reason});
  }
  if (options_.rejects != nullptr) reject(row, reasons);
}

/// Puts a refused row into the file of such rows.
void Importer::reject(ImportRow& row, const std::string& reasons) {
  if (rejects_ == nullptr) {
    rejects_ = &options_.rejects->file_for(
        source_.facts(), headings_of(survey_.columns), run_of(kind_, options_, survey_));
    report_.rejects = rejects_->path();
  }
  ingest::Rejection why{heading_of(row.refusals.front().column), reasons};
  const bool by_others = std::any_of(
      row.refusals.begin(), row.refusals.end(), [](const Refusal& of) { return of.by_others; });
  if (by_others) why.mark = marks_.mark_of(row.cells);
  ingest::Row raw;
  raw.line = row.line;
  raw.cells = std::move(row.cells);
  raw.raw = std::move(row.raw);
  rejects_->add(raw, why);
}

}  // namespace leadbook::service
