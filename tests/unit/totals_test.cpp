#include "leadbook/service/totals/totals.hpp"

#include <limits>
#include <string>
#include <vector>

#include "totals_sample.hpp"

namespace {

using namespace leadbook;
using namespace totals_sample;
using Lines = std::vector<std::string>;

constexpr auto papers = Measure::contracts;
constexpr auto worth = Measure::contract_amount;

/// Signed projects, papers, their amount and the planned investment of a period.
Lines main_figures(scratch::Book& book, const char* period) {
  return {sum_of(book, period, Measure::signed_),
          sum_of(book, period, papers),
          sum_of(book, period, worth),
          sum_of(book, period, Measure::planned_investment)};
}

const Lines nothing = {"", "", "", ""};

/// The message of the error a total ends with.
std::string refusal(scratch::Book& book, const service::TotalsQuery& query) {
  try {
    service::totals(book.db, query);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::failed);
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a missing rate names the currency and the date", "[totals]") {
  scratch::Book book;
  const auto project = small_book(book);
  add_rate(book, "USD", "2020-05-02", 70'000'000'000);
  book.add(signed_on(project, "2020-05-01", amount(100, "USD")));
  auto query = query_of("2020", {worth});
  CHECK(refusal(book, query) ==
        "there is no rate for USD on or before 2020-05-01: add one with 'leadbook rate add USD "
        "RATE --on 2020-05-01'");
  // What lies outside the period needs no rate, nor does what nobody asked for.
  CHECK(refusal(book, query_of("2019", {worth})).empty());
  CHECK(refusal(book, query_of("2020", {papers})).empty());
}

TEST_CASE("what a condition leaves out needs no rate", "[totals]") {
  scratch::Book book;
  auto near = in_county(add_county(book, "230230"));
  near.chain = "ducks";
  book.add(signed_on(book.add(near), "2020-05-01", amount(500)));
  auto far = in_county(add_county(book, "230231"));
  far.chain = "geese";
  book.add(signed_on(book.add(far), "2020-05-01", amount(100, "USD")));
  service::TotalsQuery query;
  query.measures = {Measure::contract_amount};
  query.period = parse_period("2020", scratch::today).value();
  query.today = scratch::today;
  ConditionReading reading;
  reading.today = scratch::today;
  query.where =
      Condition::parse("chain = ducks and amount >= 1 CNY", service::totals_criteria(), reading)
          .value();
  CHECK(service::totals(book.db, query).sum.front().number == 500);
}

TEST_CASE("amounts without a rate are left out and listed where this is asked", "[totals]") {
  scratch::Book book;
  const auto project = small_book(book);
  book.add(signed_on(project, "2020-05-01", amount(100, "USD")));
  book.add(signed_on(project, "2020-05-01", amount(700)));
  auto query = query_of("2020", {worth});
  query.rates.list_missing = true;
  query.with_records = true;
  CHECK(told(book, query) == Lines{"contract_amount: 700 / 0, 1 of 2 S-2 |",
                                   "contract_amount [sum]: 700 / 0, 1 of 2 S-2 |"});
  const auto missing = service::totals(book.db, query).missing;
  REQUIRE(missing.size() == 1);
  CHECK(missing.front().find("S-1") != std::string::npos);
  CHECK(missing.front().find("USD") != std::string::npos);
}

TEST_CASE("a payment without a rate is not among the records behind the funds", "[totals]") {
  scratch::Book book;
  Funds funds;
  funds.project = small_book(book).id;
  funds.on = on("2020-05-01");
  funds.amount = amount(100, "USD");
  book.add(funds);
  auto query = query_of("2020", {Measure::funds, Measure::funds_domestic});
  query.rates.list_missing = true;
  query.with_records = true;
  CHECK(told(book, query) == Lines{"funds: 0 / 0, 0 of 1 |",
                                   "funds [sum]: 0 / 0, 0 of 1 |",
                                   "funds_domestic: 0 / 0, 0 of 1 |",
                                   "funds_domestic [sum]: 0 / 0, 0 of 1 |"});
}

TEST_CASE("a date known to the month counts only where the month lies whole", "[totals]") {
  scratch::Book book;
  book.add(signed_on(small_book(book), "2020-04", amount(500)));
  const Lines whole = {
      "1 / 0, 1 of 1", "1 / 0, 1 of 1", "500 / 0, 1 of 1", "100000000 / 0, 1 of 1"};
  CHECK(main_figures(book, "2020-04") == whole);
  CHECK(main_figures(book, "2020Q2") == whole);
  CHECK(main_figures(book, "2020-04-01..2020-04-29") == nothing);
}

TEST_CASE("a month that is not over counts in the year so far", "[totals]") {
  scratch::Book book;
  book.add(signed_on(small_book(book), "2020-05", amount(500)));
  const Lines whole = {
      "1 / 0, 1 of 1", "1 / 0, 1 of 1", "500 / 0, 1 of 1", "100000000 / 0, 1 of 1"};
  // It is 22 May: what has happened did so by today.
  CHECK(main_figures(book, "2020-01-01..2020-05-22") == whole);
  CHECK(main_figures(book, "2020-01-01..2020-05-21") == nothing);
  CHECK(main_figures(book, "2020-05-02..2020-05-22") == nothing);
}

TEST_CASE("what a period leaves out for its rough date is told with number and amount",
          "[totals]") {
  scratch::Book book;
  auto project = small_book(book);
  book.add(signed_on(project, "2020-04", amount(500'000'000'00)));
  book.add(signed_on(project, "2020Q2", amount(96'000'000'00)));
  book.add(signed_on(project, "2020", {}));
  book.add(signed_on(project, "2020-02-01", amount(700)));
  for (const bool by_project : {false, true}) {
    auto query = query_of("2020-01-01..2020-04-15", {papers, worth});
    query.by_project = by_project;
    const auto totals = service::totals(book.db, query);
    CHECK(totals.sum.back().number == 700);
    CHECK(totals.doubtful ==
          Lines{"Contracts: 3 records", "Contract amount: 3 records, 5.96亿 CNY"});
    query.period = parse_period("2020Q1", scratch::today).value();
    CHECK(service::totals(book.db, query).doubtful ==
          Lines{"Contracts: 1 record", "Contract amount: 1 record"});
    // What lies in it whole, or whole outside it, is no matter of doubt.
    query.period = parse_period("2020", scratch::today).value();
    CHECK(service::totals(book.db, query).doubtful.empty());
    query.period = parse_period("2019", scratch::today).value();
    CHECK(service::totals(book.db, query).doubtful.empty());
  }
}

TEST_CASE("a supplement counts what it adds, in its own period", "[totals]") {
  scratch::Book book;
  const auto contract = book.add(signed_on(small_book(book), "2020-05-01", amount(500)));
  book.add(supplement_on(contract, "2020-06-01", amount(800)));
  CHECK(main_figures(book, "2020-05") ==
        Lines{"1 / 0, 1 of 1", "1 / 0, 1 of 1", "500 / 0, 1 of 1", "100000000 / 0, 1 of 1"});
  CHECK(main_figures(book, "2020-06") == Lines{"", "", "300 / 0, 0 of 0", ""});
  CHECK(main_figures(book, "2020") ==
        Lines{"1 / 0, 1 of 1", "1 / 0, 1 of 1", "800 / 0, 1 of 1", "100000000 / 0, 1 of 1"});
}

TEST_CASE("an increment is converted once, at its own date", "[totals]") {
  scratch::Book book;
  add_rate(book, "USD", "2020-05-01", 70'000'000'000);
  add_rate(book, "USD", "2020-06-01", 65'000'000'000);
  add_rate(book, "HKD", "2020-01-01", 9'000'000'000);
  const auto contract = book.add(signed_on(small_book(book), "2020-05-01", amount(101, "USD")));
  const auto more = book.add(supplement_on(contract, "2020-06-01", amount(104, "USD")));
  // 3 x 6.5 = 19.5, not 676 - 656.5 with each part rounded.
  CHECK(sum_of(book, "2020-06", worth) == "20 / 0, 0 of 0");
  CHECK(sum_of(book, "2020", worth) == "727 / 0, 1 of 1");
  // Of another currency: 1,000 x 0.9 less 104 x 6.5, each at the day of the supplement.
  book.add(supplement_on(more, "2020-07-01", amount(1'000, "HKD")));
  CHECK(sum_of(book, "2020-07", worth) == "224 / 0, 0 of 0");
}

TEST_CASE("an amount that is not disclosed is not counted as zero", "[totals]") {
  scratch::Book book;
  const auto project = small_book(book);
  book.add(signed_on(project, "2020-05-01", {}));
  CHECK(sum_of(book, "2020", worth) == "0 / 0, 0 of 1");
  auto query = query_of("2020", {worth});
  CHECK_FALSE(service::totals(book.db, query).sum.front().is_known(worth));
  book.add(signed_on(project, "2020-05-02", amount(0)));
  CHECK(sum_of(book, "2020", worth) == "0 / 0, 1 of 2");
  CHECK(service::totals(book.db, query).sum.front().is_known(worth));
}

TEST_CASE("a paper that states no amount is not among the records behind it", "[totals]") {
  scratch::Book book;
  const auto project = small_book(book);
  book.add(signed_on(project, "2020-05-01", {}));
  book.add(signed_on(project, "2020-05-02", amount(500)));
  auto query = query_of("2020", {worth, Measure::outside_amount, Measure::share_of_amount});
  query.with_records = true;
  const auto sum = service::totals(book.db, query).sum;
  const std::vector<Reference> stated = {{Kind::signing, 2}};
  CHECK(sum[0].records == stated);
  CHECK(sum[1].records == std::vector<Reference>{});
  CHECK(sum[2].records == stated);
}

TEST_CASE("what a supplement states for a paper without an amount is a row's own", "[totals]") {
  scratch::Book book;
  const auto contract = book.add(signed_on(small_book(book), "2020-05-01", {}));
  book.add(supplement_on(contract, "2020-08-01", amount(800)));
  // A quarter's row is what the quarter alone gives, and unknown is never zero.
  CHECK(sum_of(book, "2020Q2", worth) == "0 / 0, 0 of 1");
  CHECK(sum_of(book, "2020Q3", worth) == "800 / 0, 0 of 0");
  CHECK(told(book, query_of("2020", {worth}, {Dimension::quarter})) ==
        Lines{"contract_amount [2020Q2]: 0 / 0, 0 of 1",
              "contract_amount [2020Q3]: 800 / 0, 0 of 0",
              "contract_amount [sum]: 800 / 0, 1 of 1"});
}

TEST_CASE("the outside amount stands apart by its own currency", "[totals]") {
  scratch::Book book;
  add_rate(book, "USD", "2020-01-01", 70'000'000'000);
  auto contract = signed_on(small_book(book), "2020-05-01", amount(500));
  contract.outside_amount = amount(10, "USD");
  book.add(contract);
  CHECK(told(book, query_of("2020", {Measure::outside_amount}, {Dimension::currency})) ==
        Lines{"outside_amount [USD]: 70 / 0, 1 of 1", "outside_amount [sum]: 70 / 0, 1 of 1"});
}

TEST_CASE("a sum that does not fit is an error", "[totals]") {
  scratch::Book book;
  const auto project = small_book(book);
  const auto most = std::numeric_limits<std::int64_t>::max();
  book.add(signed_on(project, "2020-05-01", amount(most)));
  CHECK(sum_of(book, "2020", worth) == std::to_string(most) + " / 0, 1 of 1");
  book.add(signed_on(project, "2020-05-02", amount(1)));
  CHECK_FALSE(refusal(book, query_of("2020", {worth})).empty());
}

TEST_CASE("the mean of a period's rates is that of the rates dated in it", "[totals]") {
  scratch::Book book;
  add_rate(book, "USD", "2019-12-31", 10'000'000'000);
  add_rate(book, "USD", "2020-02-01", 60'000'000'000);
  add_rate(book, "USD", "2020-04-01", 75'000'000'000);
  book.add(signed_on(small_book(book), "2020-01-15", amount(1'000, "USD")));
  auto query = query_of("2020", {worth});
  query.rates.basis = service::RateBasis::period_average;
  CHECK(told(book, query).front() == "contract_amount: 6750 / 0, 1 of 1");
  query.rates.basis = service::RateBasis::fixed;
  query.rates.on = on("2020-03");
  CHECK(told(book, query).front() == "contract_amount: 6000 / 0, 1 of 1");
  query.rates.in = totals_book::currency("USD");
  CHECK(told(book, query).front() == "contract_amount: 1000 / 0, 1 of 1");
}

TEST_CASE("the share of an amount that nobody stated is unknown, not zero", "[totals]") {
  scratch::Book book;
  auto project = small_book(book);
  book.add(signed_on(project, "2020-05-01", {}));
  project.id = {};
  project.chain = "meat";
  book.add(signed_on(book.add(project), "2020-05-01", amount(500)));
  const auto share = Measure::share_of_amount;
  const auto totals = service::totals(book.db, query_of("2020", {share}, {Dimension::chain}));
  REQUIRE(totals.rows.size() == 2);
  CHECK(totals.rows.front().keys.front().text == "meat");
  CHECK(totals.rows.front().values.front().is_known(share));
  CHECK_FALSE(totals.rows.back().values.front().is_known(share));
}
