// Printed rates, shares, growth and pace against the pairs of figures they may be made of.
#include <algorithm>

#include "leadbook/domain/standing/pace.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/figures/known.hpp"

namespace leadbook::service {
namespace {

using Peers = std::vector<const KnownFigure*>;

/// A pair of figures that a rate may be made of.
struct Pair {
  const KnownFigure* above;
  const KnownFigure* below;
  int likeness = 0;    // of what both and the rate are about; less than 0 where they contradict
  bool fixed = false;  // what is below was set, as a target is, and not rounded
};
using Pairs = std::vector<Pair>;

/// The quotient of a pair, less what is taken off it, in hundredths of a percent.
struct Quotient {
  Pair pair;
  Wide computed = 0;
  Span span;  // in hundredths of these
  std::optional<FigureVerdict> agreement;
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

Wide divide_down(Wide value, Wide by) {
  return value >= 0 ? value / by : -((-value + by - 1) / by);
}
Wide divide_up(Wide value, Wide by) { return -divide_down(-value, by); }

/// Nothing where the divisor is not certainly more than nothing.
std::optional<Quotient> quotient_of(const KnownFigure& rate, const Pair& pair, Wide minus) {
  const auto& top = *pair.above->printed;
  auto bottom = *pair.below->printed;
  if (pair.fixed) bottom.span = {bottom.number.value, bottom.number.value};
  if (bottom.span.low <= 0 || bottom.number.value <= 0) return {};
  constexpr Wide whole = 10'000 * fine_parts;
  Quotient quotient{pair, percent_of(top.number.value, bottom.number.value) - minus, {}, {}};
  const auto less = minus * fine_parts;
  quotient.span.low = bottom.span.high >= endless || top.span.low <= -endless
                          ? Wide{0}
                          : divide_down(top.span.low * whole, bottom.span.high) - less;
  quotient.span.high =
      top.span.high >= endless ? endless : divide_up(top.span.high * whole, bottom.span.low) - less;
  quotient.agreement = quotient.computed == rate.printed->number.value
                           ? FigureVerdict::equal
                           : fine_agreement(*rate.printed, quotient.span);
  return quotient;
}

/// How far a quotient is from the number printed.
Wide distance(const KnownFigure& rate, const Quotient& quotient) {
  const Wide apart = rate.printed->number.value - quotient.computed;
  return apart < 0 ? -apart : apart;
}

/// "F-3 / F-1 = 222 / 247 = 89.88%".
std::string made_text(const FigureChecking& checking, const KnownFigure& rate, const Quotient& of) {
  const auto& above = *of.pair.above;
  const auto& below = *of.pair.below;
  const auto exact = percent_of(above.printed->number.value, below.printed->number.value);
  auto made = say("{} / {} = {} / {} = {}",
                  reference_text(above.reference()),
                  reference_text(below.reference()),
                  checking.text(above.printed->number),
                  checking.text(below.printed->number),
                  checking.text(with_value(rate.printed->number, exact)));
  if (exact == of.computed) return made;
  return say(
      "{}, less 100% = {}", made, checking.text(with_value(rate.printed->number, of.computed)));
}

/// The pairs of these that are about the same as the rate, as far as that is told; the others
/// behind.
std::pair<Pairs, Pairs> likest_of(Pairs pairs) {
  int most = -1;
  for (const auto& pair : pairs) most = std::max(most, pair.likeness);
  const auto others = std::stable_partition(
      pairs.begin(), pairs.end(), [&](const Pair& pair) { return pair.likeness == most; });
  return {Pairs(pairs.begin(), others), Pairs(others, pairs.end())};
}

/// Holds a rate against pairs: it agrees where one fits, all that fit are named, and it is wrong
/// where none does.
class PairChecking {
 public:
  PairChecking(FigureChecking& checking, const KnownFigure& rate, Wide minus)
      : checking_(checking), rate_(rate), minus_(minus) {}

  void compare(const Pairs& pairs) {
    if (pairs.empty()) return;
    const auto [likest, others] = likest_of(pairs);
    const auto made = quotients_of(likest);
    if (made.empty()) return tell_no_quotient(likest);
    auto fitting = made;
    std::erase_if(fitting, [](const Quotient& quotient) { return !quotient.agreement; });
    if (fitting.empty()) return tell_wrong(made, quotients_of(others));
    tell_fitting(std::move(fitting));
  }

 private:
  std::vector<Quotient> quotients_of(const Pairs& pairs) const {
    std::vector<Quotient> quotients;
    for (const auto& pair : pairs) {
      if (const auto quotient = quotient_of(rate_, pair, minus_)) quotients.push_back(*quotient);
    }
    std::stable_sort(
        quotients.begin(), quotients.end(), [&](const Quotient& left, const Quotient& right) {
          return distance(rate_, left) < distance(rate_, right);
        });
    return quotients;
  }

  void find(const std::vector<Quotient>& quotients, FigureVerdict verdict, std::string told) {
    std::vector<Reference> against;
    for (const auto& quotient : quotients) {
      for (const auto* figure : {quotient.pair.above, quotient.pair.below}) {
        const auto reference = figure->reference();
        if (std::find(against.begin(), against.end(), reference) == against.end()) {
          against.push_back(reference);
        }
      }
    }
    checking_.find(rate_,
                   FigureTest::formula,
                   std::move(against),
                   quotients.front().computed,
                   verdict,
                   std::move(told));
  }

  void tell_fitting(std::vector<Quotient> fitting) {
    std::stable_sort(
        fitting.begin(), fitting.end(), [](const Quotient& left, const Quotient& right) {
          return *left.agreement < *right.agreement;
        });
    std::string told;
    for (const auto& quotient : fitting) {
      told += std::string(told.empty() ? "" : choose("; ", "；")) +
              made_text(checking_, rate_, quotient);
    }
    const auto verdict = *fitting.front().agreement;
    if (verdict == FigureVerdict::truncated) {
      told = say(
          "{}, of which {} is cut off, not rounded", told, checking_.text(rate_.printed->number));
    }
    find(fitting, verdict, say("{}.", told));
  }

  void tell_wrong(const std::vector<Quotient>& made, const std::vector<Quotient>& others) {
    auto told = say("{}, not {}.",
                    made_text(checking_, rate_, made.front()),
                    checking_.text(rate_.printed->number));
    if (made.size() > 1) {
      told += choose(" ", "");
      told += say("None of the {} pairs it could be made of fits.", made.size());
    }
    for (const auto& other : others) {
      if (!other.agreement) continue;
      told += choose(" ", "");
      told += say("{} would fit, which is of something else.", made_text(checking_, rate_, other));
    }
    find({made.front()}, FigureVerdict::wrong, std::move(told));
  }

  /// Of nothing there is no share and no growth.
  void tell_no_quotient(const Pairs& pairs) {
    for (const auto& pair : pairs) {
      if (pair.below->printed->number.value != 0) continue;
      checking_.find(
          rate_,
          FigureTest::formula,
          {pair.above->reference(), pair.below->reference()},
          {},
          rate_.printed->number.value == 0 ? FigureVerdict::unchecked : FigureVerdict::wrong,
          say("{} is 0: there is no rate, share or growth of it.", checking_.text(*pair.below)));
      return;
    }
  }

  FigureChecking& checking_;
  const KnownFigure& rate_;
  Wide minus_;
};

void compare_with_pairs(FigureChecking& checking,
                        const KnownFigure& rate,
                        const Pairs& pairs,
                        Wide minus = 0) {
  PairChecking(checking, rate, minus).compare(pairs);
}

/// The figures of one meaning; those whose whole indicator is it, where there are such.
Peers with_meaning(const Peers& peers, const IndicatorMeaning& meaning) {
  Peers all;
  for (const auto* peer : peers) {
    if (peer->meaning && peer->meaning->is_same(meaning)) all.push_back(peer);
  }
  return all;
}

/// Of the same area, days and source.
Peers peers_of(const FigureChecking& checking, const KnownFigure& known) {
  Peers peers;
  for (const auto& other : checking.figures) {
    if (other.figure.id == known.figure.id || !other.printed) continue;
    if (other.area.key != known.area.key || other.days != known.days ||
        other.figure.source != known.figure.source) {
      continue;
    }
    peers.push_back(&other);
  }
  return peers;
}

/// How well a pair goes together and with the rate. That one says more than the others is no sign
/// that it does not belong to them, but those that say the same belong together rather: all of them
/// 工业, or none anything, where a rate that says nothing is one of all there is.
int likeness_of(const Subject& rate, const Subject& above, const Subject& below, bool is_of_all) {
  const int parts[] = {likeness(rate, above), likeness(rate, below), likeness(above, below)};
  int sum = 0;
  for (const auto part : parts) {
    if (part < 0) return -1;
    sum += part;
  }
  const bool same = rate.words == above.words && rate.words == below.words;
  if (same && (is_of_all || !rate.words.empty())) return 2;
  return sum > 0 || same ? 1 : 0;
}

bool are_like(const KnownFigure& above, const KnownFigure& below) {
  return above.figure.id != below.figure.id && above.printed->number.is_like(below.printed->number);
}

Subject without_measure(Subject subject) {
  subject.measure.reset();
  return subject;
}

void check_rate(FigureChecking& checking, const KnownFigure& known, const Peers& peers) {
  const auto subject = without_measure(known.subject);
  Pairs pairs;
  for (const auto& formula : formulas_of(*known.meaning->measure)) {
    for (const auto* above : with_meaning(peers, formula.above)) {
      for (const auto* below : with_meaning(peers, formula.below)) {
        if (!are_like(*above, *below)) continue;
        pairs.push_back(
            {above,
             below,
             likeness_of(
                 subject, without_measure(above->subject), without_measure(below->subject), true)});
      }
    }
  }
  compare_with_pairs(checking, known, pairs);
}

bool speaks_of_target(const KnownFigure& known) {
  if (known.printed->number.sort == FigureNumber::Sort::percent) return false;
  const auto folded = text::fold(known.figure.indicator);
  return folded.find("目标") != std::string::npos || folded.find("target") != std::string::npos;
}

/// The targets a completion can be of: printed by its source for its days, or for longer ones that
/// hold these, as the year.
Peers targets_of(const FigureChecking& checking, const KnownFigure& known) {
  Peers targets;
  for (const auto& other : checking.figures) {
    if (!other.printed || !speaks_of_target(other) || other.area.key != known.area.key ||
        other.figure.source != known.figure.source || other.days.first > known.days.first ||
        other.days.last < known.days.last) {
      continue;
    }
    targets.push_back(&other);
  }
  return targets;
}

/// The book's own for days that hold these.
Peers book_targets_of(const FigureChecking& checking, const KnownFigure& known) {
  Peers targets;
  for (const auto& target : checking.targets) {
    if (target.area.key == known.area.key && target.days.first <= known.days.first &&
        target.days.last >= known.days.last) {
      targets.push_back(&target);
    }
  }
  return targets;
}

/// Actual / target, of each target and each actual of its sort.
Pairs completion_pairs(const Peers& targets, const KnownFigure& known, const Peers& peers) {
  const auto& subject = known.subject;
  Pairs pairs;
  for (const auto* below : targets) {
    const auto& wanted = below->subject;
    for (const auto* above : peers) {
      if (above->is_share() || speaks_of_target(*above) || !are_like(*above, *below)) continue;
      pairs.push_back({above, below, likeness_of(subject, above->subject, wanted, false), true});
    }
  }
  return pairs;
}

/// One way to come by a printed pace.
struct PaceMade {
  const KnownFigure* completion;
  const KnownFigure* elapsed;  // nullptr for the calendar
  Wide share = 0;              // of the year that is over
  Wide computed = 0;
  std::optional<FigureVerdict> agreement;
};

PaceMade pace_of(const KnownFigure& known,
                 const KnownFigure& completion,
                 const KnownFigure* elapsed,
                 Wide by_calendar) {
  PaceMade made{&completion, elapsed, by_calendar, 0, {}};
  Span over{by_calendar, by_calendar};
  if (elapsed != nullptr) {
    over = elapsed->printed->span;
    made.share = elapsed->printed->number.value;
  }
  const auto& reached = *completion.printed;
  made.computed = reached.number.value - made.share;
  made.agreement =
      made.computed == known.printed->number.value
          ? FigureVerdict::equal
          : agreement(*known.printed, {reached.span.low - over.high, reached.span.high - over.low});
  return made;
}

/// Completion less the part of the year that is over, in percentage points: of each completion
/// printed beside it, with the part that is printed, or else of the calendar.
void check_pace(FigureChecking& checking, const KnownFigure& known, const Peers& peers) {
  const auto year = std::chrono::year_month_day(known.days.last).year();
  const auto by_calendar = elapsed_share(period_of(year / 1 / 1, year / 12 / 31), known.days.last);
  const auto subject = known.subject;
  auto elapsed = with_meaning(peers, {Quantity::elapsed, {}, true});
  if (elapsed.empty()) elapsed.push_back(nullptr);
  int likest = -1;
  std::vector<PaceMade> made;
  for (const auto* completion : with_meaning(peers, {Quantity::completion, {}, true})) {
    const auto like = likeness(subject, completion->subject);
    if (like < likest) continue;
    if (like > likest) made.clear();
    likest = like;
    for (const auto* over : elapsed) made.push_back(pace_of(known, *completion, over, by_calendar));
  }
  if (made.empty()) return;
  const auto& printed = *known.printed;
  const auto& best =
      *std::min_element(made.begin(), made.end(), [&](const PaceMade& left, const PaceMade& right) {
        const auto apart = [&](const PaceMade& one) {
          const Wide by = one.computed - printed.number.value;
          return by < 0 ? -by : by;
        };
        return apart(left) < apart(right);
      });
  std::vector<Reference> against = {best.completion->reference()};
  if (best.elapsed != nullptr) against.push_back(best.elapsed->reference());
  checking.find(known,
                FigureTest::formula,
                against,
                best.computed,
                best.agreement.value_or(FigureVerdict::wrong),
                say("{} completed - {} of the year over = {} points, printed {}.",
                    checking.text(best.completion->printed->number),
                    checking.text(with_value(printed.number, best.share)),
                    decimal_text(clamped(best.computed), 2),
                    decimal_text(printed.number.value, 2)));
}

/// A share of the whole that a figure of the same words is part of, or that speaks of all where it
/// speaks of some.
void check_share(FigureChecking& checking,
                 const KnownFigure& known,
                 const Peers& peers,
                 const std::string& indicator) {
  const auto words = words_of(indicator);
  Pairs pairs;
  for (const auto* above : peers) {
    const bool same = text::fold(above->figure.indicator) == indicator;
    if (!same && !are_alike(above->words, words)) continue;
    for (const auto& below : checking.figures) {
      if (!below.printed || !are_like(*above, below) || below.is_share()) continue;
      const bool is_whole = below.figure.id == above->figure.part_of;
      const bool holds =
          below.area.key == known.area.key && below.days == known.days &&
          below.figure.source == known.figure.source && below.meaning && above->meaning &&
          below.meaning->is_same(*above->meaning) &&
          std::includes(
              above->words.begin(), above->words.end(), below.words.begin(), below.words.end());
      if (is_whole || (holds && !above->figure.part_of)) {
        pairs.push_back({above, &below, same ? 1 : 0});
      }
    }
  }
  compare_with_pairs(checking, known, pairs);
}

/// Growth against the same period a year before, or against the period before.
void check_growth(FigureChecking& checking,
                  const KnownFigure& known,
                  const Peers& peers,
                  const Growth& growth) {
  const auto period = period_of(known.days.first, known.days.last);
  const auto before = growth.against_year ? year_before(period) : period_before(period);
  const auto words = words_of(growth.indicator);
  const auto subject = subject_of(growth.indicator);
  Pairs pairs;
  for (const auto* above : peers) {
    const bool same = text::fold(above->figure.indicator) == growth.indicator;
    const bool alike = same || are_alike(above->words, words) ||
                       (words.empty() && !above->is_share()) ||
                       likeness(subject, above->subject) > 0;
    if (!alike) continue;
    for (const auto& below : checking.figures) {
      if (!below.printed || below.days != Date{before.first, before.last} ||
          !are_like(*above, below) || !FigureChecking::are_of_one_thing(*above, below)) {
        continue;
      }
      pairs.push_back({above, &below, same ? 1 : 0});
    }
  }
  constexpr Wide all = 10'000;
  compare_with_pairs(checking, known, pairs, all);
}

}  // namespace

void check_formulas(FigureChecking& checking, const KnownFigure& known) {
  if (!known.printed || !known.is_share()) return;
  const auto peers = peers_of(checking, known);
  if (const auto growth = growth_of(known.figure.indicator)) {
    return check_growth(checking, known, peers, *growth);
  }
  if (known.meaning && known.meaning->quantity == Quantity::completion) {
    auto pairs = completion_pairs(targets_of(checking, known), known, peers);
    if (pairs.empty()) {
      pairs = completion_pairs(book_targets_of(checking, known), known, peers);
      // What is of another thing than the target is no reason to call a rate wrong.
      std::erase_if(pairs, [](const Pair& pair) { return pair.likeness < 1; });
    }
    return compare_with_pairs(checking, known, pairs);
  }
  if (const auto shared = shared_indicator(known.figure.indicator)) {
    return check_share(checking, known, peers, *shared);
  }
  if (!known.meaning) return;
  if (known.meaning->quantity == Quantity::measure) return check_rate(checking, known, peers);
  if (known.meaning->quantity == Quantity::pace) check_pace(checking, known, peers);
}

}  // namespace leadbook::service
