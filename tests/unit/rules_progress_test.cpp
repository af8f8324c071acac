#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/record/rules.hpp"

namespace {

using namespace leadbook;
using Told = std::vector<std::string>;

template <class R>
Told told(R record) {
  Told breaches;
  for (const auto& breach : apply_rules(record)) {
    breaches.push_back(std::string(breach.field) + ": " + breach.message);
  }
  return breaches;
}

Date on(const char* text) { return parse_date(text, std::chrono::year{2020} / 5 / 22).value(); }

Amount yuan(std::int64_t minor) { return {{minor, Currency()}, Qualifier::exact}; }

Target target_of(Measure indicator) {
  Target target;
  target.period = on("2020");
  target.indicator = indicator;
  return target;
}

Credit credit_of(CreditRule rule) {
  Credit credit;
  credit.from_county = {1};
  credit.to_county = {2};
  credit.rule = rule;
  credit.on = on("2020-05-01");
  return credit;
}

}  // namespace

TEST_CASE("a procedure is not granted before it was submitted", "[rules]") {
  Procedure procedure;
  procedure.submitted = on("2020-05-10");
  CHECK(told(procedure) == Told{});
  procedure.granted = on("2020-05-10");
  CHECK(told(procedure) == Told{});
  procedure.granted = on("2020-05");
  CHECK(told(procedure) == Told{});
  procedure.granted = on("2020-05-09");
  CHECK(told(procedure) == Told{"granted: 2020-05-09 is before 2020-05-10"});
  procedure.submitted.reset();
  CHECK(told(procedure) == Told{});
}

TEST_CASE("money received is domestic or foreign, not both", "[rules]") {
  Funds funds;
  for (const auto capital : {Capital::domestic, Capital::foreign}) {
    funds.capital = capital;
    CHECK(told(funds) == Told{});
  }
  funds.capital = Capital::mixed;
  CHECK(told(funds) ==
        Told{"capital: money received is domestic or foreign: record two where it is both"});
}

TEST_CASE("a target is stated in the unit of its indicator", "[rules]") {
  auto target = target_of(Measure::signed_);
  CHECK(told(target) == Told{"count: a target for 'Signed' is stated as count alone"});
  target.count = 5;
  CHECK(told(target) == Told{});
  target.amount = yuan(100);
  CHECK(told(target) == Told{"count: a target for 'Signed' is stated as count alone"});
  auto money = target_of(Measure::contract_amount);
  money.amount = yuan(100);
  CHECK(told(money) == Told{});
  auto rate = target_of(Measure::start_rate);
  rate.percent = Percent{85'00};
  CHECK(told(rate) == Told{});
  rate.count = 85;
  CHECK(told(rate).size() == 1);
  auto land = target_of(Measure::land);
  land.land = Area{500'00};
  CHECK(told(land) == Told{});
  land.count = 500;
  CHECK(told(land) == Told{"land: a target for 'Land' is stated as land alone"});
  for (const auto measure : {Measure::intensity, Measure::tax_per_mu}) {
    auto by_area = target_of(measure);
    by_area.count = 1;
    CHECK(told(by_area).size() == 1);
    by_area.count.reset();
    by_area.amount = yuan(300'0000'00);
    CHECK(told(by_area) == Told{});
    by_area.amount->money.currency = Currency::parse("USD").value();
    CHECK(told(by_area).front().starts_with("amount: "));
  }
}

TEST_CASE("a target's steps are within its period and of its sort", "[rules]") {
  auto target = target_of(Measure::signed_);
  target.count = 20;
  TargetStep step;
  step.until = on("2020-06-30");
  step.count = 10;
  target.steps = {step};
  CHECK(told(target) == Told{});
  target.steps = {{on("2020-06-30"), {}, {}, Percent{50'00}}};
  CHECK(told(target) == Told{});
  target.steps = {{on("2020-06-30"), {}, yuan(10), {}}};
  CHECK(told(target) == Told{"steps: the step until 2020-06-30 is not of the target's sort"});
  target.steps = {{on("2021-01-31"), 10, {}, {}}};
  CHECK(told(target) == Told{"steps: the step until 2021-01-31 is after the target's period"});
  target.steps = {{on("2020-06-30"), 10, {}, Percent{50'00}}, {on("2020-09-30"), {}, {}, {}}};
  CHECK(told(target) ==
        Told{"steps: the step until 2020-06-30 states 2 numbers: write one, a count, an amount or "
             "a share of the target",
             "steps: the step until 2020-09-30 states 0 numbers: write one, a count, an amount or "
             "a share of the target"});
}

TEST_CASE("only a custom rule of credit states shares, and it states both", "[rules]") {
  for (const auto rule : {CreditRule::half, CreditRule::tenth, CreditRule::full_both}) {
    auto credit = credit_of(rule);
    CHECK(told(credit) == Told{});
    credit.to_share = Percent{50'00};
    CHECK(told(credit) == Told{"rule: only a custom rule states shares"});
  }
  auto custom = credit_of(CreditRule::custom);
  const Told lacks = {"from_share: a custom rule states both shares, from 0% to 100%"};
  CHECK(told(custom) == lacks);
  custom.from_share = Percent{0};
  CHECK(told(custom) == lacks);
  custom.to_share = Percent{100'00};
  CHECK(told(custom) == Told{});
  custom.to_share = Percent{100'01};
  CHECK(told(custom) == lacks);
  custom.to_share = Percent{-1};
  CHECK(told(custom) == lacks);
}

TEST_CASE("credit is shared between two counties, and ends after it began", "[rules]") {
  auto credit = credit_of(CreditRule::half);
  credit.until = on("2020-05-01");
  CHECK(told(credit) == Told{});
  credit.until = on("2020-04-30");
  CHECK(told(credit) == Told{"until: 2020-04-30 is before 2020-05-01"});
  credit.until.reset();
  credit.to_county = credit.from_county;
  CHECK(told(credit) == Told{"to_county: a project cannot be transferred to its own county"});
}
