#include "leadbook/domain/name_match.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"

using leadbook::match_names;
using leadbook::NameEntry;
using leadbook::near_twins;
using leadbook::similarity;

namespace {

const std::vector<NameEntry> companies = {
    {{"徐州精易诚食品有限公司", "Xuzhou Jingyicheng Food Co., Ltd."}},
    {{"中车齐车集团有限公司", "CRRC Qiche Group"}},
    {{"广东省黑龙江商会", "Heilongjiang Chamber of Commerce in Guangdong"}},
    {{"浙江省黑龙江商会"}},
    {{"精易诚物流有限公司"}},
    {{"深圳2046科技有限公司", "Lüyuan 2046"}},
    {{}},
};

std::vector<std::size_t> hits(std::string_view text) {
  std::vector<std::size_t> found;
  for (const auto& hit : match_names(text, companies)) found.push_back(hit.index);
  return found;
}

bool is_near(double value, double wanted) { return std::abs(value - wanted) < 0.001; }

using Indexes = std::vector<std::size_t>;

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

TEST_CASE("a fragment of a name in either language serves") {
  CHECK(hits("精易") == Indexes{0, 4});
  CHECK(hits("齐车") == Indexes{1});
  CHECK(hits("Qiche") == Indexes{1});
  CHECK(hits("jing yi cheng") == Indexes{0});
  CHECK(hits("FOOD") == Indexes{0});
  CHECK(hits("2046") == Indexes{5});
  CHECK(hits("luyuan") == Indexes{5});
  CHECK(hits("齊車") == Indexes{1});
  CHECK(hits("徐州精易") == Indexes{0});
  CHECK(hits("黑龙江商会") == Indexes{2, 3});
}

TEST_CASE("an exact name comes first and is told from a fragment") {
  const std::vector<NameEntry> entries = {
      {{"精易诚食品物流有限公司"}}, {{"徐州精易诚食品有限公司"}}, {{"新精易诚食品厂"}}};
  const auto found = match_names("精易诚食品", entries);
  REQUIRE(found.size() == 3);
  CHECK(found[0] == leadbook::NameHit{1, 1, true});
  CHECK(found[1].index == 0);
  CHECK_FALSE(found[1].exact);
  CHECK(found[2].index == 2);
  CHECK_FALSE(found[2].exact);
}

TEST_CASE("one character or nothing matches no name as a fragment") {
  for (const char* text : {"", " ", "精", "j", "——", "\xFF"}) {
    INFO(text);
    CHECK(hits(text).empty());
  }
  CHECK(match_names("精", std::vector<NameEntry>{{{"精"}}}).size() == 1);
}

TEST_CASE("near twins are found before a second of them is made, most similar first") {
  const std::vector<NameEntry> entries = {{{"北京小米科技有限责任公司"}},
                                          {{"徐州精易城食品有限公司"}},
                                          {{"精易诚食品", "Jingyicheng Food"}}};
  const auto twins = near_twins("江苏精易诚食品有限公司", entries, 0.85);
  REQUIRE(twins.size() == 2);
  CHECK(twins[0] == leadbook::NameHit{2, 1, true});
  CHECK(twins[1].index == 1);
  CHECK(is_near(twins[1].similarity, 0.8933));
  CHECK_FALSE(twins[1].exact);
  CHECK(near_twins("Jinyicheng Foods", entries, 0.85).front().index == 2);
  CHECK(near_twins("完全不同", entries, 0.85).empty());
}

TEST_CASE("chambers and banks of different places are no twins that are the same") {
  for (const auto& twin : near_twins("广东省黑龙江商会", companies, 0.85)) {
    CHECK(twin.exact == (twin.index == 2));
  }
  CHECK(similarity("北京银行", "上海银行") < 0.85);
}
