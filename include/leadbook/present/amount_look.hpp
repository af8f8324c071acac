// How amounts are shown to people.
#pragma once

#include <optional>

#include "leadbook/domain/amount/money.hpp"

namespace leadbook::present {

struct AmountLook {
  AmountUnit unit = AmountUnit::yuan;
  std::optional<int> digits = {};  // decimals; in 万 and 亿 two where none are asked for
  bool unit_said = false;  // of CNY above the table, so that the cells hold the number alone

  AmountLook() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): most looks are a unit alone
  AmountLook(AmountUnit in) : unit(in) {}
  AmountLook(AmountUnit in, std::optional<int> rounded_to) : unit(in), digits(rounded_to) {}

  /// Whether amounts are in one scale, not each in the one that suits it.
  bool is_scaled() const { return unit == AmountUnit::wan || unit == AmountUnit::yi; }
  /// How many digits of a number of yuan stand behind the decimal point of one in this unit.
  int scale() const { return unit == AmountUnit::yi ? 8 : unit == AmountUnit::wan ? 4 : 0; }
  /// The decimals of a number in this unit.
  int decimals(const Currency& currency) const {
    return digits.value_or(is_scaled() ? 2 : currency.minor_digits());
  }
};

}  // namespace leadbook::present
