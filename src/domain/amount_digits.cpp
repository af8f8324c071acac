#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/amount_number.hpp"

namespace leadbook {
namespace {

constexpr std::size_t most_whole_digits = 20;
constexpr std::size_t most_fraction_digits = 18;

std::size_t count_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  return count;
}

template <class Integer>
void append_digits(Integer& value, std::string_view digits) {
  for (const char digit : digits) value = value * 10 + (digit - '0');
}

/// The part before the point: all in one, or groups of three behind commas.
std::optional<NumberError> read_whole(Cursor& cursor, Wide& whole) {
  std::size_t total = count_digits(cursor.rest());
  const bool has_leading_zero = total > 1 && cursor.starts_with("0");
  if (total == 0 || has_leading_zero) return NumberError::malformed;
  if (total > most_whole_digits) return NumberError::too_large;
  append_digits(whole, cursor.rest().substr(0, total));
  const bool may_group = total <= 3 && whole != 0;
  cursor.advance(total);
  while (cursor.starts_with(",") && count_digits(cursor.rest().substr(1)) > 0) {
    cursor.advance(1);
    if (!may_group || count_digits(cursor.rest()) != 3) return NumberError::malformed;
    total += 3;
    if (total > most_whole_digits) return NumberError::too_large;
    append_digits(whole, cursor.rest().substr(0, 3));
    cursor.advance(3);
  }
  return std::nullopt;
}

}  // namespace

bool starts_with_digits(const Cursor& cursor) {
  return !cursor.at_end() && (is_digit(cursor.rest().front()) || cursor.rest().front() == '.');
}

std::optional<NumberError> read_digits(Cursor& cursor, Decimal& number) {
  if (const auto error = read_whole(cursor, number.whole)) return error;
  if (!cursor.starts_with(".")) return std::nullopt;
  cursor.advance(1);
  std::string_view digits = cursor.rest().substr(0, count_digits(cursor.rest()));
  cursor.advance(digits.size());
  const bool goes_on = cursor.starts_with(".") ||
                       (cursor.starts_with(",") && count_digits(cursor.rest().substr(1)) > 0);
  if (digits.empty() || goes_on) return NumberError::malformed;
  while (!digits.empty() && digits.back() == '0') digits.remove_suffix(1);
  if (digits.size() > most_fraction_digits) return NumberError::too_fine;
  append_digits(number.fraction, digits);
  number.digits = static_cast<int>(digits.size());
  return std::nullopt;
}

}  // namespace leadbook
