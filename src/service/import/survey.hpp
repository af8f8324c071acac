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
#include "leadbook/service/money/usual_amounts.hpp"
#include "service/import/asides.hpp"
#include "service/import/cells.hpp"
#include "service/import/columns.hpp"

namespace leadbook::service {

/// A row that is no record.
struct AsideRow {
  std::size_t line = 0;
  Aside use = Aside::note;
};

struct Survey {
  std::size_t heading_line =
      0;  // the last, where there are two; 0 where the names stand in each row
  ImportColumns columns;
  std::vector<AsideRow> asides;            // by their lines
  std::vector<ingest::MergedCell> shared;  // cells over several records that each need their own
  /// Rows under a merged amount that say the same of one deal: the first with the cells of all, the
  /// others, by their lines, with none.
  std::map<std::size_t, std::vector<std::string>> joined;
  std::vector<std::string> titles;  // what stands above the table
  std::optional<Period> title;      // the time the titles above the table speak of
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

/// What a line is where it is no record.
std::optional<Aside> aside_at(const Survey& survey, std::size_t line);

/// The cells over several records that one of them would have to share with others.
std::vector<ingest::MergedCell> shared_cells(const Survey& survey, const ingest::Row& row);

/// "E2:E3".
std::string range_of(const ingest::MergedCell& cell);

}  // namespace leadbook::service
