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

/// The day of a serial number of a spreadsheet, for those of the years 1980 to 2119.
std::optional<Day> day_of_serial(std::string_view text, bool from_1904) {
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
    case FieldType::amount:
    case FieldType::decimal:
    case FieldType::count:
    case FieldType::rate: {
      std::string number(text);
      const bool bare = is_bare_number(text);
      if (column.european) number = with_point(std::move(number));
      // A count may be written as 1,200, a decimal and a rate as well.
      if (bare && type != FieldType::amount) std::erase(number, ',');
      if (bare) number += column.unit;
      return number;
    }
    case FieldType::date:
      if (const auto day = day_of_serial(text, dates_from_1904)) return format_day(*day);
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

Result<std::string> prepare_cell_of(const std::vector<ImportColumn>& columns,
                                    std::size_t column,
                                    const std::vector<std::string>& cells,
                                    bool dates_from_1904) {
  auto text = prepare_cell(columns[column], cells[column], dates_from_1904);
  if (columns[column].target.type != FieldType::amount) return text;
  for (std::size_t other = 0; other < std::min(columns.size(), cells.size()); ++other) {
    if (!text || text->empty()) break;
    const auto currency = text::trim(cells[other]);
    const bool names_it = columns[other].target.use == ColumnUse::currency;
    if (names_it && !says_nothing(currency, FieldType::currency)) {
      text = with_currency(*text, currency);
    }
  }
  return text;
}

Result<std::string> with_currency(const std::string& amount_text, std::string_view currency) {
  const auto wanted = Currency::parse(currency);
  if (!wanted) return wanted.problem();
  const auto parsed = parse_amount(amount_text);
  if (!parsed || !parsed->amount) return amount_text;  // its own parser says what is wrong
  auto amount = *parsed->amount;
  auto& money = amount.money;
  if (money.currency == *wanted) return amount_text;
  if (money.currency != Currency()) {
    return Problem{
        say("'{}' is not in {}, as the row's currency says", amount_text, wanted->code())};
  }
  for (int digits = money.currency.minor_digits(); digits > wanted->minor_digits(); --digits) {
    money.minor /= 10;
  }
  for (int digits = money.currency.minor_digits(); digits < wanted->minor_digits(); ++digits) {
    money.minor *= 10;
  }
  money.currency = *wanted;
  return format_amount(amount);
}

}  // namespace leadbook::service
