#include "leadbook/domain/standing/score.hpp"

#include <random>

#include "catch.hpp"

namespace {

using namespace leadbook;

ScoreItem item(std::int64_t weight, ScoreMethod method, std::optional<std::int64_t> cap = {}) {
  ScoreItem item;
  item.weight = weight;
  item.method = method;
  item.cap = cap;
  return item;
}

}  // namespace

TEST_CASE("a capped item gives its share of the weight and never more than the weight") {
  const auto capped = item(40'00, ScoreMethod::capped);
  CHECK(share_points(capped, 8, 10) == 32'00);
  CHECK(share_points(capped, 10, 10) == 40'00);
  CHECK(share_points(capped, 25, 10) == 40'00);
  CHECK(share_points(capped, 0, 10) == 0);
  CHECK(share_points(capped, 1, 3) == 13'33);
  CHECK(share_points(capped, 2, 3) == 26'67);
  CHECK(share_points(capped, -1, 3) == -13'33);
}

TEST_CASE("a pro rata item goes on beyond the weight, up to its own cap") {
  CHECK(share_points(item(40'00, ScoreMethod::pro_rata), 25, 10) == 100'00);
  CHECK(share_points(item(40'00, ScoreMethod::pro_rata, 120), 25, 10) == 48'00);
  CHECK(share_points(item(40'00, ScoreMethod::pro_rata, 120), 11, 10) == 44'00);
  CHECK(share_points(item(40'00, ScoreMethod::pro_rata, 50), 11, 10) == 20'00);
}

TEST_CASE(
    "the efficacy coefficient runs from 60 to 100 of a hundred, and is 100 without a spread") {
  CHECK(efficacy_points(100'00, 0, 0, 50) == 60'00);
  CHECK(efficacy_points(100'00, 25, 0, 50) == 80'00);
  CHECK(efficacy_points(100'00, 50, 0, 50) == 100'00);
  CHECK(efficacy_points(100'00, 7, 7, 7) == 100'00);
  CHECK(efficacy_points(40'00, 0, 0, 0) == 40'00);
  CHECK(efficacy_points(30'00, 1, 0, 3) == 22'00);
  CHECK(efficacy_points(100'00, -10, -10, 10) == 60'00);
  CHECK(efficacy_points(100'00,
                        9'000'000'000'000'000'000,
                        -9'000'000'000'000'000'000,
                        9'000'000'000'000'000'000) == 100'00);
}

TEST_CASE("a bonus is for each full step and has its limit, and a penalty is the same below 0") {
  ScoreBonus bonus;
  bonus.points = 2'00;
  bonus.each = 3;
  CHECK(bonus_points(bonus, 2) == 0);
  CHECK(bonus_points(bonus, 3) == 2'00);
  CHECK(bonus_points(bonus, 11) == 6'00);
  CHECK(bonus_points(bonus, -5) == 0);
  bonus.most = 5'00;
  CHECK(bonus_points(bonus, 11) == 5'00);
  bonus.points = -2'00;
  CHECK(bonus_points(bonus, 3) == -2'00);
  CHECK(bonus_points(bonus, 11) == -5'00);
}

TEST_CASE("points are the formula rounded to hundredths, half away from zero") {
  std::mt19937 random(7);
  for (int round = 0; round < 5'000; ++round) {
    const auto weight = static_cast<std::int64_t>(random() % 10'000) + 1;
    const auto base = static_cast<std::int64_t>(random() % 2'000'000'000) + 1;
    const auto value = static_cast<std::int64_t>(random() % 4'000'000'000);
    const auto points = share_points(item(weight, ScoreMethod::pro_rata), value, base);
    // Twice the exact points lie within one of twice the rounded ones.
    CHECK(2 * weight * value >= (2 * points - 1) * base);
    CHECK(2 * weight * value < (2 * points + 1) * base);
    CHECK(share_points(item(weight, ScoreMethod::capped), value, base) == std::min(points, weight));
  }
}
