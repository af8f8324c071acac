#include "domain/amount/number.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "leadbook/text/ascii.hpp"

namespace leadbook {
namespace {

constexpr std::size_t most_whole_digits = 20;
constexpr std::size_t most_fraction_digits = 18;

std::size_t count_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && text::is_digit(text[count])) ++count;
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

/// One character of a numeral: a digit below ten, or a unit from 十 to 亿.
struct Sign {
  std::string_view text;
  std::int64_t value;
};
constexpr std::array signs = {
    Sign{"零", 0},   Sign{"〇", 0},   Sign{"一", 1},   Sign{"二", 2},    Sign{"两", 2},
    Sign{"三", 3},   Sign{"四", 4},   Sign{"五", 5},   Sign{"六", 6},    Sign{"七", 7},
    Sign{"八", 8},   Sign{"九", 9},   Sign{"壹", 1},   Sign{"贰", 2},    Sign{"叁", 3},
    Sign{"肆", 4},   Sign{"伍", 5},   Sign{"陆", 6},   Sign{"柒", 7},    Sign{"捌", 8},
    Sign{"玖", 9},   Sign{"貳", 2},   Sign{"參", 3},   Sign{"陸", 6},    Sign{"十", 10},
    Sign{"拾", 10},  Sign{"百", 100}, Sign{"佰", 100}, Sign{"千", 1000}, Sign{"仟", 1000},
    Sign{"万", wan}, Sign{"亿", yi},
};

const Sign* sign_at(const Cursor& cursor) {
  for (const auto& sign : signs) {
    if (cursor.starts_with(sign.text)) return &sign;
  }
  return nullptr;
}

/// Adds up a numeral sign by sign: digits and small units make a section below 万, sections make
/// a group below 亿.
class NumeralSum {
 public:
  /// Whether the sign may follow what was read.
  bool add(std::int64_t sign) {
    if (sign == 0) return add_zero();
    if (sign < 10) return add_digit(sign);
    return sign < wan ? add_small_unit(sign) : add_large_unit(sign);
  }

  /// Whether what was read is a whole numeral with one reading.
  bool close() {
    if (is_zero_) return true;
    if (has_gap_ && digit_ == 0) return false;
    return close_section();
  }

  std::int64_t value() const { return total_ + group_ + section_; }
  bool has_large_unit() const { return has_large_unit_; }

 private:
  bool add_zero() {
    if (digit_ != 0 || has_gap_ || is_zero_) return false;
    (last_unit_ == 0 ? is_zero_ : has_gap_) = true;
    return true;
  }

  bool add_digit(std::int64_t digit) {
    if (digit_ != 0 || is_zero_) return false;
    digit_ = digit;
    return true;
  }

  bool add_small_unit(std::int64_t unit) {
    const bool may_lack_digit = unit == 10 && section_ == 0;
    if (is_zero_ || unit >= smallest_unit_ || (digit_ == 0 && !may_lack_digit)) return false;
    section_ += (digit_ == 0 ? 1 : digit_) * unit;
    smallest_unit_ = unit;
    start_after(unit);
    return true;
  }

  bool add_large_unit(std::int64_t unit) {
    if (is_zero_ || (has_gap_ && digit_ == 0) || !close_section()) return false;
    if (unit == wan) {
      if (section_ == 0 || group_ != 0) return false;
      group_ = section_ * wan;
    } else {
      if (group_ + section_ == 0 || total_ != 0) return false;
      total_ = (group_ + section_) * yi;
      group_ = 0;
    }
    section_ = 0;
    smallest_unit_ = wan;
    has_large_unit_ = true;
    start_after(unit);
    return true;
  }

  void start_after(std::int64_t unit) {
    digit_ = 0;
    last_unit_ = unit;
    has_gap_ = false;
  }

  /// A last digit right behind 百 or more, without 零, is 3500 to one reader and 3005 to another.
  bool close_section() {
    if (digit_ != 0 && last_unit_ > 10 && !has_gap_) return false;
    section_ += digit_;
    digit_ = 0;
    return true;
  }

  std::int64_t total_ = 0, group_ = 0, section_ = 0, digit_ = 0;
  std::int64_t smallest_unit_ = wan;  // of this section
  std::int64_t last_unit_ = 0;
  bool has_gap_ = false;  // a 零 since the last unit
  bool is_zero_ = false;
  bool has_large_unit_ = false;
};

std::optional<NumberError> read_decimals(Cursor& cursor, Decimal& number) {
  int zeros = 0, digits = 0;
  while (const Sign* sign = sign_at(cursor)) {
    if (sign->value > 9) break;
    ++digits;
    ++zeros;
    cursor.advance(sign->text.size());
    if (sign->value == 0) continue;
    if (static_cast<std::size_t>(number.digits) + static_cast<std::size_t>(zeros) >
        most_fraction_digits)
      return NumberError::too_fine;
    for (; zeros > 0; --zeros, ++number.digits) number.fraction *= 10;
    number.fraction += sign->value;
  }
  if (digits == 0 || number.has_unit) return NumberError::malformed;
  return std::nullopt;
}

}  // namespace

bool starts_with_digits(const Cursor& cursor) {
  return !cursor.at_end() &&
         (text::is_digit(cursor.rest().front()) || cursor.rest().front() == '.');
}

std::optional<NumberError> read_digits(Cursor& cursor, Decimal& number) {
  const auto start = cursor.rest();
  if (const auto error = read_whole(cursor, number.whole)) return error;
  if (number.whole != 0) {
    const auto whole = start.substr(0, start.size() - cursor.rest().size());
    number.significant =
        static_cast<int>(std::count_if(whole.begin(), whole.end(), text::is_digit));
  }
  if (!cursor.starts_with(".")) return std::nullopt;
  cursor.advance(1);
  std::string_view digits = cursor.rest().substr(0, count_digits(cursor.rest()));
  cursor.advance(digits.size());
  const bool goes_on = cursor.starts_with(".") ||
                       (cursor.starts_with(",") && count_digits(cursor.rest().substr(1)) > 0);
  if (digits.empty() || goes_on) return NumberError::malformed;
  while (!digits.empty() && digits.back() == '0') digits.remove_suffix(1);
  const auto zeros = number.whole == 0 ? digits.find_first_not_of('0') : 0;
  if (zeros != std::string_view::npos)
    number.significant += static_cast<int>(digits.size() - zeros);
  number.is_cut = digits.size() > most_fraction_digits;
  digits = digits.substr(0, most_fraction_digits);
  append_digits(number.fraction, digits);
  number.digits = static_cast<int>(digits.size());
  return std::nullopt;
}

bool starts_with_numeral(const Cursor& cursor) {
  const Sign* sign = sign_at(cursor);
  return sign != nullptr && sign->value <= 10;
}

std::optional<NumberError> read_numeral(Cursor& cursor, Decimal& number) {
  NumeralSum sum;
  while (const Sign* sign = sign_at(cursor)) {
    if (cursor.starts_with("百慕大")) break;
    if (!sum.add(sign->value)) return NumberError::two_readings;
    cursor.advance(sign->text.size());
  }
  if (!sum.close()) return NumberError::two_readings;
  number.whole = sum.value();
  number.has_unit = sum.has_large_unit();
  return cursor.take("点") ? read_decimals(cursor, number) : std::nullopt;
}

}  // namespace leadbook
