// Printed figures against what the book itself holds.
#include <map>
#include <tuple>

#include "leadbook/service/totals/totals.hpp"
#include "leadbook/text/translate.hpp"
#include "service/figures/known.hpp"

namespace leadbook::service {
namespace {

/// Totals asked for once each.
class BookTotals {
 public:
  explicit BookTotals(store::Db& db, Day today) : db_(db), today_(today) {}

  /// The value of the area of a figure over its period.
  const TotalsValue& value(const KnownFigure& known) {
    const auto& period = *known.figure.period;
    const auto measure = *known.meaning->measure;
    const auto currency = known.printed->number.currency;
    const auto [at, is_new] = totals_.emplace(std::tuple(period, measure, currency), Totals());
    if (is_new) {
      TotalsQuery query;
      query.by = {Dimension::county};
      query.measures = {measure};
      query.period = period_of(period.first, period.last);
      query.today = today_;
      query.rates.in = currency;
      query.rates.list_missing = true;
      at->second = totals(db_, query);
    }
    if (known.area.is_city) return at->second.sum.front();
    const Reference county{Kind::county, known.area.county.number};
    for (const auto& row : at->second.rows) {
      if (row.keys.front().record == county) return row.values.front();
    }
    return nothing_;
  }

 private:
  store::Db& db_;
  Day today_;
  std::map<std::tuple<Date, Measure, Currency>, Totals> totals_;
  const TotalsValue nothing_;
};

bool can_be_computed(const KnownFigure& known) {
  return known.printed && known.meaning && known.meaning->measure &&
         known.meaning->quantity == Quantity::measure && !known.figure.period->is_day() &&
         (known.area.is_city || known.area.county);
}

void compare_rate(FigureChecking& checking, const KnownFigure& known, const TotalsValue& value) {
  if (value.divisor == 0) return;
  const auto computed = percent_of(value.number, value.divisor);
  const bool same = known.printed->span.contains(computed);
  checking.find(known,
                FigureTest::book,
                {},
                computed,
                computed == known.printed->number.value ? FigureVerdict::equal
                : same                                  ? FigureVerdict::rounding
                                                        : FigureVerdict::partial,
                say("The book makes {}: {} / {}.",
                    checking.text(with_value(known.printed->number, computed)),
                    value.number,
                    value.divisor));
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
  if (value.number == printed.number.value) {
    return add(FigureVerdict::equal, say("The book holds {} as well.", held));
  }
  if (printed.span.contains(value.number)) {
    return add(FigureVerdict::rounding, say("The book holds {}, which is printed so.", held));
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

}  // namespace

void check_book(FigureChecking& checking, const std::vector<const KnownFigure*>& chosen) {
  BookTotals totals(checking.db, checking.query.today);
  for (const auto* known : chosen) {
    if (!can_be_computed(*known)) continue;
    const auto& value = totals.value(*known);
    if (known->printed->number.sort == FigureNumber::Sort::percent) {
      compare_rate(checking, *known, value);
    } else {
      compare_number(checking, *known, value);
    }
  }
}

}  // namespace leadbook::service
