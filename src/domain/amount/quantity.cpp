#include "leadbook/domain/amount/quantity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "leadbook/domain/wide.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

/// Digits with at most `decimals` after a point, times 10^decimals; nothing where it is not that.
std::optional<std::int64_t> scaled_decimal(std::string_view text, int decimals) {
  Wide value = 0;
  int after_point = -1;
  int digits = 0;
  for (const char symbol : text) {
    if (symbol == '.' && after_point < 0) {
      after_point = 0;
      continue;
    }
    if (symbol < '0' || symbol > '9') return {};
    if (after_point >= decimals) {
      if (symbol != '0') return {};
      continue;
    }
    value = value * 10 + (symbol - '0');
    ++digits;
    if (after_point >= 0) ++after_point;
    if (value > std::numeric_limits<std::int64_t>::max()) return {};
  }
  if (digits == 0 || text.front() == '.' || text.back() == '.') return {};
  value *= power_of_ten(decimals - std::max(after_point, 0));
  return narrowed(value);
}

std::string decimal_digits(std::int64_t value, std::int64_t scale, int decimals) {
  auto text = fmt::format("{}.{:0{}}", value / scale, value % scale, decimals);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

/// The digits without commas, where these part them by threes.
std::string without_thousands(std::string digits) {
  const auto point = std::min(digits.find('.'), digits.size());
  auto at = digits.find(',');
  if (at == 0 || at == std::string::npos || at > 3) return digits;
  for (; at < point && digits[at] == ','; at += 4) {
    const auto next = std::min(digits.find(',', at + 1), point);
    if (next - at != 4) return digits;
  }
  std::erase(digits, ',');
  return digits;
}

/// Takes a unit off the end; true where it was there.
bool take_suffix(std::string& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.erase(text.size() - suffix.size());
  text = std::string(text::trim(text));
  return true;
}

}  // namespace

namespace {

/// A unit of land: so many mu, as a fraction.
struct LandUnit {
  std::string_view word;
  std::int64_t mu;
  std::int64_t divisor = 1;
};

// A longer word stands before one that it ends with; text::fold has made ² a 2.
constexpr LandUnit land_units[] = {
    {"万平方米", 15},      {"万平米", 15},       {"万m2", 15},
    {"平方公里", 1500},    {"平方千米", 1500},   {"km2", 1500},
    {"square kilometres", 1500}, {"square kilometers", 1500}, {"sq km", 1500},
    {"sq. km", 1500},      {"sqkm", 1500},       {"平方米", 3, 2000},
    {"平米", 3, 2000},     {"square metres", 3, 2000}, {"square meters", 3, 2000},
    {"sq m", 3, 2000},     {"sq. m", 3, 2000},   {"sqm", 3, 2000},
    {"㎡", 3, 2000},       {"m2", 3, 2000},      {"万公顷", 150'000},
    {"公顷", 15},          {"hectares", 15},     {"hectare", 15},
    {"ha", 15},            {"万亩", 10'000},     {"亩", 1},
    {"畝", 1},             {"mu", 1},
};

}  // namespace

/// What is given in another unit is rounded to a hundredth of a mu, some seven square metres.
Result<std::int64_t> Mu::read(std::string_view text) {
  auto digits = text::fold(text);
  const LandUnit* unit = nullptr;
  for (const auto& candidate : land_units) {
    if (unit == nullptr && take_suffix(digits, candidate.word)) unit = &candidate;
  }
  constexpr int decimals = 6;
  const auto scaled = scaled_decimal(without_thousands(digits), unit == nullptr ? 2 : decimals);
  const Wide factor = unit == nullptr ? 1 : unit->mu;
  const Wide divisor = unit == nullptr ? 1 : unit->divisor * power_of_ten(decimals - 2);
  const bool is_exact = unit == nullptr || unit->mu != 1 || (scaled && *scaled % divisor == 0);
  const auto hundredths = scaled ? narrowed(divide_rounded(*scaled * factor, divisor)) : std::nullopt;
  if (!hundredths || !is_exact) {
    return Problem{say("'{}' is not an area: write 150, 150.5亩, 10 ha or 3000 m²", text)};
  }
  return *hundredths;
}

std::string Mu::write(std::int64_t hundredths) { return decimal_digits(hundredths, 100, 2); }

Result<Area> parse_area(std::string_view text) {
  const auto hundredths = Mu::read(text);
  if (!hundredths) return hundredths.problem();
  return Area{*hundredths};
}

std::string area_text(const Area& area) { return Mu::write(area.hundredths); }

Result<std::int64_t> PerCent::read(std::string_view text) {
  auto digits = text::fold(text);
  if (!take_suffix(digits, "%")) take_suffix(digits, "percent");
  const bool negative = digits.starts_with('-');
  if (negative) digits.erase(0, 1);
  const auto hundredths = scaled_decimal(digits, 2);
  if (!hundredths) {
    return Problem{say("'{}' is not a share: write 98.8% (at most two decimals)", text)};
  }
  return negative ? -*hundredths : *hundredths;
}

std::string PerCent::write(std::int64_t hundredths) {
  const bool negative = hundredths < 0;
  return (negative ? "-" : "") + decimal_digits(negative ? -hundredths : hundredths, 100, 2) + "%";
}

Result<Percent> parse_percent(std::string_view text) {
  const auto hundredths = PerCent::read(text);
  if (!hundredths) return hundredths.problem();
  return Percent{*hundredths};
}

std::string percent_text(const Percent& percent) { return PerCent::write(percent.hundredths); }

Result<RateValue> parse_rate_value(std::string_view text) {
  const auto e10 = scaled_decimal(text::trim(text), 10);
  if (!e10 || *e10 == 0) {
    return Problem{say(
        "'{}' is not a rate: write CNY for one unit, as 0.91545252 (at most 10 decimals)", text)};
  }
  return RateValue{*e10};
}

std::string rate_text(const RateValue& rate) {
  return decimal_digits(rate.e10, 10'000'000'000, 10);
}

Result<Money> convert_to_cny(const Money& money, const RateValue& rate) {
  if (money.currency == Currency()) return money;
  // Brought to the digits of CNY by one of the two, so that the product stays small.
  const int more = money.currency.minor_digits() - Currency().minor_digits();
  const Wide value = Wide{money.minor} * rate.e10 * power_of_ten(-more);
  const Wide scale = power_of_ten(10) * power_of_ten(more);
  const auto minor = narrowed(divide_rounded(value, scale));
  if (!minor) return Problem{say("{} is too large to be counted in CNY", format_money(money))};
  return Money{*minor, Currency()};
}

Result<std::int64_t> parse_count(std::string_view text) {
  const auto count = scaled_decimal(text::trim(text), 0);
  if (!count || text.find('.') != std::string_view::npos) {
    return Problem{say("'{}' is not a whole number", text)};
  }
  return *count;
}

}  // namespace leadbook
