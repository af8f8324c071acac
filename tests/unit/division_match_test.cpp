#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/place/division.hpp"

using leadbook::DivisionLevel;

namespace {

using Codes = std::vector<std::string>;

Codes codes_of(const std::vector<leadbook::Division>& divisions) {
  Codes codes;
  for (const auto& division : divisions) codes.emplace_back(division.code);
  return codes;
}

Codes match(std::string_view text, DivisionLevel level = DivisionLevel::county) {
  return codes_of(leadbook::match_division(text, level));
}

}  // namespace

TEST_CASE("a county is matched by code, either name, English and pinyin, in any width and case") {
  for (const char* typed : {"230231",
                            "２３０２３１",
                            "拜泉县",
                            "拜泉",
                            "拜泉縣",
                            " 拜泉 ",
                            "Baiquan County",
                            "baiquan",
                            "BAIQUAN",
                            "Ｂａｉｑｕａｎ",
                            "bai quan",
                            "Bai Quan Xian",
                            "baiquan-county",
                            "齐齐哈尔市拜泉县",
                            "黑龙江省齐齐哈尔市拜泉县",
                            "黑龙江齐齐哈尔拜泉",
                            "黑龍江省拜泉縣"}) {
    INFO(typed);
    CHECK(match(typed) == Codes{"230231"});
  }
}

TEST_CASE("apostrophes, marked vowels and v for ü make no difference") {
  for (const char* typed : {"Ang'angxi", "Ang’angxi", "angangxi", "ang ang xi district"}) {
    INFO(typed);
    CHECK(match(typed) == Codes{"230205"});
  }
  for (const char* typed : {"Lüliang", "lvliang", "luliang", "Lǚliáng", "LÜ LIANG"}) {
    INFO(typed);
    CHECK(match(typed, DivisionLevel::city) == Codes{"1411"});
  }
  for (const char* typed : {"Ürümqi", "Urumqi", "wulumuqi", "乌鲁木齐", "烏魯木齊市"}) {
    INFO(typed);
    CHECK(match(typed, DivisionLevel::city) == Codes{"6501"});
  }
}

TEST_CASE("a name shared by several is all of them, by code") {
  CHECK(match("fuyu") == Codes{"220781", "230227"});
  CHECK(match("deqing") == Codes{"330521", "441226"});
  CHECK(match("德清") == Codes{"330521"});
  CHECK(match("yian") == Codes{"230223", "340706"});
  CHECK(match("甘南") == Codes{"230225"});
  CHECK(match("甘南", DivisionLevel::city) == Codes{"6230"});
  CHECK(match("朝阳区") == Codes{"110105", "220104"});
  CHECK(match("Suzhou", DivisionLevel::city) == Codes{"3205", "3413"});
  CHECK(match("shanxi", DivisionLevel::province) == Codes{"14"});
  CHECK(match("陕西", DivisionLevel::province) == Codes{"61"});
}

TEST_CASE("a full name hides short names and these hide fragments") {
  CHECK(match("Fuyu County") == Codes{"230227"});
  CHECK(match("Fuyu City") == Codes{"220781"});
  CHECK(match("朝阳县") == Codes{"211321"});
  CHECK(match("朝阳") == Codes{"110105", "211321", "220104"});
  CHECK(match("长春市朝阳区") == Codes{"220104"});
  CHECK(match("北京朝阳") == Codes{"110105"});
}

TEST_CASE("a kind word that the name lacks is passed over, unless it is another kind") {
  CHECK(match("梅里斯区") == Codes{"230208"});
  CHECK(match("杜尔伯特县") == Codes{"230624"});
  CHECK(match("Tiefeng County") == Codes{"230204"});
  CHECK(match("Qiqihar City", DivisionLevel::city) == Codes{"2302"});
  CHECK(match("Heilongjiang Province", DivisionLevel::province) == Codes{"23"});
  CHECK(match("Tonghua City").empty());
  CHECK(match("Tonghua County", DivisionLevel::city).empty());
  CHECK(match("通化市").empty());
  CHECK(match("Tonghua County") == Codes{"220521"});
}

TEST_CASE("a fragment of two characters serves in both scripts, one character does not") {
  CHECK(match("达斡尔") == Codes{"150722", "230208"});
  CHECK(match("Fular") == Codes{"230206"});
  CHECK(match("昂溪") == Codes{"230205"});
  CHECK(match("iqiha", DivisionLevel::city) == Codes{"2302"});
  CHECK(match("高新区").size() > 20);
  for (const char* typed : {"", " ", "泉", "b", "zzzz", "县", "'", "\xFF", "🦆"}) {
    INFO(typed);
    CHECK(match(typed).empty());
  }
}

TEST_CASE("a level holds nothing of another") {
  CHECK(match("2302").empty());
  CHECK(match("230231", DivisionLevel::city).empty());
  CHECK(match("北京", DivisionLevel::province) == Codes{"11"});
  CHECK(match("北京", DivisionLevel::city) == Codes{"1101"});
  CHECK(match("重庆", DivisionLevel::city) == Codes{"5001"});
  CHECK(match("5002", DivisionLevel::city) == Codes{"5002"});
}

TEST_CASE("every division is found by each of its own spellings") {
  for (const auto& division : leadbook::all_divisions()) {
    if (division.code == "5002") continue;
    const auto level = leadbook::level_of(division);
    for (const auto spelling :
         {division.code, division.name, division.short_name, division.pinyin, division.english}) {
      INFO(division.code << " " << spelling);
      const auto codes = match(spelling, level);
      REQUIRE_FALSE(codes.empty());
      // A full name or English name of another may hide a short name or pinyin.
      const bool found =
          std::find(codes.begin(), codes.end(), std::string(division.code)) != codes.end();
      const bool hidden = spelling == division.short_name || spelling == division.pinyin;
      REQUIRE((found || hidden));
    }
  }
}

TEST_CASE("28 full names are borne twice and each bearer is told by its city") {
  std::map<std::string, Codes> bearers;
  for (const auto& division : leadbook::all_divisions()) {
    if (leadbook::level_of(division) != DivisionLevel::county) continue;
    bearers[std::string(division.name)].emplace_back(division.code);
  }
  std::size_t repeated = 0;
  for (const auto& [name, codes] : bearers) {
    if (codes.size() == 1) continue;
    ++repeated;
    INFO(name);
    CHECK(match(name) == codes);
    for (const auto& code : codes) {
      const auto county = leadbook::parse_county(name, code.substr(0, 4));
      REQUIRE(county);
      CHECK(county->code == code);
    }
  }
  CHECK(repeated == 28);
}

TEST_CASE(
    "a county has its everyday names: in Traditional script, short with its kind, a nickname") {
  CHECK(match("克東縣") == Codes{"230230"});
  CHECK(match("訥河市") == Codes{"230281"});
  CHECK(match("梅里斯区") == Codes{"230208"});
  CHECK(match("都安县") == Codes{"451228"});
  CHECK(match("杜蒙县") == Codes{"230624"});
  CHECK(match("杜蒙") == Codes{"230624"});
  CHECK(match("前郭县") == Codes{"220721"});
}

TEST_CASE("an autonomous prefecture is called by its short name and 州") {
  CHECK(match("甘南州", DivisionLevel::city) == Codes{"6230"});
  CHECK(match("临夏州", DivisionLevel::city) == Codes{"6229"});
  CHECK(match("杭州", DivisionLevel::city) == Codes{"3301"});
  CHECK(match("甘南州临潭县") == Codes{"623021"});
}
