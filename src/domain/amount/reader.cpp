#include "domain/amount/reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "leadbook/text/ascii.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

/// An amount of this much or more is none; what is less can be multiplied by any factor there is.
constexpr Wide largest_whole = std::numeric_limits<std::int64_t>::max();

bool take_half(Cursor& cursor) { return cursor.take("半") || cursor.take("half a"); }

bool starts_with_half(Cursor cursor) { return take_half(cursor); }

void add_half(Decimal& number) {
  number.fraction = 5;
  number.digits = 1;
  ++number.significant;
}

/// Whether a currency behind a number counts it as a unit does: 元 and dollars, not USD or $.
bool is_unit_word(std::string_view word, const CurrencyRow& row) {
  const bool is_chinese = static_cast<unsigned char>(word.front()) >= 0xE3;
  if (is_chinese) return true;
  if (word == "rmb" || text::fold(row.code) == word) return false;
  return std::all_of(word.begin(), word.end(), [](char letter) {
    return is_latin(letter) || letter == ' ' || letter == '.' || letter == '\'';
  });
}

bool has_number(std::string_view text) {
  for (Cursor cursor(text); !cursor.at_end(); cursor.advance(1)) {
    if (text::is_digit(cursor.rest().front()) || starts_with_numeral(cursor)) return true;
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

Result<Amount> AmountReader::read() {
  if (auto trouble = read_head()) return *trouble;
  if (auto trouble = read_number()) return *trouble;
  if (auto trouble = read_tail()) return *trouble;
  return make_amount();
}

/// The currency and the qualifier that may stand before the number, in either order.
AmountReader::Trouble AmountReader::read_head() {
  for (;;) {
    cursor_.skip_spaces();
    if (starts_with_digits(cursor_)) return std::nullopt;
    const bool had_currency = currency_ != nullptr;
    if (!had_currency) {
      if (auto trouble = read_currency(false)) return trouble;
      if (currency_ != nullptr) continue;
    }
    if (starts_with_numeral(cursor_) || starts_with_half(cursor_)) return std::nullopt;
    const auto* scale = peek_scale(cursor_);
    is_bare_scale_ = scale != nullptr && is_chinese(*scale);
    if (is_bare_scale_) return std::nullopt;
    const auto qualifier = take_qualifier_before(cursor_);
    if (!qualifier) return problem_with_head();
    if (auto trouble = note_qualifier(qualifier)) return trouble;
  }
}

AmountReader::Trouble AmountReader::read_currency(bool is_behind) {
  const auto match = match_currency(cursor_.rest());
  if (match.row == nullptr) return std::nullopt;
  const bool is_yuan_word = cursor_.rest().substr(0, match.length) == "元";
  // In 港币4.5亿元 the 元 is the word for the unit of any currency.
  const bool is_any_yuan = is_yuan_word && has_chinese_currency_;
  if (currency_ != nullptr && currency_ != match.row && !is_any_yuan) {
    return Problem{say("'{}' names two currencies, {} and {}: keep one",
                       quoted(),
                       currency_->code,
                       match.row->code)};
  }
  if (currency_ == nullptr) {
    currency_ = match.row;
    has_chinese_currency_ = static_cast<unsigned char>(cursor_.rest().front()) >= 0xE3;
  }
  const auto word = cursor_.rest().substr(0, match.length);
  states_scale_ = states_scale_ || (is_behind && is_unit_word(word, *match.row));
  cursor_.advance(match.length);
  return std::nullopt;
}

AmountReader::Trouble AmountReader::note_qualifier(std::optional<Qualifier> qualifier) {
  if (!qualifier) return std::nullopt;
  if (qualifier_ && *qualifier_ != *qualifier) {
    return Problem{say("'{}' says both '{}' and '{}': keep one",
                       quoted(),
                       qualifier_identifier(*qualifier_),
                       qualifier_identifier(*qualifier))};
  }
  qualifier_ = qualifier;
  return std::nullopt;
}

/// The number with its scale; in digits also 3亿2000万, whose parts get smaller and smaller.
AmountReader::Trouble AmountReader::read_number() {
  const auto start = cursor_.rest();
  is_numeral_ = !starts_with_digits(cursor_) && !is_bare_scale_;
  if (auto trouble = read_part(0)) return trouble;
  while (goes_on()) {
    if (last_number_.fraction != 0) return explain(NumberError::malformed);
    first_parts_ += last_number_.whole * last_factor_;
    if (auto trouble = read_part(scale_->factor)) return trouble;
  }
  number_text_ = start.substr(0, start.size() - cursor_.rest().size());
  return std::nullopt;
}

/// Whether a further part follows, as in 3亿2000万 or "4 billion 280 million"; moves to it.
bool AmountReader::goes_on() {
  if (is_numeral_ || is_bare_scale_ || scale_ == nullptr) return false;
  Cursor ahead = cursor_;
  if (!is_chinese(*scale_)) {
    ahead.skip_spaces();
    ahead.take("and");
    ahead.skip_spaces();
  }
  if (!starts_with_digits(ahead)) return false;
  cursor_ = ahead;
  return true;
}

/// One number and scale, less than `largest` unless that is 0.
AmountReader::Trouble AmountReader::read_part(std::int64_t largest) {
  Decimal number;
  if (is_bare_scale_) {
    number.whole = 1;
  } else if (take_half(cursor_)) {
    add_half(number);
  } else if (const auto error = is_numeral_ ? leadbook::read_numeral(cursor_, number)
                                            : read_digits(cursor_, number)) {
    return explain(*error);
  }
  if (number.whole > largest_whole) return explain(NumberError::too_large);
  if (auto trouble = read_scale(number)) return trouble;
  if (scale_ != nullptr && number.has_unit) {
    return Problem{say("'{}' has two units: keep one", quoted())};
  }
  if (auto trouble = check_one_scale()) return trouble;
  states_scale_ = states_scale_ || number.has_unit || (scale_ != nullptr && scale_->is_unit);
  const std::int64_t factor = scale_ != nullptr ? scale_->factor : 1;
  if (largest != 0) {
    const Wide value = number.whole * factor;
    // 3万5元 is 30,005 to the letter and 35,000 in speech.
    const bool leaves_gap = scale_ == nullptr && value * 10 < largest;
    if (factor >= largest || value >= largest || leaves_gap) {
      return explain(NumberError::two_readings);
    }
  }
  last_number_ = number;
  last_factor_ = factor;
  return std::nullopt;
}

/// 亿, or with 余, 个 and 半 as in 3个多亿 and 1个半亿; nothing of a currency's name such as
/// 多布拉.
AmountReader::Trouble AmountReader::read_scale(Decimal& number) {
  scale_ = nullptr;
  const Cursor behind_number = cursor_;
  cursor_.skip_spaces();
  if (match_currency(cursor_.rest()).row != nullptr) return std::nullopt;
  if (auto trouble = note_qualifier(take_qualifier_within(cursor_))) return trouble;
  const bool is_counted = cursor_.take("个");
  if (is_counted && number.fraction == 0 && cursor_.take("半")) add_half(number);
  if (auto trouble = note_qualifier(take_qualifier_within(cursor_))) return trouble;
  cursor_.skip_spaces();
  if (match_currency(cursor_.rest()).row == nullptr) scale_ = take_scale(cursor_);
  if (is_counted && scale_ == nullptr) return not_understood(behind_number.rest());
  return std::nullopt;
}

AmountReader::Trouble AmountReader::check_one_scale() const {
  Cursor ahead = cursor_;
  ahead.skip_spaces();
  if (ahead.starts_with("兆")) {
    return Problem{
        say("'{}': 兆 is a million to some and a million million to others: "
            "write 百万 or 万亿",
            quoted())};
  }
  const bool has_digit_next = is_numeral_
                                  ? starts_with_digits(cursor_)
                                  : starts_with_numeral(cursor_) || cursor_.starts_with("点");
  if (has_digit_next && match_currency(cursor_.rest()).row == nullptr) {
    return Problem{
        say("'{}' mixes digits and Chinese numerals: write 3.2亿 or 三点二亿", quoted())};
  }
  if (scale_ == nullptr || match_currency(ahead.rest()).row != nullptr) return std::nullopt;
  const Scale* second = peek_scale(ahead);
  if (second == nullptr) return std::nullopt;
  if (is_chinese(*scale_) != is_chinese(*second)) {
    return Problem{
        say("'{}' has both '{}' and '{}': keep one, and mind that 1亿 = 0.1 billion "
            "and 1万 = 0.01 million",
            quoted(),
            scale_->word,
            second->word)};
  }
  return Problem{
      say("'{}' has two units, '{}' and '{}': keep one", quoted(), scale_->word, second->word)};
}

/// The number times the factor in minor units of so many digits; nothing where it is finer than
/// these and not to be rounded. What a computation prints is always rounded.
std::optional<Wide> AmountReader::minor_of(const Decimal& number, Wide factor, int digits) {
  constexpr int digits_of_computations = 15;
  const Wide minors = factor * power_of_ten(digits);
  const Wide divisor = power_of_ten(number.digits);
  const Wide fraction = number.fraction * minors;
  if (fraction % divisor == 0 && !number.is_cut) return number.whole * minors + fraction / divisor;
  if (!rules_.rounds && number.significant < digits_of_computations) return {};
  is_rounded_ = true;
  return number.whole * minors + divide_rounded(fraction, divisor);
}

/// 多 of 5亿多元, not that of 5亿多布拉.
std::optional<Qualifier> AmountReader::take_qualifier_unless_currency() {
  if (match_currency(cursor_.rest()).row != nullptr) return std::nullopt;
  return take_qualifier_behind(cursor_);
}

/// The currency in brackets of 1.2亿（RMB）.
AmountReader::Trouble AmountReader::read_bracketed() {
  Cursor inner = cursor_;
  inner.skip_spaces();
  if (!inner.starts_with("(")) return std::nullopt;
  inner.advance(1);
  const auto length = match_currency(inner.rest()).length;
  if (length == 0 || !inner.rest().substr(length).starts_with(")")) return std::nullopt;
  cursor_ = inner;
  auto trouble = read_currency(false);
  if (!trouble) cursor_.advance(1);
  return trouble;
}

/// The currency and the qualifier behind the number, and 整 that closes an amount on a bill.
AmountReader::Trouble AmountReader::read_tail() {
  cursor_.skip_spaces();
  const auto qualifier = take_qualifier_unless_currency();
  if (auto trouble = note_qualifier(qualifier)) return trouble;
  cursor_.skip_spaces();
  if (auto trouble = read_currency(true)) return trouble;
  if (auto trouble = read_bracketed()) return trouble;
  cursor_.skip_spaces();
  if (!cursor_.take("整")) cursor_.take("正");
  if (qualifier) return std::nullopt;
  return note_qualifier(take_qualifier_behind(cursor_));
}

Result<Amount> AmountReader::make_amount() {
  // 百亿 alone is a word, not an amount; 过百亿 is one.
  if (is_bare_scale_ && !qualifier_) return problem_with_head();
  const auto* unit = rules_.unit && !states_scale_ ? &*rules_.unit : nullptr;
  if (unit != nullptr && rules_.needs_bare && currency_ != nullptr) unit = nullptr;
  if (!has_unit()) {
    if (!cursor_.at_end()) return problem_with_rest();
    if (unit == nullptr) return no_unit();
  }
  auto currency = rules_.unit && rules_.unit->currency ? *rules_.unit->currency : Currency{};
  if (currency_ != nullptr) currency = *Currency::parse(currency_->code);
  const int digits = currency.minor_digits();
  const auto minors = minor_of(last_number_, last_factor_ * (unit ? unit->factor : 1), digits);
  if (!minors) {
    return Problem{say_count("'{1}' is finer than the smallest part of {2}, which has {0} decimal",
                             "'{1}' is finer than the smallest part of {2}, which has {0} decimals",
                             digits,
                             quoted(),
                             currency.code())};
  }
  const auto minor = narrowed(*minors + first_parts_ * power_of_ten(digits));
  if (!minor) return explain(NumberError::too_large);
  return Amount{.money = {.minor = *minor, .currency = currency},
                .qualifier = qualifier_.value_or(Qualifier::exact)};
}

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
