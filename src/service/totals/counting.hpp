// A query with all that answers it: what it groups by, converts with and adds up to.
#pragma once

#include "service/totals/measures.hpp"

namespace leadbook::service {

struct Counting {
  Counting(store::Db& db, TotalsQuery asked)
      : query(std::move(asked)),
        tally(query, query.with_records || query.with_parts),
        conversion(db, query.rates, query.period),
        grouping(db, query, tally, conversion),
        measuring(query, tally, grouping, conversion) {}
  Counting(const Counting&) = delete;
  Counting& operator=(const Counting&) = delete;

  const TotalsQuery query;
  Tally tally;
  Conversion conversion;
  Grouping grouping;
  Measuring measuring;
};

/// What a query counts, and beside it what it would if its date were less rough. Records are read
/// once and shown to both.
class Countings {
 public:
  Countings(store::Db& db, const TotalsQuery& query);

  Counting certain;
  /// Made when first asked for: most periods leave nothing in doubt.
  Counting& doubtful();

  /// Has the one of the two that counts a date take it.
  template <class Take>
  void take(const Date& on, const Take& take) {
    if (certain.query.counts(on)) return take(certain);
    if (doubtful_query_.counts(on)) take(doubtful());
  }

  /// What was left out as its date is too rough, by measure.
  std::vector<std::string> left_out();

 private:
  store::Db& db_;
  TotalsQuery doubtful_query_;
  std::optional<Counting> doubtful_;
};

}  // namespace leadbook::service
