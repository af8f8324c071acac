// What amounts are usual in a county: a thousand times that is a slip of the unit more often than
// it is a deal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/record/county.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// Amounts of one currency.
struct UsualAmounts {
  std::int64_t median = 0;  // minor units
  std::size_t count = 0;
};

/// How many times what is usual an amount is, where that is a thousand times or more; 0 otherwise,
/// and where there are no others.
std::int64_t times_usual(std::int64_t minor, const UsualAmounts& usual);

/// The same in a sentence: "{} is 10000 times what is usual in this county ({}): is the unit
/// right?"
std::string far_from_county(const Amount& amount, const UsualAmounts& usual, AmountUnit unit);

/// An amount and the record that states it.
struct StatedAmount {
  std::int64_t record = 0;
  std::int64_t minor = 0;
};

/// The amounts of a county in one currency, in their order.
struct CountyAmounts {
  Id<County> county;
  Currency currency;
  std::vector<StatedAmount> stated;

  /// Of two the smaller is the usual one: a slip makes an amount too large.
  UsualAmounts usual() const { return {stated[(stated.size() - 1) / 2].minor, stated.size()}; }
};

/// The amounts of all signings, or of all projects as they are planned, of one county or of all, a
/// county and currency at a time; none of other kinds.
void each_county_amounts(store::Db& db,
                         Kind kind,
                         Id<County> county,
                         const std::function<void(const CountyAmounts&)>& each);

}  // namespace leadbook::service
