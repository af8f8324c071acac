#include <algorithm>
#include <string>
#include <vector>

#include "slow_conditions.hpp"

namespace {

using namespace leadbook;
using namespace slow_totals;
using totals_book::Generator;
using Lines = std::vector<std::string>;

/// What is asked at random, and the condition of it in plain code.
struct Question {
  TotalsQuery query;
  const PlainCondition* condition = nullptr;

  std::string told() const {
    std::string text = query.period.text + ", today " + format_day(query.today) + ", by";
    for (const auto dimension : query.by) text += " " + std::string(identifier(dimension));
    text += ", rates " + std::to_string(static_cast<int>(query.rates.basis)) + " in ";
    text += query.rates.in ? std::string(query.rates.in->code()) : "own";
    if (query.stage) {
      text += std::string(query.stage->standing ? ", standing at " : ", come to ") +
              std::string(identifier(query.stage->from));
    }
    if (!query.sizes.bounds.empty()) text += query.sizes.cumulative ? ", and above" : ", in bands";
    if (condition != nullptr) text += std::string(", where ") + condition->text;
    return text;
  }
};

template <class E>
void add_once(std::vector<E>& list, E value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

service::RateChoice some_rates(Generator& generator) {
  service::RateChoice rates;
  rates.list_missing = true;
  rates.basis = static_cast<service::RateBasis>(generator.below(3));
  if (rates.basis == service::RateBasis::fixed) rates.on = totals_book::on("2020");
  if (generator.chance(4)) rates.in = totals_book::currency("USD");
  if (generator.chance(8)) rates.in.reset();
  return rates;
}

bool needs_one_currency(Measure measure) {
  return unit_of(measure) == MeasureUnit::per_mu || measure == Measure::funds_rate ||
         measure == Measure::share_of_amount || measure == Measure::year_rate;
}

Question some_question(Generator& generator) {
  Question question;
  auto& query = question.query;
  query.period = generator.period();
  query.today = generator.chance(2) ? query.period.last : generator.day();
  query.rates = some_rates(generator);
  query.with_records = generator.chance(2);
  if (!query.rates.in) query.by.push_back(Dimension::currency);
  for (int more = generator.below(3); more > 0; --more) {
    add_once(query.by, words<Dimension>()[static_cast<std::size_t>(generator.below(20))].value);
  }
  if (generator.chance(2)) {
    query.sizes = {{1'000'000'00, 100'000'000'00, 1'000'000'000'00}, generator.chance(2)};
  }
  if (generator.chance(4)) {
    const auto stage = static_cast<Stage>(generator.below(12));
    query.stage = service::StageChoice{stage, stage, generator.chance(2)};
    query.measures = {Measure::projects, Measure::planned_investment, Measure::land};
    if (query.rates.in) query.measures.push_back(Measure::intensity);
  }
  for (int more = query.stage ? 0 : 1 + generator.below(6); more > 0; --more) {
    const auto measure = words<Measure>()[static_cast<std::size_t>(generator.below(41))].value;
    if (query.rates.in || !needs_one_currency(measure)) add_once(query.measures, measure);
  }
  if (generator.chance(2)) {
    const auto& conditions = plain_conditions();
    const auto index = generator.below(static_cast<int>(conditions.size()));
    question.condition = &conditions[static_cast<std::size_t>(index)];
    query.where = parse_condition(question.condition->text);
  }
  return question;
}

Told expected_of(const totals_book::Records& records, const Question& question) {
  const Facts facts(records, question.query);
  return tell_slow(records, question.query, [&](const Item& item) {
    return question.condition == nullptr ||
           question.condition->means({facts, item}).value_or(false);
  });
}

/// Each number is the sum of what its records add.
void check_parts(const std::vector<service::TotalsValue>& values) {
  for (const auto& value : values) {
    std::int64_t number = 0;
    std::int64_t divisor = 0;
    for (const auto& part : value.parts) number += part.number;
    for (const auto& part : value.base_parts) divisor += part.number;
    CHECK(number == value.number);
    if (!value.base_parts.empty()) CHECK(divisor == value.divisor);
  }
}

void check_question(scratch::Book& book, const totals_book::Records& records, Question question) {
  const auto expected = expected_of(records, question);
  for (const bool by_project : {false, true}) {
    question.query.by_project = by_project;
    INFO(question.told() << (by_project ? ", by project" : ""));
    const auto totals = service::totals(book.db, question.query);
    CHECK(totals.frameworks_counted == (records.book.frameworks == Frameworks::count));
    CHECK(differences(expected, tell(totals, question.query)) == Lines{});
    if (!question.query.with_records) continue;
    for (const auto& row : totals.rows) check_parts(row.values);
    check_parts(totals.sum);
  }
}

}  // namespace

TEST_CASE("totals are what a slow computation from their definition gives", "[totals]") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    scratch::Book book;
    Generator generator(seed);
    const auto records = generator.fill(book);
    for (int round = 0; round < 25; ++round) {
      INFO("seed " << seed << ", round " << round);
      check_question(book, records, some_question(generator));
    }
  }
}

TEST_CASE("every condition on totals means what its plain code says", "[totals]") {
  scratch::Book book;
  Generator generator(100);
  const auto records = generator.fill(book);
  for (const auto& condition : plain_conditions()) {
    Question question;
    question.condition = &condition;
    question.query.where = parse_condition(condition.text);
    question.query.period = parse_period("2019..2020", scratch::today).value();
    question.query.today = scratch::today;
    question.query.by = {Dimension::quarter};
    question.query.measures = {Measure::projects,
                               Measure::negotiations,
                               Measure::events,
                               Measure::visits,
                               Measure::contracts,
                               Measure::funds,
                               Measure::signed_,
                               Measure::land,
                               Measure::conversion};
    check_question(book, records, question);
  }
}
