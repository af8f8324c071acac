#include "service/import/cells.hpp"

#include <algorithm>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

bool is_digit(char symbol) { return symbol >= '0' && symbol <= '9'; }

bool is_all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// "-12,300.50": a number and nothing else.
bool is_bare_number(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  return !text.empty() && is_digit(text.front()) &&
         text.find_first_not_of("0123456789.,") == std::string_view::npos;
}

/// The first run of digits, points and commas.
std::string_view number_in(std::string_view text) {
  const auto first = text.find_first_of("0123456789");
  if (first == std::string_view::npos) return {};
  const auto end = text.find_first_not_of("0123456789.,", first);
  auto number = text.substr(first, end == std::string_view::npos ? end : end - first);
  while (!number.empty() && !is_digit(number.back())) number.remove_suffix(1);
  return number;
}

/// Whether the digits stand in groups of three behind the first separator.
bool is_grouped(std::string_view number, char separator) {
  const auto parts = text::split(number, separator);
  return parts.front().size() <= 3 && parts.front() != "0" &&
         std::all_of(parts.begin() + 1, parts.end(), [](std::string_view part) {
           return part.size() == 3;
         });
}

/// Digits lost to a spreadsheet: 9.12302E+17.
bool is_scientific(std::string_view text) {
  const auto mark = text.find_first_of("eE");
  if (mark == std::string_view::npos || mark == 0) return false;
  auto exponent = text.substr(mark + 1);
  if (exponent.starts_with('+')) exponent.remove_prefix(1);
  const auto digits = text.substr(0, mark);
  const auto point = digits.find('.');
  return is_all_digits(exponent) && point != std::string_view::npos &&
         is_all_digits(digits.substr(0, point)) && is_all_digits(digits.substr(point + 1));
}

/// The day of a serial number of a spreadsheet, for those of the years 1980 to 2119; a fraction is
/// the time of day.
std::optional<Day> day_of_serial(std::string_view text, bool from_1904) {
  if (const auto point = text.find('.'); point != std::string_view::npos) {
    if (!is_all_digits(text.substr(point + 1))) return {};
    text = text.substr(0, point);
  }
  if (text.size() != 5 || !is_all_digits(text)) return {};
  int serial = 0;
  for (const char digit : text) serial = serial * 10 + (digit - '0');
  constexpr int days_1904 = 1462;
  if (from_1904) serial += days_1904;
  if (serial < 29'221 || serial > 80'000) return {};
  // Day 60 of the 1900 calendar never was; all of these are behind it.
  using std::chrono::December;
  return std::chrono::sys_days(std::chrono::year{1899} / December / 30) + std::chrono::days(serial);
}

std::string with_point(std::string text) {
  std::erase(text, '.');
  std::replace(text.begin(), text.end(), ',', '.');
  return text;
}

}  // namespace

NumberStyle style_of_number(std::string_view text) {
  const auto number = number_in(text);
  const auto commas = std::count(number.begin(), number.end(), ',');
  const auto points = std::count(number.begin(), number.end(), '.');
  if (commas == 0 && points == 0) return NumberStyle::none;
  if (commas > 0 && points > 0) {
    return number.rfind(',') > number.rfind('.') ? NumberStyle::european : NumberStyle::plain;
  }
  if (commas > 0) {
    if (!is_grouped(number, ',')) return commas == 1 ? NumberStyle::european : NumberStyle::none;
    return commas == 1 ? NumberStyle::plain_if_alone : NumberStyle::plain;
  }
  if (!is_grouped(number, '.')) return NumberStyle::plain;
  return points == 1 ? NumberStyle::point_if_alone : NumberStyle::european;
}

bool says_nothing(std::string_view text, FieldType type) {
  if (text.empty()) return true;
  constexpr std::string_view dashes[] = {"--", "-", "—", "——", "–", "－", "/", "\\"};
  if (std::find(std::begin(dashes), std::end(dashes), text) != std::end(dashes)) return true;
  if (type == FieldType::text || type == FieldType::list) return false;
  constexpr std::string_view words[] = {"无",
                                        "暂无",
                                        "未知",
                                        "不详",
                                        "待定",
                                        "n/a",
                                        "N/A",
                                        "NA",
                                        "null",
                                        "NULL",
                                        "nil",
                                        "none",
                                        "#N/A"};
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

Result<std::string> prepare_cell(const ImportColumn& column,
                                 std::string_view text,
                                 bool dates_from_1904) {
  text = text::trim(text);
  const auto type = column.target.type;
  if (says_nothing(text, type)) return std::string();
  switch (type) {
    case FieldType::amount: {
      const auto amount = read_amount(column, text, {});
      if (!amount) return amount.problem();
      return amount->amount ? format_amount(*amount->amount) : std::string();
    }
    case FieldType::decimal:
    case FieldType::count:
    case FieldType::rate: {
      // Full-width digits are bare ones as well.
      auto number = text::fold(text);
      const bool bare = is_bare_number(number);
      if (column.european) number = with_point(std::move(number));
      // A count may be written as 1,200, a decimal and a rate as well.
      if (bare) std::erase(number, ',');
      if (bare) number += column.unit;
      return number;
    }
    case FieldType::date:
      if (const auto day = day_of_serial(text, dates_from_1904)) return format_day(*day);
      if (auto split = split_time(text)) return std::move(split->date);
      return std::string(text);
    case FieldType::text:
      if (is_scientific(text)) {
        return Problem{
            say("the spreadsheet kept '{}' as a number and lost its digits: format the "
                "column as text and enter it again",
                text)};
      }
      return std::string(text);
    case FieldType::currency:
    case FieldType::word:
    case FieldType::reference:
    case FieldType::list:
      break;
  }
  return std::string(text);
}

Result<ParsedAmount> read_amount(const ImportColumn& column,
                                 std::string_view cell,
                                 const AmountsOfRow& row) {
  std::string text(text::trim(cell));
  if (says_nothing(text, FieldType::amount)) return ParsedAmount{};
  if (column.european) text = with_point(std::move(text));
  AmountRules rules = rules_of_bare(row.unit);
  rules.needs_bare = rules.needs_bare && !row.unit_holds;
  rules.rounds = row.rounds;
  const bool has_currency = row.currency || (row.otherwise && !row.unit);
  if (column.money || has_currency) {
    rules.unit = column.money.value_or(MoneyUnit{});
    rules.needs_bare = false;
  }
  // 万元 and 金额 are said of any currency; 万美元 is not.
  const bool is_of_any =
      !column.money || !column.money->currency || column.money->currency == Currency();
  const auto named = row.currency ? row.currency : row.otherwise;
  if (rules.unit && named && is_of_any) rules.unit->currency = named;
  auto parsed = parse_amount(text, rules);
  if (parsed && parsed->amount && row.currency && parsed->amount->money.currency != *row.currency) {
    return Problem{
        say("'{}' is not in {}, as the row's currency says", text, row.currency->code())};
  }
  return parsed;
}

Result<AmountsOfRow> amounts_of_row(const std::vector<ImportColumn>& columns,
                                    const std::vector<std::string>& cells,
                                    AmountsOfRow by_command) {
  for (std::size_t column = 0; column < std::min(columns.size(), cells.size()); ++column) {
    if (columns[column].target.use != ColumnUse::currency) continue;
    const auto text = text::trim(cells[column]);
    if (says_nothing(text, FieldType::currency)) continue;
    const auto currency = Currency::parse(text);
    if (!currency) return currency.problem();
    by_command.currency = *currency;
  }
  return by_command;
}

bool is_row_of_units(const std::vector<std::string>& cells) {
  constexpr std::string_view others[] = {
      "亩", "公顷", "个", "人", "家", "户", "%", "mu", "ha", "-"};
  bool has_money = false;
  for (const auto& cell : cells) {
    auto text = text::fold(cell);
    if (text.empty()) continue;
    if (text.front() == '(' && text.back() == ')') text = text.substr(1, text.size() - 2);
    if (text.starts_with("单位:")) text.erase(0, std::string_view("单位:").size());
    if (parse_money_unit(text)) {
      has_money = true;
    } else if (std::find(std::begin(others), std::end(others), text) == std::end(others)) {
      return false;
    }
  }
  return has_money;
}

}  // namespace leadbook::service
