// --show: one table as bulletins have it, the figures of a measure side by side.
#pragma once

#include <string>
#include <vector>

#include "cli/totals/table.hpp"
#include "leadbook/domain/word.hpp"

namespace leadbook::cli {

/// A figure that stands beside others of the same measure. All are as at one day.
enum class Shown {
  month,
  quarter,
  ytd,
  last_year,
  yoy,
  mom,
  target,
  completion,
  planned,
  pace,
  place,
};

/// "month,ytd,yoy": identifiers or names in either language.
std::vector<Shown> read_shown(const std::string& text);

/// A row a group, a column for each measure and figure; the measures are those of the query.
/// Throws Error{usage} for figures that these rows cannot have.
TotalsTable make_shown_table(Env& env,
                             const service::TotalsQuery& query,
                             const std::vector<Shown>& shown);

/// What the figures of single periods (month, quarter, ytd, last_year) are made of, and the records
/// behind one of them: "龙江县:signed.month"; without a period that of the year so far. The others
/// are worked out of these. Throws Error{usage} where none of them is shown or asked.
TotalsTable explain_shown(Env& env,
                          const service::TotalsQuery& query,
                          const std::vector<Shown>& shown);
TotalsTable list_shown_figure(Env& env,
                              const service::TotalsQuery& query,
                              const std::vector<Shown>& shown,
                              const std::string& cell);

}  // namespace leadbook::cli

namespace leadbook {

template <>
std::span<const Word<cli::Shown>> words<cli::Shown>();

}  // namespace leadbook
