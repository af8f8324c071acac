// What a file says as a whole, before its rows are taken one by one: where the headings are, how
// many rows there are, how each column writes its numbers, and which amounts are usual.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/ingest/source.hpp"
#include "service/import/cells.hpp"
#include "service/import/columns.hpp"

namespace leadbook::service {

/// The amounts of one column in one currency.
struct UsualAmounts {
  std::int64_t median = 0;  // minor units
  std::size_t count = 0;
};

struct Survey {
  std::size_t heading_line = 0;  // 0 where the names stand in each row
  ImportColumns columns;
  std::size_t unit_line = 0;    // of a row of units right below the headings; 0 for none
  std::optional<Period> title;  // the time the titles above the table speak of
  std::size_t rows = 0;
  std::vector<std::string> notes;                                   // "column 3 '投资额': …"
  std::vector<HeaderProblem> problems;                              // of columns as a whole
  std::map<std::size_t, std::map<Currency, UsualAmounts>> amounts;  // by column
};

/// "column 3 '投资额'".
std::string column_name(const std::vector<ImportColumn>& columns, std::size_t column);

/// Reads the source once, or twice where numbers are European. `european` says how all numbers
/// are written, where somebody said so, `unit` what bare ones count. Throws Error{refused} where no
/// row can be the heading.
Survey survey_source(ingest::Source& source,
                     ColumnRules rules,
                     std::optional<bool> european,
                     std::optional<AmountUnit> unit,
                     const std::string& file);

/// Whether a row counts the columns: 1, 2, 3 and so on.
bool is_row_of_numbers(const std::vector<std::string>& cells);

/// Whether a row stands under the table, not in it: one text that begins as notes do ("注：",
/// "资料来源") or, `after` another such row, goes on as they do ("2."); or several that begin with
/// a signature ("填表人：甲").
bool is_footnote(const std::vector<std::string>& cells, bool after);

}  // namespace leadbook::service
