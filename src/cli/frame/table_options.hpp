// --columns, --sort and --limit: the same for every listing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "leadbook/present/table.hpp"

namespace leadbook::cli {

/// The places of the columns named ("id,title"), in that order; of all where none are named. Throws
/// Error{usage} that names the columns there are.
std::vector<std::size_t> columns_named(const std::vector<present::Column>& columns,
                                       const std::string& names);

/// What a listing is ordered by: "amount", or "-amount" for the greatest first. Rows without a
/// value come last either way.
struct SortColumn {
  std::size_t index = 0;
  bool descending = false;

  bool puts_before(const present::Cell& left, const present::Cell& right) const;
};

/// Nothing where none is named; throws as `columns_named`.
std::optional<SortColumn> sort_column(const std::vector<present::Column>& columns,
                                      const std::string& name);

/// How many rows are wanted; nothing for all. Throws Error{usage} for what is no number.
std::optional<std::int64_t> read_limit(const std::string& limit);

/// The same done to the rows of a table: the columns named are kept, the rows ordered (equals stay
/// as they are), the first rows kept.
void choose_columns(present::Table& table, const std::string& names);
void sort_rows(present::Table& table, const std::string& name);
void limit_rows(present::Table& table, const std::string& limit);

}  // namespace leadbook::cli
