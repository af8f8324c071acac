// What must hold within the records of progress, targets and shared credit.
#include <chrono>

#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/record/rules.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook {
namespace {

void check_step(const Target& target, const TargetStep& step, std::vector<Breach>& breaches) {
  const int stated = step.count.has_value() + step.amount.has_value() + step.percent.has_value();
  if (stated != 1) {
    breaches.push_back({"steps",
                        say("the step until {} states {} numbers: write one, a count, an amount or "
                            "a share of the target",
                            date_text(*step.until),
                            stated)});
  } else if ((step.count && !target.count) || (step.amount && !target.amount)) {
    breaches.push_back(
        {"steps", say("the step until {} is not of the target's sort", date_text(*step.until))});
  } else if (target.period && step.until->last > target.period->last) {
    breaches.push_back(
        {"steps", say("the step until {} is after the target's period", date_text(*step.until))});
  }
}

bool is_share(const std::optional<Percent>& share) {
  return share && share->hundredths >= 0 && share->hundredths <= hundred_percent;
}

}  // namespace

const char* target_field(Measure indicator) {
  switch (unit_of(indicator)) {
    case MeasureUnit::count:
      return "count";
    case MeasureUnit::percent:
      return "percent";
    case MeasureUnit::area:
      return "land";
    case MeasureUnit::money:
    case MeasureUnit::per_mu:
      break;
  }
  return "amount";
}

std::vector<Breach> apply_rules(Procedure& procedure) {
  if (procedure.submitted && procedure.granted &&
      procedure.granted->last < procedure.submitted->first) {
    return {
        {"granted",
         say("{} is before {}", date_text(*procedure.granted), date_text(*procedure.submitted))}};
  }
  return {};
}

std::vector<Breach> apply_rules(Funds& funds) {
  if (funds.capital != Capital::mixed) return {};
  return {{"capital", say("money received is domestic or foreign: record two where it is both")}};
}

std::vector<Breach> apply_rules(Target& target) {
  std::vector<Breach> breaches;
  const std::string_view wanted = target_field(target.indicator);
  const std::pair<std::string_view, bool> stated[] = {{"count", target.count.has_value()},
                                                      {"amount", target.amount.has_value()},
                                                      {"percent", target.percent.has_value()},
                                                      {"land", target.land.has_value()}};
  for (const auto& [name, is_stated] : stated) {
    if ((name == wanted) == is_stated) continue;
    breaches.push_back(
        {target_field(target.indicator),
         say("a target for '{}' is stated as {} alone", name_of(target.indicator), wanted)});
    break;
  }
  if (unit_of(target.indicator) == MeasureUnit::per_mu && target.amount &&
      target.amount->money.currency != Currency()) {
    breaches.push_back(
        {"amount", say("a target for '{}' is in yuan a mu", name_of(target.indicator))});
  }
  for (const auto& step : target.steps) check_step(target, step, breaches);
  return breaches;
}

std::vector<Breach> apply_rules(Outlay& outlay) {
  std::vector<Breach> breaches;
  if (!outlay.planned && !outlay.done) {
    breaches.push_back({"planned", say("state what is planned for the year, or what is done")});
  }
  if (outlay.done && !outlay.on) {
    breaches.push_back({"on", say("state the day up to which this much was done")});
  }
  // A month of it names the year as well.
  if (outlay.year) {
    const auto year = std::chrono::year{year_of(outlay.year->first)};
    outlay.year = Date{year / 1 / 1, year / 12 / 31};
  }
  return breaches;
}

std::optional<Measure> aggregate_amount(Measure indicator) {
  switch (indicator) {
    case Measure::signed_:
    case Measure::contracts:
      return Measure::contract_amount;
    case Measure::started:
      return Measure::started_investment;
    case Measure::completed:
      return Measure::completed_investment;
    case Measure::producing:
      return Measure::producing_investment;
    case Measure::in_talks:
      return Measure::talks_investment;
    case Measure::reserve:
      return Measure::reserve_investment;
    default:
      break;
  }
  return unit_of(indicator) == MeasureUnit::money ? std::optional(indicator) : std::nullopt;
}

std::vector<Breach> apply_rules(Aggregate& aggregate) {
  const auto unit = unit_of(aggregate.indicator);
  if (unit != MeasureUnit::count && unit != MeasureUnit::money) {
    return {{"indicator",
             say("'{}' is no count and no amount that could be added up",
                 name_of(aggregate.indicator))}};
  }
  std::vector<Breach> breaches;
  if (aggregate.count && unit == MeasureUnit::money) {
    breaches.push_back({"count", say("'{}' is an amount alone", name_of(aggregate.indicator))});
  }
  if (aggregate.amount && !aggregate_amount(aggregate.indicator)) {
    breaches.push_back({"amount", say("'{}' is a count alone", name_of(aggregate.indicator))});
  }
  if (!aggregate.count && !aggregate.amount) {
    breaches.push_back({unit == MeasureUnit::count ? "count" : "amount",
                        say("state how many, or what they come to")});
  }
  return breaches;
}

std::vector<Breach> apply_rules(Credit& credit) {
  std::vector<Breach> breaches;
  if (credit.from_county && credit.from_county == credit.to_county) {
    breaches.push_back({"to_county", say("a project cannot be transferred to its own county")});
  }
  const bool shares = credit.from_share || credit.to_share;
  if (credit.rule == CreditRule::custom &&
      !(is_share(credit.from_share) && is_share(credit.to_share))) {
    breaches.push_back({"from_share", say("a custom rule states both shares, from 0% to 100%")});
  }
  if (credit.rule != CreditRule::custom && shares) {
    breaches.push_back({"rule", say("only a custom rule states shares")});
  }
  if (credit.on && credit.until && credit.until->last < credit.on->first) {
    breaches.push_back(
        {"until", say("{} is before {}", date_text(*credit.until), date_text(*credit.on))});
  }
  return breaches;
}

}  // namespace leadbook
