// The cells and columns of totals: keys, values, and of how many records each is made.
#pragma once

#include <string>
#include <vector>

#include "cli/totals/query.hpp"
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

/// What a figure is compared with: a number, none at all, an amount nobody stated, or a time of
/// which the book holds no record.
enum class Base { known, zero, unknown, absent };
Base base_of(Measure measure, const service::TotalsValue* then, bool has_records);

/// What a sum over no records is shown as.
enum class Nothing { blank, zero };

/// The value alone: a count, an amount in `currency`, mu, percent or 10,000 yuan a mu; nothing
/// where it is not known.
present::Cell value_cell(Measure measure,
                         const service::TotalsValue& value,
                         const Currency& currency,
                         Nothing nothing = Nothing::blank);

/// Whether a measure has an average over projects, and that, or the median, of a value with its
/// parts; nothing where no project states it.
bool has_average(Measure measure);
present::Cell of_one_cell(Measure measure,
                          const service::TotalsValue& value,
                          Change change,
                          const Currency& currency);

/// A part of a value, or of what it is divided by.
present::Cell part_cell(Measure measure,
                        std::int64_t number,
                        const Currency& currency,
                        bool divisor);

/// Value and what it rests on: of a sum how many records state it, of a quotient its two numbers.
std::vector<present::Column> value_columns(Measure measure);
std::vector<present::Cell> value_cells(Measure measure,
                                       const service::TotalsValue& value,
                                       const Currency& currency);
/// Those of these columns that people read, by key.
std::vector<std::string> readable_columns(Measure measure);

/// (this - then) / then in hundredths of a percent, of a rate the difference in points; a word
/// where there is nothing to compare with.
present::Cell change_cell(Measure measure,
                          const service::TotalsValue* now,
                          const service::TotalsValue* then,
                          Base base);

}  // namespace leadbook::cli

namespace leadbook {

template <>
std::span<const Word<cli::Base>> words<cli::Base>();

}  // namespace leadbook
