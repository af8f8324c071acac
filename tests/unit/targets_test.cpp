// Targets and their completion in whole books against a slow plain computation.
#include "leadbook/service/standing/targets.hpp"

#include "targets_sample.hpp"

using namespace targets_sample;
using leadbook::service::ProgressState;

TEST_CASE("completion is actual by target of every county, over generated books") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    std::mt19937 random(seed);
    scratch::Book book;
    const auto written = fill(book, random, 5);
    std::vector<std::optional<std::int64_t>> wanted(written.counties.size());
    std::int64_t sum = 0;
    for (std::size_t county = 0; county < wanted.size(); ++county) {
      if (random() % 3 == 0) continue;
      wanted[county] = static_cast<std::int64_t>(random() % 4) * 250'000'000;
      sum += *wanted[county];
      auto target = target_of(written.counties[county].id, "2020", Measure::contract_amount);
      target.amount = yuan(*wanted[county]);
      book.add(target);
    }
    const auto progress = service::target_progress(book.db, {{}, {}, {}, scratch::today});
    const bool any = std::any_of(wanted.begin(), wanted.end(), [](const auto& one) { return one; });
    REQUIRE(progress.rows.size() == (any ? written.counties.size() + 1 : 0));
    const Period so_far = period("2020-01-01..2020-05-22");
    for (const auto& row : progress.rows) {
      INFO("seed " << seed << ", county " << row.county.number);
      CHECK(row.planned == 39'07);  // 143 of 366 days
      if (!row.county) {
        CHECK(row.wanted->value == sum);
        continue;
      }
      const auto county = row_of(written, row.county);
      const auto actual = written.amount(county, so_far);
      CHECK(row.actual == actual);
      CHECK(row.wanted.has_value() == wanted[county].has_value());
      std::optional<std::int64_t> completion;
      if (actual && wanted[county].value_or(0) > 0) {
        const auto by = *wanted[county];
        completion = (*actual * 20'000 + by) / (2 * by);
      }
      CHECK(row.completion == completion);
      CHECK(row.pace == (completion ? std::optional(*completion - 39'07) : std::nullopt));
    }
  }
}

TEST_CASE("a month is held against the year's target where it has none of its own") {
  scratch::Book book;
  County county;
  county.name = "county";
  const auto id = book.add(county).id;
  for (const auto& [in, count] : {std::pair("2020", 120), std::pair("2020Q2", 30)}) {
    auto target = target_of(id, in, Measure::signed_);
    target.count = count;
    book.add(target);
  }
  const service::Targets targets(book.db);
  const auto nearest = [&](const char* in) -> std::optional<std::int64_t> {
    const auto* wanted = targets.nearest(id, Measure::signed_, period(in));
    if (wanted == nullptr) return {};
    return wanted->value;
  };
  CHECK(nearest("2020") == 120);
  CHECK(nearest("2020-01") == 120);
  CHECK(nearest("2020-05") == 30);
  CHECK(nearest("2020H1") == 120);
  CHECK(nearest("2019") == std::nullopt);
  CHECK(targets.find(id, Measure::signed_, period("2020-05")) == nullptr);
}

TEST_CASE("the whole city has its own target, or else the sum of its counties'") {
  scratch::Book book;
  County county;
  county.name = "one";
  const auto one = book.add(county).id;
  county.name = "two";
  const auto two = book.add(county).id;
  const auto add = [&](Id<County> whose, Measure indicator, std::int64_t value) {
    auto target = target_of(whose, "2020", indicator);
    if (unit_of(indicator) == MeasureUnit::percent) {
      target.percent = Percent{value};
    } else {
      target.count = value;
    }
    book.add(target);
  };
  add(one, Measure::signed_, 3);
  add(two, Measure::signed_, 4);
  add(one, Measure::start_rate, 80'00);
  add(one, Measure::started, 1);
  add({}, Measure::started, 9);
  const service::Targets targets(book.db);
  const auto sum = targets.of_city(Measure::signed_, period("2020"));
  REQUIRE(sum);
  CHECK(sum->value == 7);
  CHECK(sum->summed == 2);
  CHECK(sum->target == std::nullopt);
  const auto own = targets.of_city(Measure::started, period("2020"));
  REQUIRE(own);
  CHECK(own->value == 9);
  CHECK(own->summed == 0);
  CHECK_FALSE(targets.of_city(Measure::start_rate, period("2020")));
  CHECK_FALSE(targets.of_city(Measure::signed_, period("2019")));
}
