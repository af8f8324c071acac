// Reading one amount from the front of a folded text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/amount/currency_table.hpp"
#include "domain/amount/number.hpp"
#include "domain/amount/text.hpp"
#include "domain/amount/words.hpp"
#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/result.hpp"
#include "leadbook/domain/wide.hpp"

namespace leadbook {

/// One amount read from a folded text, and what stands behind it.
class AmountReader {
 public:
  /// `folded` must outlive the reader; `original` is what was typed, for problems to quote.
  AmountReader(std::string_view folded, std::string_view original, const AmountRules& rules)
      : folded_(folded), cursor_(folded), original_(original), rules_(rules) {}

  /// The amount at the front. Behind it anything may follow.
  Result<Amount> read();

  /// What follows the amount.
  std::string_view rest() const { return cursor_.rest(); }
  /// Whether the amount says itself what its number counts.
  bool has_unit() const { return states_scale_ || currency_ != nullptr; }
  bool states_scale() const { return states_scale_; }
  bool states_currency() const { return currency_ != nullptr; }
  bool is_rounded() const { return is_rounded_; }
  /// The problem with what follows, where it is not another amount.
  Problem problem_with_rest() const;

 private:
  using Trouble = std::optional<Problem>;

  std::string quoted() const { return quote_input(original_); }
  Trouble read_head();
  Trouble read_number();
  Trouble read_part(std::int64_t largest);
  Trouble read_scale(Decimal& number);
  Trouble read_tail();
  Trouble read_bracketed();
  bool goes_on();
  Trouble read_currency(bool is_behind);
  Trouble note_qualifier(std::optional<Qualifier> qualifier);
  std::optional<Qualifier> take_qualifier_unless_currency();
  Trouble check_one_scale() const;
  std::optional<Wide> minor_of(const Decimal& number, Wide factor, int digits);
  Problem explain(NumberError error) const;
  Problem problem_with_head() const;
  Problem not_understood(std::string_view rest) const;
  Problem no_unit() const;
  Result<Amount> make_amount();

  std::string_view folded_;
  Cursor cursor_;
  std::string_view original_;
  AmountRules rules_;

  std::string_view number_text_;
  bool is_numeral_ = false;
  bool is_bare_scale_ = false;  // 亿 of 过亿, without a number
  Wide first_parts_ = 0;        // all but the last, in units of the currency
  Decimal last_number_;
  Wide last_factor_ = 1;
  bool states_scale_ = false;
  bool is_rounded_ = false;
  const Scale* scale_ = nullptr;
  const CurrencyRow* currency_ = nullptr;
  bool has_chinese_currency_ = false;
  std::optional<Qualifier> qualifier_;
};

}  // namespace leadbook
