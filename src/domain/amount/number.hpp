// The number of an amount, in digits or in Chinese numerals, as an exact fraction.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/amount/text.hpp"
#include "leadbook/domain/wide.hpp"

namespace leadbook {

constexpr std::int64_t wan = 10'000;
constexpr std::int64_t yi = 100'000'000;

/// whole + fraction / 10^digits, of at most 20 digits before the point and 18 after it.
struct Decimal {
  Wide whole = 0;
  std::int64_t fraction = 0;
  int digits = 0;
  int significant = 0;    // digits from the first that is not 0
  bool is_cut = false;    // further decimals were there
  bool has_unit = false;  // a Chinese numeral that goes through 万 or 亿
};

enum class NumberError {
  malformed,     // 1,00 or 1.5.2 or 007
  two_readings,  // 三千五: 3500 or 3005
  too_large,
  too_fine,
};

/// Whether a number in digits, or one in Chinese numerals, starts here.
bool starts_with_digits(const Cursor& cursor);
bool starts_with_numeral(const Cursor& cursor);

/// Reads digits with optional thousands separators and decimals.
std::optional<NumberError> read_digits(Cursor& cursor, Decimal& number);

/// Reads a Chinese numeral: 四百二十五亿, 三点二, 叁佰万.
std::optional<NumberError> read_numeral(Cursor& cursor, Decimal& number);

}  // namespace leadbook
