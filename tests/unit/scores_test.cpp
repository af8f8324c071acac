// Rankings and scores of whole books against a slow plain computation.
#include "leadbook/service/standing/targets.hpp"
#include "targets_sample.hpp"

using namespace targets_sample;

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
  const auto ranked = [&](Zones zones) {
    query.zones = zones;
    std::vector<std::pair<std::int64_t, RankedValue>> rows;
    for (const auto& row : service::rank_counties(book.db, query).rows) {
      rows.emplace_back(row.county.number, row.ranked);
    }
    return rows;
  };
  using Ranked = std::vector<std::pair<std::int64_t, RankedValue>>;
  CHECK(ranked(Zones::none) == Ranked{{host.number, 1}});
  CHECK(ranked(Zones::own) == Ranked{{inside.number, 2}, {host.number, 1}});
  CHECK(ranked(Zones::host) == Ranked{{host.number, 3}});
}
