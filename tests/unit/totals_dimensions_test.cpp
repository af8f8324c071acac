#include <string>
#include <vector>

#include "leadbook/domain/amount/quantity.hpp"
#include "totals_sample.hpp"

namespace {

using namespace leadbook;
using namespace totals_sample;
using Lines = std::vector<std::string>;

/// The rows of a total in their order: their keys, and the first number of each.
Lines rows_of(scratch::Book& book, const service::TotalsQuery& query) {
  Lines lines;
  for (const auto& row : service::totals(book.db, query).rows) {
    std::string line;
    for (const auto& key : row.keys) line += (key.text.empty() ? "?" : key.text) + " ";
    lines.push_back(line + std::to_string(row.values.front().number));
  }
  return lines;
}

Lines signed_by(scratch::Book& book, const char* period, std::vector<Dimension> by) {
  return rows_of(book, query_of(period, {Measure::signed_}, std::move(by)));
}

Percent percent_of(const service::TotalsValue& value) {
  return {static_cast<std::int64_t>(
      slow_totals::divide(slow_totals::Wide{value.number} * 10'000, value.divisor))};
}

/// The rate of a year, as bulletins print it.
std::string rate_of(scratch::Book& book, Measure measure) {
  const auto sum = service::totals(book.db, query_of("2020", {measure})).sum.front();
  const auto hundredths = percent_of(sum).hundredths;
  return std::to_string(sum.number) + "/" + std::to_string(sum.divisor) + " = " +
         percent_text({(hundredths + 5) / 10 * 10});
}

}  // namespace

TEST_CASE("every county has its row, in the order of the codes", "[totals]") {
  scratch::Book book;
  const auto last = add_county(book, "230281");
  add_county(book, "230221");
  add_county(book, "230229");
  book.add(signed_on(book.add(in_county(last)), "2020-05-01", {}));
  CHECK(signed_by(book, "2020", {Dimension::county}) == Lines{"230221 0", "230229 0", "230281 1"});
}

TEST_CASE("every span of the period has its row, and a date that spans two has none", "[totals]") {
  scratch::Book book;
  const auto county = add_county(book);
  book.add(signed_on(book.add(in_county(county)), "2020-05-01", {}));
  CHECK(signed_by(book, "2020H1", {Dimension::quarter}) == Lines{"2020Q1 0", "2020Q2 1"});
  CHECK(signed_by(book, "2020-04-28..2020-05-04", {Dimension::month}) ==
        Lines{"2020-04 0", "2020-05 1"});
  CHECK(signed_by(book, "2020-04-26..2020-05-04", {Dimension::week}) ==
        Lines{"2020-W17 0", "2020-W18 1", "2020-W19 0"});
  book.add(signed_on(book.add(in_county(county)), "2020H1", {}));
  CHECK(signed_by(book, "2020H1", {Dimension::quarter}) == Lines{"2020Q1 0", "2020Q2 1", "? 1"});
  CHECK(signed_by(book, "2020H1", {Dimension::half}) == Lines{"2020H1 2"});
}

TEST_CASE("a project of several investors counts for each of them and once in all", "[totals]") {
  scratch::Book book;
  auto project = in_county(add_county(book));
  Company company;
  for (const auto* name : {"a", "b"}) {
    company.name = name;
    company.flags = {"world 500", "high tech"};
    project.investors.push_back({book.add(company).id, ""});
  }
  project.programs = {"provincial", "municipal"};
  book.add(signed_on(book.add(project), "2020-05-01", amount(500)));
  const auto measure = Measure::contract_amount;
  CHECK(told(book, query_of("2020", {measure}, {Dimension::company})) ==
        Lines{"contract_amount [C-1]: 500 / 0, 1 of 1",
              "contract_amount [C-2]: 500 / 0, 1 of 1",
              "contract_amount [sum]: 500 / 0, 1 of 1"});
  CHECK(told(book, query_of("2020", {measure}, {Dimension::flag, Dimension::program})) ==
        Lines{"contract_amount [high tech] [municipal]: 500 / 0, 1 of 1",
              "contract_amount [high tech] [provincial]: 500 / 0, 1 of 1",
              "contract_amount [sum]: 500 / 0, 1 of 1",
              "contract_amount [world 500] [municipal]: 500 / 0, 1 of 1",
              "contract_amount [world 500] [provincial]: 500 / 0, 1 of 1"});
}

TEST_CASE("a size band holds its lower bound", "[totals]") {
  CHECK(size_band(9'999'999'999) == SizeBand::below_100m);
  CHECK(size_band(10'000'000'000) == SizeBand::from_100m);
  CHECK(size_band(99'999'999'999) == SizeBand::from_100m);
  CHECK(size_band(100'000'000'000) == SizeBand::from_1bn);
  CHECK(size_band(499'999'999'999) == SizeBand::from_1bn);
  CHECK(size_band(500'000'000'000) == SizeBand::from_5bn);
  CHECK(size_band(999'999'999'999) == SizeBand::from_5bn);
  CHECK(size_band(1'000'000'000'000) == SizeBand::from_10bn);
}

TEST_CASE("a stage is that at the end of the period, but not of a day to come", "[totals]") {
  scratch::Book book;
  auto project = in_county(add_county(book));
  StageMove move;
  move.stage = Stage::started;
  move.on = on("2020-03-01");
  project.moves.push_back(move);
  move.stage = Stage::suspended;
  move.on = on("2020-05-01");
  move.reason = "r";
  project.moves.push_back(move);
  move.stage = Stage::started;
  move.on = on("2020-08-01");
  project.moves.push_back(move);
  book.add(project);
  auto query = query_of("2020Q1", {Measure::projects}, {Dimension::stage});
  CHECK(rows_of(book, query) == Lines{"started 1"});
  query = query_of("2020", {Measure::projects}, {Dimension::stage});
  CHECK(rows_of(book, query) == Lines{"started 1"});
  query.today = on("2020-07-31").last;
  CHECK(rows_of(book, query) == Lines{"suspended 1"});
  // A restart is not a second start.
  CHECK(rows_of(book, query_of("2020", {Measure::started}, {Dimension::quarter})) ==
        Lines{"2020Q1 1", "2020Q2 0", "2020Q3 0", "2020Q4 0"});
}

TEST_CASE("rates are those published for the same numbers", "[totals]") {
  scratch::Book book;
  const auto county = add_county(book);
  book.write([&](store::Change& change) {
    for (int number = 0; number < 247; ++number) {
      auto project = in_county(county);
      StageMove move;
      move.stage = number < 222 ? Stage::started : Stage::procedures;
      move.on = on("2020-10-01");
      if (number < 244) project.moves.push_back(move);
      project = change.add(project);
      change.add(signed_on(project, "2020-05-01", {}));
    }
  });
  CHECK(rate_of(book, Measure::performance_rate) == "244/247 = 98.8%");
  CHECK(rate_of(book, Measure::start_rate) == "222/247 = 89.9%");
  CHECK(rate_of(book, Measure::production_rate) == "0/247 = 0%");
}

TEST_CASE("the funds rate is that published for the same amounts", "[totals]") {
  scratch::Book book;
  const auto project = small_book(book);
  book.add(signed_on(project, "2020-05-01", amount(1'077)));
  Funds funds;
  funds.project = project.id;
  funds.on = on("2020-06-01");
  funds.amount = amount(370);
  book.add(funds);
  CHECK(rate_of(book, Measure::funds_rate) == "370/1077 = 34.4%");
}
