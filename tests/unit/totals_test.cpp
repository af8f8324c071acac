#include "leadbook/service/totals.hpp"

#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "slow_totals.hpp"

namespace {

using namespace leadbook;
using slow_totals::Records;
using slow_totals::Slow;

Date on(const char* text) { return parse_date(text, scratch::today).value(); }

Amount amount(std::int64_t minor, const char* currency = "CNY") {
  return {{minor, Currency::parse(currency).value()}, Qualifier::exact};
}

/// A book at random with all that makes totals hard.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Records fill(scratch::Book& book) {
    Records records;
    records.frameworks = below(2) == 0;
    book.write([&](store::Change& change) {
      leadbook::Book settings;
      settings.name = "b";
      settings.frameworks = records.frameworks ? Frameworks::count : Frameworks::do_not_count;
      change.add(settings);
      for (int number = 0; number < 4; ++number) {
        County county;
        county.code = "23023" + std::to_string(number);
        county.name = "county";
        records.counties.push_back(change.add(county));
      }
      add_rates(change, records);
      for (int number = 0; number < 25; ++number) add_project(change, records);
      for (int number = 0; number < 120; ++number) add_signing(change, records);
    });
    return records;
  }

  Date date() {
    const Day day = on("2019-06-01").first + std::chrono::days(below(700));
    const std::chrono::year_month_day parts(day);
    const auto year = std::to_string(static_cast<int>(parts.year()));
    const auto month = std::to_string(static_cast<unsigned>(parts.month()) + 100).substr(1);
    switch (below(8)) {
      case 0:
        return on((year + "-" + month).c_str());
      case 1:
        return on((year + "Q" + std::to_string(1 + below(4))).c_str());
      case 2:
        return on(year.c_str());
      default:
        return Date::of(day);
    }
  }

  Period period() {
    const Day first = on("2019-05-01").first + std::chrono::days(below(700));
    return period_of(first, first + std::chrono::days(below(500)));
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  std::optional<Amount> some_amount() {
    if (below(4) == 0) return {};
    constexpr const char* currencies[] = {"CNY", "USD", "HKD", "JPY"};
    return amount(1 + below(2'000'000'000), currencies[below(4)]);
  }

  void add_rates(store::Change& change, Records& records) {
    for (const auto* currency : {"USD", "HKD", "JPY"}) {
      for (int number = 0; number < 8; ++number) {
        Rate rate;
        rate.currency = Currency::parse(currency).value();
        const Day start = on("2018-01-01").first;
        rate.on =
            Date::of(start + std::chrono::days(number * 140 + (number == 0 ? 0 : below(140))));
        rate.cny = {1 + below(2'000'000'000) * std::int64_t{40}};
        records.rates.push_back(change.add(rate));
      }
    }
  }

  void add_project(store::Change& change, Records& records) {
    Project project;
    project.title = "p";
    project.county = records.counties[static_cast<std::size_t>(below(4))].id;
    project.planned_investment = some_amount();
    records.projects.push_back(change.add(project));
  }

  /// A supplement is always of later days than what it amends.
  void add_signing(store::Change& change, Records& records) {
    Signing signing;
    signing.project = records.projects[static_cast<std::size_t>(below(25))].id;
    signing.kind = static_cast<SigningKind>(below(3));
    signing.on = date();
    signing.amount = some_amount();
    if (!records.signings.empty() && below(3) == 0) {
      const auto& amended = records.signings[random_() % records.signings.size()];
      signing.kind = SigningKind::supplement;
      signing.project = amended.project;
      signing.amends = amended.id;
      signing.on = Date::of(amended.on->last + std::chrono::days(1 + below(200)));
    }
    records.signings.push_back(change.add(signing));
  }

  std::mt19937 random_;
};

std::string told(const service::CountyTotal& total) {
  std::string text = total.code + ":";
  for (const auto number : {total.signed_projects,
                            total.contracts,
                            total.with_amount,
                            total.contract_amount,
                            total.planned_known,
                            total.planned_investment}) {
    text += " " + std::to_string(number);
  }
  return text;
}

/// A county with one project, planned at a million.
Project small_book(scratch::Book& book) {
  Project project;
  project.title = "p";
  County county;
  county.code = "230231";
  county.name = "c";
  project.county = book.add(county).id;
  project.planned_investment = amount(100'000'000);
  return book.add(project);
}

Signing signed_on(const Project& project, const char* date, std::optional<Amount> worth) {
  Signing signing;
  signing.project = project.id;
  signing.on = on(date);
  signing.amount = worth;
  return signing;
}

std::string total_of(scratch::Book& book, const char* period) {
  return told(service::totals_by_county(book.db, parse_period(period, scratch::today).value()).sum);
}

}  // namespace

TEST_CASE("totals are what a slow computation from their definition gives", "[totals]") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    scratch::Book book;
    Generator generator(seed);
    const auto records = generator.fill(book);
    for (int round = 0; round < 40; ++round) {
      const auto period = generator.period();
      const auto totals = service::totals_by_county(book.db, period);
      const Slow slow(records, period);
      service::CountyTotal sum;
      REQUIRE(totals.counties.size() == records.counties.size());
      REQUIRE(totals.frameworks_counted == records.frameworks);
      for (std::size_t at = 0; at < records.counties.size(); ++at) {
        const auto expected = slow.of_county(records.counties[at]);
        INFO(seed << " " << period.text);
        REQUIRE(told(totals.counties[at]) == told(expected));
        sum.signed_projects += expected.signed_projects;
        sum.contracts += expected.contracts;
        sum.with_amount += expected.with_amount;
        sum.contract_amount += expected.contract_amount;
        sum.planned_known += expected.planned_known;
        sum.planned_investment += expected.planned_investment;
      }
      REQUIRE(told(totals.sum) == told(sum));
    }
  }
}

TEST_CASE("a missing rate names the currency and the date", "[totals]") {
  scratch::Book book;
  const auto project = small_book(book);
  Rate rate;
  rate.currency = Currency::parse("USD").value();
  rate.on = on("2020-05-02");
  rate.cny = {70'000'000'000};
  book.add(rate);
  book.add(signed_on(project, "2020-05-01", amount(100, "USD")));
  const auto year = parse_period("2020", scratch::today).value();
  try {
    service::totals_by_county(book.db, year);
    FAIL("totals without a rate");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::failed);
    CHECK(std::string(error.what()) ==
          "there is no rate for USD on or before 2020-05-01: add one with 'leadbook rate add USD "
          "RATE --on 2020-05-01'");
  }
  // What lies outside the period needs no rate.
  CHECK(total_of(book, "2019") == ": 0 0 0 0 0 0");
}

TEST_CASE("a date known to the month counts only where the month lies whole", "[totals]") {
  scratch::Book book;
  book.add(signed_on(small_book(book), "2020-05", amount(500)));
  CHECK(total_of(book, "2020-05") == ": 1 1 1 500 1 100000000");
  CHECK(total_of(book, "2020Q2") == ": 1 1 1 500 1 100000000");
  CHECK(total_of(book, "2020-05-01..2020-05-30") == ": 0 0 0 0 0 0");
}

TEST_CASE("a supplement counts what it adds, in its own period", "[totals]") {
  scratch::Book book;
  const auto project = small_book(book);
  auto supplement = signed_on(project, "2020-06-01", amount(800));
  supplement.kind = SigningKind::supplement;
  supplement.amends = book.add(signed_on(project, "2020-05-01", amount(500))).id;
  book.add(supplement);
  CHECK(total_of(book, "2020-05") == ": 1 1 1 500 1 100000000");
  CHECK(total_of(book, "2020-06") == ": 0 0 0 300 0 0");
  CHECK(total_of(book, "2020") == ": 1 1 1 800 1 100000000");
}

TEST_CASE("an amount that is not disclosed is not counted as zero", "[totals]") {
  scratch::Book book;
  const auto project = small_book(book);
  book.add(signed_on(project, "2020-05-01", {}));
  book.add(signed_on(project, "2020-05-02", amount(0)));
  CHECK(total_of(book, "2020") == ": 1 2 1 0 1 100000000");
}
