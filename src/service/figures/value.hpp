// What a printed number can mean: the span of values that are printed like it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "leadbook/domain/wide.hpp"
#include "leadbook/service/figures/check.hpp"

namespace leadbook::service {

/// Beyond every sum of numbers that can be kept.
inline constexpr Wide endless = static_cast<Wide>(1'000'000'000'000'000) * 1'000'000'000'000'000;

/// All values from one to the other, both inclusive.
struct Span {
  Wide low = 0;
  Wide high = 0;

  bool meets(const Span& other) const { return low <= other.high && other.low <= high; }
  bool contains(Wide value) const { return low <= value && value <= high; }
};

struct PrintedNumber {
  FigureNumber number;
  std::int64_t step = 1;  // the value of its last printed digit; 1 for a number printed in full
  Qualifier qualifier = Qualifier::exact;
  Span span;
  Span cut;  // of values that are printed like it where digits are cut off instead of rounded
};

/// How what was computed agrees with a printed number: equal, as rounded, or only as cut off.
/// Nothing where it does not.
std::optional<FigureVerdict> agreement(const PrintedNumber& printed, const Span& computed);

/// The same of a quotient, in hundredths of a hundredth of a percent, as it is rarely a whole
/// number of hundredths; it is never equal.
inline constexpr Wide fine_parts = 100;
std::optional<FigureVerdict> fine_agreement(const PrintedNumber& printed, const Span& computed);

/// Both may be the same number, where neither may be rounded otherwise than it was cut off.
std::optional<FigureVerdict> agreement(const PrintedNumber& left, const PrintedNumber& right);

/// The number of a figure with what it can mean, from its printed form; without one the number is
/// exact. `tolerance` widens it. Nothing for a figure without a number.
std::optional<PrintedNumber> read_printed(const Figure& figure, std::int64_t tolerance);

/// The qualifier a folded text gives to its number that stands from one byte to another.
Qualifier qualifier_at(std::string_view folded, std::size_t from, std::size_t until);

/// "101,100,000,000.00 CNY", "422", "98.8%".
std::string number_text(const FigureNumber& number, AmountUnit unit);

/// A value of the same sort and currency; limited to what can be kept.
FigureNumber with_value(const FigureNumber& number, Wide value);

/// The number and all it can mean as its opposite: of a decline printed without a sign.
PrintedNumber negated(PrintedNumber printed);

/// numerator / denominator x 10000, half away from zero. The denominator is not 0.
Wide percent_of(Wide numerator, Wide denominator);

}  // namespace leadbook::service
