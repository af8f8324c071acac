// The same printed in two currencies: the rate it implies against the book's.
#include <algorithm>
#include <array>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/figures/known.hpp"

namespace leadbook::service {
namespace {

constexpr Wide e10 = 10'000'000'000;

/// The book's rates of a currency over some days, the lowest and the highest, in 10^-10 CNY.
struct RateSpan {
  Wide low = e10;
  Wide high = e10;
};

/// Nothing where the book has none by then.
std::optional<RateSpan> rates_over(const Rates& rates, const Currency& currency, const Date& days) {
  if (currency == Currency()) return RateSpan{};
  std::optional<RateSpan> span;
  const auto take = [&](const DatedRate& rate) {
    const Wide value = rate.cny.e10;
    if (!span) span = RateSpan{value, value};
    span = RateSpan{std::min(span->low, value), std::max(span->high, value)};
  };
  if (const auto* before = rates.find(currency, days.first)) take(*before);
  for (const auto& rate : rates.of(currency)) {
    if (rate.day > days.first && rate.day <= days.last) take(rate);
  }
  return span;
}

/// Ten thousandths of a unit of the one for one unit of the other, by what was printed.
Wide implied_rate(const FigureNumber& of, const FigureNumber& in) {
  const auto scale = power_of_ten(4 + std::max(0, of.currency.minor_digits()));
  return divide_rounded(Wide{in.value} * scale,
                        Wide{of.value} * power_of_ten(in.currency.minor_digits()));
}

std::string rate_text_of(Wide ten_thousandths) { return decimal_text(clamped(ten_thousandths), 4); }

/// "0.9155", or "0.9155 to 0.9203" where the rate moved.
std::string book_rate_text(const RateSpan& of, const RateSpan& in) {
  const auto low = divide_rounded(of.low * 10'000, in.high);
  const auto high = divide_rounded(of.high * 10'000, in.low);
  if (low == high) return rate_text_of(low);
  return say("{} to {}", rate_text_of(low), rate_text_of(high));
}

/// One amount in the minor units of another's currency, over all its rates.
Span converted(const PrintedNumber& printed,
               const RateSpan& own,
               const Currency& to,
               const RateSpan& theirs) {
  const int digits = printed.number.currency.minor_digits() - to.minor_digits();
  const auto convert = [&](Wide value, Wide mine, Wide other) {
    if (value >= endless || value <= -endless) return value;
    return divide_rounded(value * mine * power_of_ten(-digits), other * power_of_ten(digits));
  };
  return {convert(printed.span.low, own.low, theirs.high),
          convert(printed.span.high, own.high, theirs.low)};
}

/// Who converted may have had the rate of another day: a hundredth to both sides.
Span with_slack(const Span& span) {
  const auto slack = [](Wide value) {
    return value >= endless || value <= -endless ? Wide{0} : (value < 0 ? -value : value) / 100;
  };
  return {span.low - slack(span.low), span.high + slack(span.high)};
}

/// Holds the rate of two amounts of the same against the book's: so many of `in` for one of `of`.
void compare_rate_of(FigureChecking& checking,
                     const KnownFigure& known,
                     const PrintedNumber& of,
                     const PrintedNumber& in,
                     std::vector<Reference> against) {
  if (of.number.value <= 0 || in.number.value <= 0) return;
  const auto own = rates_over(checking.rates, of.number.currency, known.days);
  const auto theirs = rates_over(checking.rates, in.number.currency, known.days);
  const auto implied = say("{} and {} make {} {} for 1 {}",
                           checking.text(of.number),
                           checking.text(in.number),
                           rate_text_of(implied_rate(of.number, in.number)),
                           in.number.currency.code(),
                           of.number.currency.code());
  const auto add = [&](FigureVerdict verdict, std::string explanation) {
    checking.find(
        known, FigureTest::currency, std::move(against), {}, verdict, std::move(explanation));
  };
  if (!own || !theirs) {
    return add(FigureVerdict::unchecked, say("{}; the book has no rate to compare.", implied));
  }
  const auto span = with_slack(converted(of, *own, in.number.currency, *theirs));
  const auto told = say("{}; the book's rate is {}", implied, book_rate_text(*own, *theirs));
  if (span.meets(in.span)) return add(FigureVerdict::rounding, say("{}.", told));
  const auto slip = find_slip(in.span, [&](const Span& by) { return span.meets(by); });
  if (slip) return add(FigureVerdict::suspected, say("{}; {}.", told, slip_text(*slip)));
  add(FigureVerdict::differs, say("{}.", told));
}

/// The amount in brackets behind the first: 5.215亿美元(约40.7亿港元).
std::optional<PrintedNumber> second_amount(const Figure& figure) {
  const auto folded = text::fold(figure.printed);
  const auto open = folded.find('(');
  const auto close = folded.find(')', open == std::string::npos ? 0 : open);
  if (open == std::string::npos || close == std::string::npos) return {};
  auto inner = folded.substr(open + 1, close - open - 1);
  constexpr std::array<std::string_view, 6> before = {
      "折合", "约合", "合", "equivalent to", "equal to", "or"};
  for (const auto word : before) {
    if (inner.starts_with(word)) inner.erase(0, word.size());
  }
  const auto parsed = parse_amount(text::trim(inner));
  if (!parsed || !parsed->amount || !figure.amount ||
      parsed->amount->money.currency == figure.amount->money.currency) {
    return {};
  }
  Figure second;
  second.printed = inner;
  second.amount = parsed->amount;
  return read_printed(second, 0);
}

}  // namespace

void check_currencies(FigureChecking& checking, const KnownFigure& known) {
  if (!known.is_money()) return;
  // So many CNY for one of a foreign currency, whichever was printed first.
  const auto compare = [&](const PrintedNumber& left,
                           const PrintedNumber& right,
                           std::vector<Reference> against) {
    const bool is_foreign = left.number.currency != Currency();
    compare_rate_of(
        checking, known, is_foreign ? left : right, is_foreign ? right : left, std::move(against));
  };
  if (const auto second = second_amount(known.figure)) compare(*known.printed, *second, {});
  for (const auto& other : checking.figures) {
    if (other.figure.id >= known.figure.id || !other.is_money() || other.days != known.days ||
        other.printed->number.currency == known.printed->number.currency ||
        !FigureChecking::are_of_one_thing(known, other)) {
      continue;
    }
    compare(*known.printed, *other.printed, {other.reference()});
  }
}

}  // namespace leadbook::service
