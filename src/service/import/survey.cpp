#include "service/import/survey.hpp"

#include <algorithm>

#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/naming/heading.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

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
};

struct ColumnSurvey {
  UnknownCells unknown;
  ShownCell nameless;  // amounts for which nothing names a currency
  ShownCell own_unit;  // amounts in another unit than their column's
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
  void take_data(std::size_t line, const std::vector<std::string>& cells);
  void take_number(std::size_t column, std::size_t line, const std::string& cell);
  void take_amounts(std::size_t line, const std::vector<std::string>& cells);
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
  if (choose_decimals()) {
    for (auto& seen : seen_) {
      seen.amounts.clear();
      seen.nameless = seen.own_unit = {};
    }
    source.each([&](ingest::Row& row) {
      if (row.line > survey_.heading_line) take_amounts(row.line, row.cells);
      return true;
    });
  }
  find_usual_amounts();
  return std::move(survey_);
}

void Surveyor::take(ingest::Row& row) {
  if (has_heading_) {
    take_data(row.line, row.cells);
    return;
  }
  first_.push_back(row);
  if (first_.size() >= most_titles) choose_heading();
}

void Surveyor::read_keys(const std::vector<std::string>& keys) {
  if (keys.size() == survey_.columns.columns.size()) return;
  survey_.columns = read_columns(rules_, keys);
  seen_.resize(keys.size());
}

/// The first row of which at least half are headings, else the one with the most. A row of one
/// cell ("时间：最近20年") is a title where another can be the heading.
void Surveyor::choose_heading() {
  has_heading_ = true;
  std::size_t best = 0;
  std::size_t most = 0;
  for (const bool lone : {false, true}) {
    if (most > 0) break;
    for (std::size_t at = 0; at < first_.size(); ++at) {
      const auto& cells = first_[at].cells;
      const auto filled = static_cast<std::size_t>(
          std::count_if(cells.begin(), cells.end(), [](const std::string& cell) {
            return !text::trim(cell).empty();
          }));
      const auto known = count_headings(rules_, cells);
      if ((filled == 1) != lone || known <= most) continue;
      best = at;
      most = known;
      if (known >= 2 && known * 2 >= filled) break;
    }
  }
  if (first_.empty() || most == 0) {
    const auto name = text::visible(file_);
    const auto columns = known_columns(rules_.kind);
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
  survey_.heading_line = first_[best].line;
  for (std::size_t at = 0; at < best; ++at) read_title(first_[at].cells);
  survey_.columns = read_columns(rules_, first_[best].cells);
  seen_.resize(survey_.columns.columns.size());
  for (const auto& problem : first_[best].problems) {
    survey_.problems.push_back({problem.column, problem.message});
  }
  for (std::size_t at = best + 1; at < first_.size(); ++at) {
    if (at == best + 1 && is_row_of_units(first_[at].cells)) {
      take_units(first_[at]);
      continue;
    }
    take_data(first_[at].line, first_[at].cells);
  }
  first_.clear();
}

/// A title's unit may stand in a cell of its own, beside who filled the table in.
void Surveyor::read_title(const std::vector<std::string>& cells) {
  std::string line;
  for (const auto& cell : cells) {
    if (!text::trim(cell).empty()) line += (line.empty() ? "" : "  ") + cell;
    const auto period = period_in_title(cell);
    if (period && !survey_.title) survey_.title = period;
  }
  if (rules_.title_unit.empty()) rules_.title_unit = unit_in_title(line);
}

void Surveyor::take_units(const ingest::Row& row) {
  survey_.unit_line = row.line;
  auto& columns = survey_.columns.columns;
  for (std::size_t column = 0; column < std::min(columns.size(), row.cells.size()); ++column) {
    auto unit = text::fold(row.cells[column]);
    std::erase(unit, '(');
    std::erase(unit, ')');
    if (!unit.empty()) take_unit(columns[column], unit);
  }
}

void Surveyor::take_data(std::size_t line, const std::vector<std::string>& cells) {
  ++survey_.rows;
  look_at_unknown(cells);
  const auto& columns = survey_.columns.columns;
  for (std::size_t column = 0; column < std::min(columns.size(), cells.size()); ++column) {
    if (is_number(columns[column].target.type) && !cells[column].empty()) {
      take_number(column, line, cells[column]);
    }
  }
  take_amounts(line, cells);
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

void Surveyor::take_amounts(std::size_t line, const std::vector<std::string>& cells) {
  const auto& columns = survey_.columns.columns;
  const auto of_row =
      amounts_of_row(columns, cells, {{}, survey_.columns.currency, unit_, false, true});
  if (!of_row) return;
  for (std::size_t column = 0; column < std::min(columns.size(), cells.size()); ++column) {
    const auto& of = columns[column];
    if (of.target.type != FieldType::amount) continue;
    const auto read = read_amount(of, cells[column], *of_row);
    if (!read || !read->amount) continue;
    auto& seen = seen_[column];
    const auto money = read->amount->money;
    seen.amounts[money.currency].push_back(money.minor);
    const bool names_currency = read->states_currency || of_row->currency || of_row->otherwise ||
                                (of.money && of.money->currency);
    if (!names_currency) seen.nameless.add(line, cells[column]);
    if (of.money && states_other_unit(*of.money, cells[column], *read)) {
      seen.own_unit.add(line, cells[column]);
    }
  }
}

/// Columns that nobody knows are looked at: money, days and counties are not passed over.
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
  const auto folded = text::fold(heading);
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
  if (seen.filled == 0 || is_told) return;
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
      const auto middle = minors.begin() + static_cast<std::ptrdiff_t>(minors.size() / 2);
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

bool is_row_of_numbers(const std::vector<std::string>& cells) {
  constexpr std::size_t fewest = 3;
  std::size_t count = 0;
  for (const auto& cell : cells) {
    const auto text = text::trim(cell);
    if (text.empty()) continue;
    const auto number = parse_count(text);
    if (!number || *number != static_cast<std::int64_t>(++count)) return false;
  }
  return count >= fewest;
}

bool is_footnote(const std::vector<std::string>& cells, bool after) {
  if (cells.empty()) return false;
  constexpr std::string_view signatures[] = {"填表人:",
                                             "制表人:",
                                             "制表:",
                                             "审核人:",
                                             "审核:",
                                             "负责人:",
                                             "填报人:",
                                             "联系人:",
                                             "单位负责人:"};
  const auto begins = text::fold(cells.front());
  for (const auto word : signatures) {
    if (begins.starts_with(word)) return true;
  }
  for (std::size_t cell = 1; cell < cells.size(); ++cell) {
    if (!text::trim(cells[cell]).empty()) return false;
  }
  constexpr std::string_view beginnings[] = {"注:",    "注：",   "注1",    "注 ",      "备注:",
                                             "备注：", "说明:",  "说明：", "数据来源", "资料来源",
                                             "来源:",  "来源：", "单位:",  "单位：",   "填报单位",
                                             "填表人", "制表",   "审核",   "Note:",    "Source:"};
  auto text = text::trim(cells.front());
  constexpr std::string_view wide_space = "　";
  while (text.starts_with(wide_space)) text.remove_prefix(wide_space.size());
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto behind = text.substr(digits);
  if (after && digits > 0 && (behind.starts_with('.') || behind.starts_with("、"))) return true;
  return std::any_of(std::begin(beginnings), std::end(beginnings), [text](std::string_view word) {
    return text.starts_with(word);
  });
}

}  // namespace leadbook::service
