// How an answer is written: the columns, rows and order that are asked for, in the format and to
// the place that are asked for.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/frame/env.hpp"
#include "leadbook/present/card.hpp"
#include "leadbook/present/row_writer.hpp"
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

/// Columns of the terminal; 0 where the output is none and COLUMNS is not set.
std::size_t screen_width(const World& world);

present::Style style_of(Env& env);

/// Whether the output is a table to be read, of few columns, and not one for programs.
bool prints_for_people(Env& env);
bool prints_data(Env& env);

/// Whether what is told of persons is shown: to who looks at the screen, and where it was asked
/// for.
bool shows_persons(Env& env);

/// Calls `write` with what the output goes to: the terminal, a pipe, or the file named by -o,
/// which appears only once it is whole.
void write_output(Env& env, const std::function<void(std::ostream&)>& write);

/// The same with a file of that name, whatever its extension; it is told.
void write_named_file(Env& env,
                      const std::string& path,
                      const std::function<void(std::ostream&)>& write);

/// Writes a listing or a card as asked for, with the moment of --as-of. Throws Error{empty} for
/// an empty listing under --fail-empty.
void print(Env& env, present::Table table);
void print(Env& env, const present::Card& card);
/// The same of rows as they are made: `write` adds them to what it is given and returns how many
/// there are to be found. They are held until the book is let go of.
void print_rows(Env& env,
                present::Table head,
                const std::function<std::size_t(present::RowWriter&)>& write);

}  // namespace leadbook::cli
