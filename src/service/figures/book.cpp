// Printed figures against what the book itself holds.
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "leadbook/domain/standing/dimension.hpp"
#include "leadbook/service/standing/county_values.hpp"
#include "leadbook/text/translate.hpp"
#include "service/figures/known.hpp"

namespace leadbook::service {
namespace {

bool can_be_computed(const KnownFigure& known) {
  return known.printed && known.meaning && known.meaning->measure &&
         known.meaning->quantity == Quantity::measure && (known.area.is_city || known.area.county);
}

/// The days a figure may count over: those its words say or, of one day, that day, the month so far
/// and the year so far.
std::vector<Date> possible_days(const KnownFigure& known) {
  std::vector<Date> possible = {known.days};
  if (known.states_beginning) return possible;
  for (const auto span : {Dimension::month, Dimension::year}) {
    const Date longer{span_holding(span, known.days.last).first, known.days.last};
    if (longer != possible.back()) possible.push_back(longer);
  }
  return possible;
}

/// The measures that figures of the same days speak of are computed together.
class BookTotals {
 public:
  BookTotals(store::Db& db,
             const FigureQuery& asked,
             const std::vector<const KnownFigure*>& figures)
      : db_(db), asked_(asked) {
    for (const auto* known : figures) {
      for (const auto& days : possible_days(*known)) {
        values_of(days).expect(*known->meaning->measure, known->printed->number.currency);
      }
    }
  }

  /// The value of the area of a figure over some days: of its own measure, or of another.
  const TotalsValue& value(const KnownFigure& known, const Date& days) {
    return value(known, *known.meaning->measure, days);
  }
  const TotalsValue& value(const KnownFigure& known, Measure measure, const Date& days) {
    auto& values = values_of(days);
    const auto& currency = known.printed->number.currency;
    return known.area.is_city ? values.of_city(measure, currency)
                              : values.of(known.area.county, measure, currency);
  }

 private:
  /// A book as at a day holds nothing later; of days that begin later it holds the first.
  Day last_day(const Date& days) const {
    if (!asked_.at) return days.last;
    return std::max(days.first, std::min(days.last, *asked_.at));
  }

  CountyValues& values_of(const Date& days) {
    auto& values = values_[days];
    if (!values) {
      TotalsQuery query;
      query.period = period_of(days.first, last_day(days));
      query.today = asked_.today;
      query.rates.list_missing = true;
      values = std::make_unique<CountyValues>(db_, query, asked_.zones);
    }
    return *values;
  }

  store::Db& db_;
  const FigureQuery& asked_;
  std::map<Date, std::unique_ptr<CountyValues>> values_;
};

std::optional<FigureVerdict> rate_agreement(const KnownFigure& known, const TotalsValue& value) {
  if (value.divisor == 0) return {};
  const Wide fine = divide_rounded(Wide{value.number} * 10'000 * fine_parts, value.divisor);
  if (percent_of(value.number, value.divisor) == known.printed->number.value) {
    return FigureVerdict::equal;
  }
  return fine_agreement(*known.printed, {fine, fine});
}

void compare_rate(FigureChecking& checking, const KnownFigure& known, const TotalsValue& value) {
  if (value.divisor == 0) return;
  const auto computed = percent_of(value.number, value.divisor);
  checking.find(known,
                FigureTest::book,
                {},
                computed,
                rate_agreement(known, value).value_or(FigureVerdict::partial),
                say("The book makes {}: {} / {}.",
                    checking.text(with_value(known.printed->number, computed)),
                    value.number,
                    value.divisor));
}

std::string agreement_text(FigureVerdict verdict, const std::string& held) {
  if (verdict == FigureVerdict::equal) return say("The book holds {} as well.", held);
  if (verdict == FigureVerdict::rounding)
    return say("The book holds {}, which is printed so.", held);
  return say("The book holds {}, which is printed cut off, not rounded.", held);
}

void compare_number(FigureChecking& checking, const KnownFigure& known, const TotalsValue& value) {
  const auto measure = *known.meaning->measure;
  const auto& printed = *known.printed;
  const auto add = [&](FigureVerdict verdict, std::string explanation) {
    const auto computed =
        value.is_known(measure) ? std::optional<Wide>(value.number) : std::nullopt;
    checking.find(known, FigureTest::book, {}, computed, verdict, std::move(explanation));
  };
  if (!value.is_known(measure)) {
    return add(FigureVerdict::partial, say("The book holds nothing of it."));
  }
  const auto held = checking.text(with_value(printed.number, value.number));
  const auto stated = checking.text(printed.number);
  if (const auto verdict = agreement(printed, {value.number, value.number})) {
    return add(*verdict, agreement_text(*verdict, held));
  }
  const bool is_money = printed.number.sort == FigureNumber::Sort::money;
  if (is_money && value.number > 0) {
    const auto slip =
        find_slip(printed.span, [&](const Span& span) { return span.contains(value.number); });
    if (slip) {
      return add(FigureVerdict::suspected,
                 say("The book holds {}, not {}; {}.", held, stated, slip_text(*slip)));
    }
  }
  if (value.number < printed.number.value) {
    return add(FigureVerdict::partial,
               known.meaning->exact ? say("The book holds {} of {}.", held, stated)
                                    : say("The book holds at most {} of {}.", held, stated));
  }
  if (!known.meaning->exact) {
    return add(FigureVerdict::unchecked,
               say("The book's {} in all may count more than this indicator does.", held));
  }
  add(FigureVerdict::differs, say("The book holds {}, more than the {} printed.", held, stated));
}

/// How the book agrees with a figure over some days; nothing where it does not.
std::optional<FigureVerdict> agreement_of(const KnownFigure& known, const TotalsValue& value) {
  if (known.printed->number.sort == FigureNumber::Sort::percent) {
    return rate_agreement(known, value);
  }
  if (!value.is_known(*known.meaning->measure)) return {};
  return agreement(*known.printed, {value.number, value.number});
}

/// A number of one day whose words do not say since when it counts: where the book holds it of one
/// of the days it may count from, these are named.
void compare_possible(FigureChecking& checking, const KnownFigure& known, BookTotals& totals) {
  std::string all;
  bool holds_any = false;
  const auto possible = possible_days(known);
  for (const auto& days : possible) {
    const auto& value = totals.value(known, days);
    const bool is_rate = known.printed->number.sort == FigureNumber::Sort::percent;
    const bool is_known = is_rate ? value.divisor != 0 : value.is_known(*known.meaning->measure);
    const Wide held =
        is_rate && is_known ? percent_of(value.number, value.divisor) : Wide{value.number};
    const auto text =
        is_known ? checking.text(with_value(known.printed->number, held)) : say("nothing known");
    if (const auto verdict = agreement_of(known, value)) {
      return checking.find(known,
                           FigureTest::book,
                           {},
                           held,
                           *verdict,
                           say("Since when it counts is not stated. Counted from {}: {}",
                               format_day(days.first),
                               agreement_text(*verdict, text)));
    }
    holds_any = holds_any || is_known;
    all += std::string(all.empty() ? "" : choose(", ", "，")) +
           say("{} from {}", text, format_day(days.first));
  }
  checking.find(known,
                FigureTest::book,
                {},
                {},
                FigureVerdict::unchecked,
                holds_any
                    ? say("Since when it counts is not stated; the book holds {}.", all)
                    : say("Since when it counts is not stated; the book holds nothing of it."));
}

/// Growth of what the book holds, where it holds something of both periods.
void compare_growth(FigureChecking& checking, const KnownFigure& known, BookTotals& totals) {
  const auto growth = growth_of(known.figure.indicator);
  if (!growth || !known.printed || !known.is_share() || !known.states_beginning ||
      (!known.area.is_city && !known.area.county)) {
    return;
  }
  const auto meaning = meaning_of(growth->indicator);
  if (!meaning || !meaning->measure || is_quotient(*meaning->measure)) return;
  const auto period = period_of(known.days.first, known.days.last);
  const auto before = growth->against_year ? year_before(period) : period_before(period);
  const auto& now = totals.value(known, *meaning->measure, known.days);
  const auto& then = totals.value(known, *meaning->measure, {before.first, before.last});
  if (then.number <= 0 || !now.is_known(*meaning->measure)) return;
  constexpr Wide all = 10'000;
  const auto computed = percent_of(now.number, then.number) - all;
  const Wide fine = divide_rounded(Wide{now.number} * all * fine_parts, then.number);
  const Wide less = all * fine_parts;
  const auto found = computed == known.printed->number.value
                         ? FigureVerdict::equal
                         : fine_agreement(*known.printed, {fine - less, fine - less});
  checking.find(known,
                FigureTest::book,
                {},
                computed,
                found.value_or(FigureVerdict::partial),
                say("The book makes {} against {}.",
                    checking.text(with_value(known.printed->number, computed)),
                    format_period(before)));
}

}  // namespace

void check_book(FigureChecking& checking, const std::vector<const KnownFigure*>& chosen) {
  auto computed = chosen;
  std::erase_if(computed, [](const KnownFigure* known) { return !can_be_computed(*known); });
  BookTotals totals(checking.db, checking.query, computed);
  for (const auto* known : chosen) compare_growth(checking, *known, totals);
  for (const auto* known : computed) {
    if (!known->states_beginning) {
      compare_possible(checking, *known, totals);
      continue;
    }
    const auto& value = totals.value(*known, known->days);
    if (known->printed->number.sort == FigureNumber::Sort::percent) {
      compare_rate(checking, *known, value);
    } else {
      compare_number(checking, *known, value);
    }
  }
}

}  // namespace leadbook::service
