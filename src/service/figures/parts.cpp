// Printed figures against the sum of those printed as their parts.
#include <algorithm>

#include "leadbook/text/translate.hpp"
#include "service/figures/known.hpp"

namespace leadbook::service {
namespace {

using Parts = std::vector<const KnownFigure*>;

Span sum_of(const Parts& parts) {
  Span sum;
  for (const auto* part : parts) {
    sum.low += part->printed->span.low;
    sum.high += part->printed->span.high;
  }
  return {std::max(sum.low, -endless), std::min(sum.high, endless)};
}

Wide total_of(const Parts& parts) {
  Wide total = 0;
  for (const auto* part : parts) total += part->printed->number.value;
  return total;
}

/// "F-2 + F-3 + F-4".
std::string formula_of(const Parts& parts) {
  std::string formula;
  for (const auto* part : parts) {
    formula += (formula.empty() ? "" : " + ") + reference_text(part->reference());
  }
  return formula;
}

struct SlippedPart {
  const KnownFigure* part;
  Slip slip;
};

/// The part that is off by a factor which would make the sum fit.
std::optional<SlippedPart> slipped_part(const Parts& parts, const Span& whole) {
  const auto sum = sum_of(parts);
  for (const auto* part : parts) {
    const auto& own = part->printed->span;
    if (own.high >= endless || own.low <= -endless) continue;
    const auto slip = find_slip(own, [&](const Span& span) {
      return Span{sum.low - own.low + span.low, sum.high - own.high + span.high}.meets(whole);
    });
    if (slip) return SlippedPart{part, *slip};
  }
  return {};
}

/// The counties of a city total whose parts are counties that have no part, by name.
std::string missing_counties(const FigureChecking& checking, const Parts& parts) {
  std::string missing;
  for (const auto* part : parts) {
    if (!part->area.county) return "";
  }
  for (const auto& county : checking.areas.counties()) {
    const bool has_part = std::any_of(parts.begin(), parts.end(), [&](const KnownFigure* part) {
      return part->area.county == county.id;
    });
    if (has_part || county.code.empty()) continue;
    missing += (missing.empty() ? "" : choose(", ", "、"));
    missing += choose(county.english.empty() ? county.name : county.english, county.name);
  }
  return missing;
}

void compare_with_parts(FigureChecking& checking,
                        const KnownFigure& whole,
                        const Span& span,
                        const Parts& parts) {
  std::vector<Reference> against;
  for (const auto* part : parts) against.push_back(part->reference());
  const auto total = total_of(parts);
  const auto sum = sum_of(parts);
  const auto& number = parts.front()->printed->number;
  const auto made = formula_of(parts) + " = " + checking.text(with_value(number, total));
  const auto add = [&](FigureVerdict verdict, std::string explanation) {
    const bool same_sort = whole.printed->number.is_like(number);
    checking.find(whole,
                  FigureTest::parts,
                  against,
                  same_sort ? std::optional<Wide>(total) : std::nullopt,
                  verdict,
                  std::move(explanation));
  };
  if (span.low == span.high && span.low == total) {
    return add(FigureVerdict::equal, say("{}: the parts add up.", made));
  }
  if (sum.meets(span)) {
    return add(FigureVerdict::rounding,
               say("{}: the parts add up as far as they are printed.", made));
  }
  if (number.sort == FigureNumber::Sort::money) {
    const auto slip = find_slip(span, [&](const Span& scaled) { return scaled.meets(sum); });
    if (slip) {
      return add(FigureVerdict::suspected,
                 say("{} does not add up; of the whole, {}.", made, slip_text(*slip)));
    }
    if (const auto slipped = slipped_part(parts, span)) {
      return add(FigureVerdict::suspected,
                 say("{} does not add up; of {}, {}.",
                     made,
                     checking.text(*slipped->part),
                     slip_text(slipped->slip)));
    }
  }
  if (sum.low > span.high) {
    return add(FigureVerdict::wrong, say("{}: the parts are more than the whole.", made));
  }
  const auto missing = missing_counties(checking, parts);
  const bool by_county = std::all_of(
      parts.begin(), parts.end(), [](const KnownFigure* part) { return bool(part->area.county); });
  if (!missing.empty()) {
    return add(FigureVerdict::partial, say("{}: no part is printed for {}.", made, missing));
  }
  if (by_county && whole.area.is_city) {
    return add(FigureVerdict::wrong,
               say("{}: every county has its part, but they are less than the whole.", made));
  }
  add(FigureVerdict::partial, say("{}: the parts printed are not the whole.", made));
}

}  // namespace

void check_parts(FigureChecking& checking, const KnownFigure& whole) {
  if (!whole.printed) return;
  Parts parts;
  Parts shares;
  for (const auto& known : checking.figures) {
    if (known.figure.part_of != whole.figure.id || !known.printed) continue;
    if (known.printed->number.is_like(whole.printed->number)) {
      parts.push_back(&known);
    } else if (known.printed->number.sort == FigureNumber::Sort::percent) {
      shares.push_back(&known);
    }
  }
  if (!parts.empty()) compare_with_parts(checking, whole, whole.printed->span, parts);
  constexpr Wide all = 10'000;
  if (shares.size() > 1) compare_with_parts(checking, whole, {all, all}, shares);
}

}  // namespace leadbook::service
