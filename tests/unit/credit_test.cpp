#include "leadbook/service/standing/credit.hpp"

#include <limits>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/service/totals/totals.hpp"
#include "scratch_book.hpp"
#include "slow_credit.hpp"

namespace {

using namespace leadbook;
using slow_credit::dollar_in_cny;
using slow_credit::Records;
using slow_credit::Slow;

/// A book at random: projects signed, amended and transferred, several of them more than once.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Records fill(scratch::Book& book) {
    Records records;
    records.frameworks = below(2) == 0;
    book.write([&](store::Change& change) {
      Book settings;
      settings.name = "b";
      settings.frameworks = records.frameworks ? Frameworks::count : Frameworks::do_not_count;
      change.add(settings);
      for (int number = 0; number < 4; ++number) {
        County county;
        county.code = "23023" + std::to_string(number);
        county.name = "county";
        records.counties.push_back(change.add(county));
      }
      Rate rate;
      rate.currency = Currency::parse("USD").value();
      rate.on = Date::of(day(0));
      rate.cny = {dollar_in_cny * 10'000'000'000};
      change.add(rate);
      for (int number = 0; number < 12; ++number) add_project(change, records);
      for (int number = 0; number < 60; ++number) add_signing(change, records);
      for (int number = 0; number < 16; ++number) add_credit(change, records);
    });
    return records;
  }

  Period period() {
    const auto first = day(below(500));
    return period_of(first, first + std::chrono::days(below(500)));
  }

 private:
  static Day day(int number) {
    return Day(std::chrono::year{2019} / 1 / 1) + std::chrono::days(number);
  }
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  Date date() {
    const auto first = day(1 + below(700));
    return {first, first + std::chrono::days(below(4) == 0 ? below(60) : 0)};
  }

  std::optional<Amount> some_amount() {
    if (below(5) == 0) return {};
    const auto currency = Currency::parse(below(3) == 0 ? "USD" : "CNY").value();
    return Amount{{1 + below(below(2) == 0 ? 9 : 2'000'000'000), currency}, Qualifier::exact};
  }

  Id<County> county(const Records& records) {
    return records.counties[static_cast<std::size_t>(below(4))].id;
  }

  void add_project(store::Change& change, Records& records) {
    Project project;
    project.title = "p";
    project.county = county(records);
    project.planned_investment = some_amount();
    records.projects.push_back(change.add(project));
  }

  void add_signing(store::Change& change, Records& records) {
    Signing signing;
    signing.project = records.projects[static_cast<std::size_t>(below(12))].id;
    signing.kind = static_cast<SigningKind>(below(3));
    signing.on = date();
    signing.amount = some_amount();
    signing.outside_amount = some_amount();
    if (!records.signings.empty() && below(3) == 0) {
      const auto& amended = records.signings[random_() % records.signings.size()];
      signing.kind = SigningKind::supplement;
      signing.project = amended.project;
      signing.amends = amended.id;
      signing.on = Date::of(amended.on->last + std::chrono::days(1 + below(200)));
    }
    records.signings.push_back(change.add(signing));
  }

  void add_credit(store::Change& change, Records& records) {
    Credit credit;
    credit.project = records.projects[static_cast<std::size_t>(below(8))].id;
    credit.from_county = county(records);
    do {
      credit.to_county = county(records);
    } while (credit.to_county == credit.from_county);
    credit.rule = static_cast<CreditRule>(below(4));
    if (credit.rule == CreditRule::custom) {
      credit.from_share = Percent{below(10'001)};
      credit.to_share = Percent{below(3) == 0 ? 10'000 - credit.from_share->hundredths
                                              : std::int64_t{below(10'001)}};
    }
    credit.on = date();
    if (below(2) == 0) credit.until = Date::of(credit.on->last + std::chrono::days(below(300)));
    records.credits.push_back(change.add(credit));
  }

  std::mt19937 random_;
};

std::string told(const service::CountyCredit& credit) {
  return std::to_string(credit.own) + " " + std::to_string(credit.received) + " " +
         std::to_string(credit.given);
}

std::int64_t total_of(scratch::Book& book, Measure measure, const Period& period) {
  service::TotalsQuery query;
  query.measures = {measure};
  query.period = period;
  query.today = scratch::today;
  return service::totals(book.db, query).sum.front().number;
}

service::SplitCredit split(std::int64_t amount, std::int64_t from, std::int64_t to) {
  return service::split_credit(amount, {from, to});
}

}  // namespace

TEST_CASE("the credit ledger is what a slow computation from its definition gives", "[credit]") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    scratch::Book book;
    Generator generator(seed);
    const auto records = generator.fill(book);
    for (int round = 0; round < 12; ++round) {
      const auto period = generator.period();
      for (const auto& measure : words<Measure>()) {
        if (!service::has_credit(measure.value)) continue;
        const service::CreditQuery query{measure.value, period, scratch::today, true};
        INFO(seed << " " << period.text << " " << measure.identifier);
        const auto ledger = service::credit_ledger(book.db, query);
        Slow slow(records, query);
        REQUIRE(ledger.counties.size() == records.counties.size());
        service::CountyCredit sum;
        for (const auto& county : ledger.counties) {
          REQUIRE(told(county) == told(slow.counties[county.county.number]));
          sum.own += county.own;
          sum.received += county.received;
          sum.given += county.given;
        }
        REQUIRE(told(ledger.sum) == told(sum));
        REQUIRE(ledger.sum.credited() - ledger.counted_twice() == sum.own);
        std::int64_t by_lines = 0;
        for (const auto& line : ledger.lines) by_lines += line.host_part + line.other_part;
        REQUIRE(by_lines == ledger.sum.credited());
      }
    }
  }
}

TEST_CASE("what is credited less what counts twice is the city's total", "[credit]") {
  for (unsigned seed = 21; seed <= 24; ++seed) {
    scratch::Book book;
    Generator generator(seed);
    generator.fill(book);
    for (int round = 0; round < 12; ++round) {
      const auto period = generator.period();
      for (const auto measure : {Measure::contract_amount,
                                 Measure::outside_amount,
                                 Measure::planned_investment,
                                 Measure::signed_,
                                 Measure::contracts}) {
        const auto ledger =
            service::credit_ledger(book.db, {measure, period, scratch::today, false});
        const bool counts = unit_of(measure) == MeasureUnit::count;
        INFO(seed << " " << period.text << " " << identifier(measure));
        REQUIRE(ledger.sum.credited() - ledger.counted_twice() ==
                total_of(book, measure, period) * (counts ? 100 : 1));
      }
    }
  }
}

TEST_CASE("the parts of an amount make the whole, the odd unit going to the receiving county",
          "[credit]") {
  CHECK(split(101, 5'000, 5'000).from == 50);
  CHECK(split(101, 5'000, 5'000).to == 51);
  CHECK(split(-101, 5'000, 5'000).from == -50);
  CHECK(split(-101, 5'000, 5'000).to == -51);
  CHECK(split(9, 1'000, 9'000).from == 1);
  CHECK(split(9, 1'000, 9'000).to == 8);
  CHECK(split(7, 10'000, 10'000).from == 7);
  CHECK(split(7, 10'000, 10'000).to == 7);
  CHECK(split(100, 3'333, 6'667).from == 33);
  CHECK(split(100, 3'333, 6'667).to == 67);
  const auto most = std::numeric_limits<std::int64_t>::max();
  CHECK(split(most, 5'000, 5'000).from + split(most, 5'000, 5'000).to == most);
}

TEST_CASE("a transfer counts from its own day to its last", "[credit]") {
  scratch::Book book;
  County county;
  county.name = "first";
  county.code = "230231";
  const auto first = book.add(county).id;
  county.name = "second";
  county.code = "230230";
  const auto second = book.add(county).id;
  Project project;
  project.title = "p";
  project.county = second;
  project.id = book.add(project).id;
  Credit credit;
  credit.project = project.id;
  credit.from_county = first;
  credit.to_county = second;
  credit.on = parse_date("2020-03-10", scratch::today).value();
  credit.until = parse_date("2020-03-20", scratch::today).value();
  book.add(credit);
  for (const auto* day : {"2020-03-09", "2020-03-10", "2020-03-20", "2020-03-21"}) {
    Signing signing;
    signing.project = project.id;
    signing.on = parse_date(day, scratch::today).value();
    signing.amount = Amount{{100, {}}, Qualifier::exact};
    book.add(signing);
  }
  const auto period = parse_period("2020", scratch::today).value();
  const auto ledger =
      service::credit_ledger(book.db, {Measure::contract_amount, period, scratch::today, true});
  std::vector<std::string> lines;
  for (const auto& line : ledger.lines) {
    lines.push_back(date_text(line.on) + " " + std::to_string(line.host.number) + ":" +
                    std::to_string(line.host_part) + " " + std::to_string(line.other.number) + ":" +
                    std::to_string(line.other_part));
  }
  CHECK(lines == std::vector<std::string>{"2020-03-09 1:100 0:0",
                                          "2020-03-10 2:50 1:50",
                                          "2020-03-20 2:50 1:50",
                                          "2020-03-21 2:100 0:0"});
}
