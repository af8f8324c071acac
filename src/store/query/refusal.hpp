// Why a user's statement cannot be run, in words of our own, and where in it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "leadbook/store/query.hpp"
#include "store/query/text.hpp"

namespace leadbook::store {

/// What an engine has against a statement.
enum class QueryFault {
  syntax,
  table,
  column,
  function,
  ambiguous,
  aggregate,
  arguments,
  widths,  // SELECTs of different widths put together, a row where one value is wanted
  type,
  writing,
  division,
  overflow,
  size,  // a text too long
  complexity,
  memory,
  time,
  right,  // the account may not read
  other,
};

/// Throws Error{usage} with the message and the line of the text it is about, a caret below.
[[noreturn]] void refuse_at(const QueryText& query, std::size_t at, const std::string& message);

/// Throws what a fault means; `at` is where the engine saw it.
[[noreturn]] void refuse_query(const QueryText& query,
                               QueryFault fault,
                               std::optional<std::size_t> at = {});

/// Throws Error{failed}: the statement ran out of its time.
[[noreturn]] void refuse_slow(const Query& limits);

}  // namespace leadbook::store
