#include "service/import/row.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "leadbook/text/ascii.hpp"
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
      survey_(survey),
      columns_(survey.columns.columns),
      defaults_(survey.columns.defaults),
      options_(options),
      names_(names),
      dates_from_1904_(dates_from_1904),
      width_(width),
      own_(fields_of(kind).size()),
      project_(fields_of(Kind::project).size()),
      title_(survey.title),
      default_currency_(survey.columns.currency),
      default_year_(survey.columns.year) {
  reading_.today = options.today;
  reading_.unit = options.unit;
  reading_.is_named = [this](Kind of, std::string_view text) { return names_.is_named(of, text); };
  times_.resize(columns_.size());
  unstated_.resize(columns_.size());
  maybe_tens_.resize(columns_.size());
  has_tens_.resize(columns_.size());
  long_ago_.resize(columns_.size());
  beyond_title_.resize(columns_.size());
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

std::size_t RowReader::column_of_use(ColumnUse use) const {
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (columns_[column].target.use == use) return column + 1;
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

/// What is wrong in a cell is nothing to a row whose column is passed over.
void RowReader::take_problems(const ingest::Row& row, ImportRow& out) const {
  for (const auto& problem : row.problems) {
    const auto column = problem.column;
    const bool is_kept = column == 0 || column > columns_.size() ||
                         (columns_[column - 1].target.use != ColumnUse::unknown &&
                          columns_[column - 1].target.use != ColumnUse::passed_over);
    if (problem.in_cell && !is_kept) continue;
    out.refusals.push_back({column, "", problem.message, ErrorKind::usage, problem.line});
  }
}

/// An amount that stands over several records would be counted for each.
void RowReader::check_shared(const ingest::Row& row, ImportRow& out) const {
  for (const auto& cell : shared_cells(survey_, row)) {
    const auto rows = cell.last_line - cell.first_line + 1;
    out.refusals.push_back({cell.column,
                            row.cells[cell.column - 1],
                            say("{} is one cell over {} rows, and each needs its own: undo the "
                                "merge and write in each row what is its",
                                range_of(cell),
                                rows),
                            ErrorKind::usage,
                            0,
                            true});
  }
}

/// "1" and "000.50万元", which were 1,000.50万元 before a comma parted them.
bool is_parted_number(const std::string& left, const std::string& right) {
  const auto first = text::fold(left);
  const auto second = text::fold(right);
  constexpr std::size_t group = 3;
  return !first.empty() && first.find_first_not_of("0123456789") == std::string::npos &&
         first.size() <= group && second.size() >= group &&
         second.find_first_not_of("0123456789") >= group &&
         (second.size() == group || !text::is_digit(second[group]));
}

/// A text has as many cells as its heading, and blank ones behind them; a sheet leaves empty ones
/// out at the end.
void RowReader::check_width(const ingest::Row& row, ImportRow& out) const {
  auto cells = row.cells.size();
  const auto headings = columns_.size();
  while (cells > headings && text::trim(row.cells[cells - 1]).empty()) --cells;
  bool is_parted = false;
  for (std::size_t column = 0; row.cells.size() > headings && column + 1 < headings; ++column) {
    const auto& next = row.cells[column + 1];
    // A number that has a column of its own is no second half, unless it begins as no number does.
    const bool is_own = is_number(columns_[column + 1].target.type) && !next.starts_with('0');
    is_parted = is_parted || (is_number(columns_[column].target.type) && !is_own &&
                              is_parted_number(row.cells[column], next));
  }
  const bool fits = cells == headings || (width_ == RowWidth::up_to && cells < headings);
  if (fits && !is_parted) return;
  out.refusals.push_back({std::min(cells, headings) + (is_parted ? 0 : 1),
                          "",
                          say("the row has {} cells, the heading {}: is a comma missing, or one "
                              "not in quotes?",
                              row.cells.size(),
                              headings)});
}

ImportRow RowReader::read(const ingest::Row& row) {
  ImportRow out;
  out.line = out.read.line = row.line;
  take_problems(row, out);
  if (out.refusals.empty()) check_width(row, out);
  if (out.refusals.empty()) check_shared(row, out);
  if (!out.refusals.empty()) return out;
  read_cells(row, out);
  if (kind_ == Kind::signing) read_county(out);
  read_fields(out);
  take_identity(out);
  return out;
}

std::string RowReader::cell_text(const ingest::Row& row, std::size_t column, ImportRow& out) {
  const auto& cell = row.cells[column];
  if (columns_[column].target.type == FieldType::amount) return amount_text(column, cell, out);
  if (columns_[column].target.type == FieldType::date) return date_cell_text(column, cell, out);
  auto text = prepare_cell(columns_[column], cell, dates_from_1904_);
  if (text) return std::move(*text);
  out.refusals.push_back({column + 1, cell, text.problem().message});
  return "";
}

/// An amount in its full form, whatever its column leaves to be understood.
std::string RowReader::amount_text(std::size_t column, const std::string& cell, ImportRow& out) {
  const auto& target = columns_[column].target;
  const auto read = read_amount(columns_[column], cell, amounts_);
  if (!read) {
    out.refusals.push_back({column + 1, cell, read.problem().message});
    return "";
  }
  if (!read->note.empty()) out.notes.push_back(read->note);
  if (!read->amount && !read->kept.empty()) unstated_[column].add(out.line, cell);
  if (read->is_rounded) ++out.rounded;
  if (!read->kept.empty()) {
    const bool is_own = target.use == ColumnUse::field;
    const auto& field = fields_of(is_own ? kind_ : Kind::project)[target.field];
    auto words = words_of_field(choose(field.english, field.chinese), read->kept);
    (is_own ? out.kept : project_kept_).push_back(std::move(words));
  }
  return read->amount ? format_amount(*read->amount) : "";
}

std::string RowReader::date_cell_text(std::size_t column, const std::string& cell, ImportRow& out) {
  const auto split = split_time(text::trim(cell));
  if (split && !split->is_midnight) times_[column].add(out.line, cell);
  look_at_tens(column, out.line, text::trim(cell));
  auto text = prepare_cell(columns_[column], cell, dates_from_1904_).value();
  if (!text.empty()) check_day(column, text, out);
  return text;
}

/// A spreadsheet that took 11.10 for a number prints it as 11.1.
void RowReader::look_at_tens(std::size_t column, std::size_t line, std::string_view cell) {
  const auto point = cell.find('.');
  if (point == 0 || point > 2 || cell.find_first_not_of("0123456789.") != std::string_view::npos) {
    return;
  }
  const auto day = cell.substr(point + 1);
  if (day == "1" || day == "2" || day == "3") maybe_tens_[column].add(line, cell);
  has_tens_[column] = has_tens_[column] || day == "10" || day == "20" || day == "30";
}

/// Days that are hardly meant. The clock decides of none what it is, but whether it is believed.
void RowReader::check_day(std::size_t column, const std::string& text, ImportRow& out) {
  const auto date = parse_file_date(text, *reading_.dates);
  if (!date) return;  // its field's parser says what is wrong
  constexpr auto ten_years = std::chrono::years(10);
  const bool is_far = date->first > options_.today + ten_years;
  if (is_far && !options_.far_dates) {
    const auto years = year_of(date->first) - year_of(options_.today);
    out.refusals.push_back(
        {column + 1,
         text,
         say("'{}' lies {} years ahead: is the year right? -y takes it", text, years)});
  }
  if (date->last < options_.today - ten_years) long_ago_[column].add(out.line, text);
  // Plans reach beyond what a table is about; a record's own day hardly does.
  const auto& target = columns_[column].target;
  const bool is_own_day = target.use == ColumnUse::field && target.name == "on";
  const bool is_beyond = title_ && !title_->contains(*date);
  if (is_beyond && (is_own_day || !parse_file_date(text, {{}, reading_.dates->order}))) {
    beyond_title_[column].add(out.line, format_date(*date));
  }
}

/// The month a period lies in; nothing where it lies in several.
std::optional<int> only_month(const Period& period) {
  const std::chrono::year_month_day first(period.first);
  const std::chrono::year_month_day last(period.last);
  if (first.year() != last.year() || first.month() != last.month()) return {};
  return static_cast<int>(static_cast<unsigned>(first.month()));
}

/// What the row says of all its amounts and dates.
void RowReader::read_row_rules(const ingest::Row& row, ImportRow& out) {
  const auto amounts =
      amounts_of_row(columns_,
                     row.cells,
                     {{}, default_currency_, options_.unit, options_.unit_holds, options_.round});
  if (amounts) {
    amounts_ = *amounts;
  } else {
    out.refusals.push_back({column_of_use(ColumnUse::currency), "", amounts.problem().message});
  }
  for (auto& part : date_parts_) part.clear();
  reading_.dates = FileDates{options_.year, options_.order};
  auto& year = reading_.dates->year;
  if (!year && title_) year = year_of(title_->first);
  if (title_) reading_.dates->month = only_month(*title_);
  if (!year) year = default_year_;
  for (std::size_t column = 0; column < std::min(columns_.size(), row.cells.size()); ++column) {
    const auto use = columns_[column].target.use;
    if (use != ColumnUse::year && use != ColumnUse::month && use != ColumnUse::day) continue;
    auto text = text::fold(row.cells[column]);
    for (const std::string_view word : {"年度", "年", "月份", "月", "日", "号"}) {
      if (text.ends_with(word)) text.erase(text.size() - word.size());
    }
    if (text.ends_with(".0")) text.erase(text.size() - 2);
    if (text.empty()) continue;
    date_parts_[use == ColumnUse::year ? 0 : use == ColumnUse::month ? 1 : 2] = text;
    if (use != ColumnUse::year) continue;
    const auto stated = parse_count(text);
    if (stated && *stated >= 1900 && *stated < 2200) {
      year = static_cast<int>(*stated);
    } else {
      out.refusals.push_back(
          {column + 1, row.cells[column], say("'{}' is not a year", row.cells[column])});
    }
  }
}

/// Year, month and day of three columns as the row's date, where no column holds all of it.
void RowReader::join_date(ImportRow& out) {
  const auto field = main_date(kind_);
  const auto& [year, month, day] = date_parts_;
  if (!field || !own_[*field].empty() || (year.empty() && month.empty())) return;
  if (column_of(fields_of(kind_)[*field].name) != 0) return;
  if (month.empty() && !day.empty()) return;
  std::string text;
  if (!year.empty()) text += year + "年";
  if (!month.empty()) text += month + "月";
  if (!day.empty()) text += day + "日";
  own_[*field] = text;
  out.given.push_back(*field);
  const auto column = column_of_use(month.empty() ? ColumnUse::year : ColumnUse::month);
  check_day(column - 1, text, out);
}

std::vector<std::string> RowReader::column_notes() const {
  std::vector<std::string> notes;
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    const auto name = column_name(columns_, column) + ": ";
    const auto say_of = [&](const ColumnTally& tally, const auto& words) {
      if (tally.count > 0) notes.push_back(name + words(tally));
    };
    say_of(times_[column], [](const ColumnTally& of) {
      return say_count("the time of day is left out, as of '{1}' in line {2}",
                       "the time of day is left out of {0} cells, first '{1}' in line {2}",
                       static_cast<std::int64_t>(of.count),
                       of.text,
                       of.line);
    });
    if (!has_tens_[column]) {
      say_of(maybe_tens_[column], [](const ColumnTally& of) {
        return say_count(
            "'{1}' in line {2} was read as month and day; a spreadsheet prints '{1}0' "
            "so as well",
            "{0} cells such as '{1}' in line {2} were read as month and day; a "
            "spreadsheet prints '{1}0' so as well",
            static_cast<std::int64_t>(of.count),
            of.text,
            of.line);
      });
    }
    say_of(unstated_[column], [](const ColumnTally& of) {
      return say_count(
          "'{1}' in line {2} names no amount: it stays unknown, the words are kept in the note",
          "{0} cells name no amount, first '{1}' in line {2}: these stay unknown, their words are "
          "kept in the notes",
          static_cast<std::int64_t>(of.count),
          of.text,
          of.line);
    });
    say_of(long_ago_[column], [](const ColumnTally& of) {
      return say_count("'{1}' in line {2} is more than ten years back",
                       "{0} dates are more than ten years back, first '{1}' in line {2}",
                       static_cast<std::int64_t>(of.count),
                       of.text,
                       of.line);
    });
    say_of(beyond_title_[column], [this](const ColumnTally& of) {
      return say_count(
          "{1} in line {2} is not within {3}, of which the title speaks",
          "{0} dates are not within {3}, of which the title speaks, first {1} in line {2}",
          static_cast<std::int64_t>(of.count),
          of.text,
          of.line,
          format_period(*title_));
    });
  }
  return notes;
}

void RowReader::read_cells(const ingest::Row& row, ImportRow& out) {
  for (auto& text : own_) text.clear();
  for (auto& text : project_) text.clear();
  reference_.clear();
  identity_.clear();
  project_kept_.clear();
  read_row_rules(row, out);
  for (std::size_t column = 0; column < std::min(columns_.size(), row.cells.size()); ++column) {
    const auto& cell = row.cells[column];
    if (columns_[column].heading.empty()) {
      if (text::trim(cell).empty()) continue;
      out.refusals.push_back(
          {column + 1, cell, say("'{}' is in a column without a heading", text::cut(cell, 60))});
      continue;
    }
    take_text(column, cell_text(row, column, out), out);
  }
  join_date(out);
  take_defaults(out);
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
    case ColumnUse::year:
    case ColumnUse::month:
    case ColumnUse::day:
    case ColumnUse::passed_over:
    case ColumnUse::unknown:
      break;
  }
}

/// A default counts what its column does: under 万元 --default amount=500 is 5 million yuan.
void RowReader::take_defaults(ImportRow& out) {
  for (const auto& [target, value] : defaults_) {
    auto& text = target.use == ColumnUse::field ? own_[target.field] : project_[target.field];
    if (!text.empty()) continue;
    const auto column = column_of(target.name);
    text = column != 0 && target.type == FieldType::amount ? amount_text(column - 1, value, out)
                                                           : value;
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
  reading_.kept = std::exchange(project_kept_, {});
  const auto problems = leadbook::read_fields(project, pointers_to(project_), reading_);
  for (const auto& problem : problems) {
    // What is wrong with the county was told where the project was looked for.
    if (problem.field != "county") refuse(problem, out);
  }
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
  reading_.kept = out.kept;
  const auto problems = leadbook::read_fields(out.read.record, pointers_to(own_), reading_);
  for (const auto& problem : problems) refuse(problem, out);
  // A row that is refused anyway tells all that is wrong with it.
  if (!out.refusals.empty()) {
    for (const auto& breach : check_record(out.read.record, problems)) refuse(breach, out);
  }
  // A credit code finds its company in whatever case it was typed.
  if (kind_ == Kind::company) check_record(out.read.record);
  if (is_new_project || (kind_ == Kind::signing && options_.key.empty())) describe_project(out);
  for (auto& said : std::exchange(reading_.notes, {})) out.notes.push_back(std::move(said));
}

void RowReader::take_identity(ImportRow& out) const {
  if (!identity_.empty()) set_identity(out.read.record, identity_);
  // Without that key the number is one of another book.
  if (options_.key.empty() || options_.key.front() != "id") return;
  const auto reference = parse_reference(reference_, kind_);
  if (reference && reference->kind == kind_) set_number(out.read.record, reference->number);
}

}  // namespace leadbook::service
