// What a file says as a whole, before its rows are taken one by one: where the headings are, how
// many rows there are, how each column writes its numbers, and which amounts are usual.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/amount/money.hpp"
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
  std::size_t rows = 0;
  std::vector<std::string> notes;                                   // "column 3 '投资额': …"
  std::vector<HeaderProblem> problems;                              // of columns as a whole
  std::map<std::size_t, std::map<Currency, UsualAmounts>> amounts;  // by column
};

/// "column 3 '投资额'".
std::string column_name(const std::vector<ImportColumn>& columns, std::size_t column);

/// Reads the source once, or twice where numbers are European. `european` says how all numbers
/// are written, where somebody said so. Throws Error{usage} where no row can be the heading.
Survey survey_source(ingest::Source& source,
                     ColumnRules rules,
                     std::optional<bool> european,
                     const std::string& file);

/// The amount of a row in a column, in the row's currency; nothing where it has none.
std::optional<Money> amount_of(const std::vector<ImportColumn>& columns,
                               std::size_t column,
                               const std::vector<std::string>& cells);

/// Whether a row stands under the table, not in it: one text that begins as notes do ("注：",
/// "资料来源") or, `after` another such row, goes on as they do ("2.").
bool is_footnote(const std::vector<std::string>& cells, bool after);

}  // namespace leadbook::service
