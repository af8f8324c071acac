#include "domain/amount_reader.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "leadbook/text/translate.hpp"

namespace leadbook {
namespace {

constexpr int finest_digits = 4;

constexpr Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

std::int64_t factor_of(AmountUnit unit) {
  switch (unit) {
    case AmountUnit::wan:
      return 10'000;
    case AmountUnit::yi:
      return 100'000'000;
    case AmountUnit::yuan:
    case AmountUnit::automatic:
      break;
  }
  return 1;
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
      if (auto trouble = read_currency()) return trouble;
      if (currency_ != nullptr) continue;
    }
    if (starts_with_numeral(cursor_)) return std::nullopt;
    const auto qualifier = take_qualifier_before(cursor_);
    if (!qualifier) return problem_with_head();
    if (auto trouble = note_qualifier(qualifier)) return trouble;
  }
}

AmountReader::Trouble AmountReader::read_currency() {
  const auto match = match_currency(cursor_.rest());
  if (match.row == nullptr) return std::nullopt;
  const bool is_yuan_word = cursor_.rest().substr(0, match.length) == "元";
  // In 港币4.5亿元 the 元 is the word for the unit of any currency.
  const bool is_unit_word = is_yuan_word && has_chinese_currency_;
  if (currency_ != nullptr && currency_ != match.row && !is_unit_word) {
    return Problem{say("'{}' names two currencies, {} and {}: keep one",
                       quoted(),
                       currency_->code,
                       match.row->code)};
  }
  if (currency_ == nullptr) {
    currency_ = match.row;
    has_chinese_currency_ = static_cast<unsigned char>(cursor_.rest().front()) >= 0xE3;
  }
  has_unit_ = true;
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
  is_numeral_ = !starts_with_digits(cursor_);
  if (auto trouble = read_part(0)) return trouble;
  while (!is_numeral_ && scale_ != nullptr && is_chinese(*scale_) && starts_with_digits(cursor_)) {
    if (is_too_fine_ || parts_ % (scale_->factor * power_of_ten(finest_digits)) != 0) {
      return explain(NumberError::malformed);
    }
    if (auto trouble = read_part(scale_->factor)) return trouble;
  }
  number_text_ = start.substr(0, start.size() - cursor_.rest().size());
  return std::nullopt;
}

/// One number and scale, less than `largest` unless that is 0.
AmountReader::Trouble AmountReader::read_part(std::int64_t largest) {
  Decimal number;
  const auto error =
      is_numeral_ ? leadbook::read_numeral(cursor_, number) : read_digits(cursor_, number);
  if (error) return explain(*error);
  if (auto trouble = read_scale()) return trouble;
  if (scale_ != nullptr && number.has_unit) {
    return Problem{say("'{}' has two units: keep one", quoted())};
  }
  if (auto trouble = check_one_scale()) return trouble;
  has_unit_ = has_unit_ || number.has_unit || (scale_ != nullptr && scale_->is_unit);
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
  add_part(number, factor);
  return std::nullopt;
}

/// 亿, or with 余 and 个 as in 3个多亿; nothing of a currency's name such as 多布拉.
AmountReader::Trouble AmountReader::read_scale() {
  scale_ = nullptr;
  const Cursor behind_number = cursor_;
  cursor_.skip_spaces();
  if (match_currency(cursor_.rest()).row != nullptr) return std::nullopt;
  if (auto trouble = note_qualifier(take_qualifier_within(cursor_))) return trouble;
  const bool is_counted = cursor_.take("个");
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

void AmountReader::add_part(const Decimal& number, Wide factor) {
  const Wide finest = factor * power_of_ten(finest_digits);
  const Wide divisor = power_of_ten(number.digits);
  parts_ += number.whole * finest + number.fraction * finest / divisor;
  is_too_fine_ = number.fraction * finest % divisor != 0;
}

/// 多 of 5亿多元, not that of 5亿多布拉.
std::optional<Qualifier> AmountReader::take_qualifier_unless_currency() {
  if (match_currency(cursor_.rest()).row != nullptr) return std::nullopt;
  return take_qualifier_behind(cursor_);
}

/// The currency and the qualifier behind the number, and 整 that closes an amount on a bill.
AmountReader::Trouble AmountReader::read_tail() {
  cursor_.skip_spaces();
  const auto qualifier = take_qualifier_unless_currency();
  if (auto trouble = note_qualifier(qualifier)) return trouble;
  cursor_.skip_spaces();
  if (auto trouble = read_currency()) return trouble;
  cursor_.skip_spaces();
  if (!cursor_.take("整")) cursor_.take("正");
  if (qualifier) return std::nullopt;
  return note_qualifier(take_qualifier_behind(cursor_));
}

Result<Amount> AmountReader::make_amount() {
  if (!has_unit_) {
    if (!cursor_.at_end()) return problem_with_rest();
    if (!bare_ || *bare_ == AmountUnit::automatic) return no_unit();
    parts_ = 0;
    add_part(last_number_, last_factor_ * factor_of(*bare_));
  }
  const auto currency =
      currency_ == nullptr ? Result<Currency>(Currency{}) : Currency::parse(currency_->code);
  const int digits = currency->minor_digits();
  const Wide divisor = power_of_ten(finest_digits - digits);
  if (is_too_fine_ || parts_ % divisor != 0) {
    return Problem{say_count("'{1}' is finer than the smallest part of {2}, which has {0} decimal",
                             "'{1}' is finer than the smallest part of {2}, which has {0} decimals",
                             digits,
                             quoted(),
                             currency->code())};
  }
  const Wide minor = parts_ / divisor;
  if (minor > std::numeric_limits<std::int64_t>::max()) return explain(NumberError::too_large);
  return Amount{.money = {.minor = static_cast<std::int64_t>(minor), .currency = *currency},
                .qualifier = qualifier_.value_or(Qualifier::exact)};
}

}  // namespace leadbook
