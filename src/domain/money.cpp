#include "leadbook/domain/money.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "domain/amount_text.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook {
namespace {

using UnitWord = std::pair<std::string_view, AmountUnit>;
constexpr std::array unit_words = {
    UnitWord{"yuan", AmountUnit::yuan},
    UnitWord{"元", AmountUnit::yuan},
    UnitWord{"wan", AmountUnit::wan},
    UnitWord{"万", AmountUnit::wan},
    UnitWord{"万元", AmountUnit::wan},
    UnitWord{"yi", AmountUnit::yi},
    UnitWord{"亿", AmountUnit::yi},
    UnitWord{"亿元", AmountUnit::yi},
    UnitWord{"auto", AmountUnit::automatic},
    UnitWord{"automatic", AmountUnit::automatic},
    UnitWord{"自动", AmountUnit::automatic},
};

using QualifierName = std::pair<Qualifier, std::string_view>;
constexpr std::array qualifier_names = {
    QualifierName{Qualifier::exact, "exact"},
    QualifierName{Qualifier::about, "about"},
    QualifierName{Qualifier::nearly, "nearly"},
    QualifierName{Qualifier::over, "over"},
    QualifierName{Qualifier::at_least, "at_least"},
    QualifierName{Qualifier::at_most, "at_most"},
};

}  // namespace

Result<AmountUnit> parse_amount_unit(std::string_view text) {
  const auto folded = fold_amount_text(text);
  for (const auto& [word, unit] : unit_words) {
    if (folded && *folded == word) return unit;
  }
  const std::string quoted = quote_input(text);
  return Problem{say("there is no unit '{}': use yuan (元), wan (万), yi (亿) or auto", quoted)};
}

std::string_view qualifier_identifier(Qualifier qualifier) {
  for (const auto& [value, identifier] : qualifier_names) {
    if (value == qualifier) return identifier;
  }
  return "exact";
}

Result<Qualifier> parse_qualifier(std::string_view identifier) {
  for (const auto& [value, name] : qualifier_names) {
    if (name == identifier) return value;
  }
  const std::string quoted = quote_input(identifier);
  return Problem{say(
      "there is no qualifier '{}': use exact, about, nearly, over, at_least or at_most", quoted)};
}

Result<Money> add(const Money& left, const Money& right) {
  if (left.currency != right.currency) {
    return Problem{say("{} and {} cannot be added: convert one of them first",
                       left.currency.code(),
                       right.currency.code())};
  }
  std::int64_t sum = 0;
  if (__builtin_add_overflow(left.minor, right.minor, &sum)) {
    return Problem{say("the sum of {} and {} is too large for an amount of money",
                       format_money(left),
                       format_money(right))};
  }
  return Money{.minor = sum, .currency = left.currency};
}

}  // namespace leadbook
