// Amounts converted slowly and from the definition alone, to hold totals against.
#pragma once

#include <optional>
#include <vector>

#include "leadbook/service/totals/totals.hpp"
#include "totals_book.hpp"

namespace slow_totals {

using namespace leadbook;
using totals_book::record_of;
using totals_book::Records;
__extension__ typedef __int128 Wide;

/// A quotient to the nearest whole number, half away from zero.
inline Wide divide(Wide number, Wide divisor) {
  const Wide half = divisor / 2;
  return number < 0 ? -((-number + half) / divisor) : (number + half) / divisor;
}

inline Wide power_of_ten(int digits) {
  Wide power = 1;
  for (int digit = 0; digit < digits; ++digit) power *= 10;
  return power;
}

class Conversion {
 public:
  Conversion(const Records& records, const Period& period, const service::RateChoice& choice)
      : records_(records), period_(period), choice_(choice) {}

  /// What an amount of a record's own date counts for; nothing for want of a rate.
  std::optional<Wide> convert(const Money& money, const Date& date) const {
    const auto target = choice_.in.value_or(money.currency);
    if (money.currency == target) return money.minor;
    const auto from = rate(money.currency, date);
    const auto to = rate(target, date);
    if (!from || !to) return {};
    return divide(Wide{money.minor} * *from * power_of_ten(target.minor_digits()),
                  Wide{*to} * power_of_ten(money.currency.minor_digits()));
  }

  /// The same in CNY at the latest rate on or before the date, whatever was chosen.
  std::optional<Wide> cny(const Money& money, const Date& date) const {
    return Conversion(records_, period_, {}).convert(money, date);
  }

 private:
  /// CNY for a unit of a currency, times 10^10.
  std::optional<Wide> rate(const Currency& currency, const Date& date) const {
    if (currency == Currency()) return power_of_ten(10);
    if (choice_.basis == service::RateBasis::period_average) return mean(currency);
    const auto day =
        choice_.basis == service::RateBasis::fixed ? choice_.on.value().last : date.last;
    const Rate* best = nullptr;
    for (const auto& rate : records_.rates) {
      if (rate.currency != currency || rate.on->last > day) continue;
      if (best == nullptr || best->on->last < rate.on->last) best = &rate;
    }
    return best == nullptr ? std::optional<Wide>() : best->cny.e10;
  }

  std::optional<Wide> mean(const Currency& currency) const {
    Wide sum = 0;
    int count = 0;
    for (const auto& rate : records_.rates) {
      if (rate.currency != currency || !period_.contains(*rate.on)) continue;
      sum += rate.cny.e10;
      ++count;
    }
    return count == 0 ? std::optional<Wide>() : divide(sum, count);
  }

  const Records& records_;
  const Period& period_;
  service::RateChoice choice_;
};

}  // namespace slow_totals
