// Foreign amounts in CNY at the rate of their own date.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/record/records.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// At which rate an amount is converted: the latest on or before its own date, the mean of the
/// rates of the period, or the latest on or before one fixed date.
enum class RateBasis { own_date, period_average, fixed };

struct RateChoice {
  RateBasis basis = RateBasis::own_date;
  std::optional<Date> on;                   // of a fixed basis
  std::optional<Currency> in = Currency();  // none: amounts stay in their own currency, apart by it
  bool list_missing = false;  // amounts without a rate are left out and listed, instead of an error
};

struct DatedRate {
  Day day;
  RateValue cny;
  std::string source;
};

/// The rates of a book, read once.
class Rates {
 public:
  explicit Rates(store::Db& db);

  /// The rates of a currency by day.
  const std::vector<DatedRate>& of(const Currency& currency) const;

  /// The latest rate on or before a day; nullptr where there is none.
  const DatedRate* find(const Currency& currency, Day day) const;

  /// The amount in CNY at the latest rate on or before the last day the date can mean. Throws
  /// Error{failed} that names the currency and the date where there is no rate.
  Money to_cny(const Money& money, const Date& on);

  /// The conversions done so far, each once: "450,000,000.00 HKD × 0.915453 (2020-03-25, ...)".
  const std::vector<std::string>& used() const { return used_; }

 private:
  std::map<Currency, std::vector<DatedRate>> rates_;  // by day
  std::vector<std::string> used_;
};

}  // namespace leadbook::service
