#include <string>
#include <string_view>

#include "domain/amount_reader.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook {
namespace {

bool has_number(std::string_view text) {
  for (Cursor cursor(text); !cursor.at_end(); cursor.advance(1)) {
    if (is_digit(cursor.rest().front()) || starts_with_numeral(cursor)) return true;
  }
  return false;
}

/// The word at the front, as far as it could be one misspelt.
std::string_view first_word(std::string_view text) {
  const auto end = text.find_first_of(" ()[],;/0123456789");
  return end == 0 ? text : text.substr(0, end);
}

/// Whether "-5" of 3-5亿, 至5, to 5 follows.
bool continues_range(std::string_view rest) {
  Cursor cursor(rest);
  cursor.skip_spaces();
  bool is_joined = false;
  for (const std::string_view sign : {"-", "~", "–", "—", "至", "到", "to"}) {
    is_joined = is_joined || cursor.take(sign);
  }
  cursor.skip_spaces();
  cursor.advance(match_currency(cursor.rest()).length);
  return is_joined && (starts_with_digits(cursor) || starts_with_numeral(cursor));
}

bool is_negative(std::string_view rest) {
  for (const std::string_view sign : {"-", "minus", "负"}) {
    if (rest.starts_with(sign)) return has_number(rest.substr(sign.size()));
  }
  return false;
}

}  // namespace

Problem AmountReader::explain(NumberError error) const {
  switch (error) {
    case NumberError::malformed:
      return {
          say("'{}' is not a number: group thousands by threes with commas and use one point "
              "for decimals, as in 1,234,567.89",
              quoted())};
    case NumberError::two_readings:
      return {
          say("'{}' has no single reading: write the number in digits, as in 3500万", quoted())};
    case NumberError::too_large:
      return {say("'{}' is too large for an amount of money", quoted())};
    case NumberError::too_fine:
      return {say("'{}' has too many decimals for an amount of money", quoted())};
  }
  return {};
}

Problem AmountReader::problem_with_head() const {
  const std::string_view rest = cursor_.rest();
  if (is_negative(rest)) {
    return {say("'{}' is negative: an amount of money is 0 or more", quoted())};
  }
  if (has_number(rest)) return not_understood(rest);
  return {
      say("there is no number in '{}': write an amount such as 3.2亿, 5000万元, "
          "HK$450 million or 320,000.00 CNY",
          quoted())};
}

Problem AmountReader::problem_with_rest() const {
  if (continues_range(cursor_.rest())) {
    return {say("'{}' is a range: give one amount, with 'at least' or 'up to' before it if need be",
                quoted())};
  }
  return not_understood(cursor_.rest());
}

Problem AmountReader::not_understood(std::string_view rest) const {
  Cursor cursor(rest);
  cursor.skip_spaces();
  const std::string word = quote_input(first_word(cursor.rest()));
  const std::string suggestion = suggest_currency(word, suggested_words());
  if (suggestion.empty()) {
    return {say("'{}' is not an amount: '{}' was not understood", quoted(), word)};
  }
  return {say("'{}' is not an amount: '{}' was not understood; did you mean '{}'?",
              quoted(),
              word,
              suggestion)};
}

Problem AmountReader::no_unit() const {
  const std::string number(number_text_);
  if (is_numeral_ || scale_ != nullptr) {
    return {say("'{0}' has no unit: write {0}亿, {0}万元, or give --unit", number)};
  }
  return {say("'{0}' has no unit: write {0}亿, {0}万元, {0} million yuan, or give --unit", number)};
}

}  // namespace leadbook
