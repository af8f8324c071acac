#include "leadbook/domain/amount/money.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "domain/amount/text.hpp"
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

std::uint64_t magnitude(std::int64_t minor) {
  const auto bits = static_cast<std::uint64_t>(minor);
  return minor < 0 ? ~bits + 1 : bits;
}

void group_thousands(std::string& digits) {
  const std::size_t start = digits.front() == '-' ? 1 : 0;
  const std::size_t point = digits.find('.');
  std::size_t at = point == std::string::npos ? digits.size() : point;
  while (at > start + 3) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
}

void drop_trailing_zeros(std::string& digits) {
  if (digits.find('.') == std::string::npos) return;
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
}

AmountUnit fitting_unit(const Money& money, int minor_digits) {
  std::uint64_t whole = magnitude(money.minor);
  for (; minor_digits > 0; --minor_digits) whole /= 10;
  if (whole >= 100'000'000) return AmountUnit::yi;
  return whole >= 10'000 ? AmountUnit::wan : AmountUnit::yuan;
}

struct UnitForm {
  int digits;  // by which the unit moves the point
  std::string_view word;
};

UnitForm form_of(AmountUnit unit) {
  switch (unit) {
    case AmountUnit::wan:
      return {4, "万"};
    case AmountUnit::yi:
      return {8, "亿"};
    case AmountUnit::yuan:
    case AmountUnit::automatic:
      break;
  }
  return {0, ""};
}

std::string_view spoken_qualifier(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::exact:
      return "";
    case Qualifier::about:
      return choose("about ", "约");
    case Qualifier::nearly:
      return choose("nearly ", "近");
    case Qualifier::over:
      return choose("over ", "超");
    case Qualifier::at_least:
      return choose("at least ", "至少");
    case Qualifier::at_most:
      return choose("up to ", "至多");
  }
  return "";
}

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

std::string decimal_text(std::int64_t parts, int digits) {
  const auto scale = static_cast<std::size_t>(std::max(digits, 0));
  std::string text = std::to_string(magnitude(parts));
  if (text.size() <= scale) text.insert(0, scale + 1 - text.size(), '0');
  if (scale > 0) text.insert(text.size() - scale, 1, '.');
  if (parts < 0) text.insert(0, 1, '-');
  return text;
}

std::string decimal_text(const Money& money) {
  return decimal_text(money.minor, money.currency.minor_digits());
}

std::string format_money(const Money& money, AmountUnit unit) {
  const int minor_digits = money.currency.minor_digits();
  const AmountUnit chosen =
      unit == AmountUnit::automatic ? fitting_unit(money, minor_digits) : unit;
  const UnitForm form = form_of(chosen);
  std::string text = decimal_text(money.minor, minor_digits + form.digits);
  if (form.digits > 0) drop_trailing_zeros(text);
  group_thousands(text);
  text += form.word;
  if (language() == Language::chinese) {
    text += money.currency == Currency{} ? std::string_view("元") : money.currency.name();
  } else {
    text += ' ';
    text += money.currency.code();
  }
  return text;
}

std::string format_amount(const Amount& amount, AmountUnit unit) {
  std::string text(spoken_qualifier(amount.qualifier));
  text += format_money(amount.money, unit);
  return text;
}

}  // namespace leadbook
