// The tables of totals: row by row, side by side, and with what each figure is made of.
#pragma once

#include "cli/frame/env.hpp"
#include "cli/totals/query.hpp"
#include "leadbook/present/table.hpp"

namespace leadbook::cli {

/// A table and the columns of it that people read.
struct TotalsTable {
  present::Table table;
  std::vector<std::string> readable;
  std::string labels;  // the columns that name a row: "county,quarter"
  std::string chart;   // the column a chart draws; "" where there is none
};

/// One row a group, with the sum; measures compared with another period beside their own. With
/// `top` only so many rows of each group, those with the most of the first measure.
TotalsTable make_totals_table(Env& env,
                              const service::TotalsQuery& query,
                              const std::vector<AskedMeasure>& measures,
                              std::optional<std::int64_t> top);

/// The values of one dimension side by side: a column for each of its keys and measures.
TotalsTable make_pivot_table(Env& env,
                             const service::TotalsQuery& query,
                             const std::vector<AskedMeasure>& measures,
                             Dimension pivot);

/// One row a figure: its two numbers, of how many records it is made, and these records.
TotalsTable make_explanation(Env& env, const service::TotalsQuery& query);

/// The records behind one figure: "龙江县:signed", "龙江县,2020Q1:contract_amount", ":signed" for
/// the sum, "龙江县:start_rate.base" for what a rate divides by.
TotalsTable list_figure(Env& env, service::TotalsQuery query, const std::string& cell);

/// The currency of a row: that of the query, or the one its key names.
Currency currency_of(const service::TotalsQuery& query, const service::TotalsRow& row);

}  // namespace leadbook::cli
