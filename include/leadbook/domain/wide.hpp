// Whole numbers wide enough for products of two of 64 bits, and how they are divided.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

namespace leadbook {

__extension__ typedef __int128 Wide;

/// The quotient, half away from zero; `by` is not 0.
constexpr Wide divide_rounded(Wide value, Wide by) {
  const Wide half = (by < 0 ? -by : by) / 2;
  return (value >= 0 ? value + half : value - half) / by;
}

/// 1 for an exponent below 0.
constexpr Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

/// The same number in 64 bits; nothing where it does not fit.
constexpr std::optional<std::int64_t> narrowed(Wide value) {
  const auto narrow = static_cast<std::int64_t>(value);
  return narrow == value ? std::optional(narrow) : std::nullopt;
}

/// The nearest number of 64 bits whose negative is one as well.
constexpr std::int64_t clamped(Wide value) {
  constexpr Wide most = std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(std::clamp(value, -most, most));
}

}  // namespace leadbook
