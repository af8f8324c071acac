#include "leadbook/service/money/rates.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {

void Rates::read() const {
  if (rates_) return;
  ByCurrency rates;
  db_.each(store::statement("rate_all"), {}, [&](store::Row& row) {
    const auto currency = Currency::parse(row.text("currency"));
    const auto day = parse_iso_day(row.text("on_until"));
    if (!currency || !day) return;
    auto& dated = rates[*currency];
    const RateValue value{row.integer("cny_e10")};
    // One book cannot hold two rates of a day; several books together can.
    if (!dated.empty() && dated.back().day == *day && !(dated.back().cny == value)) {
      throw Error(ErrorKind::conflict,
                  say("the books have different rates for {} on {}: {} and {}; make them alike",
                      currency->code(),
                      format_day(*day),
                      rate_text(dated.back().cny),
                      rate_text(value)));
    }
    dated.push_back({*day, value, row.text("source")});
  });
  rates_ = std::move(rates);
}

const std::vector<DatedRate>& Rates::of(const Currency& currency) const {
  static const std::vector<DatedRate> none;
  if (currency == Currency()) return none;
  read();
  const auto known = rates_->find(currency);
  return known == rates_->end() ? none : known->second;
}

void throw_no_rate(const Currency& currency, Day on) {
  const auto day = format_day(on);
  const auto code = std::string(currency.code());
  throw Error(ErrorKind::failed,
              say("there is no rate for {} on or before {}: add one with 'leadbook rate add {} "
                  "RATE --on {}'",
                  code,
                  day,
                  code,
                  day));
}

const DatedRate* Rates::find(const Currency& currency, Day day) const {
  const auto& dated = of(currency);
  const auto after =
      std::upper_bound(dated.begin(), dated.end(), day, [](Day wanted, const DatedRate& rate) {
        return wanted < rate.day;
      });
  return after == dated.begin() ? nullptr : &*std::prev(after);
}

Money Rates::to_cny(const Money& money, const Date& on) const {
  if (money.currency == Currency()) return money;
  const auto* rate = find(money.currency, on.last);
  if (rate == nullptr) throw_no_rate(money.currency, on.last);
  return value_or_throw(convert_to_cny(money, rate->cny), ErrorKind::failed);
}

}  // namespace leadbook::service
