// Quantities that are neither money nor counts: land, shares, and the exact rate of a currency.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/result.hpp"

namespace leadbook {

/// An exact decimal number of a unit, in hundredths of it. A unit says how a text is read and
/// written, what stands behind the digits in tables and behind a heading, and how the columns of a
/// user's views are called.
template <class Unit>
struct Quantity {
  std::int64_t hundredths = 0;
  auto operator<=>(const Quantity&) const = default;
};

/// Land in mu (亩, 1/15 hectare).
struct Mu {
  static Result<std::int64_t> read(std::string_view text);
  static std::string write(std::int64_t hundredths);
  static constexpr const char* shown = "";
  static constexpr const char* english = "mu";
  static constexpr const char* chinese = "亩";
  static constexpr const char* view_suffix = "_mu";
  static constexpr const char* view_words[] = {"", ""};
  static constexpr const char* hundredths_words[] = {", in hundredths", "（百分之一亩）"};
};
using Area = Quantity<Mu>;

/// "150", "150亩", "150.5 mu", "10 ha", "10公顷": an exact number of hundredths of a mu.
Result<Area> parse_area(std::string_view text);
/// "150.50 mu"'s digits without trailing zeros: "150.5".
std::string area_text(const Area& area);

/// A share or a rate: 98.8 % is 9880 hundredths.
struct PerCent {
  static Result<std::int64_t> read(std::string_view text);
  static std::string write(std::int64_t hundredths);
  static constexpr const char* shown = "%";
  static constexpr const char* english = "";
  static constexpr const char* chinese = "";
  static constexpr const char* view_suffix = "";
  static constexpr const char* view_words[] = {", in percent", "（%）"};
  static constexpr const char* hundredths_words[] = {", in hundredths of a percent", "（万分数）"};
};
using Percent = Quantity<PerCent>;
constexpr std::int64_t hundred_percent = 100'00;

/// "98.8%", "98.8", "98.8 percent", "-3.25％": at most two decimals.
Result<Percent> parse_percent(std::string_view text);
/// "98.8%".
std::string percent_text(const Percent& percent);

/// CNY for one unit of a currency, in units of 10^-10.
struct RateValue {
  std::int64_t e10 = 0;
  auto operator<=>(const RateValue&) const = default;
};

/// A positive decimal number of at most ten decimals: "0.91545252".
Result<RateValue> parse_rate_value(std::string_view text);
std::string rate_text(const RateValue& rate);

/// CNY (minor units, half away from zero) for an amount of a currency at a rate; a problem where
/// it does not fit.
Result<Money> convert_to_cny(const Money& money, const RateValue& rate);

/// A whole number, 0 or more; all of the text.
Result<std::int64_t> parse_count(std::string_view text);

}  // namespace leadbook
