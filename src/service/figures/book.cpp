// Printed figures against what the book itself holds.
#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "leadbook/service/totals/totals.hpp"
#include "leadbook/text/translate.hpp"
#include "service/figures/known.hpp"

namespace leadbook::service {
namespace {

bool can_be_computed(const KnownFigure& known) {
  return known.printed && known.meaning && known.meaning->measure &&
         known.meaning->quantity == Quantity::measure && !known.figure.period->is_day() &&
         (known.area.is_city || known.area.county);
}

/// The measures that figures of one period and currency speak of are computed together.
class BookTotals {
 public:
  BookTotals(store::Db& db,
             const FigureQuery& asked,
             const std::vector<const KnownFigure*>& figures)
      : db_(db), asked_(asked) {
    for (const auto* known : figures) {
      auto& measures = sheets_[sheet_of(*known)].measures;
      const auto measure = *known->meaning->measure;
      if (place_in(measures, measure) == measures.size()) measures.push_back(measure);
    }
  }

  /// The value of the area of a figure over its period.
  const TotalsValue& value(const KnownFigure& known) {
    auto& [measures, totals] = sheets_.at(sheet_of(known));
    if (!totals) totals = compute(sheet_of(known), measures);
    const auto at = place_in(measures, *known.meaning->measure);
    if (known.area.is_city) return totals->sum[at];
    const Reference county{Kind::county, known.area.county.number};
    for (const auto& row : totals->rows) {
      if (row.keys.front().record == county) return row.values[at];
    }
    return nothing_;
  }

 private:
  using SheetKey = std::pair<Date, Currency>;
  struct Sheet {
    std::vector<Measure> measures;
    std::optional<Totals> totals;
  };

  static SheetKey sheet_of(const KnownFigure& known) {
    return {*known.figure.period, known.printed->number.currency};
  }

  static std::size_t place_in(const std::vector<Measure>& measures, Measure measure) {
    return static_cast<std::size_t>(std::find(measures.begin(), measures.end(), measure) -
                                    measures.begin());
  }

  /// A book as at a day holds nothing later; of a period that begins later it holds its first day.
  Day last_day(const Date& period) const {
    if (!asked_.at) return period.last;
    return std::max(period.first, std::min(period.last, *asked_.at));
  }

  Totals compute(const SheetKey& key, const std::vector<Measure>& measures) {
    const auto& [period, currency] = key;
    TotalsQuery query;
    query.by = {Dimension::county};
    query.measures = measures;
    query.period = period_of(period.first, last_day(period));
    query.today = asked_.today;
    query.rates.in = currency;
    query.rates.list_missing = true;
    return totals(db_, query);
  }

  store::Db& db_;
  const FigureQuery& asked_;
  std::map<SheetKey, Sheet> sheets_;
  const TotalsValue nothing_;
};

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
  auto computed = chosen;
  std::erase_if(computed, [](const KnownFigure* known) { return !can_be_computed(*known); });
  BookTotals totals(checking.db, checking.query, computed);
  for (const auto* known : computed) {
    const auto& value = totals.value(*known);
    if (known->printed->number.sort == FigureNumber::Sort::percent) {
      compare_rate(checking, *known, value);
    } else {
      compare_number(checking, *known, value);
    }
  }
}

}  // namespace leadbook::service
