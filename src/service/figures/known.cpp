#include "service/figures/known.hpp"

#include <algorithm>

#include "leadbook/domain/place/division.hpp"
#include "leadbook/store/record/record.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/figures/beginning.hpp"

namespace leadbook::service {
namespace {

constexpr const char* city_key = "city";

/// Whether a number of this sort can be a value of what the indicator means.
bool suits(const IndicatorMeaning& meaning, FigureNumber::Sort sort) {
  using Sort = FigureNumber::Sort;
  if (meaning.quantity == Quantity::performed) return sort == Sort::count;
  if (meaning.quantity != Quantity::measure) return sort == Sort::percent;
  switch (unit_of(*meaning.measure)) {
    case MeasureUnit::count:
      return sort == Sort::count;
    case MeasureUnit::money:
      return sort == Sort::money;
    case MeasureUnit::percent:
      return sort == Sort::percent;
    case MeasureUnit::area:
    case MeasureUnit::per_mu:
      break;
  }
  return false;
}

/// A decline or lag that is printed without a sign.
bool is_less(const KnownFigure& known) {
  const auto quantity = known.meaning->quantity;
  const bool has_sign = quantity == Quantity::growth || quantity == Quantity::pace;
  return has_sign && known.printed->number.value > 0 &&
         speaks_of_less(known.figure.indicator + " " + known.figure.printed);
}

}  // namespace

Areas::Areas(store::Db& db) {
  if (const auto book = store::find(db, Id<Book>{1})) {
    city_code_ = book->city_code;
    city_ = text::fold(book->city);
  }
  store::each_record<County>(db,
                             [this](County& county) { counties_.push_back(std::move(county)); });
}

FigureArea Areas::find(const std::string& printed) const {
  const auto folded = text::fold(printed);
  const auto city = parse_city(printed);
  if ((!city_.empty() && folded == city_) ||
      (city && !city_code_.empty() && city->code == city_code_)) {
    return {{}, true, city_key};
  }
  const auto division = parse_county(printed, city_code_);
  for (const auto& county : counties_) {
    const bool named = folded == text::fold(county.name) ||
                       (!county.short_name.empty() && folded == text::fold(county.short_name)) ||
                       (!county.english.empty() && folded == text::fold(county.english));
    const bool coded = division && !county.code.empty() && division->code == county.code;
    if (named || coded) {
      return {county.id, false, reference_text({Kind::county, county.id.number})};
    }
  }
  return {{}, false, folded};
}

std::vector<KnownFigure> read_figures(store::Db& db, const Areas& areas, std::int64_t tolerance) {
  std::vector<KnownFigure> figures;
  store::each_record<Figure>(db, [&](Figure& figure) {
    KnownFigure known;
    known.figure = std::move(figure);
    known.printed = read_printed(known.figure, tolerance);
    known.meaning = meaning_of(known.figure.indicator);
    if (known.meaning && known.printed && !suits(*known.meaning, known.printed->number.sort)) {
      known.meaning.reset();
    }
    if (known.meaning && known.printed && is_less(known)) {
      known.printed = negated(*known.printed);
    }
    known.area = areas.find(known.figure.area);
    known.words = words_of(known.figure.indicator);
    known.subject = subject_of(known.figure.indicator);
    const auto counted = counted_span(known.figure, known.meaning);
    known.days = counted.days;
    known.states_beginning = counted.is_known;
    figures.push_back(std::move(known));
  });
  return figures;
}

std::vector<KnownFigure> read_targets(store::Db& db) {
  std::vector<KnownFigure> targets;
  store::each_record<Target>(db, [&](const Target& target) {
    // What is printed of a target's completion is of a count or of money.
    if (!target.count && !target.amount) return;
    KnownFigure known;
    known.record = Reference{Kind::target, target.id.number};
    known.figure.count = target.count;
    known.figure.amount = target.amount;
    known.printed = read_printed(known.figure, 0);
    known.meaning = IndicatorMeaning{Quantity::measure, target.indicator, true};
    known.subject.measure = target.indicator;
    known.area.county = target.county;
    known.area.is_city = !target.county;
    known.area.key =
        target.county ? reference_text({Kind::county, target.county.number}) : city_key;
    known.days = *target.period;
    targets.push_back(std::move(known));
  });
  return targets;
}

std::string FigureChecking::text(const KnownFigure& known) const {
  auto reference = reference_text(known.reference());
  if (!known.printed) return reference;
  return say(
      "{} ({}, {})", reference, format_date(*known.figure.period), text(known.printed->number));
}

std::string FigureChecking::sum_text(const std::vector<const KnownFigure*>& figures) {
  std::string sum;
  for (const auto* figure : figures) {
    sum += (sum.empty() ? "" : " + ") + reference_text(figure->reference());
  }
  return sum;
}

bool FigureChecking::are_of_one_thing(const KnownFigure& left, const KnownFigure& right) {
  if (left.area.key != right.area.key) return false;
  if (left.meaning && right.meaning) {
    if (!left.meaning->is_same(*right.meaning)) return false;
    if (left.meaning->exact && right.meaning->exact &&
        left.meaning->quantity == Quantity::measure) {
      return true;
    }
  }
  return text::fold(left.figure.indicator) == text::fold(right.figure.indicator);
}

void FigureChecking::find(const KnownFigure& known,
                          FigureTest test,
                          std::vector<Reference> against,
                          std::optional<Wide> computed,
                          FigureVerdict verdict,
                          std::string explanation) {
  FigureFinding finding;
  finding.figure = known.figure.id;
  finding.test = test;
  finding.against = std::move(against);
  finding.verdict = verdict;
  finding.explanation = std::move(explanation);
  if (known.printed) {
    const auto& number = known.printed->number;
    finding.printed = number;
    if (computed) {
      finding.computed = with_value(number, *computed);
      finding.difference = with_value(number, number.value - *computed);
    }
  }
  findings.push_back(std::move(finding));
}

std::string slip_text(const Slip& slip) {
  if (slip.by == 10) return say("a tenth of it would fit (亿 taken for billion?)");
  if (slip.times == 10) return say("ten times as much would fit (billion taken for 亿?)");
  if (slip.by > 1) return say("a ten-thousandth of it would fit (万 taken for 亿?)");
  return say("ten thousand times as much would fit (亿 taken for 万?)");
}

}  // namespace leadbook::service
