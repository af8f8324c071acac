// Printed rates, shares, growth and pace against the figures they are made of.
#include <algorithm>

#include "leadbook/domain/standing/pace.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/figures/known.hpp"

namespace leadbook::service {
namespace {

using Peers = std::vector<const KnownFigure*>;

/// A quotient that a percentage may be.
struct Quotient {
  const KnownFigure* above;
  const KnownFigure* below;
  Span span;  // hundredths of a percent
  Wide exact = 0;
};

IndicatorMeaning of(Measure measure) { return {Quantity::measure, measure, true}; }

struct Formula {
  IndicatorMeaning above;
  IndicatorMeaning below;
};

/// GLOSSARY's formulas; of several, one has to fit.
std::vector<Formula> formulas_of(Measure rate) {
  switch (rate) {
    case Measure::performance_rate:
      return {{{Quantity::performed, {}, true}, of(Measure::signed_)},
              {{Quantity::performed, {}, true}, of(Measure::contracts)}};
    case Measure::start_rate:
      return {{of(Measure::started), of(Measure::signed_)}};
    case Measure::funds_rate:
      return {{of(Measure::funds), of(Measure::contract_amount)}};
    case Measure::production_rate:
      return {{of(Measure::producing), of(Measure::signed_)},
              {of(Measure::producing), of(Measure::started)}};
    case Measure::conversion:
      return {{of(Measure::signed_), of(Measure::effective_leads)}};
    default:
      return {};
  }
}

std::optional<Quotient> quotient_of(const KnownFigure& above, const KnownFigure& below) {
  const auto& top = *above.printed;
  const auto& bottom = *below.printed;
  if (!top.number.is_like(bottom.number) || bottom.span.low <= 0 || bottom.number.value <= 0) {
    return {};
  }
  Quotient quotient{&above, &below, {}, percent_of(top.number.value, bottom.number.value)};
  const bool exact = top.span.low == top.span.high && bottom.span.low == bottom.span.high;
  if (exact) {
    quotient.span = {quotient.exact, quotient.exact};
    return quotient;
  }
  const auto divide = [](Wide value, Wide by, Wide up) {
    return (value * 10'000 + up * (by - 1)) / by;
  };
  quotient.span.low = bottom.span.high >= endless ? 0 : divide(top.span.low, bottom.span.high, 0);
  quotient.span.high =
      top.span.high >= endless ? endless : divide(top.span.high, bottom.span.low, 1);
  return quotient;
}

/// How far a quotient is from the number printed.
Wide distance(const KnownFigure& known, const Quotient& quotient) {
  const Wide apart = known.printed->number.value - quotient.exact;
  return apart < 0 ? -apart : apart;
}

void compare_with_quotients(FigureChecking& checking,
                            const KnownFigure& known,
                            const std::vector<Quotient>& quotients,
                            Wide minus = 0) {
  if (quotients.empty()) return;
  const auto& best = *std::min_element(
      quotients.begin(), quotients.end(), [&](const Quotient& left, const Quotient& right) {
        return distance(known, left) < distance(known, right);
      });
  const auto computed = best.exact - minus;
  const Span span{best.span.low - minus, best.span.high - minus};
  const auto& printed = *known.printed;
  const auto verdict = computed == printed.number.value ? FigureVerdict::equal
                       : span.meets(printed.span)       ? FigureVerdict::rounding
                                                        : FigureVerdict::wrong;
  const auto made = say("{} / {} = {} / {} = {}",
                        reference_text(best.above->reference()),
                        reference_text(best.below->reference()),
                        checking.text(best.above->printed->number),
                        checking.text(best.below->printed->number),
                        checking.text(with_value(printed.number, best.exact)));
  const auto told =
      minus == 0
          ? made
          : say("{}, less 100% = {}", made, checking.text(with_value(printed.number, computed)));
  checking.find(known,
                FigureTest::formula,
                {best.above->reference(), best.below->reference()},
                computed,
                verdict,
                verdict == FigureVerdict::wrong
                    ? say("{}, not {}.", told, checking.text(printed.number))
                    : say("{}.", told));
}

/// The figures of one meaning; those whose whole indicator is it, where there are such.
Peers with_meaning(const Peers& peers, const IndicatorMeaning& meaning) {
  Peers all;
  Peers exact;
  for (const auto* peer : peers) {
    if (!peer->meaning || !peer->meaning->is_same(meaning)) continue;
    all.push_back(peer);
    if (peer->meaning->exact) exact.push_back(peer);
  }
  return exact.empty() ? all : exact;
}

/// Of the same area, period and source.
Peers peers_of(const FigureChecking& checking, const KnownFigure& known) {
  Peers peers;
  for (const auto& other : checking.figures) {
    if (other.figure.id == known.figure.id || !other.printed) continue;
    if (other.area.key != known.area.key || other.figure.period != known.figure.period ||
        other.figure.source != known.figure.source) {
      continue;
    }
    peers.push_back(&other);
  }
  return peers;
}

void check_rate(FigureChecking& checking, const KnownFigure& known, const Peers& peers) {
  std::vector<Quotient> quotients;
  for (const auto& formula : formulas_of(*known.meaning->measure)) {
    for (const auto* above : with_meaning(peers, formula.above)) {
      for (const auto* below : with_meaning(peers, formula.below)) {
        if (const auto quotient = quotient_of(*above, *below)) quotients.push_back(*quotient);
      }
    }
  }
  compare_with_quotients(checking, known, quotients);
}

bool speaks_of_target(const KnownFigure& known) {
  const auto folded = text::fold(known.figure.indicator);
  return folded.find("目标") != std::string::npos || folded.find("target") != std::string::npos;
}

/// Actual / target, where one target and one actual of its sort are printed.
void check_completion(FigureChecking& checking, const KnownFigure& known, const Peers& peers) {
  std::vector<Quotient> quotients;
  for (const auto* below : peers) {
    if (!speaks_of_target(*below)) continue;
    for (const auto* above : peers) {
      if (above == below || speaks_of_target(*above)) continue;
      if (const auto quotient = quotient_of(*above, *below)) quotients.push_back(*quotient);
    }
  }
  if (quotients.size() == 1) compare_with_quotients(checking, known, quotients);
}

/// Completion less the part of the year that is over, in percentage points.
void check_pace(FigureChecking& checking, const KnownFigure& known, const Peers& peers) {
  const auto completion = with_meaning(peers, {Quantity::completion, {}, true});
  if (completion.size() != 1) return;
  const auto& reached = *completion.front();
  const auto printed_elapsed = with_meaning(peers, {Quantity::elapsed, {}, true});
  const Day day = known.figure.period->last;
  const auto year = std::chrono::year_month_day(day).year();
  const auto by_calendar = elapsed_share(period_of(year / 1 / 1, year / 12 / 31), day);
  Span elapsed{by_calendar, by_calendar};
  Wide value = by_calendar;
  std::vector<Reference> against = {reached.reference()};
  if (!printed_elapsed.empty()) {
    elapsed = printed_elapsed.front()->printed->span;
    value = printed_elapsed.front()->printed->number.value;
    against.push_back(printed_elapsed.front()->reference());
  }
  const auto& printed = *known.printed;
  const Wide computed = reached.printed->number.value - value;
  const Span span{reached.printed->span.low - elapsed.high,
                  reached.printed->span.high - elapsed.low};
  const auto verdict = computed == printed.number.value ? FigureVerdict::equal
                       : span.meets(printed.span)       ? FigureVerdict::rounding
                                                        : FigureVerdict::wrong;
  checking.find(known,
                FigureTest::formula,
                against,
                computed,
                verdict,
                say("{} completed - {} of the year over = {} points, printed {}.",
                    checking.text(reached.printed->number),
                    checking.text(with_value(printed.number, value)),
                    checking.text(with_value(printed.number, computed)),
                    checking.text(printed.number)));
}

/// A share of the whole that the figure of the same words is part of.
void check_share(FigureChecking& checking,
                 const KnownFigure& known,
                 const Peers& peers,
                 const std::string& indicator) {
  for (const auto* above : peers) {
    if (text::fold(above->figure.indicator) != indicator || !above->figure.part_of) continue;
    for (const auto& below : checking.figures) {
      if (below.figure.id != above->figure.part_of || !below.printed) continue;
      if (const auto quotient = quotient_of(*above, below))
        compare_with_quotients(checking, known, {*quotient});
    }
  }
}

/// Growth against the same period a year before.
void check_growth(FigureChecking& checking,
                  const KnownFigure& known,
                  const Peers& peers,
                  const std::string& indicator) {
  const auto& period = *known.figure.period;
  const auto before = year_before(period_of(period.first, period.last));
  for (const auto* above : peers) {
    if (text::fold(above->figure.indicator) != indicator) continue;
    for (const auto& below : checking.figures) {
      if (!below.printed || below.area.key != known.area.key ||
          text::fold(below.figure.indicator) != indicator ||
          below.figure.period != Date{before.first, before.last}) {
        continue;
      }
      constexpr Wide all = 10'000;
      if (const auto quotient = quotient_of(*above, below)) {
        compare_with_quotients(checking, known, {*quotient}, all);
      }
    }
  }
}

}  // namespace

void check_formulas(FigureChecking& checking, const KnownFigure& known) {
  if (!known.printed || known.printed->number.sort != FigureNumber::Sort::percent) return;
  const auto peers = peers_of(checking, known);
  if (const auto grown = grown_indicator(known.figure.indicator)) {
    return check_growth(checking, known, peers, *grown);
  }
  if (const auto shared = shared_indicator(known.figure.indicator)) {
    return check_share(checking, known, peers, *shared);
  }
  if (!known.meaning) return;
  switch (known.meaning->quantity) {
    case Quantity::measure:
      return check_rate(checking, known, peers);
    case Quantity::completion:
      return check_completion(checking, known, peers);
    case Quantity::pace:
      return check_pace(checking, known, peers);
    case Quantity::performed:
    case Quantity::elapsed:
    case Quantity::growth:
      break;
  }
}

}  // namespace leadbook::service
