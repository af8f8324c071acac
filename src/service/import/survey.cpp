#include "service/import/survey.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/naming/heading.hpp"
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

struct ColumnSurvey {
  Shown plain;
  Shown european;
  Shown grouped;  // 12,300 alone
  Shown pointed;  // 1.740 alone
  std::map<Currency, std::vector<std::int64_t>> amounts;
};

class Surveyor {
 public:
  Surveyor(ColumnRules rules, std::optional<bool> european, const std::string& file)
      : rules_(std::move(rules)), european_(european), file_(file) {}

  Survey run(ingest::Source& source);

 private:
  void take(ingest::Row& row);
  void choose_heading();
  void read_keys(const std::vector<std::string>& keys);
  void take_data(std::size_t line, const std::vector<std::string>& cells);
  void take_number(std::size_t column, std::size_t line, const std::string& cell);
  void take_amounts(const std::vector<std::string>& cells);
  bool choose_decimals();
  void choose_decimal(std::size_t column, ColumnSurvey& seen);
  void find_usual_amounts();

  ColumnRules rules_;
  std::optional<bool> european_;
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
    for (auto& seen : seen_) seen.amounts.clear();
    source.each([&](ingest::Row& row) {
      if (row.line > survey_.heading_line) take_amounts(row.cells);
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
      throw Error(ErrorKind::usage,
                  say("{} is empty: its first line names the columns, as {}", name, columns));
    }
    std::string line;
    for (const auto& cell : first_.front().cells) line += (line.empty() ? "" : ",") + cell;
    const auto shown = text::visible(text::cut(line, 60));
    throw Error(ErrorKind::usage,
                say("{}: no row names columns of this kind; the first is '{}', and there are {}; "
                    "--map HEADING=FIELD says what else a column holds",
                    name,
                    shown,
                    columns));
  }
  survey_.heading_line = first_[best].line;
  for (std::size_t at = 0; at < best; ++at) {
    for (const auto& cell : first_[at].cells) {
      if (rules_.title_unit.empty()) rules_.title_unit = unit_in_title(cell);
    }
  }
  survey_.columns = read_columns(rules_, first_[best].cells);
  seen_.resize(survey_.columns.columns.size());
  for (const auto& problem : first_[best].problems) {
    survey_.problems.push_back({problem.column, problem.message});
  }
  for (std::size_t at = best + 1; at < first_.size(); ++at) {
    take_data(first_[at].line, first_[at].cells);
  }
  first_.clear();
}

void Surveyor::take_data(std::size_t line, const std::vector<std::string>& cells) {
  ++survey_.rows;
  const auto& columns = survey_.columns.columns;
  for (std::size_t column = 0; column < std::min(columns.size(), cells.size()); ++column) {
    if (is_number(columns[column].target.type) && !cells[column].empty()) {
      take_number(column, line, cells[column]);
    }
  }
  take_amounts(cells);
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

void Surveyor::take_amounts(const std::vector<std::string>& cells) {
  const auto& columns = survey_.columns.columns;
  for (std::size_t column = 0; column < std::min(columns.size(), cells.size()); ++column) {
    if (columns[column].target.type != FieldType::amount) continue;
    if (const auto money = amount_of(columns, column, cells)) {
      seen_[column].amounts[money->currency].push_back(money->minor);
    }
  }
}

/// Decides how each column writes numbers; answers whether any does so the European way.
bool Surveyor::choose_decimals() {
  bool any = false;
  for (std::size_t column = 0; column < seen_.size(); ++column) {
    choose_decimal(column, seen_[column]);
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
    for (auto& [currency, minors] : seen_[column].amounts) {
      const auto middle = minors.begin() + static_cast<std::ptrdiff_t>(minors.size() / 2);
      std::nth_element(minors.begin(), middle, minors.end());
      survey_.amounts[column][currency] = {*middle, minors.size()};
    }
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
                     const std::string& file) {
  return Surveyor(std::move(rules), european, file).run(source);
}

std::optional<Money> amount_of(const std::vector<ImportColumn>& columns,
                               std::size_t column,
                               const std::vector<std::string>& cells) {
  const auto text = prepare_cell_of(columns, column, cells, false);
  if (!text || text->empty()) return {};
  const auto parsed = parse_amount(*text);
  if (!parsed || !parsed->amount) return {};
  return parsed->amount->money;
}

bool is_footnote(const std::vector<std::string>& cells, bool after) {
  if (cells.empty()) return false;
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
