#include "leadbook/domain/naming/name_match.hpp"

#include <cmath>

#include "catch.hpp"

using leadbook::similarity;

namespace {

bool is_near(double value, double wanted) { return std::abs(value - wanted) < 0.001; }

}  // namespace

TEST_CASE("names that are one after normalising are wholly similar, unrelated ones not at all") {
  CHECK(similarity("徐州精易诚食品有限公司", "精易誠食品（集團）") == 1);
  CHECK(similarity("Jingyicheng Food", "XUZHOU JINGYICHENG FOOD CO LTD") == 1);
  CHECK(similarity("精易诚", "北京小米科技") == 0);
  CHECK(similarity("", "") == 0);
  CHECK(similarity("", "精易诚") == 0);
}

TEST_CASE("similarity is Jaro-Winkler by character") {
  // The examples the measure is explained with everywhere.
  CHECK(is_near(similarity("martha", "marhta"), 0.961));
  CHECK(is_near(similarity("dwayne", "duane"), 0.84));
  CHECK(is_near(similarity("dixon", "dicksonx"), 0.813));
  // Four of five characters in place, two of them at the start.
  CHECK(is_near(similarity("精易诚食品", "精易城食品"), 0.8933));
}

TEST_CASE("similarity is the same both ways and never leaves 0 to 1") {
  const char* names[] = {"精易诚", "精易城食品", "a", "aa", "aaaa", "abab", "baba", "巴巴", "北京"};
  for (const char* left : names) {
    for (const char* right : names) {
      INFO(left << " " << right);
      const double value = similarity(left, right);
      CHECK(is_near(value, similarity(right, left)));
      CHECK(value >= 0);
      CHECK(value <= 1);
    }
  }
}

TEST_CASE("chambers and banks of different places are no twins that are the same") {
  CHECK(similarity("广东省黑龙江商会", "浙江省黑龙江商会") < 1);
  CHECK(similarity("北京银行", "上海银行") < 0.85);
}
