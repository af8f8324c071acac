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

/// Throws Error{failed} that names the currency and the day, and how to add a rate.
[[noreturn]] void throw_no_rate(const Currency& currency, Day day);

/// The rates of a book, read once, when the first foreign amount comes.
class Rates {
 public:
  explicit Rates(store::Db& db) : db_(db) {}

  /// Reads them now: to be called before many rows stream by, as a server's answer is held in
  /// memory while another statement runs.
  void read() const;

  /// The rates of a currency by day. Throws Error{conflict} where several books that are read as
  /// one have different rates of a day.
  const std::vector<DatedRate>& of(const Currency& currency) const;

  /// The latest rate on or before a day; nullptr where there is none, as for CNY.
  const DatedRate* find(const Currency& currency, Day day) const;

  /// The amount in CNY at the latest rate on or before the last day the date can mean. Throws
  /// Error{failed} that names the currency and the date where there is no rate.
  Money to_cny(const Money& money, const Date& on) const;

 private:
  using ByCurrency = std::map<Currency, std::vector<DatedRate>>;  // by day

  store::Db& db_;
  mutable std::optional<ByCurrency> rates_;
};

}  // namespace leadbook::service
