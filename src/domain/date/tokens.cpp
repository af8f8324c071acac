#include "domain/date/tokens.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/date/precision.hpp"
#include "domain/date/words.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/text/ascii.hpp"

namespace leadbook::dates {
namespace {

using text::is_digit;
using text::is_small_letter;

struct Numeral {
  std::string_view text;
  int value;
};

constexpr int ten = 10;
constexpr std::array<Numeral, 14> numerals = {{{"〇", 0},
                                               {"零", 0},
                                               {"○", 0},
                                               {"一", 1},
                                               {"二", 2},
                                               {"两", 2},
                                               {"三", 3},
                                               {"四", 4},
                                               {"五", 5},
                                               {"六", 6},
                                               {"七", 7},
                                               {"八", 8},
                                               {"九", 9},
                                               {"十", ten}}};

std::optional<int> numeral_at(std::string_view rest) {
  for (const Numeral& numeral : numerals) {
    if (rest.starts_with(numeral.text)) return numeral.value;
  }
  return std::nullopt;
}

constexpr std::size_t numeral_bytes = 3;

/// 十九 or 二十: the value of numerals around one 十; nothing for any other use of 十.
std::optional<int> value_with_ten(const std::vector<int>& values) {
  const auto place = std::find(values.begin(), values.end(), ten);
  if (place - values.begin() > 1 || values.end() - place > 2) return std::nullopt;
  const int tens = place == values.begin() ? 1 : values.front();
  const int ones = place + 1 == values.end() ? 0 : values.back();
  if (tens == 0 || ones == ten) return std::nullopt;
  return tens * ten + ones;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view folded, Day today) : rest_(folded), today_(today) {}

  Tokens read() {
    while (!rest_.empty()) {
      const char next = rest_.front();
      if (next == ' ') {
        rest_.remove_prefix(1);
      } else if (is_digit(next)) {
        take_digits();
      } else if (numeral_at(rest_)) {
        take_numerals();
      } else if (const Phrase* phrase = longest_phrase(rest_)) {
        take_phrase(*phrase);
      } else if (std::string_view("-/.,+").find(next) != std::string_view::npos) {
        tokens_.shape += next;
        rest_.remove_prefix(1);
      } else {
        take_unknown();
      }
    }
    return std::move(tokens_);
  }

 private:
  void add(char symbol, int number) {
    tokens_.shape += symbol;
    tokens_.numbers.push_back(number);
  }

  void add_number(int number, std::size_t digits) {
    add(digits == 4 ? 'Y' : digits <= 2 ? 'N' : 'L', number);
  }

  void add_day(Day day) {
    for (const int number : {year_of(day), month_of(day), day_of(day)}) {
      tokens_.numbers.push_back(number);
    }
  }

  void add_month(int months_from_now) {
    const int months = year_of(today_) * 12 + month_of(today_) - 1 + months_from_now;
    tokens_.numbers.push_back(months / 12);
    tokens_.numbers.push_back(months % 12 + 1);
  }

  void take_digits() {
    std::size_t digits = 0;
    int value = 0;
    for (; digits < rest_.size() && is_digit(rest_[digits]); ++digits) {
      // Nothing with more than eight digits is a date, so larger values need not be told apart.
      if (digits < 8) value = value * 10 + (rest_[digits] - '0');
    }
    rest_.remove_prefix(digits);
    if (digits == 8) {
      tokens_.shape += "Y-N-N";
      tokens_.numbers.insert(tokens_.numbers.end(),
                             {value / 10000, value / 100 % 100, value % 100});
      return;
    }
    add_number(value, digits);
    skip_ordinal();
  }

  /// The "th" of "19th".
  void skip_ordinal() {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
      if (!rest_.starts_with(ending)) continue;
      if (rest_.size() == 2 || !is_small_letter(rest_[2])) rest_.remove_prefix(2);
      return;
    }
  }

  void take_numerals() {
    std::vector<int> values;
    while (const std::optional<int> value = numeral_at(rest_)) {
      values.push_back(*value);
      rest_.remove_prefix(numeral_bytes);
    }
    if (std::find(values.begin(), values.end(), ten) != values.end()) {
      const std::optional<int> value = value_with_ten(values);
      return value ? add('N', *value) : add('L', 0);
    }
    // 一二月 is two months, not the twelfth: numerals in a row only make a year.
    if (values.size() == 1) return add('N', values.front());
    if (values.size() != 4) return add('L', 0);
    int year = 0;
    for (const int value : values) year = year * 10 + value;
    add('Y', year);
  }

  void take_phrase(const Phrase& phrase) {
    tokens_.shape += phrase.shape;
    rest_.remove_prefix(phrase.text.size());
    const bool abbreviation = phrase.shape == "M" || phrase.shape == "W";
    if (abbreviation && rest_.starts_with('.')) rest_.remove_prefix(1);
    tokens_.counts_from_today = tokens_.counts_from_today ||
                                (phrase.meaning != Meaning::plain && phrase.meaning != Meaning::number);
    switch (phrase.meaning) {
      case Meaning::plain:
        return;
      case Meaning::number:
        return tokens_.numbers.push_back(phrase.value);
      case Meaning::day:
        return add_day(today_ + std::chrono::days{phrase.value});
      case Meaning::month:
        return add_month(phrase.value);
      case Meaning::quarter:
        add_month(phrase.value * 3);
        tokens_.numbers.back() = (tokens_.numbers.back() + 2) / 3;
        return;
      case Meaning::year:
        return tokens_.numbers.push_back(year_of(today_) + phrase.value);
    }
  }

  void take_unknown() {
    std::size_t size = 1;
    if (is_small_letter(rest_.front())) {
      while (size < rest_.size() && is_small_letter(rest_[size])) ++size;
    } else {
      while (size < rest_.size() && text::continues_character(rest_[size])) {
        ++size;
      }
    }
    if (tokens_.unknown.empty()) tokens_.unknown = rest_.substr(0, size);
    tokens_.shape += '?';
    rest_.remove_prefix(size);
  }

  std::string_view rest_;
  Day today_;
  Tokens tokens_;
};

}  // namespace

Tokens tokenize(std::string_view folded, Day today) {
  std::string text(folded);
  // "mid-May" and "last-month" are the same words as "mid May" and "last month".
  for (std::size_t place = 1; place + 1 < text.size(); ++place) {
    if (text[place] == '-' && is_small_letter(text[place - 1]) &&
        is_small_letter(text[place + 1])) {
      text[place] = ' ';
    }
  }
  return Tokenizer(text, today).read();
}

}  // namespace leadbook::dates
