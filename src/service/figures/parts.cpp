// Printed figures against the sum of those printed as their parts, and subsets against their whole.
#include <algorithm>
#include <map>
#include <tuple>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/figures/known.hpp"
#include "service/figures/subset.hpp"

namespace leadbook::service {
namespace {

using Parts = std::vector<const KnownFigure*>;

/// Parts of a total that are to be added up.
struct PartGroup {
  Parts parts;
  std::string breakdown;     // by what they are parts; "" where none is named
  bool is_complete = false;  // they were said to be all
};

Span sum_of(const Parts& parts, Span PrintedNumber::*of) {
  Span sum;
  for (const auto* part : parts) {
    const auto& span = (*part->printed).*of;
    sum.low += span.low;
    sum.high += span.high;
  }
  return {std::max(sum.low, -endless), std::min(sum.high, endless)};
}

/// All that the parts come to, each rounded or cut off.
Span widest_sum_of(const Parts& parts) {
  Span sum;
  for (const auto* part : parts) {
    sum.low += std::min(part->printed->span.low, part->printed->cut.low);
    sum.high += std::max(part->printed->span.high, part->printed->cut.high);
  }
  return {std::max(sum.low, -endless), std::min(sum.high, endless)};
}

Wide total_of(const Parts& parts) {
  Wide total = 0;
  for (const auto* part : parts) total += part->printed->number.value;
  return total;
}

struct SlippedPart {
  const KnownFigure* part;
  Slip slip;
};

/// The part that is off by a factor which would make the sum fit.
std::optional<SlippedPart> slipped_part(const Parts& parts, const Span& whole) {
  const auto sum = sum_of(parts, &PrintedNumber::span);
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

bool are_of_counties(const Parts& parts) {
  return std::all_of(
      parts.begin(), parts.end(), [](const KnownFigure* part) { return bool(part->area.county); });
}

/// The counties of a city total whose parts are counties that have no part, by name.
std::string missing_counties(const FigureChecking& checking, const Parts& parts) {
  std::string missing;
  if (!are_of_counties(parts)) return missing;
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

/// What each part is of: its area, and the words of its indicator that not all have.
using Label = std::pair<std::string, std::set<std::string>>;

std::vector<Label> labels_of(const Parts& parts) {
  auto common = parts.front()->words;
  for (const auto* part : parts) {
    std::erase_if(common, [&](const std::string& word) { return part->words.count(word) == 0; });
  }
  std::vector<Label> labels;
  for (const auto* part : parts) {
    auto own = part->words;
    std::erase_if(own, [&](const std::string& word) { return common.count(word) != 0; });
    labels.emplace_back(part->area.key, std::move(own));
  }
  return labels;
}

bool is_same_label(const Label& left, const Label& right) {
  return left.first == right.first &&
         (left.second == right.second || are_alike(left.second, right.second));
}

/// Whether two groups are of the same parts, each of one part of the other.
bool are_same_parts(const Parts& left, const Parts& right) {
  if (left.size() != right.size() || left.size() < 2) return false;
  auto open = labels_of(right);
  for (const auto& label : labels_of(left)) {
    const auto found = std::find_if(
        open.begin(), open.end(), [&](const Label& other) { return is_same_label(label, other); });
    if (found == open.end()) return false;
    open.erase(found);
  }
  return true;
}

/// What one figure says of a subset that another does not speak of.
std::optional<SubsetWords> subset_of(const KnownFigure& part, const KnownFigure& whole) {
  auto words = subset_words(part.figure.indicator);
  if (!words) return {};
  const auto of_whole = subset_words(whole.figure.indicator);
  if (of_whole && of_whole->least == words->least) return {};
  return words;
}

/// The parts of a total that add up, by what they are parts.
std::vector<PartGroup> groups_of(const FigureChecking& checking, const KnownFigure& whole) {
  std::map<std::string, PartGroup> groups;
  for (const auto& known : checking.figures) {
    if (known.figure.part_of != whole.figure.id || !known.printed ||
        !known.printed->number.is_like(whole.printed->number) || subset_of(known, whole)) {
      continue;
    }
    auto& group = groups[text::fold(known.figure.breakdown)];
    group.parts.push_back(&known);
    group.breakdown = known.figure.breakdown;
    group.is_complete = group.is_complete || !known.figure.breakdown.empty() ||
                        known.figure.whole.has_value() || whole.figure.whole.has_value();
  }
  std::vector<PartGroup> all;
  for (auto& [name, group] : groups) all.push_back(std::move(group));
  return all;
}

bool add_up(const KnownFigure& whole, const Parts& parts) {
  return sum_of(parts, &PrintedNumber::span).meets(whole.printed->span);
}

/// A total printed beside this one whose parts are the same and add up, so that these are all; with
/// what was added.
std::string reconciled_beside(const FigureChecking& checking,
                              const KnownFigure& whole,
                              const Parts& parts) {
  for (const auto& other : checking.figures) {
    if (other.figure.id == whole.figure.id || !other.printed || other.area.key != whole.area.key ||
        other.days != whole.days || other.figure.source != whole.figure.source) {
      continue;
    }
    for (const auto& group : groups_of(checking, other)) {
      if (!are_same_parts(parts, group.parts) || !add_up(other, group.parts)) continue;
      return reference_text(other.reference()) + " = " + FigureChecking::sum_text(group.parts);
    }
  }
  return "";
}

class PartChecking {
 public:
  PartChecking(FigureChecking& checking,
               const KnownFigure& whole,
               const Span& span,
               const PartGroup& group)
      : checking_(checking),
        whole_(whole),
        span_(span),
        group_(group),
        parts_(group.parts),
        total_(total_of(parts_)),
        made_(FigureChecking::sum_text(parts_) + " = " +
              checking.text(with_value(parts_.front()->printed->number, total_))) {
    if (!group.breakdown.empty()) made_ = say("{}: {}", group.breakdown, made_);
  }

  void compare() {
    const auto sum = sum_of(parts_, &PrintedNumber::span);
    if (span_.low == span_.high && span_.low == total_) {
      return add(FigureVerdict::equal, say("{}: the parts add up.", made_));
    }
    if (sum.meets(span_)) {
      return add(FigureVerdict::rounding,
                 say("{}: the parts add up as far as they are printed.", made_));
    }
    if (tell_slip(sum)) return;
    const Span widest = {std::min(span_.low, whole_.printed->cut.low),
                         std::max(span_.high, whole_.printed->cut.high)};
    const bool by_shares = !whole_.printed->number.is_like(parts_.front()->printed->number);
    if (widest_sum_of(parts_).meets(by_shares ? span_ : widest)) {
      return add(FigureVerdict::truncated,
                 say("{}: the parts add up where digits were cut off instead of rounded.", made_));
    }
    if (sum.low > span_.high) {
      return add(FigureVerdict::wrong, say("{}: the parts are more than the whole.", made_));
    }
    tell_less();
  }

 private:
  void add(FigureVerdict verdict, std::string explanation) {
    std::vector<Reference> against;
    for (const auto* part : parts_) against.push_back(part->reference());
    const bool same_sort = whole_.printed->number.is_like(parts_.front()->printed->number);
    checking_.find(whole_,
                   FigureTest::parts,
                   std::move(against),
                   same_sort ? std::optional<Wide>(total_) : std::nullopt,
                   verdict,
                   std::move(explanation));
  }

  bool tell_slip(const Span& sum) {
    if (parts_.front()->printed->number.sort != FigureNumber::Sort::money) return false;
    if (const auto slip = find_slip(span_, [&](const Span& by) { return by.meets(sum); })) {
      add(FigureVerdict::suspected,
          say("{} does not add up; of the whole, {}.", made_, slip_text(*slip)));
      return true;
    }
    const auto slipped = slipped_part(parts_, span_);
    if (!slipped) return false;
    add(FigureVerdict::suspected,
        say("{} does not add up; of {}, {}.",
            made_,
            checking_.text(*slipped->part),
            slip_text(slipped->slip)));
    return true;
  }

  /// Less than the whole: wrong where these are all the parts, however that is known.
  void tell_less() {
    if (group_.is_complete) {
      return add(FigureVerdict::wrong,
                 say("{}: these are all the parts, but they are less than the whole.", made_));
    }
    const auto beside = reconciled_beside(checking_, whole_, parts_);
    if (!beside.empty()) {
      return add(
          FigureVerdict::wrong,
          say("{}: less than the whole, though the same parts are all of it: {}.", made_, beside));
    }
    const auto missing = missing_counties(checking_, parts_);
    if (!missing.empty()) {
      return add(FigureVerdict::partial, say("{}: no part is printed for {}.", made_, missing));
    }
    if (are_of_counties(parts_) && whole_.area.is_city) {
      return add(FigureVerdict::wrong,
                 say("{}: every county has its part, but they are less than the whole.", made_));
    }
    add(FigureVerdict::partial, say("{}: the parts printed are not the whole.", made_));
  }

  FigureChecking& checking_;
  const KnownFigure& whole_;
  Span span_;
  const PartGroup& group_;
  const Parts& parts_;
  Wide total_;
  std::string made_;
};

/// The whole that a subset in words is of: the figure it was said to be part of, or the one whose
/// indicator is its own without these words.
const KnownFigure* whole_of(const FigureChecking& checking,
                            const KnownFigure& part,
                            const SubsetWords& words) {
  for (const auto& other : checking.figures) {
    if (other.figure.id == part.figure.id || !other.printed ||
        !other.printed->number.is_like(part.printed->number)) {
      continue;
    }
    if (part.figure.part_of) {
      if (other.figure.id == part.figure.part_of) return &other;
      continue;
    }
    if (other.area.key == part.area.key && other.days == part.days &&
        other.figure.source == part.figure.source &&
        text::fold(other.figure.indicator) == words.rest) {
      return &other;
    }
  }
  return nullptr;
}

void compare_with_whole(FigureChecking& checking,
                        const KnownFigure& part,
                        const KnownFigure& whole) {
  if (part.printed->span.low <= whole.printed->span.high) return;
  const auto& number = part.printed->number;
  const auto slip =
      number.sort == FigureNumber::Sort::money
          ? find_slip(part.printed->span,
                      [&](const Span& by) { return by.low <= whole.printed->span.high; })
          : std::nullopt;
  const auto told = say("It is more than {}, of which it is a part", checking.text(whole));
  checking.find(part,
                FigureTest::parts,
                {whole.reference()},
                whole.printed->number.value,
                slip ? FigureVerdict::suspected : FigureVerdict::wrong,
                slip ? say("{}; {}.", told, slip_text(*slip)) : say("{}.", told));
}

/// Of what is larger there cannot be more: 50亿元以上 is part of 10亿元以上.
void compare_with_smaller_size(FigureChecking& checking,
                               const KnownFigure& part,
                               const SubsetWords& words,
                               const KnownFigure& whole) {
  for (const auto& other : checking.figures) {
    if (other.figure.id == part.figure.id || !other.printed ||
        !other.printed->number.is_like(part.printed->number)) {
      continue;
    }
    const auto others = subset_of(other, whole);
    if (!others || whole_of(checking, other, *others) != &whole || !others->least ||
        others->least->currency != words.least->currency ||
        others->least->minor >= words.least->minor || others->rest != words.rest ||
        part.printed->span.low <= other.printed->span.high) {
      continue;
    }
    checking.find(
        part,
        FigureTest::parts,
        {other.reference()},
        other.printed->number.value,
        FigureVerdict::wrong,
        say("It is more than {}, which counts from a smaller size on.", checking.text(other)));
  }
}

/// So many of at least so much are at least their product: no total beside them can be less.
void compare_with_least(FigureChecking& checking,
                        const KnownFigure& part,
                        const SubsetWords& words) {
  if (part.printed->number.sort != FigureNumber::Sort::count) return;
  const Wide least = part.printed->span.low * words.least->minor;
  for (const auto& other : checking.figures) {
    if (!other.printed || other.printed->number.sort != FigureNumber::Sort::money ||
        other.printed->number.currency != words.least->currency ||
        other.area.key != part.area.key || other.days != part.days ||
        other.figure.source != part.figure.source || other.figure.part_of ||
        subset_words(other.figure.indicator) || other.printed->span.high >= least ||
        !other.meaning ||
        (other.meaning->measure != Measure::planned_investment &&
         other.meaning->measure != Measure::contract_amount)) {
      continue;
    }
    checking.find(part,
                  FigureTest::parts,
                  {other.reference()},
                  {},
                  FigureVerdict::suspected,
                  say("They would be {} at least, more than {}.",
                      checking.text(with_value(other.printed->number, least)),
                      checking.text(other)));
  }
}

void check_subset(FigureChecking& checking, const KnownFigure& part) {
  const auto words = subset_words(part.figure.indicator);
  if (!words || part.is_share()) return;
  const auto* whole = whole_of(checking, part, *words);
  if (whole == nullptr || !subset_of(part, *whole)) return;
  compare_with_whole(checking, part, *whole);
  if (!words->least) return;
  compare_with_smaller_size(checking, part, *words, *whole);
  compare_with_least(checking, part, *words);
}

}  // namespace

void check_parts(FigureChecking& checking, const KnownFigure& whole) {
  if (!whole.printed) return;
  for (const auto& group : groups_of(checking, whole)) {
    PartChecking(checking, whole, whole.printed->span, group).compare();
  }
  PartGroup shares;
  for (const auto& known : checking.figures) {
    if (known.figure.part_of != whole.figure.id || !known.printed || !known.is_share() ||
        whole.is_share()) {
      continue;
    }
    shares.parts.push_back(&known);
    shares.is_complete = shares.is_complete || known.figure.whole.has_value() ||
                         !known.figure.breakdown.empty() || whole.figure.whole.has_value();
  }
  constexpr Wide all = 10'000;
  if (shares.parts.size() > 1) PartChecking(checking, whole, {all, all}, shares).compare();
  check_subset(checking, whole);
}

}  // namespace leadbook::service
