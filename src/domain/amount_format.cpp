#include <cstdint>
#include <string>
#include <string_view>

#include "leadbook/domain/money.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook {
namespace {

std::uint64_t magnitude(std::int64_t minor) {
  const auto bits = static_cast<std::uint64_t>(minor);
  return minor < 0 ? ~bits + 1 : bits;
}

/// Digits with `scale` of them behind the point.
std::string place_point(std::int64_t minor, std::size_t scale) {
  std::string digits = std::to_string(magnitude(minor));
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  if (scale > 0) digits.insert(digits.size() - scale, 1, '.');
  if (minor < 0) digits.insert(0, 1, '-');
  return digits;
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

std::string decimal_text(const Money& money) {
  return place_point(money.minor, static_cast<std::size_t>(money.currency.minor_digits()));
}

std::string format_money(const Money& money, AmountUnit unit) {
  const int minor_digits = money.currency.minor_digits();
  const AmountUnit chosen =
      unit == AmountUnit::automatic ? fitting_unit(money, minor_digits) : unit;
  const UnitForm form = form_of(chosen);
  std::string text = place_point(money.minor, static_cast<std::size_t>(minor_digits + form.digits));
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
