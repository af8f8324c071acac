// Cells of sheets brought into the forms the fields' own parsers read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/result.hpp"
#include "service/import/columns.hpp"

namespace leadbook::service {

/// How the digits of a number are grouped, as far as one number shows it.
enum class NumberStyle {
  none,            // no separator, or no number
  plain,           // 1,740.50
  european,        // 1.740,50
  plain_if_alone,  // 12,300: grouped unless others in the column say it is 12.3
  point_if_alone,  // 1.740: a decimal point unless others in the column say it is 1740
};
NumberStyle style_of_number(std::string_view text);

/// Whether a text says that nothing is known: "--", "—", "/", and in fields of values "无", "n/a".
bool says_nothing(std::string_view text, FieldType type);

/// What the rest of a row and the command say of its amounts.
struct AmountsOfRow {
  std::optional<Currency> currency = {};   // that the row's own column names
  std::optional<Currency> otherwise = {};  // of amounts for which nothing names one
  std::optional<AmountUnit> unit = {};     // of bare numbers whose column states none
  bool unit_holds = false;                 // also of those with a sign or code, as a column's does
  bool rounds = false;                     // what is finer than the smallest unit
};

/// The one place that says what an amount's number counts: its own scale; else the unit of its
/// column, which the heading, a map, a row of units, the title or a default states; else its
/// currency; else the unit the command names. Nothing for a cell that says nothing is known.
Result<ParsedAmount> read_amount(const ImportColumn& column,
                                 std::string_view cell,
                                 const AmountsOfRow& row);

/// What the row says of its amounts in the column for their currency.
Result<AmountsOfRow> amounts_of_row(const std::vector<ImportColumn>& columns,
                                    const std::vector<std::string>& cells,
                                    AmountsOfRow by_command);

/// The cell as text for the field's parser: "" where nothing is known, a European number with a
/// decimal point, an amount in its full form, a number with its column's unit, a spreadsheet's
/// serial number as its day, a day without its time. A problem where a number stands for digits
/// that are lost (9.123E+17).
Result<std::string> prepare_cell(const ImportColumn& column,
                                 std::string_view text,
                                 bool dates_from_1904);

/// Whether a row's texts say nothing but units, one at least of money: （万元）, 个.
bool is_row_of_units(const std::vector<std::string>& cells);

}  // namespace leadbook::service
