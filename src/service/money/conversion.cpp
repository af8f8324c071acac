#include "service/money/conversion.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/wide.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

constexpr std::size_t told_at_most = 100;

std::int64_t rounded(Wide value, Wide divisor, const Money& money) {
  if (const auto result = narrowed(divide_rounded(value, divisor))) return *result;
  throw Error(ErrorKind::failed, say("{} is too large to be converted", format_money(money)));
}

}  // namespace

Conversion::Conversion(store::Db& db, const RateChoice& choice, const Period& period)
    : rates_(db), choice_(choice), period_(period) {
  rates_.read();
}

std::optional<std::int64_t> Conversion::operator()(const Money& money,
                                                   const Date& on,
                                                   const Reference& record) {
  if (!choice_.in || money.currency == *choice_.in) return money.minor;
  const auto from = rate(money.currency, on);
  if (!from) return miss(money.currency, money, on, record);
  const auto to = rate(*choice_.in, on);
  if (!to) return miss(*choice_.in, money, on, record);
  // minor x from / to, with the minor units of both currencies brought to one.
  const Wide value =
      static_cast<Wide>(money.minor) * from->e10 * power_of_ten(choice_.in->minor_digits());
  const Wide divisor = static_cast<Wide>(to->e10) * power_of_ten(money.currency.minor_digits());
  const auto into = rounded(value, divisor, money);
  if (used_.size() < told_at_most) tell(money, on, into);
  return into;
}

std::optional<std::int64_t> Conversion::cny(const Money& money,
                                            const Date& on,
                                            const Reference& record) {
  const auto* found = rates_.find(money.currency, on.last);
  if (found == nullptr && money.currency != Currency()) {
    return miss(money.currency, money, on, record);
  }
  if (found == nullptr) return money.minor;
  return value_or_throw(convert_to_cny(money, found->cny), ErrorKind::failed).minor;
}

std::optional<RateValue> Conversion::rate(const Currency& currency, const Date& on) {
  if (currency == Currency()) return RateValue{10'000'000'000};
  if (choice_.basis == RateBasis::period_average) {
    const auto* applied = average(currency);
    return applied == nullptr ? std::nullopt : std::optional(applied->cny);
  }
  const auto& day = choice_.basis == RateBasis::fixed ? choice_.on.value() : on;
  const auto* found = rates_.find(currency, day.last);
  return found == nullptr ? std::nullopt : std::optional(found->cny);
}

const Conversion::Applied* Conversion::average(const Currency& currency) {
  const auto [at, is_new] = averages_.emplace(currency, std::nullopt);
  if (is_new) {
    Wide sum = 0;
    std::int64_t count = 0;
    for (const auto& dated : rates_.of(currency)) {
      if (dated.day < period_.first || dated.day > period_.last) continue;
      sum += dated.cny.e10;
      ++count;
    }
    if (count > 0) {
      at->second = Applied{
          {rounded(sum, count, {})},
          say_count("mean of {} rate of the period", "mean of {} rates of the period", count)};
    }
  }
  return at->second ? &*at->second : nullptr;
}

std::string Conversion::told_rate(const Currency& currency, const Date& on) {
  if (choice_.basis == RateBasis::period_average) {
    const auto* applied = average(currency);
    return rate_text(applied->cny) + " (" + applied->of + ")";
  }
  const auto& day = choice_.basis == RateBasis::fixed ? choice_.on.value() : on;
  const auto* found = rates_.find(currency, day.last);
  return rate_text(found->cny) + " (" + format_day(found->day) +
         (found->source.empty() ? "" : ", " + found->source) + ")";
}

void Conversion::tell(const Money& money, const Date& on, std::int64_t into) {
  currencies_.insert(money.currency);
  auto line = format_money(money);
  if (money.currency != Currency()) line += " x " + told_rate(money.currency, on);
  if (*choice_.in != Currency()) line += " / " + told_rate(*choice_.in, on);
  line += " = " + format_money({into, *choice_.in});
  if (std::find(used_.begin(), used_.end(), line) == used_.end()) used_.push_back(std::move(line));
}

std::optional<std::int64_t> Conversion::miss(const Currency& currency,
                                             const Money& money,
                                             const Date& on,
                                             const Reference& record) {
  const auto code = std::string(currency.code());
  if (!choice_.list_missing) {
    if (choice_.basis == RateBasis::period_average) {
      throw Error(ErrorKind::failed,
                  say("there is no rate for {} in {}: add one with 'leadbook rate add {} RATE --on "
                      "DATE', or leave --rate-basis out",
                      code,
                      period_.text,
                      code));
    }
    throw_no_rate(currency, choice_.basis == RateBasis::fixed ? choice_.on->last : on.last);
  }
  missing_.push_back(say("{}: {} of {} ({} has no rate)",
                         reference_text(record),
                         format_money(money),
                         date_text(on),
                         code));
  return {};
}

}  // namespace leadbook::service
