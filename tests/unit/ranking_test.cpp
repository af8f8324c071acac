#include "leadbook/domain/standing/ranking.hpp"

#include <random>

#include "catch.hpp"

namespace {

using namespace leadbook;
using Values = std::vector<RankedValue>;
using Places = std::vector<std::optional<std::int64_t>>;

using Limit = std::optional<std::int64_t>;

ListRule red_rule(Limit top, Limit at_least) { return {top, at_least, {}, {}, 1}; }
ListRule black_rule(Limit bottom, Limit below) { return {{}, {}, bottom, below, 1}; }

/// The places of the rows, in the order the values came.
Places places(const Values& values, Ties ties) {
  Places places(values.size());
  for (const auto& [row, place] : rank_values(values, ties)) places[row] = place;
  return places;
}

}  // namespace

TEST_CASE("equal values share a place or do not, as was asked") {
  const Values values = {5, 9, 9, 3, std::nullopt, 0, 5};
  CHECK(places(values, Ties::standard) == Places{3, 1, 1, 5, std::nullopt, 6, 3});
  CHECK(places(values, Ties::dense) == Places{2, 1, 1, 3, std::nullopt, 4, 2});
  CHECK(places(values, Ties::order) == Places{3, 1, 2, 5, std::nullopt, 6, 4});
}

TEST_CASE("rows stand by value, equal ones as they came, unknown ones last") {
  std::vector<std::size_t> rows;
  for (const auto& standing :
       rank_values(Values{std::nullopt, 0, 7, 0, -2, std::nullopt, 7}, Ties::standard)) {
    rows.push_back(standing.row);
  }
  CHECK(rows == std::vector<std::size_t>{2, 6, 1, 3, 4, 0, 5});
  CHECK(rank_values(Values{}, Ties::standard).empty());
}

TEST_CASE("the gap is to the next greater value, and the first has none") {
  CHECK(gaps_ahead(Values{5, 9, 9, 3, std::nullopt, 0}) ==
        Places{4, std::nullopt, std::nullopt, 2, std::nullopt, 3});
}

TEST_CASE("the red list has the first ones, ties included, but never for nothing") {
  const auto red = [](const Values& values, ListRule rule) { return red_rows(values, rule); };
  const Values values = {5, 9, 5, 0, std::nullopt};
  CHECK(red(values, red_rule(1, {})) == std::vector<bool>{false, true, false, false, false});
  CHECK(red(values, red_rule(2, {})) == std::vector<bool>{true, true, true, false, false});
  CHECK(red(values, red_rule(5, {})) == std::vector<bool>{true, true, true, false, false});
  CHECK(red(values, red_rule({}, 9)) == std::vector<bool>{false, true, false, false, false});
  CHECK(red(values, red_rule(1, 5)) == std::vector<bool>{true, true, true, false, false});
  CHECK(red(values, {}) == std::vector<bool>(5, false));
}

TEST_CASE("the black list has the last ones, ties included, but nobody who is unknown") {
  const auto black = [](const Values& values, ListRule rule) { return black_rows(values, rule); };
  const Values values = {5, 9, 0, 0, std::nullopt};
  CHECK(black(values, black_rule(1, {})) == std::vector<bool>{false, false, true, true, false});
  CHECK(black(values, black_rule(3, {})) == std::vector<bool>{true, false, true, true, false});
  CHECK(black(values, black_rule({}, 6)) == std::vector<bool>{true, false, true, true, false});
  CHECK(black(values, black_rule({}, 0)) == std::vector<bool>(5, false));
  CHECK(black(values, {}) == std::vector<bool>(5, false));
}

TEST_CASE("places and gaps are what counting those ahead says") {
  std::mt19937 random(20200522);
  for (int round = 0; round < 300; ++round) {
    Values values;
    for (auto count = random() % 20; count > 0; --count) {
      const auto value = static_cast<std::int64_t>(random() % 9) - 2;
      values.push_back(random() % 6 == 0 ? RankedValue() : RankedValue(value));
    }
    const auto found = places(values, Ties::standard);
    const auto gaps = gaps_ahead(values);
    for (std::size_t row = 0; row < values.size(); ++row) {
      std::int64_t ahead = 0;
      std::optional<std::int64_t> gap;
      for (const auto& other : values) {
        if (!other || !values[row] || *other <= *values[row]) continue;
        ++ahead;
        gap = std::min(gap.value_or(100), *other - *values[row]);
      }
      CHECK(found[row] == (values[row] ? std::optional(ahead + 1) : std::nullopt));
      CHECK(gaps[row] == gap);
    }
  }
}
