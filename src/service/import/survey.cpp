#include "service/import/survey.hpp"

#include <algorithm>
#include <iterator>

#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/naming/heading.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/service/records/taken.hpp"
#include "leadbook/text/ascii.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/import/headings.hpp"
#include "service/import/sums.hpp"

namespace leadbook::service {
namespace {

constexpr std::size_t most_titles = 30;

/// Where a column shows how it writes numbers: how often, and first in which line.
struct Shown {
  std::size_t count = 0;
  std::size_t line = 0;

  void add(std::size_t at) {
    if (count++ == 0) line = at;
  }
};

/// The same with the first cell.
struct ShownCell {
  Shown where;
  std::string cell;

  void add(std::size_t at, std::string_view text) {
    if (where.count == 0) cell = text;
    where.add(at);
  }
};

/// What the cells of a column look like whose heading nobody knows.
struct UnknownCells {
  std::size_t filled = 0;
  std::size_t numbers = 0;
  std::size_t amounts = 0;  // that name a currency
  std::size_t days = 0;
  std::size_t counties = 0;
  std::size_t kinds = 0;  // of agreements
};

/// Cells of a column that are merged over several records.
struct MergesSeen {
  std::size_t filled = 0;  // rows that hold what stands in one above
  ingest::MergedCell first;
  std::map<std::size_t, std::pair<ingest::MergedCell, std::size_t>> shared;  // by first line
};

struct ColumnSurvey {
  UnknownCells unknown;
  ShownCell nameless;  // amounts for which nothing names a currency
  ShownCell own_unit;  // amounts in another unit than their column's
  MergesSeen merges;
  Shown plain;
  Shown european;
  Shown grouped;  // 12,300 alone
  Shown pointed;  // 1.740 alone
  std::map<Currency, std::vector<std::int64_t>> amounts;
};

class Surveyor {
 public:
  Surveyor(ColumnRules rules,
           std::optional<bool> european,
           std::optional<AmountUnit> unit,
           const std::string& file)
      : rules_(std::move(rules)), european_(european), unit_(unit), file_(file) {}

  Survey run(ingest::Source& source);

 private:
  void take(ingest::Row& row);
  void choose_heading();
  void read_keys(const std::vector<std::string>& keys);
  bool has_all_headings() const;
  void keep_title_rows();
  [[noreturn]] void refuse_headings() const;
  bool is_title(std::size_t row, const HeadingRows& headings) const;
  void take_data(const ingest::Row& row);
  bool take_aside(const ingest::Row& row);
  void take_merges(const ingest::Row& row);
  void keep_numbered_records();
  bool joins(const ingest::MergedCell& cell);
  void tell_merges();
  void tell_wrong_sums();
  void take_number(std::size_t column, std::size_t line, const std::string& cell);
  void take_amounts(const ingest::Row& row);
  std::string_view county_of(const ingest::Row& row) const;
  void read_title(const std::vector<std::string>& cells);
  void take_units(const ingest::Row& row);
  void look_at_unknown(const std::vector<std::string>& cells);
  void refuse_unknown(std::size_t column);
  void tell_units(std::size_t column);
  bool choose_decimals();
  void choose_decimal(std::size_t column, ColumnSurvey& seen);
  void find_usual_amounts();

  ColumnRules rules_;
  std::optional<bool> european_;
  std::optional<AmountUnit> unit_;
  const std::string& file_;
  Survey survey_;
  std::vector<ingest::Row> first_;  // until the heading is known
  bool has_heading_ = false;
  std::vector<bool> parts_;  // columns that stand with others below one heading
  std::optional<AsideFinder> finder_;
  std::map<std::size_t, ingest::Row> under_merges_;  // records under cells that each needs its own
  std::map<std::size_t, std::pair<std::string, bool>> sum_rows_;  // what a line is called, is whole
  std::vector<std::size_t> numbered_groups_;                      // lines
  PrintedSums sums_{0};
  std::vector<ColumnSurvey> seen_;
};

Survey Surveyor::run(ingest::Source& source) {
  const bool keyed = source.keys() != nullptr;
  has_heading_ = keyed;
  source.each([&](ingest::Row& row) {
    if (keyed) read_keys(*source.keys());
    take(row);
    return true;
  });
  if (!has_heading_) choose_heading();
  keep_numbered_records();
  if (choose_decimals()) {
    for (auto& seen : seen_) {
      seen.amounts.clear();
      seen.nameless = seen.own_unit = {};
    }
    sums_.clear();
    source.each([&](ingest::Row& row) {
      if (row.line > survey_.heading_line) take_amounts(row);
      return true;
    });
  }
  find_usual_amounts();
  tell_merges();
  tell_wrong_sums();
  return std::move(survey_);
}

void Surveyor::take(ingest::Row& row) {
  if (has_heading_) {
    take_data(row);
    return;
  }
  first_.push_back(row);
  if (rules_.heading_line > 0) keep_title_rows();
  if (has_all_headings()) choose_heading();
}

constexpr std::size_t most_heading_rows = 3;

/// Whether the rows read so far hold all headings there can be, and what lies right below.
bool Surveyor::has_all_headings() const {
  if (rules_.heading_line == 0) return first_.size() >= most_titles;
  const auto below = std::count_if(first_.begin(), first_.end(), [&](const ingest::Row& row) {
    return row.line > rules_.heading_line;
  });
  return static_cast<std::size_t>(below) >= most_heading_rows;
}

/// Far above a heading that somebody named stand the rows of other tables.
void Surveyor::keep_title_rows() {
  constexpr std::size_t enough = 5;
  if (first_.size() > enough && first_.back().line < rules_.heading_line) {
    first_.erase(first_.begin());
  }
}

void Surveyor::read_keys(const std::vector<std::string>& keys) {
  if (keys.size() == survey_.columns.columns.size()) return;
  survey_.columns = read_columns(rules_, keys);
  seen_.resize(keys.size());
}

void Surveyor::refuse_headings() const {
  const auto name = text::visible(file_);
  const auto columns = known_columns(rules_.kind);
  if (rules_.heading_line > 0) {
    throw Error(ErrorKind::refused,
                say("{}: line {} holds no headings: --heading-line names the line in which the "
                    "columns are named",
                    name,
                    rules_.heading_line));
  }
  if (first_.empty()) {
    throw Error(ErrorKind::refused,
                say("{} is empty: its first line names the columns, as {}", name, columns));
  }
  std::string line;
  for (const auto& cell : first_.front().cells) line += (line.empty() ? "" : ",") + cell;
  const auto shown = text::visible(text::cut(line, 60));
  throw Error(ErrorKind::refused,
              say("{}: no row names columns of this kind; the first is '{}', and there are {}; "
                  "--map HEADING=FIELD says what else a column holds",
                  name,
                  shown,
                  columns));
}

/// Whether a row above the headings speaks of the table below: those above a heading that somebody
/// named may be of another.
bool Surveyor::is_title(std::size_t row, const HeadingRows& headings) const {
  if (rules_.heading_line == 0) return true;
  for (auto at = row; at < headings.first; ++at) {
    const auto own = own_cells(first_[at]);
    const auto filled =
        std::count_if(own.begin(), own.end(), [](const auto& cell) { return !cell.empty(); });
    if (filled > 2) return false;
  }
  return true;
}

void Surveyor::choose_heading() {
  has_heading_ = true;
  const auto headings = find_headings(rules_, first_, rules_.heading_line);
  if (!headings) refuse_headings();
  survey_.heading_line = first_[headings->last].line;
  if (!rules_.titles.empty()) read_title(rules_.titles);
  for (std::size_t at = 0; at < headings->first; ++at) {
    if (is_title(at, *headings)) read_title(first_[at].cells);
  }
  survey_.columns = read_columns(rules_, headings->names);
  parts_ = headings->parts;
  seen_.resize(survey_.columns.columns.size());
  sums_ = PrintedSums(seen_.size());
  std::vector<std::vector<std::string>> rows;
  for (auto at = headings->first; at <= headings->last; ++at) rows.push_back(first_[at].cells);
  finder_.emplace(rules_, survey_.columns, rows);
  for (const auto& problem : first_[headings->last].problems) {
    survey_.problems.push_back({problem.column, problem.message});
  }
  for (std::size_t at = headings->last + 1; at < first_.size(); ++at) {
    if (at == headings->last + 1 && is_row_of_units(own_cells(first_[at]))) {
      take_units(first_[at]);
      continue;
    }
    take_data(first_[at]);
  }
  first_.clear();
}

/// A title's unit may stand in a cell of its own, beside who filled the table in.
void Surveyor::read_title(const std::vector<std::string>& cells) {
  std::string line;
  for (const auto& cell : cells) {
    if (text::trim(cell).empty()) continue;
    line += (line.empty() ? "" : "  ") + cell;
    survey_.titles.push_back(cell);
    const auto period = period_in_title(cell);
    if (period && !survey_.title) survey_.title = period;
  }
  if (rules_.title_unit.empty()) rules_.title_unit = unit_in_title(line);
}

void Surveyor::take_units(const ingest::Row& row) {
  survey_.asides.push_back({row.line, Aside::units});
  const auto cells = own_cells(row);
  auto& columns = survey_.columns.columns;
  for (std::size_t column = 0; column < std::min(columns.size(), cells.size()); ++column) {
    auto unit = text::fold(cells[column]);
    std::erase(unit, '(');
    std::erase(unit, ')');
    if (!unit.empty()) take_unit(columns[column], unit);
  }
}

void Surveyor::take_data(const ingest::Row& row) {
  const bool is_blank =
      std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
        return text::trim(cell).empty();
      });
  if (is_blank) return;
  if (finder_ && take_aside(row)) {
    take_amounts(row);
    return;
  }
  ++survey_.rows;
  const auto& cells = row.cells;
  look_at_unknown(cells);
  take_merges(row);
  const auto& columns = survey_.columns.columns;
  for (std::size_t column = 0; column < std::min(columns.size(), cells.size()); ++column) {
    if (is_number(columns[column].target.type) && !cells[column].empty()) {
      take_number(column, row.line, cells[column]);
    }
  }
  take_amounts(row);
}

/// Whether a row is no record; then it is kept what it is.
bool Surveyor::take_aside(const ingest::Row& row) {
  const auto aside = finder_->find(row);
  if (!aside) return false;
  const bool begins_table = *aside == Aside::table && finder_->begins_table();
  survey_.asides.push_back({row.line, *aside});
  if (finder_->was_by_number()) numbered_groups_.push_back(row.line);
  if (*aside == Aside::total || *aside == Aside::group) {
    sum_rows_[row.line] = {finder_->said(), finder_->word().is_whole};
  }
  if (begins_table) {
    auto message =
        say("another table begins in line {}: it is not read; --heading-line {} reads it",
            row.line,
            row.line);
    if (rules_.strict) survey_.problems.push_back({0, message});
    survey_.notes.push_back(std::move(message));
  } else if (finder_->was_unsure() && rules_.strict) {
    survey_.problems.push_back(
        {0,
         say("line {}, '{}', is taken for a row that is no record: take it out, or leave out "
             "--strict",
             row.line,
             finder_->said())});
  }
  return true;
}

/// Whether a value that is merged over several records holds for each: a name does, an amount or a
/// number that only one record has does not.
bool can_be_shared(Kind kind, const ColumnTarget& target) {
  if (target.use == ColumnUse::reference || target.use == ColumnUse::identity) return false;
  if (is_number(target.type)) return false;
  if (target.use != ColumnUse::field || target.type != FieldType::text) return true;
  const auto numbering = numbering_fields(kind);
  return std::find(numbering.begin(), numbering.end(), target.field) == numbering.end();
}

void Surveyor::take_merges(const ingest::Row& row) {
  for (const auto& cell : row.merged) {
    if (cell.column > seen_.size()) continue;
    const auto& target = survey_.columns.columns[cell.column - 1].target;
    if (target.use == ColumnUse::unknown || target.use == ColumnUse::passed_over) continue;
    auto& seen = seen_[cell.column - 1].merges;
    if (!can_be_shared(rules_.kind, target)) {
      auto& [merged, rows] = seen.shared[cell.first_line];
      merged = cell;
      ++rows;
      under_merges_.insert_or_assign(row.line, row);
    } else if (row.line > cell.first_line) {
      if (seen.filled++ == 0) seen.first = cell;
    }
  }
}

/// What one of the last digit of a number counts: half of it is lost where it was rounded.
std::int64_t last_digit_of(const std::string& cell, std::int64_t minor) {
  std::int64_t digits = 0;
  for (const char symbol : text::fold(cell)) {
    constexpr std::int64_t most = 1'000'000'000'000'000;
    if (text::is_digit(symbol) && digits < most) {
      digits = digits * 10 + (symbol - '0');
    } else if (digits > 0 && symbol != '.' && symbol != ',') {
      break;
    }
  }
  return digits == 0 ? 1 : std::max<std::int64_t>(1, minor / digits);
}

void Surveyor::take_number(std::size_t column, std::size_t line, const std::string& cell) {
  auto& seen = seen_[column];
  switch (style_of_number(cell)) {
    case NumberStyle::none:
      break;
    case NumberStyle::plain:
      seen.plain.add(line);
      break;
    case NumberStyle::european:
      seen.european.add(line);
      break;
    case NumberStyle::plain_if_alone:
      seen.grouped.add(line);
      break;
    case NumberStyle::point_if_alone:
      seen.pointed.add(line);
      break;
  }
}

/// Whether an amount says of itself what its column says otherwise.
bool states_other_unit(const MoneyUnit& of_column,
                       std::string_view cell,
                       const ParsedAmount& amount) {
  const auto currency = amount.amount->money.currency;
  if (amount.states_currency && of_column.currency && *of_column.currency != currency) return true;
  if (!amount.states_scale) return false;
  const auto number_end = cell.find_last_of("0123456789");
  const auto own = number_end == std::string_view::npos
                       ? Result<MoneyUnit>(Problem{})
                       : parse_money_unit(cell.substr(number_end + 1));
  return !own || own->factor != of_column.factor;
}

/// Whether a cell is that of a row above, whose amount counts once.
bool is_merged_from_above(const ingest::Row& row, std::size_t column) {
  return std::any_of(row.merged.begin(), row.merged.end(), [&](const ingest::MergedCell& cell) {
    return cell.column == column + 1 && cell.first_line < row.line;
  });
}

/// The amounts of a record, or those a row of sums prints.
void Surveyor::take_amounts(const ingest::Row& row) {
  const auto aside = aside_at(survey_, row.line);
  const auto sum = sum_rows_.find(row.line);
  if (aside && sum == sum_rows_.end()) return;
  const auto& cells = row.cells;
  const auto& columns = survey_.columns.columns;
  const auto of_row =
      amounts_of_row(columns, cells, {{}, survey_.columns.currency, unit_, false, true});
  if (!of_row) return;
  std::vector<std::optional<Money>> amounts(columns.size());
  std::vector<std::optional<PrintedSums::Figure>> figures(columns.size());
  for (std::size_t column = 0; column < std::min(columns.size(), cells.size()); ++column) {
    const auto& of = columns[column];
    if (of.target.type != FieldType::amount || is_merged_from_above(row, column)) continue;
    const auto read = read_amount(of, cells[column], *of_row);
    if (!read || !read->amount) continue;
    const auto money = read->amount->money;
    amounts[column] = money;
    figures[column] = {money, last_digit_of(cells[column], money.minor)};
    if (aside) continue;
    auto& seen = seen_[column];
    seen.amounts[money.currency].push_back(money.minor);
    const bool names_currency = read->states_currency || of_row->currency || of_row->otherwise ||
                                (of.money && of.money->currency);
    if (!names_currency) seen.nameless.add(row.line, cells[column]);
    if (of.money && states_other_unit(*of.money, cells[column], *read)) {
      seen.own_unit.add(row.line, cells[column]);
    }
  }
  if (aside) {
    sums_.add_sum(row.line, sum->second.first, sum->second.second, std::move(figures));
  } else if (finder_) {
    sums_.add_record(amounts, county_of(row));
  }
}

/// What a row says of where it lies; "" where no column does.
std::string_view Surveyor::county_of(const ingest::Row& row) const {
  const auto& columns = survey_.columns.columns;
  for (std::size_t column = 0; column < std::min(columns.size(), row.cells.size()); ++column) {
    const auto& target = columns[column].target;
    const bool is_field = target.use == ColumnUse::field || target.use == ColumnUse::project;
    if (is_field && target.name == "county") return row.cells[column];
  }
  return "";
}

/// Where nearly every row is numbered as groups are, they are the records.
void Surveyor::keep_numbered_records() {
  if (numbered_groups_.size() <= survey_.rows) return;
  for (const auto line : numbered_groups_) {
    std::erase_if(survey_.asides, [line](const AsideRow& row) { return row.line == line; });
    sum_rows_.erase(line);
  }
  survey_.rows += numbered_groups_.size();
  sums_.clear();
}

/// Whether the rows under a merged cell are one deal, as they say the same but for what a record
/// has several of; then it is kept as one row.
bool Surveyor::joins(const ingest::MergedCell& cell) {
  const auto first = under_merges_.lower_bound(cell.first_line);
  const auto end = under_merges_.upper_bound(cell.last_line);
  const auto& columns = survey_.columns.columns;
  auto cells = first->second.cells;
  cells.resize(columns.size());
  bool has_list = false;
  for (auto at = std::next(first); at != end; ++at) {
    const auto& more = at->second.cells;
    for (std::size_t column = 0; column < std::min(columns.size(), more.size()); ++column) {
      const auto& target = columns[column].target;
      if (target.use == ColumnUse::unknown || target.use == ColumnUse::passed_over) continue;
      const bool is_there =
          (";" + cells[column] + ";").find(";" + more[column] + ";") != std::string::npos;
      if (text::trim(more[column]).empty() || is_there) continue;
      if (target.type != FieldType::list || cells[column].empty()) return false;
      cells[column] += ";" + more[column];
      has_list = true;
    }
  }
  if (!has_list) return false;  // twice the same row is no deal of several firms
  survey_.joined[first->first] = std::move(cells);
  for (auto at = std::next(first); at != end; ++at) survey_.joined[at->first] = {};
  return true;
}

void Surveyor::tell_merges() {
  for (std::size_t column = 0; column < seen_.size(); ++column) {
    const auto& merges = seen_[column].merges;
    for (const auto& [line, found] : merges.shared) {
      if (found.second < 2) continue;
      if (joins(found.first)) {
        survey_.notes.push_back(
            column_name(survey_.columns.columns, column) + ": " +
            say("{} is one cell over rows of one deal: it is taken once", range_of(found.first)));
      } else {
        survey_.shared.push_back(found.first);
      }
    }
    if (merges.filled == 0) continue;
    survey_.notes.push_back(
        column_name(survey_.columns.columns, column) + ": " +
        say_count("a merged cell ({1}) holds for {0} row below it as well",
                  "merged cells ({1} is the first) hold for {0} rows below them as well",
                  static_cast<std::int64_t>(merges.filled),
                  range_of(merges.first)));
  }
}

void Surveyor::tell_wrong_sums() {
  for (const auto& [line, column, word, printed, of_rows] : sums_.find_wrong()) {
    auto message = say("line {}: '{}' prints {}, its rows give {}",
                       line,
                       word,
                       format_money(printed),
                       format_money(of_rows));
    if (rules_.strict) survey_.problems.push_back({column + 1, message});
    survey_.notes.push_back(column_name(survey_.columns.columns, column) + ": " +
                            std::move(message));
  }
}

/// Columns that nobody knows are looked at: money, days, counties and kinds of agreements are not
/// passed over.
void Surveyor::look_at_unknown(const std::vector<std::string>& cells) {
  const auto& columns = survey_.columns.columns;
  for (std::size_t column = 0; column < std::min(columns.size(), cells.size()); ++column) {
    if (columns[column].target.use != ColumnUse::unknown || columns[column].heading.empty())
      continue;
    auto& seen = seen_[column].unknown;
    constexpr std::size_t enough = 200;
    const auto cell = text::trim(cells[column]);
    if (says_nothing(cell, FieldType::amount) || seen.filled == enough) continue;
    ++seen.filled;
    const auto amount = parse_amount(cell, AmountRules{.unit = MoneyUnit{}, .rounds = true});
    if (amount && amount->amount) ++seen.numbers;
    if (amount && amount->amount && amount->states_currency) ++seen.amounts;
    const bool is_long = cell.size() >= 6;
    const auto date = is_long ? parse_file_date(cell, {2000, DateOrder::dmy}) : Date{};
    if (is_long && ((date && date->is_day()) || split_time(cell))) ++seen.days;
    if (rules_.kind == Kind::signing && parse_word<SigningKind>(cell, "kind")) ++seen.kinds;
    const auto counties = match_division(cell, DivisionLevel::county);
    if (!counties.empty() && (counties[0].name == cell || counties[0].short_name == cell)) {
      ++seen.counties;
    }
  }
}

/// Whether a heading says that money stands below it.
bool names_money(const std::string& heading) {
  constexpr std::string_view words[] = {
      "金额", "资金", "投资", "造价", "amount", "investment", "capital", "funds"};
  for (const auto& reading : heading_readings(heading)) {
    const auto unit = parse_money_unit(reading.unit);
    if (unit && unit->currency) return true;
  }
  const auto folded = simple_script(text::fold(heading));
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
    return folded.find(word) != std::string::npos;
  });
}

/// A column that holds what totals are made of is taken or passed over because somebody says so.
void Surveyor::refuse_unknown(std::size_t column) {
  const auto& heading = survey_.columns.columns[column].heading;
  const auto& seen = seen_[column].unknown;
  const auto& problems = survey_.columns.problems;
  const bool is_told = std::any_of(problems.begin(), problems.end(), [&](const auto& problem) {
    return problem.column == column + 1;
  });
  // One figure of several below one heading: the others say what it is about.
  const bool is_part = column < parts_.size() && parts_[column];
  if (seen.filled == 0 || is_told || is_part) return;
  // Who says with --map which column is the amount has looked at the others.
  const auto is_mapped = [this](const auto& is_it) {
    return std::any_of(rules_.map.begin(), rules_.map.end(), [&](const MappedColumn& mapped) {
      const auto target = target_of_name(rules_.kind, mapped.field);
      const bool is_field = target.use == ColumnUse::field || target.use == ColumnUse::project;
      return is_field && is_it(target);
    });
  };
  const auto is_type = [&](FieldType type) {
    return is_mapped([type](const ColumnTarget& target) { return target.type == type; });
  };
  std::string message;
  const bool is_money =
      seen.amounts * 2 > seen.filled || (names_money(heading) && seen.numbers * 2 > seen.filled);
  const bool is_date = seen.days * 2 > seen.filled;
  const bool is_county = seen.counties * 2 > seen.filled;
  if (is_money && !is_type(FieldType::amount)) {
    message =
        say("it looks like money, and no field is called so: --map '{0}=FIELD' says which it "
            "is, --map '{0}=-' passes it over",
            heading);
  } else if (is_date && !is_type(FieldType::date)) {
    message =
        say("it looks like dates, and no field is called so: --map '{0}=FIELD' says which it "
            "is, --map '{0}=-' passes it over",
            heading);
  } else if (is_county && !is_mapped([](const ColumnTarget& target) {
               return target.name == "county" || target.name == "area";
             })) {
    message =
        say("it looks like counties, and no field is called so: --map '{0}=FIELD' says which "
            "it is, --map '{0}=-' passes it over",
            heading);
  } else if (seen.kinds * 2 > seen.filled &&
             !is_mapped([](const ColumnTarget& target) { return target.name == "kind"; })) {
    message =
        say("it looks like kinds of agreements, and no field is called so: --map '{0}=FIELD' says "
            "which it is, --map '{0}=-' passes it over",
            heading);
  }
  if (message.empty()) return;
  survey_.problems.push_back({column + 1, message});
  std::erase(survey_.columns.unknown, heading);
}

/// Decides how each column writes numbers; answers whether any does so the European way.
bool Surveyor::choose_decimals() {
  bool any = false;
  for (std::size_t column = 0; column < seen_.size(); ++column) {
    choose_decimal(column, seen_[column]);
    if (survey_.columns.columns[column].target.use == ColumnUse::unknown) refuse_unknown(column);
    any = any || survey_.columns.columns[column].european;
  }
  return any;
}

void Surveyor::choose_decimal(std::size_t column, ColumnSurvey& seen) {
  auto& of = survey_.columns.columns[column];
  if (!is_number(of.target.type)) return;
  const auto name = column_name(survey_.columns.columns, column);
  if (european_) {
    of.european = *european_;
    return;
  }
  if (seen.european.count > 0 && seen.plain.count > 0) {
    survey_.problems.push_back(
        {column + 1,
         say("line {} writes its number with a decimal comma (1.740,50), line {} with a decimal "
             "point (1,740.50): say which it is with --decimal comma or --decimal point",
             seen.european.line,
             seen.plain.line)});
    return;
  }
  of.european = seen.european.count > 0;
  if (of.european) {
    survey_.notes.push_back(
        name + ": " + say("numbers are written as 1.740,50, first in line {}", seen.european.line));
  } else if (seen.pointed.count > 0 && seen.plain.count == 0) {
    survey_.notes.push_back(name + ": " +
                            say("1.740, as in line {}, is taken for a little under two; --decimal "
                                "comma takes it for more than a thousand",
                                seen.pointed.line));
  } else if (seen.grouped.count > 0 && seen.plain.count == 0) {
    survey_.notes.push_back(name + ": " +
                            say("12,300, as in line {}, is taken for twelve thousand; --decimal "
                                "comma takes it for a little over twelve",
                                seen.grouped.line));
  }
}

void Surveyor::find_usual_amounts() {
  for (std::size_t column = 0; column < seen_.size(); ++column) {
    tell_units(column);
    for (auto& [currency, minors] : seen_[column].amounts) {
      // Of two the smaller is the usual one: a slip makes an amount too large.
      const auto middle = minors.begin() + static_cast<std::ptrdiff_t>((minors.size() - 1) / 2);
      std::nth_element(minors.begin(), middle, minors.end());
      survey_.amounts[column][currency] = {*middle, minors.size()};
    }
  }
}

/// Units and currencies of a column that are not all one.
void Surveyor::tell_units(std::size_t column) {
  const auto& seen = seen_[column];
  const auto name = column_name(survey_.columns.columns, column) + ": ";
  if (seen.own_unit.where.count > 0) {
    survey_.notes.push_back(
        name + say_count("'{1}' in line {2} states a unit or currency of its own, which holds",
                         "{0} amounts state a unit or currency of their own, which holds, first "
                         "'{1}' in line {2}",
                         static_cast<std::int64_t>(seen.own_unit.where.count),
                         seen.own_unit.cell,
                         seen.own_unit.where.line));
  }
  const auto& columns = survey_.columns.columns;
  const bool has_currencies = std::any_of(columns.begin(), columns.end(), [](const auto& of) {
    return of.target.use == ColumnUse::currency;
  });
  if (seen.amounts.size() < 2) return;
  std::string all;
  for (const auto& [currency, minors] : seen.amounts) {
    all += (all.empty() ? "" : ", ") + std::to_string(minors.size()) + ' ' +
           std::string(currency.code());
  }
  if (!has_currencies) {
    survey_.notes.push_back(name + say("amounts in several currencies: {}", all));
  }
  if (seen.nameless.where.count > 0) {
    survey_.notes.push_back(
        name +
        say_count("'{1}' in line {2} names no currency and is taken for CNY",
                  "{0} amounts name no currency and are taken for CNY, first '{1}' in line {2}",
                  static_cast<std::int64_t>(seen.nameless.where.count),
                  seen.nameless.cell,
                  seen.nameless.where.line));
  }
}

}  // namespace

std::string column_name(const std::vector<ImportColumn>& columns, std::size_t column) {
  const auto heading = column < columns.size() ? columns[column].heading : "";
  const auto number = column + 1;
  return heading.empty() ? say("column {}", number) : say("column {} '{}'", number, heading);
}

Survey survey_source(ingest::Source& source,
                     ColumnRules rules,
                     std::optional<bool> european,
                     std::optional<AmountUnit> unit,
                     const std::string& file) {
  return Surveyor(std::move(rules), european, unit, file).run(source);
}

std::optional<Aside> aside_at(const Survey& survey, std::size_t line) {
  const auto found = std::lower_bound(
      survey.asides.begin(), survey.asides.end(), line, [](const AsideRow& row, std::size_t of) {
        return row.line < of;
      });
  if (found == survey.asides.end() || found->line != line) return {};
  return found->use;
}

std::vector<ingest::MergedCell> shared_cells(const Survey& survey, const ingest::Row& row) {
  std::vector<ingest::MergedCell> shared;
  std::copy_if(row.merged.begin(),
               row.merged.end(),
               std::back_inserter(shared),
               [&](const ingest::MergedCell& cell) {
                 return std::find(survey.shared.begin(), survey.shared.end(), cell) !=
                        survey.shared.end();
               });
  return shared;
}

std::string range_of(const ingest::MergedCell& cell) {
  std::string letters;
  for (auto rest = cell.column; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters + std::to_string(cell.first_line) + ":" + letters + std::to_string(cell.last_line);
}

}  // namespace leadbook::service
