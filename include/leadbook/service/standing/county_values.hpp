// Values of counties on one scale, so that they can be ranked, scored and held against targets.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/service/totals/totals.hpp"

namespace leadbook::service {

/// What is ranked and scored: counts as they are, minor units, hundredths of a mu; rates times
/// 10^12, yuan a mu times 10^4.
using Scaled = std::int64_t;

/// A value on that scale; nothing where it is unknown. A sum over no records at all is 0. Throws
/// Error{failed} where it does not fit.
std::optional<Scaled> scaled_value(Measure measure, const TotalsValue& value);

/// Hundredths of a percent of a measure that is a rate, on the same scale.
Scaled scaled_percent(std::int64_t hundredths);

/// Minor units, or of what is by area fen a mu, as a value of the measure is scaled.
Scaled scaled_amount(Measure measure, std::int64_t minor);

/// Adds to the lines of a note those it does not hold yet.
void add_new(std::vector<std::string>& lines, const std::vector<std::string>& more);

/// A county with what makes its place in a list.
struct ListedCounty {
  Id<County> county;
  std::string code;
  bool is_zone = false;
  Id<County> host;
  bool is_town = false;
};

/// Every county of the book by division code, those without one last.
std::vector<ListedCounty> all_counties(store::Db& db);

/// Whether its figures count with those of the county it lies in: a zone's where that was chosen, a
/// town's always.
bool counts_with_host(const ListedCounty& county, Zones zones);

/// Those of them that a ranking lists.
std::vector<ListedCounty> listed_counties(store::Db& db, Zones zones);

/// Totals by county of one book over one period, each sort computed once, when first asked for.
class CountyValues {
 public:
  /// `query` says all but the dimensions: these values are by county. Its measures are computed
  /// together, in its currency; others, other currencies and conditions each when asked for.
  CountyValues(store::Db& db, TotalsQuery query, Zones zones);

  /// A measure that will be asked for in a currency: it is computed together with the others.
  void expect(Measure measure, const Currency& currency);

  /// The value of one county, in a currency where it is money, of the records that fit `condition`:
  /// the query's own where that is nullptr. A county has what its towns have and, where that was
  /// chosen, its zones; each of these has its own as well.
  const TotalsValue& of(Id<County> county,
                        Measure measure,
                        const Currency& currency = Currency(),
                        const Condition* condition = nullptr);

  /// The value of the whole city, each record counted once.
  const TotalsValue& of_city(Measure measure, const Currency& currency = Currency());

  /// What there is to say of the totals that were used.
  Totals facts() const;

 private:
  struct Sheet {
    Currency currency;
    const Condition* condition = nullptr;
    std::vector<Measure> measures;
    std::map<std::int64_t, std::vector<TotalsValue>> values;  // by county
    Totals totals;
  };
  Sheet& sheet(Measure measure, const Currency& currency, const Condition* condition);
  Sheet& make_sheet(Measure measure, const Currency& currency, const Condition* condition);
  void count_with_hosts(Sheet& sheet);

  store::Db& db_;
  TotalsQuery query_;
  Zones zones_;
  std::map<Currency, std::vector<Measure>> expected_;
  std::vector<std::unique_ptr<Sheet>> sheets_;
};

}  // namespace leadbook::service
