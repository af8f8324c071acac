#include "service/figures/value.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

using QualifierWord = std::pair<std::string_view, Qualifier>;

// Longer words stand before those they contain.
constexpr std::array before = {QualifierWord{"no more than", Qualifier::at_most},
                               QualifierWord{"not more than", Qualifier::at_most},
                               QualifierWord{"at most", Qualifier::at_most},
                               QualifierWord{"up to", Qualifier::at_most},
                               QualifierWord{"不超过", Qualifier::at_most},
                               QualifierWord{"no less than", Qualifier::at_least},
                               QualifierWord{"not less than", Qualifier::at_least},
                               QualifierWord{"at least", Qualifier::at_least},
                               QualifierWord{"不少于", Qualifier::at_least},
                               QualifierWord{"不低于", Qualifier::at_least},
                               QualifierWord{"more than", Qualifier::over},
                               QualifierWord{"over", Qualifier::over},
                               QualifierWord{"above", Qualifier::over},
                               QualifierWord{"exceeding", Qualifier::over},
                               QualifierWord{"exceeds", Qualifier::over},
                               QualifierWord{"exceed", Qualifier::over},
                               QualifierWord{"超过", Qualifier::over},
                               QualifierWord{"超", Qualifier::over},
                               QualifierWord{"逾", Qualifier::over},
                               QualifierWord{"about", Qualifier::about},
                               QualifierWord{"around", Qualifier::about},
                               QualifierWord{"approximately", Qualifier::about},
                               QualifierWord{"约", Qualifier::about},
                               QualifierWord{"nearly", Qualifier::nearly},
                               QualifierWord{"almost", Qualifier::nearly},
                               QualifierWord{"近", Qualifier::nearly}};

constexpr std::array behind = {QualifierWord{"以上", Qualifier::at_least},
                               QualifierWord{"or more", Qualifier::at_least},
                               QualifierWord{"左右", Qualifier::about},
                               QualifierWord{"余", Qualifier::over},
                               QualifierWord{"多", Qualifier::over},
                               QualifierWord{"+", Qualifier::over}};

/// What may stand between a number and the qualifier behind it.
constexpr std::array<std::string_view, 19> units = {" ",
                                                    "亿",
                                                    "万",
                                                    "千",
                                                    "百",
                                                    "元",
                                                    "个",
                                                    "家",
                                                    "项",
                                                    "户",
                                                    "次",
                                                    "人",
                                                    "%",
                                                    "批",
                                                    "条",
                                                    "场",
                                                    "cny",
                                                    "billion",
                                                    "million"};

struct Token {
  std::size_t from = 0;
  std::size_t until = 0;
  Wide digits = 0;  // without the point
};

bool is_digit(char symbol) { return symbol >= '0' && symbol <= '9'; }

/// The numbers of a text: "1,011.5" has the digits 10115.
std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    Token token{at, at, 0};
    int count = 0;
    for (; at < text.size() && count < 18; ++at) {
      const bool joins =
          (text[at] == ',' || text[at] == '.') && at + 1 < text.size() && is_digit(text[at + 1]);
      if (!is_digit(text[at]) && !joins) break;
      if (is_digit(text[at])) {
        token.digits = token.digits * 10 + (text[at] - '0');
        ++count;
      }
    }
    token.until = at;
    tokens.push_back(token);
  }
  return tokens;
}

/// The power of ten that makes one number of another; nothing where none does.
std::optional<std::int64_t> step_between(Wide digits, Wide value) {
  if (digits <= 0 || value < digits) return {};
  std::int64_t step = 1;
  while (digits * step < value && step < std::numeric_limits<std::int64_t>::max() / 10) step *= 10;
  return digits * step == value ? std::optional(step) : std::nullopt;
}

std::optional<FigureNumber> number_of(const Figure& figure) {
  using Sort = FigureNumber::Sort;
  if (figure.amount) {
    return FigureNumber{Sort::money, figure.amount->money.minor, figure.amount->money.currency};
  }
  if (figure.percent) return FigureNumber{Sort::percent, figure.percent->hundredths, {}};
  if (figure.count) return FigureNumber{Sort::count, *figure.count, {}};
  return {};
}

Span span_of(const PrintedNumber& printed, std::int64_t tolerance) {
  const Wide value = printed.number.value;
  const Wide size = value < 0 ? -value : value;
  const Wide half = printed.step / 2;
  Span span{value - half, value + half};
  switch (printed.qualifier) {
    case Qualifier::exact:
      break;
    case Qualifier::over:
    case Qualifier::at_least:
      span = {value, endless};
      break;
    case Qualifier::at_most:
      span = {-endless, value};
      break;
    case Qualifier::about:
      span = {value - std::max(half, size / 20), value + std::max(half, size / 20)};
      break;
    case Qualifier::nearly:
      span = {value - size / 10, value};
      break;
  }
  const Wide slack = size * tolerance / 10'000;
  return {span.low - slack, span.high + slack};
}

Span cut_of(const PrintedNumber& printed) {
  const Wide value = printed.number.value;
  if (printed.qualifier != Qualifier::exact) return printed.span;
  const Wide rest = printed.step - 1;
  return {value > 0 ? value : value - rest, value < 0 ? value : value + rest};
}

Span times(const Span& span, Wide by) {
  const auto scaled = [by](Wide value) {
    return value >= endless || value <= -endless ? value : value * by;
  };
  return {scaled(span.low), scaled(span.high)};
}

}  // namespace

std::optional<FigureVerdict> agreement(const PrintedNumber& printed, const Span& computed) {
  if (computed.low == computed.high && computed.low == printed.number.value) {
    return FigureVerdict::equal;
  }
  if (printed.span.meets(computed)) return FigureVerdict::rounding;
  if (printed.cut.meets(computed)) return FigureVerdict::truncated;
  return {};
}

std::optional<FigureVerdict> fine_agreement(const PrintedNumber& printed, const Span& computed) {
  auto span = times(printed.span, fine_parts);
  auto cut = times(printed.cut, fine_parts);
  if (printed.qualifier == Qualifier::exact) {
    // A hundredth printed is all that rounds to it.
    const Wide half = printed.step == 1 ? fine_parts / 2 : 0;
    span = {span.low - half, span.high + half};
    const Wide value = printed.number.value;
    const Wide rest = fine_parts - 1;
    cut = {value > 0 ? cut.low : cut.low - rest, value < 0 ? cut.high : cut.high + rest};
  }
  if (span.meets(computed)) return FigureVerdict::rounding;
  if (cut.meets(computed)) return FigureVerdict::truncated;
  return {};
}

std::optional<FigureVerdict> agreement(const PrintedNumber& left, const PrintedNumber& right) {
  if (left.number == right.number) return FigureVerdict::equal;
  if (left.span.meets(right.span)) return FigureVerdict::rounding;
  if (left.cut.meets(right.span) || left.span.meets(right.cut) || left.cut.meets(right.cut)) {
    return FigureVerdict::truncated;
  }
  return {};
}

PrintedNumber negated(PrintedNumber printed) {
  const auto opposite = [](const Span& span) { return Span{-span.high, -span.low}; };
  printed.number.value = -printed.number.value;
  printed.span = opposite(printed.span);
  printed.cut = opposite(printed.cut);
  return printed;
}

Qualifier qualifier_at(std::string_view folded, std::size_t from, std::size_t until) {
  const auto front = text::trim(folded.substr(0, from));
  for (const auto& [word, qualifier] : before) {
    if (front.ends_with(word)) return qualifier;
  }
  auto back = folded.substr(until);
  for (bool again = true; again;) {
    for (const auto& [word, qualifier] : behind) {
      if (back.starts_with(word)) return qualifier;
    }
    again = false;
    for (const auto unit : units) {
      if (!back.starts_with(unit)) continue;
      back.remove_prefix(unit.size());
      again = true;
    }
  }
  return Qualifier::exact;
}

std::optional<PrintedNumber> read_printed(const Figure& figure, std::int64_t tolerance) {
  const auto number = number_of(figure);
  if (!number) return {};
  PrintedNumber printed{*number, 1, Qualifier::exact, {}, {}};
  const auto folded = text::fold(figure.printed);
  const Wide size = number->value < 0 ? -Wide{number->value} : Wide{number->value};
  for (const auto& token : tokens_of(folded)) {
    const auto step = step_between(token.digits, size);
    if (!step) continue;
    printed.step = *step;
    printed.qualifier = qualifier_at(folded, token.from, token.until);
    break;
  }
  if (figure.amount && figure.amount->qualifier != Qualifier::exact) {
    printed.qualifier = figure.amount->qualifier;
  }
  printed.span = span_of(printed, tolerance);
  printed.cut = cut_of(printed);
  return printed;
}

std::string number_text(const FigureNumber& number, AmountUnit unit) {
  switch (number.sort) {
    case FigureNumber::Sort::count:
      break;
    case FigureNumber::Sort::money:
      return format_money({number.value, number.currency}, unit);
    case FigureNumber::Sort::percent:
      return percent_text({number.value});
  }
  return std::to_string(number.value);
}

FigureNumber with_value(const FigureNumber& number, Wide value) {
  auto other = number;
  other.value = clamped(value);
  return other;
}

Wide percent_of(Wide numerator, Wide denominator) {
  return divide_rounded(numerator * 10'000, denominator);
}

}  // namespace leadbook::service
