// Money as int64 minor units of a currency, and the amounts people type and print.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/result.hpp"

namespace leadbook {

/// One currency of ISO 4217, held as its three letters.
class Currency {
 public:
  Currency() = default;  // CNY

  /// The currency of an ISO code, a symbol or a name in either language ("HKD", "HK$", "港币",
  /// "Hong Kong dollar"); a problem that names the closest one otherwise.
  static Result<Currency> parse(std::string_view text);

  /// The codes of all currencies whose minor unit has so many digits, and the most that any has.
  static std::vector<std::string_view> codes_with(int minor_digits);
  static constexpr int most_minor_digits = 4;

  std::string_view code() const { return {code_, 3}; }
  /// Digits of the minor unit: 2 for CNY, 0 for JPY, 3 for KWD.
  int minor_digits() const { return minor_digits_; }
  /// The name in the chosen language.
  std::string_view name() const;

  auto operator<=>(const Currency&) const = default;

 private:
  char code_[3] = {'C', 'N', 'Y'};
  std::int8_t minor_digits_ = 2;
};

struct Money {
  std::int64_t minor = 0;
  Currency currency;

  auto operator<=>(const Money&) const = default;
};

/// How exact an amount was said to be.
enum class Qualifier { exact, about, nearly, over, at_least, at_most };

/// An amount of money as somebody stated it. Unknown is std::optional<Amount>{}, never 0.
struct Amount {
  Money money;
  Qualifier qualifier = Qualifier::exact;

  bool operator==(const Amount&) const = default;
};

/// In what unit amounts are typed when bare, and printed: 元, 万元, 亿元, or what fits.
enum class AmountUnit { yuan, wan, yi, automatic };

Result<AmountUnit> parse_amount_unit(std::string_view text);

/// What a number counts that states no scale: ten thousand of a currency in a column 万元, a
/// million dollars where the heading says US$ million.
struct MoneyUnit {
  std::int64_t factor = 1;
  std::optional<Currency> currency;  // of an amount that names none; else CNY

  bool operator==(const MoneyUnit&) const = default;
};

/// Reads a unit as headings and titles state it: 万元, 万美元, "US$ million", "RMB mn", "USD",
/// "10,000 yuan", "millions".
Result<MoneyUnit> parse_money_unit(std::string_view text);

/// How an amount is to be taken beyond what its text says. A sign or a code of a currency ($500,
/// 500 USD) states no scale, a scale or a word for the currency (5亿, 300美元) does.
struct AmountRules {
  // of a number that states no scale; without it a bare one is a problem
  std::optional<MoneyUnit> unit = {};
  bool needs_bare = false;  // the unit is only for numbers with neither sign nor code
  bool rounds = false;      // what is finer than the currency's smallest unit
};

struct ParsedAmount {
  std::optional<Amount> amount = {};  // empty for "undisclosed", 未披露, 未知, 数千万元, "--", "—"
  std::string note = {};              // what was left out: a second amount in the text; else ""
  std::string kept = {};              // the words, where they say more than the amount; else ""
  bool is_rounded = false;            // to the smallest unit of the currency
  bool states_scale = false;  // by itself: 300美元, 5亿
  bool states_currency = false;
};

/// The rules of amounts typed where `bare` is the unit of numbers with nothing beside them.
AmountRules rules_of_bare(std::optional<AmountUnit> bare);

/// Reads an amount in all the forms of the manual, exactly and never through a double. A number of
/// 15 or more significant digits is the print of a computation and is rounded.
Result<ParsedAmount> parse_amount(std::string_view text, const AmountRules& rules);
/// `bare` is the unit of a number without one; without it such a number is a problem.
Result<ParsedAmount> parse_amount(std::string_view text, std::optional<AmountUnit> bare = {});

/// "320,000,000.00 CNY", "over 4.5亿 HKD" in the given unit; parses back to the same amount.
std::string format_amount(const Amount& amount, AmountUnit unit = AmountUnit::yuan);
std::string format_money(const Money& money, AmountUnit unit = AmountUnit::yuan);

/// The digits alone, exact, without thousands separators: "320000000.00".
std::string decimal_text(const Money& money);
/// The same of any number of parts of which 10^`digits` make a whole.
std::string decimal_text(std::int64_t parts, int digits);

/// Identifier and word of a qualifier: "over" / 余.
std::string_view qualifier_identifier(Qualifier qualifier);
Result<Qualifier> parse_qualifier(std::string_view identifier);

/// The sum, or a problem where it does not fit 64 bits. Both must be of one currency.
Result<Money> add(const Money& left, const Money& right);

}  // namespace leadbook
