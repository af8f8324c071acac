// The figures of a book as they are checked: what each means and which others it is held against.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "leadbook/domain/record/records.hpp"
#include "leadbook/service/money/rates.hpp"
#include "service/figures/indicator.hpp"
#include "service/figures/value.hpp"

namespace leadbook::service {

/// Whom a figure is about: a county of the book, its city, or an area the book does not know.
struct FigureArea {
  Id<County> county;
  bool is_city = false;
  std::string key;  // equal for all spellings of one area
};

struct KnownFigure {
  Figure figure;
  std::optional<PrintedNumber> printed;
  std::optional<IndicatorMeaning> meaning;  // of a sort its number can have
  FigureArea area;
  std::set<std::string> words;  // of its indicator
  Subject subject;
  Date days;                             // that it counts over, by its words
  bool states_beginning = true;          // else these are the one day it stands at
  std::optional<Reference> record = {};  // what it is, where it was not printed: a target

  Reference reference() const { return record.value_or(Reference{Kind::figure, figure.id.number}); }
  /// Whether it prints an amount, or a share.
  bool is_money() const { return printed && printed->number.sort == FigureNumber::Sort::money; }
  bool is_share() const { return printed && printed->number.sort == FigureNumber::Sort::percent; }
};

class Areas {
 public:
  explicit Areas(store::Db& db);

  FigureArea find(const std::string& printed) const;
  const std::vector<County>& counties() const { return counties_; }

 private:
  std::string city_code_;
  std::string city_;
  std::vector<County> counties_;
};

/// All figures of a book.
std::vector<KnownFigure> read_figures(store::Db& db, const Areas& areas, std::int64_t tolerance);

/// The targets of a book, as if they had been printed.
std::vector<KnownFigure> read_targets(store::Db& db);

/// What the checks share.
struct FigureChecking {
  store::Db& db;
  const FigureQuery& query;
  Areas areas;
  std::vector<KnownFigure> figures;
  std::vector<FigureFinding> findings;
  Rates rates{db};
  std::vector<KnownFigure> targets = {};  // of the book

  std::string text(const FigureNumber& number) const { return number_text(number, query.unit); }
  std::string text(const KnownFigure& known) const;  // "F-6 (January 2024, 50)"

  /// "F-2 + F-3 + F-4".
  static std::string sum_text(const std::vector<const KnownFigure*>& figures);

  /// Whether two figures print one thing: the same area, and indicators that mean the same.
  static bool are_of_one_thing(const KnownFigure& left, const KnownFigure& right);

  /// Adds what was found of a figure. Without a computed value there is no difference.
  void find(const KnownFigure& known,
            FigureTest test,
            std::vector<Reference> against,
            std::optional<Wide> computed,
            FigureVerdict verdict,
            std::string explanation);
};

/// How much a number is off where one of these factors would make it fit: 10, 1/10, 10000, 1/10000.
/// Nothing where none does. `fits` is asked of the number's span times the factor.
struct Slip {
  std::int64_t times = 1;
  std::int64_t by = 1;
};
template <class Fits>
std::optional<Slip> find_slip(const Span& span, Fits&& fits) {
  for (const auto& slip : {Slip{1, 10}, Slip{10, 1}, Slip{1, 10'000}, Slip{10'000, 1}}) {
    const auto scaled = [&](Wide value) {
      if (value >= endless || value <= -endless) return value;
      return value * slip.times / slip.by;
    };
    if (fits(Span{scaled(span.low), scaled(span.high)})) return slip;
  }
  return {};
}

/// "a tenth of it would fit (亿 taken for billion?)".
std::string slip_text(const Slip& slip);

void check_book(FigureChecking& checking, const std::vector<const KnownFigure*>& chosen);
void check_parts(FigureChecking& checking, const KnownFigure& whole);
void check_formulas(FigureChecking& checking, const KnownFigure& known);
void check_periods(FigureChecking& checking, const KnownFigure& known);
void check_currencies(FigureChecking& checking, const KnownFigure& known);

}  // namespace leadbook::service
