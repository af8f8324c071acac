// Importing rates: both forms of a bank's file, rounding, and what becomes of rates already there.
#include <fstream>

#include "catch.hpp"
#include "unit/import_book.hpp"

using namespace import_test;

TEST_CASE("rates in CNY for one unit are added, found again, and changed where they differ") {
  TestBook book;
  const std::string text =
      "date,CNY_per_USD,CNY_per_HKD,\n2020-03-25,7.1,0.91545252,\n2020-03-26,N/A, ,\n";
  auto report = book.take_rates(text);
  CHECK(report.problems.lines == Lines{});
  CHECK((report.added == 2 && report.changed == 0 && report.same == 0));
  CHECK(report.form == service::RateForm::cny_per_unit);
  CHECK(book.all(Kind::rate) == Lines{"USD/2020-03-25/7.1/bank", "HKD/2020-03-25/0.91545252/bank"});
  report = book.take_rates("date,CNY_per_USD\n2020-03-25,7.10\n");
  CHECK((report.added == 0 && report.changed == 0 && report.same == 1));
  CHECK(store::head_of(book.db).number == 1);
  report = book.take_rates("日期,CNY per USD\n2020/3/25,7.2\n2020-03-27,7.3\n");
  CHECK((report.added == 1 && report.changed == 1 && report.same == 0));
  CHECK(book.all(Kind::rate) == Lines{"USD/2020-03-25/7.2/bank",
                                      "HKD/2020-03-25/0.91545252/bank",
                                      "USD/2020-03-27/7.3/bank"});
}

TEST_CASE("rates for one euro are crossed with the file's CNY") {
  TestBook book;
  const auto report = book.take_rates(
      "Date,USD,HKD,EEK,CNY,\n25 March 2020,1.0827,8.3943,15.6466,7.6846,\n24 March "
      "2020,1.08,N/A,,N/A,\n");
  CHECK(report.problems.lines == Lines{});
  CHECK(report.form == service::RateForm::per_euro);
  CHECK(report.notes.lines == Lines{"passed over, as no currencies of today: EEK"});
  CHECK(book.all(Kind::rate) == Lines{"USD/2020-03-25/7.0976263046/bank",
                                      "HKD/2020-03-25/0.9154545346/bank",
                                      "EUR/2020-03-25/7.6846/bank"});
}

TEST_CASE("crossed rates are rounded half up at ten decimals, and none is made up") {
  using service::cross_rate;
  CHECK(cross_rate({10'000'000'000}, {30'000'000'000}) == RateValue{3'333'333'333});
  CHECK(cross_rate({20'000'000'000}, {30'000'000'000}) == RateValue{6'666'666'667});
  CHECK(cross_rate({1}, {20'000'000'000}) == RateValue{1});
  CHECK(cross_rate({1}, {30'000'000'000}) == std::nullopt);
  CHECK(cross_rate({10'000'000'000'000'000}, {1}) == std::nullopt);
  CHECK(cross_rate({1}, {0}) == std::nullopt);
}

TEST_CASE("part of a file of rates is taken by days and currencies") {
  TestBook book;
  service::RateImportOptions options;
  options.from = std::chrono::year{2020} / 3 / 26;
  options.until = std::chrono::year{2020} / 3 / 27;
  options.currencies = {*Currency::parse("HKD")};
  const std::string text =
      "date,CNY_per_USD,CNY_per_HKD\n2020-03-25,7,0.9\n2020-03-26,7,0.91\n2020-03-28,7,0.92\n";
  CHECK(book.take_rates(text, options).added == 1);
  CHECK(book.all(Kind::rate) == Lines{"HKD/2020-03-26/0.91/bank"});
  options.currencies = {*Currency::parse("JPY")};
  CHECK_THROWS_WITH(book.take_rates(text, options), "r.csv has no rates of JPY; it has USD, HKD");
}

TEST_CASE("a file of rates with anything wrong writes nothing") {
  TestBook book;
  const auto report =
      book.take_rates("date,CNY_per_USD\n2020-03-25,7\n2020-03-25,8\n2020-03,7\n2020-03-26,-1\n");
  CHECK(report.problems.lines ==
        Lines{"r.csv:3: column 2 'CNY_per_USD': line 2 has another rate of this day",
              "r.csv:4: column 1 'date': '2020-03' is not a single day",
              "r.csv:5: column 2 'CNY_per_USD': '-1' is not a rate: write CNY for one unit, as "
              "0.91545252 (at most 10 decimals)"});
  CHECK(report.problems.kind() == ErrorKind::refused);
  CHECK(book.all(Kind::rate) == Lines{});
}

TEST_CASE("a file that holds no rates is refused by its heading") {
  TestBook book;
  CHECK_THROWS_WITH(book.take_rates("day,USD\n"), "r.csv:1: there is no column 'date'");
  CHECK_THROWS_WITH(book.take_rates("date,USD\n"),
                    "r.csv:1: rates for one euro need a column CNY to be crossed with");
  CHECK_THROWS_WITH(book.take_rates("date\n"), "r.csv:1: there is no column of a currency");
  CHECK_THROWS_WITH(book.take_rates("date,CNY,CNY_per_USD\n"),
                    "r.csv:1: some columns are CNY for one unit (CNY_per_USD) and some units for "
                    "one euro (USD): keep to one");
  CHECK_THROWS_WITH(book.take_rates("date,CNY_per_USD,CNY_per_USD\n"),
                    "r.csv:1: columns 2 and 3 are both of USD");
  CHECK_THROWS_WITH(book.take_rates("date,CNY_per_USD,dollars\n"),
                    Catch::Matchers::StartsWith("r.csv:1: "));
}

TEST_CASE("the European Central Bank's eight years of rates are read") {
  const std::filesystem::path file = LEADBOOK_SOURCE "/../shared/data/rates/ecb_cny.csv";
  if (!std::filesystem::exists(file)) {
    WARN("the rates are not here; skipped");
    return;
  }
  TestBook book;
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  const auto report = book.take_rates(text.str());
  CHECK(report.added == 2'118 * 8);
  CHECK((report.changed == 0 && report.same == 0 && report.problems.count == 0));
}
