// Cells of sheets brought into the forms the fields' own parsers read.
#pragma once

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

/// The cell as text for the field's parser: "" where nothing is known, a European number with a
/// decimal point, a bare number with its column's unit, a spreadsheet's serial number as its day.
/// A problem where a number stands for digits that are lost (9.123E+17).
Result<std::string> prepare_cell(const ImportColumn& column,
                                 std::string_view text,
                                 bool dates_from_1904);

/// The cell of a row as `prepare_cell` has it, an amount in the currency that the row's own column
/// for it names.
Result<std::string> prepare_cell_of(const std::vector<ImportColumn>& columns,
                                    std::size_t column,
                                    const std::vector<std::string>& cells,
                                    bool dates_from_1904);

/// An amount in another currency than its text says, as the row's currency column tells.
Result<std::string> with_currency(const std::string& amount_text, std::string_view currency);

}  // namespace leadbook::service
