// Printed figures held against the book, their own parts and each other.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/place/zones.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// What was found of a figure, the more serious the later; a figure's own is its most serious.
enum class FigureVerdict {
  unchecked,  // there is nothing to hold it against
  equal,      // the very number
  rounding,   // the number as far as it is printed
  truncated,  // the number with its last digits cut off instead of rounded
  partial,    // more than the book, or than the parts, hold
  differs,    // less than the book holds, or than another source prints
  wrong,      // parts, rates or periods that cannot be
  suspected,  // a slip of ten (亿 for billion) or ten thousand (万 for 亿), a month like a year
};

/// What a figure was held against.
enum class FigureTest { none, book, parts, formula, period, currency };

/// A number of some sort.
struct FigureNumber {
  enum class Sort { count, money, percent };
  Sort sort = Sort::count;
  std::int64_t value = 0;  // a count, minor units, hundredths of a percent
  Currency currency;       // of money

  bool is_like(const FigureNumber& other) const {
    return sort == other.sort && currency == other.currency;
  }
  bool operator==(const FigureNumber&) const = default;
};

struct FigureFinding {
  Id<Figure> figure;
  FigureTest test = FigureTest::none;
  std::vector<Reference> against;
  std::optional<FigureNumber> printed;
  std::optional<FigureNumber> computed;
  std::optional<FigureNumber> difference;  // printed - computed
  FigureVerdict verdict = FigureVerdict::unchecked;
  std::string explanation;
};

struct FigureQuery {
  std::vector<std::int64_t> figures;   // none for all
  std::optional<Period> period;        // only those whose own lies in it whole
  std::string area;                    // only those of this area; "" for all
  std::int64_t tolerance = 0;          // hundredths of a percent by which numbers may be apart
  AmountUnit unit = AmountUnit::yuan;  // of amounts in explanations
  Day today;
  std::optional<Day>
      at;  // the book as at the end of this day, by the records' own days; else today
  Zones zones = Zones::own;  // whether a county's zones count with it
};

struct FigureCheck {
  std::vector<FigureFinding> findings;            // by figure; each has one at least
  std::map<Id<Figure>, Figure> checked;           // what was printed
  std::map<FigureVerdict, std::int64_t> figures;  // how many have this as their own
};

/// Holds each figure against
/// - the book, where its area is the book's city or one of its counties and its indicator is a
///   measure: a book that holds less than was printed is not an error. What is printed of a day
///   counts since when its words say (今年以来, 1-5月, at a ceremony); where they do not, that day,
///   the month and the year so far are tried;
/// - the figures that are part of it, which must add up where they are said to be all, where they
///   are of a named breakdown, or where the numbers of the same parts do. A subset in words ("of
///   which over 1 billion") is no addend: it cannot be more;
/// - for a rate, share, growth or pace, each pair of figures it could be made of by indicator,
///   printed for the same area and period by the same source: it is wrong where none fits;
/// - figures of the same area and indicator: of the same period by others, of periods within it,
///   which cannot hold more, and of neighbouring ones, which should be of its size;
/// - the same in another currency, whose rate is held against the book's.
/// A printed number means all that it rounds: "101.1 billion" is 101.05 to 101.15 billion, "more
/// than 50" is 50 and any more, "about" 5 % and "nearly" up to 10 % apart; an exact count is
/// itself. Throws Error{not_found} for a figure that is not there.
FigureCheck check_figures(store::Db& db, const FigureQuery& query);

}  // namespace leadbook::service

namespace leadbook {

template <>
std::span<const Word<service::FigureVerdict>> words<service::FigureVerdict>();
template <>
std::span<const Word<service::FigureTest>> words<service::FigureTest>();

}  // namespace leadbook
