// Targets, completion, rankings and scores of whole books against a slow plain computation.
#include "leadbook/service/targets.hpp"

#include <random>

#include "catch.hpp"
#include "leadbook/service/ranking.hpp"
#include "scratch_book.hpp"

namespace {

using namespace leadbook;
using service::ProgressState;

Period period(const char* text) { return parse_period(text, scratch::today).value(); }
Date on(const std::string& text) { return parse_date(text, scratch::today).value(); }
Amount yuan(std::int64_t minor) { return {{minor, Currency()}, Qualifier::exact}; }

/// What each county signed, as the test wrote it: by county, then the days and amounts.
struct Written {
  std::vector<County> counties;
  struct Paper {
    std::size_t county;
    Day day;
    std::optional<std::int64_t> minor;
  };
  std::vector<Paper> papers;

  /// The sum of the known amounts in a period; nothing where there are papers but no amounts.
  RankedValue amount(std::size_t county, const Period& in) const {
    bool any = false;
    RankedValue sum;
    for (const auto& paper : papers) {
      if (paper.county != county || paper.day < in.first || paper.day > in.last) continue;
      any = true;
      if (paper.minor) sum = sum.value_or(0) + *paper.minor;
    }
    return any ? sum : RankedValue(0);
  }

  std::int64_t count(std::size_t county, const Period& in) const {
    return std::count_if(papers.begin(), papers.end(), [&](const Paper& paper) {
      return paper.county == county && paper.day >= in.first && paper.day <= in.last;
    });
  }
};

/// A book of some counties whose projects have one contract each.
Written fill(scratch::Book& book, std::mt19937& random, std::size_t counties) {
  Written written;
  book.write([&](store::Change& change) {
    for (std::size_t number = 0; number < counties; ++number) {
      County county;
      county.code = std::to_string(230290 - number);  // the last added comes first
      county.name = "county " + std::to_string(number);
      written.counties.push_back(change.add(county));
    }
    for (std::size_t number = 0; number < counties * 3; ++number) {
      Project project;
      project.title = "project " + std::to_string(number);
      Written::Paper paper;
      paper.county = random() % (counties - 1);  // the last county has nothing
      paper.day = period("2019").first + std::chrono::days(random() % 731);
      if (random() % 4 != 0) paper.minor = static_cast<std::int64_t>(random() % 5) * 100'000'000;
      project.county = written.counties[paper.county].id;
      Signing signing;
      signing.project = change.add(project).id;
      signing.kind = SigningKind::contract;
      signing.on = Date::of(paper.day);
      if (paper.minor) signing.amount = yuan(*paper.minor);
      change.add(signing);
      written.papers.push_back(paper);
    }
  });
  return written;
}

/// The row of a county in the book's order, which is that of its code.
std::size_t row_of(const Written& written, Id<County> county) {
  for (std::size_t row = 0; row < written.counties.size(); ++row) {
    if (written.counties[row].id == county) return row;
  }
  FAIL("a county nobody wrote");
  return 0;
}

std::optional<std::int64_t> place_among(const std::vector<RankedValue>& values,
                                        const RankedValue& value) {
  if (!value) return {};
  return 1 + std::count_if(values.begin(), values.end(), [&](const RankedValue& other) {
           return other && *other > *value;
         });
}

service::RankQuery query_of(Measure measure, const char* in, const char* before) {
  service::RankQuery query;
  query.measure = measure;
  query.totals.period = period(in);
  query.totals.today = scratch::today;
  query.before = period(before);
  return query;
}

Target target_of(Id<County> county, const char* in, Measure indicator) {
  Target target;
  target.county = county;
  target.period = on(in);
  target.indicator = indicator;
  return target;
}

}  // namespace

TEST_CASE("a ranking is what counting says, over generated books") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    std::mt19937 random(seed);
    scratch::Book book;
    const auto written = fill(book, random, 6);
    const auto query = query_of(Measure::contract_amount, "2020", "2019");
    const auto ranking = service::rank_counties(book.db, query);
    std::vector<RankedValue> now;
    std::vector<RankedValue> then;
    for (std::size_t county = 0; county < written.counties.size(); ++county) {
      now.push_back(written.amount(county, period("2020")));
      then.push_back(written.amount(county, period("2019")));
    }
    REQUIRE(ranking.rows.size() == written.counties.size());
    const service::RankedCounty* before = nullptr;
    for (const auto& county : ranking.rows) {
      INFO("seed " << seed << ", county " << county.code);
      const auto row = row_of(written, county.county);
      CHECK(county.ranked == now[row]);
      CHECK(county.previous == then[row]);
      CHECK(county.place == place_among(now, now[row]));
      CHECK(county.previous_place == place_among(then, then[row]));
      if (before != nullptr && before->ranked == county.ranked) CHECK(before->code < county.code);
      before = &county;
    }
  }
}

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

TEST_CASE("a score is the sum of its items by their formulas, over generated books") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    std::mt19937 random(seed);
    scratch::Book book;
    const auto written = fill(book, random, 5);
    for (const auto& county : written.counties) {
      auto target = target_of(county.id, "2020", Measure::signed_);
      target.count = static_cast<std::int64_t>(1 + random() % 3);
      book.add(target);
    }
    service::ReadScore score;
    ScoreItem by_target{
        "a", Measure::signed_, 50'00, ScoreMethod::capped, ScoreBase::target, {}, {}, ""};
    ScoreItem efficacy{
        "b", Measure::signed_, 30'00, ScoreMethod::efficacy, ScoreBase::target, {}, {}, ""};
    ScoreItem by_best{
        "c", Measure::contract_amount, 20'00, ScoreMethod::pro_rata, ScoreBase::best, {}, {}, ""};
    score.rule.items = {by_target, efficacy, by_best};
    score.items.resize(3);
    auto query = query_of(Measure::signed_, "2020", "2019");
    query.score = score;
    const auto ranking = service::rank_counties(book.db, query);
    std::int64_t least = 1'000;
    std::int64_t most = 0;
    std::int64_t best = 0;
    for (std::size_t county = 0; county < written.counties.size(); ++county) {
      const auto count = written.count(county, period("2020"));
      least = std::min(least, count);
      most = std::max(most, count);
      best = std::max(best, written.amount(county, period("2020")).value_or(0));
    }
    const service::Targets targets(book.db);
    for (const auto& county : ranking.rows) {
      INFO("seed " << seed << ", county " << county.code);
      const auto row = row_of(written, county.county);
      const auto count = written.count(row, period("2020"));
      const auto* wanted = targets.find(county.county, Measure::signed_, period("2020"));
      REQUIRE(wanted != nullptr);
      const auto amount = written.amount(row, period("2020"));
      std::optional<std::int64_t> total;
      if (amount) {
        total = std::min<std::int64_t>(50'00,
                                       (2 * 50'00 * count + wanted->value) / (2 * wanted->value));
        const auto span = most - least;
        *total += span == 0 ? 30'00
                            : (30'00 * (60 * span + 40 * (count - least)) * 2 + 100 * span) /
                                  (200 * span);
        if (best > 0) *total += (2 * 20'00 * *amount + best) / (2 * best);
      }
      CHECK(county.ranked == total);
    }
  }
}

TEST_CASE("a county without a target has no score, no points or all of them, as the rule says") {
  scratch::Book book;
  County county;
  county.name = "county";
  const auto id = book.add(county).id;
  service::ReadScore score;
  score.rule.items = {
      {"a", Measure::signed_, 40'00, ScoreMethod::capped, ScoreBase::target, {}, {}, ""}};
  score.items.resize(1);
  auto query = query_of(Measure::signed_, "2020", "2019");
  const auto total = [&](Lacking lacking) {
    score.rule.lacking = lacking;
    query.score = score;
    return service::rank_counties(book.db, query).rows.front().ranked;
  };
  CHECK(total(Lacking::apart) == std::nullopt);
  CHECK(total(Lacking::zero) == 0);
  CHECK(total(Lacking::full) == 40'00);
  auto target = target_of(id, "2020", Measure::signed_);
  target.count = 0;
  book.add(target);
  CHECK(total(Lacking::apart) == std::nullopt);
  CHECK(total(Lacking::full) == 40'00);
}

TEST_CASE("who was black in each of several periods is listed, who was so once is not") {
  scratch::Book book;
  std::vector<Id<County>> counties;
  for (const auto* name : {"always last", "last once", "first"}) {
    County county;
    county.name = name;
    counties.push_back(book.add(county).id);
  }
  const auto sign = [&](Id<County> county, const char* day) {
    Project project;
    project.title = "p";
    project.county = county;
    Signing signing;
    signing.project = book.add(project).id;
    signing.kind = SigningKind::contract;
    signing.on = on(day);
    book.add(signing);
  };
  sign(counties[1], "2019-05-01");
  sign(counties[2], "2019-06-01");
  sign(counties[2], "2020-05-01");
  auto query = query_of(Measure::signed_, "2020", "2019");
  query.lists = {1, {}, 1, {}, 1};
  const auto lists = [&](std::int64_t periods) {
    query.lists.periods = periods;
    std::map<std::int64_t, std::optional<ListColor>> listed;
    for (const auto& row : service::rank_counties(book.db, query).rows) {
      listed[row.county.number] = row.list;
    }
    return listed;
  };
  const std::map<std::int64_t, std::optional<ListColor>> once = {
      {counties[0].number, ListColor::black},
      {counties[1].number, ListColor::black},
      {counties[2].number, ListColor::red}};
  auto twice = once;
  twice[counties[1].number] = std::nullopt;
  CHECK(lists(1) == once);
  CHECK(lists(2) == twice);
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

TEST_CASE("zones are left out, ranked apart or counted with their county") {
  scratch::Book book;
  County county;
  county.name = "county";
  county.code = "230231";
  const auto host = book.add(county).id;
  County zone;
  zone.name = "zone";
  zone.kind = CountyKind::zone;
  zone.host = host;
  const auto inside = book.add(zone).id;
  for (const auto& where : {host, inside, inside}) {
    Project project;
    project.title = "p";
    project.county = where;
    Signing signing;
    signing.project = book.add(project).id;
    signing.kind = SigningKind::contract;
    signing.on = on("2020-02-01");
    book.add(signing);
  }
  auto query = query_of(Measure::signed_, "2020", "2019");
  const auto ranked = [&](service::Zones zones) {
    query.zones = zones;
    std::vector<std::pair<std::int64_t, RankedValue>> rows;
    for (const auto& row : service::rank_counties(book.db, query).rows) {
      rows.emplace_back(row.county.number, row.ranked);
    }
    return rows;
  };
  using Ranked = std::vector<std::pair<std::int64_t, RankedValue>>;
  CHECK(ranked(service::Zones::none) == Ranked{{host.number, 1}});
  CHECK(ranked(service::Zones::own) == Ranked{{inside.number, 2}, {host.number, 1}});
  CHECK(ranked(service::Zones::host) == Ranked{{host.number, 3}});
}
