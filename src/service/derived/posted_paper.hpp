// What a paper adds to totals, as the table posting has it.
#pragma once

#include <optional>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// One row of the table posting.
struct PostedPaper {
  std::int64_t signing = 0;
  std::int64_t project = 0;
  std::int64_t county = 0;
  bool outside = false;   // of the outside amount, not the contract amount
  bool contract = false;  // a paper of its own, not a supplement
  bool first = false;     // of its project
  Date on;
  std::optional<Money> amount;  // may be negative: what a supplement takes away
  std::int64_t completes = 0;   // the contract whose amount was unknown until now
};

/// The row of a posting that a statement answered with these columns.
PostedPaper posting_at(store::Row& row);

/// The date under two columns of a row. Throws Error{failed} where there is none: damage.
Date date_at(const store::Row& row,
             std::string_view from = "on_from",
             std::string_view until = "on_until");

/// An amount and its currency under these columns; nothing for NULL.
std::optional<Money> money_at(store::Row& row, const char* minor, const char* currency);

}  // namespace leadbook::service
