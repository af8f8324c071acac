// Amounts brought into the currency a total is in, at the rates it was asked for.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "leadbook/service/money/rates.hpp"

namespace leadbook::service {

class Conversion {
 public:
  Conversion(store::Db& db, const RateChoice& choice, const Period& period);

  /// Minor units of the chosen currency, half away from zero; the amount's own where none is
  /// chosen. Nothing where there is no rate and missing ones are listed; otherwise throws
  /// Error{failed} that names currency and date.
  std::optional<std::int64_t> operator()(const Money& money,
                                         const Date& on,
                                         const Reference& record);

  /// CNY minor units at the rate of the amount's own date, whatever the total is in.
  std::optional<std::int64_t> cny(const Money& money, const Date& on, const Reference& record);

  const std::vector<std::string>& used() const { return used_; }
  const std::set<Currency>& currencies() const { return currencies_; }
  const std::vector<std::string>& missing() const { return missing_; }

 private:
  /// The rate of a currency for a date, with what there is to say of it; nothing where none.
  struct Applied {
    RateValue cny;
    std::string of;  // "2020-03-25, source"
  };
  std::optional<RateValue> rate(const Currency& currency, const Date& on);
  const Applied* average(const Currency& currency);
  std::string told_rate(const Currency& currency, const Date& on);
  void tell(const Money& money, const Date& on, std::int64_t into);
  std::optional<std::int64_t> miss(const Currency& currency,
                                   const Money& money,
                                   const Date& on,
                                   const Reference& record);

  Rates rates_;
  RateChoice choice_;
  Period period_;
  std::map<Currency, std::optional<Applied>> averages_;
  std::vector<std::string> used_;
  std::set<Currency> currencies_;
  std::vector<std::string> missing_;
};

}  // namespace leadbook::service
