// The cells and columns of totals: keys, values, and of how many records each is made.
#pragma once

#include <string>
#include <vector>

#include "leadbook/present/table.hpp"
#include "leadbook/service/totals/totals.hpp"
#include "leadbook/store/record/names.hpp"

namespace leadbook::cli {

/// The columns of a dimension (a county has its code beside it), and its cells for a key.
std::vector<present::Column> key_columns(Dimension dimension);
std::vector<present::Cell> key_cells(Dimension dimension,
                                     const service::TotalsKey& key,
                                     store::Names& names);
/// The key cells of the line of sums: "Total" in the first, in data the word "total".
std::vector<present::Cell> total_key_cells(const std::vector<Dimension>& by);

/// A key as people see it.
/// Has the names of the counties and companies that some rows are about read together.
void expect_keys(const std::vector<service::TotalsRow>& rows, store::Names& names);

std::string key_text(Dimension dimension, const service::TotalsKey& key, store::Names& names);

/// The value alone: a count, an amount in `currency`, mu, percent or 10,000 yuan a mu; nothing
/// where it is not known.
present::Cell value_cell(Measure measure,
                         const service::TotalsValue& value,
                         const Currency& currency);

/// Value and what it rests on: of a sum how many records state it, of a quotient its two numbers.
std::vector<present::Column> value_columns(Measure measure);
std::vector<present::Cell> value_cells(Measure measure,
                                       const service::TotalsValue& value,
                                       const Currency& currency);
/// Those of these columns that people read, by key.
std::vector<std::string> readable_columns(Measure measure);

/// (this - then) / then in hundredths of a percent; a word where `then` is nothing or zero.
present::Cell change_cell(Measure measure,
                          const service::TotalsValue* now,
                          const service::TotalsValue* then);

}  // namespace leadbook::cli
