// One amount read from a folded text, and what stands behind it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/amount_number.hpp"
#include "domain/amount_text.hpp"
#include "domain/amount_words.hpp"
#include "domain/currency_table.hpp"
#include "leadbook/domain/money.hpp"
#include "leadbook/domain/result.hpp"

namespace leadbook {

class AmountReader {
 public:
  /// `folded` must outlive the reader; `original` is what was typed, for problems to quote.
  AmountReader(std::string_view folded, std::string_view original, std::optional<AmountUnit> bare)
      : folded_(folded), cursor_(folded), original_(original), bare_(bare) {}

  /// The amount at the front. Behind it anything may follow.
  Result<Amount> read();

  /// What follows the amount.
  std::string_view rest() const { return cursor_.rest(); }
  /// Whether the amount says itself what its number counts.
  bool has_unit() const { return has_unit_; }
  /// The problem with what follows, where it is not another amount.
  Problem problem_with_rest() const;

 private:
  using Trouble = std::optional<Problem>;

  std::string quoted() const { return quote_input(original_); }
  Trouble read_head();
  Trouble read_number();
  Trouble read_part(std::int64_t largest);
  Trouble read_scale();
  Trouble read_tail();
  Trouble read_currency();
  Trouble note_qualifier(std::optional<Qualifier> qualifier);
  std::optional<Qualifier> take_qualifier_unless_currency();
  Trouble check_one_scale() const;
  void add_part(const Decimal& number, Wide factor);
  Problem explain(NumberError error) const;
  Problem problem_with_head() const;
  Problem not_understood(std::string_view rest) const;
  Problem no_unit() const;
  Result<Amount> make_amount();

  std::string_view folded_;
  Cursor cursor_;
  std::string_view original_;
  std::optional<AmountUnit> bare_;

  std::string_view number_text_;
  bool is_numeral_ = false;
  Wide parts_ = 0;  // ten-thousandths of the currency's unit, the finest part there is
  bool is_too_fine_ = false;
  Decimal last_number_;
  Wide last_factor_ = 1;
  bool has_unit_ = false;
  const Scale* scale_ = nullptr;
  const CurrencyRow* currency_ = nullptr;
  bool has_chinese_currency_ = false;
  std::optional<Qualifier> qualifier_;
};

}  // namespace leadbook
