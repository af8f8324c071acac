// Printed figures against those of the same area and indicator for the same or other periods.
#include <algorithm>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/figures/known.hpp"

namespace leadbook::service {
namespace {

std::int64_t days_of(const KnownFigure& known) {
  return (known.days.last - known.days.first).count() + 1;
}

bool is_within(const KnownFigure& part, const KnownFigure& whole) {
  const auto& inner = part.days;
  const auto& outer = whole.days;
  return inner != outer && outer.first <= inner.first && inner.last <= outer.last;
}

bool is_same_indicator(const KnownFigure& left, const KnownFigure& right) {
  return text::fold(left.figure.indicator) == text::fold(right.figure.indicator);
}

/// Of one day it is not one where nothing says since when it counts; a rank or a share does not
/// grow.
bool is_sum_over_period(const KnownFigure& known) {
  return known.printed && known.states_beginning &&
         known.printed->number.sort != FigureNumber::Sort::percent &&
         known.words.count("位") == 0 && known.words.count("rank") == 0;
}

bool are_comparable(const KnownFigure& left, const KnownFigure& right) {
  if (left.figure.id == right.figure.id || left.area.key != right.area.key || !right.printed ||
      !left.printed->number.is_like(right.printed->number)) {
    return false;
  }
  if (left.meaning && right.meaning && !left.meaning->is_same(*right.meaning)) return false;
  return FigureChecking::are_of_one_thing(left, right) || are_alike(left.words, right.words);
}

/// The same thing for the same period, printed by another.
void compare_same(FigureChecking& checking, const KnownFigure& known, const KnownFigure& other) {
  // A pair is told of once. Where the words differ, so may the things, but of two sources hardly.
  const bool same = FigureChecking::are_of_one_thing(known, other);
  const bool two_sources = known.figure.source != other.figure.source;
  if (other.figure.id > known.figure.id || (!same && !two_sources)) return;
  const auto& mine = *known.printed;
  const auto& theirs = *other.printed;
  const auto add = [&](FigureVerdict verdict, std::string explanation) {
    checking.find(known,
                  FigureTest::period,
                  {other.reference()},
                  theirs.number.value,
                  verdict,
                  std::move(explanation));
  };
  const auto told = two_sources && !other.figure.source.empty()
                        ? say("{}, of {}", checking.text(other), other.figure.source)
                        : checking.text(other);
  if (const auto verdict = agreement(mine, theirs)) {
    return add(*verdict,
               *verdict == FigureVerdict::equal ? say("{} prints the same.", told)
               : *verdict == FigureVerdict::rounding
                   ? say("{} prints the same, rounded otherwise.", told)
                   : say("{} prints the same, cut off instead of "
                         "rounded.",
                         told));
  }
  const auto slip =
      known.is_money()
          ? find_slip(mine.span, [&](const Span& span) { return span.meets(theirs.span); })
          : std::nullopt;
  if (slip) {
    return add(FigureVerdict::suspected,
               say("{} prints another number; {}.", told, slip_text(*slip)));
  }
  add(FigureVerdict::differs, say("{} prints another number for the same.", told));
}

/// A part of a period cannot hold more than all of it.
void compare_within(FigureChecking& checking, const KnownFigure& part, const KnownFigure& whole) {
  if (part.printed->span.low <= whole.printed->span.high) return;
  const auto slip =
      part.is_money()
          ? find_slip(part.printed->span,
                      [&](const Span& span) { return span.low <= whole.printed->span.high; })
          : std::nullopt;
  const auto verdict =
      slip || !is_same_indicator(part, whole) ? FigureVerdict::suspected : FigureVerdict::wrong;
  const auto other = checking.text(whole);
  const auto told =
      slip ? say("It is more than {}, whose period contains its own; {}.", other, slip_text(*slip))
           : say("It is more than {}, whose period contains its own.", other);
  checking.find(
      part, FigureTest::period, {whole.reference()}, whole.printed->number.value, verdict, told);
}

/// The days between two periods.
std::int64_t gap_between(const KnownFigure& left, const KnownFigure& right) {
  const auto& one = left.days;
  const auto& other = right.days;
  const auto gap = one.first > other.last ? one.first - other.last : other.first - one.last;
  return gap.count() - 1;
}

/// Tenths of how many times the daily pace of another figure this one is.
Wide pace_tenths(const KnownFigure& known, const KnownFigure& other) {
  const Wide mine = static_cast<Wide>(known.printed->number.value) * days_of(other);
  const Wide theirs = static_cast<Wide>(other.printed->number.value) * days_of(known);
  return mine * 10 / theirs;
}

std::string times_text(Wide tenths) {
  return std::to_string(static_cast<std::int64_t>(tenths / 10)) + "." +
         std::to_string(static_cast<int>(tenths % 10));
}

/// Whether a period so much shorter holds nearly as much: of money four fifths, of counts all.
bool is_like_whole(const KnownFigure& known, const KnownFigure& longer) {
  if (days_of(longer) < 3 * days_of(known)) return false;
  const Wide mine = known.printed->number.value;
  const Wide theirs = longer.printed->number.value;
  constexpr Wide few = 10;
  return known.is_money() ? mine * 5 >= theirs * 4 : theirs >= few && mine >= theirs;
}

/// A month next to a year should not be of its size, nor a year ten times the one before.
void compare_neighbours(FigureChecking& checking,
                        const KnownFigure& known,
                        const KnownFigure& other) {
  if (known.printed->number.value <= 0 || other.printed->number.value <= 0) return;
  if (gap_between(known, other) > std::max(days_of(known), days_of(other))) return;
  const auto tenths = pace_tenths(known, other);
  const bool alike_long =
      days_of(known) * 10 <= days_of(other) * 11 && days_of(other) * 10 <= days_of(known) * 11;
  const auto is_slip = [&](Wide of) { return tenths >= of * 8 && tenths <= of * 10 * 5 / 4; };
  constexpr Wide ten = 10;
  constexpr Wide ten_thousand = 10'000;
  const bool like_whole = is_like_whole(known, other);
  const bool slipped = known.is_money() && (is_slip(ten) || is_slip(ten_thousand));
  if (!like_whole && !(alike_long && slipped)) return;
  const auto beside = checking.text(other);
  const auto times = times_text(tenths);
  auto told = like_whole
                  ? say("A period so short as large as {}: {} times its daily pace", beside, times)
                  : say("It is {} times the daily pace of {}", times, beside);
  if (slipped) {
    told += choose("; ", "；");
    told += slip_text(is_slip(ten) ? Slip{1, 10} : Slip{1, 10'000});
  }
  checking.find(known,
                FigureTest::period,
                {other.reference()},
                other.printed->number.value,
                FigureVerdict::suspected,
                say("{}.", told));
}

/// The figures of the same indicator whose periods follow one another from the first to the last
/// day of this one's, the longest first; none where some days are in no period.
std::vector<const KnownFigure*> tiles_of(const FigureChecking& checking, const KnownFigure& whole) {
  std::vector<const KnownFigure*> tiles;
  Day next = whole.days.first;
  while (next <= whole.days.last) {
    const KnownFigure* longest = nullptr;
    for (const auto& other : checking.figures) {
      if (!are_comparable(whole, other) || !is_same_indicator(whole, other) ||
          !is_sum_over_period(other) || !is_within(other, whole) || other.days.first != next) {
        continue;
      }
      if (longest == nullptr || days_of(other) > days_of(*longest)) longest = &other;
    }
    if (longest == nullptr) return {};
    tiles.push_back(longest);
    next = longest->days.last + std::chrono::days(1);
  }
  return tiles;
}

void compare_tiles(FigureChecking& checking, const KnownFigure& whole) {
  const auto tiles = tiles_of(checking, whole);
  if (tiles.empty()) return;
  std::vector<Reference> against;
  Span sum;
  Wide total = 0;
  for (const auto* tile : tiles) {
    against.push_back(tile->reference());
    sum.low += tile->printed->span.low;
    sum.high += tile->printed->span.high;
    total += tile->printed->number.value;
  }
  const auto& printed = *whole.printed;
  const auto verdict = total == printed.number.value && sum.low == sum.high ? FigureVerdict::equal
                       : sum.meets(printed.span) ? FigureVerdict::rounding
                                                 : FigureVerdict::wrong;
  const auto made =
      FigureChecking::sum_text(tiles) + " = " + checking.text(with_value(printed.number, total));
  checking.find(whole,
                FigureTest::period,
                against,
                total,
                verdict,
                verdict == FigureVerdict::wrong
                    ? say("{}: the periods that make up this one do not add up.", made)
                    : say("{}: the periods that make up this one add up.", made));
}

}  // namespace

void check_periods(FigureChecking& checking, const KnownFigure& known) {
  if (!known.printed) return;
  const bool sums = is_sum_over_period(known);
  for (const auto& other : checking.figures) {
    if (!are_comparable(known, other)) continue;
    if (known.days == other.days) {
      compare_same(checking, known, other);
    } else if (sums && is_sum_over_period(other)) {
      if (is_within(known, other)) {
        compare_within(checking, known, other);
      } else if (gap_between(known, other) >= 0) {
        compare_neighbours(checking, known, other);
      }
    }
  }
  if (sums) compare_tiles(checking, known);
}

}  // namespace leadbook::service
