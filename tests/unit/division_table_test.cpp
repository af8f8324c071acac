#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/place/characters.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/text/utf8.hpp"

using leadbook::Division;
using leadbook::DivisionLevel;

namespace {

/// Two columns of a real table that the project does not hold; empty where it is absent.
std::vector<std::vector<std::string>> read_source(const std::string& file) {
  std::ifstream source(std::string(LEADBOOK_SOURCE "/../shared/data/divisions/") + file);
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(source, line);
  while (std::getline(source, line)) {
    std::erase_if(line, [](char byte) { return byte == '"' || byte == '\r'; });
    std::vector<std::string> row;
    for (const auto field : leadbook::text::split(line, ',')) row.emplace_back(field);
    rows.push_back(row);
  }
  if (rows.empty()) WARN("skipped: ../shared/data/divisions/" << file << " is absent");
  return rows;
}

std::vector<std::string> names_of(const std::vector<Division>& divisions) {
  std::vector<std::string> names;
  for (const auto& division : divisions) {
    names.push_back(std::string(division.code) + " " + std::string(division.name) + " " +
                    std::string(division.short_name) + " " + std::string(division.english));
  }
  return names;
}

std::size_t count_level(DivisionLevel level) {
  const auto all = leadbook::all_divisions();
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [level](const auto& one) {
    return leadbook::level_of(one) == level;
  }));
}

}  // namespace

TEST_CASE("the table holds every province, city and county-level division once, by code") {
  const auto all = leadbook::all_divisions();
  CHECK(all.size() == 3351);
  CHECK(count_level(DivisionLevel::province) == 31);
  CHECK(count_level(DivisionLevel::city) == 342);
  CHECK(count_level(DivisionLevel::county) == 2978);
  const auto repeated =
      std::adjacent_find(all.begin(), all.end(), [](const auto& left, const auto& right) {
        return left.code >= right.code;
      });
  CHECK(repeated == all.end());
}

TEST_CASE("no field of any division is empty and each lies below one that exists") {
  for (const auto& division : leadbook::all_divisions()) {
    INFO(division.code << " " << division.name);
    REQUIRE((division.code.size() == 2 || division.code.size() == 4 || division.code.size() == 6));
    REQUIRE(division.code.find_first_not_of("0123456789") == std::string_view::npos);
    REQUIRE_FALSE(division.name.empty());
    REQUIRE_FALSE(division.english.empty());
    REQUIRE(leadbook::text::decode(division.short_name).size() >= 2);
    REQUIRE(leadbook::text::split(division.pinyin, ' ').size() ==
            leadbook::text::decode(division.short_name).size());
    REQUIRE(leadbook::find_division(division.code) == division);
    if (division.code.size() > 2) {
      REQUIRE(leadbook::find_division(division.code.substr(0, division.code.size() - 2)));
    }
  }
}

TEST_CASE("names in the table are written as names are compared") {
  for (const auto& division : leadbook::all_divisions()) {
    INFO(division.code);
    REQUIRE(leadbook::text::encode(leadbook::fold_name(division.name)) == division.name);
    REQUIRE(leadbook::text::encode(leadbook::fold_name(division.short_name)) ==
            division.short_name);
  }
}

TEST_CASE("a division is found by its exact code alone") {
  const auto baiquan = leadbook::find_division("230231");
  REQUIRE(baiquan);
  CHECK(*baiquan == Division{"230231", "拜泉县", "拜泉", "bai quan", "Baiquan County"});
  CHECK(leadbook::find_division("11")->name == "北京市");
  CHECK(leadbook::find_division("659012")->name == "白杨市");
  for (const char* code : {"", "1", "10", "2", "230232", "2302310", "99", "拜泉县", "230231 "}) {
    INFO(code);
    CHECK_FALSE(leadbook::find_division(code));
  }
}

TEST_CASE("Qiqihar has its sixteen units") {
  CHECK(names_of(leadbook::counties_of("2302")) ==
        std::vector<std::string>{"230202 龙沙区 龙沙 Longsha District",
                                 "230203 建华区 建华 Jianhua District",
                                 "230204 铁锋区 铁锋 Tiefeng District",
                                 "230205 昂昂溪区 昂昂溪 Ang'angxi District",
                                 "230206 富拉尔基区 富拉尔基 Fularji District",
                                 "230207 碾子山区 碾子山 Nianzishan District",
                                 "230208 梅里斯达斡尔族区 梅里斯 Meilisi Daur District",
                                 "230221 龙江县 龙江 Longjiang County",
                                 "230223 依安县 依安 Yi'an County",
                                 "230224 泰来县 泰来 Tailai County",
                                 "230225 甘南县 甘南 Gannan County",
                                 "230227 富裕县 富裕 Fuyu County",
                                 "230229 克山县 克山 Keshan County",
                                 "230230 克东县 克东 Kedong County",
                                 "230231 拜泉县 拜泉 Baiquan County",
                                 "230281 讷河市 讷河 Nehe City"});
}

TEST_CASE("Zhaoqing has its eight units") {
  CHECK(names_of(leadbook::counties_of("4412")) ==
        std::vector<std::string>{"441202 端州区 端州 Duanzhou District",
                                 "441203 鼎湖区 鼎湖 Dinghu District",
                                 "441204 高要区 高要 Gaoyao District",
                                 "441223 广宁县 广宁 Guangning County",
                                 "441224 怀集县 怀集 Huaiji County",
                                 "441225 封开县 封开 Fengkai County",
                                 "441226 德庆县 德庆 Deqing County",
                                 "441284 四会市 四会 Sihui City"});
}

TEST_CASE("a municipality's districts and counties are those of its city") {
  CHECK(leadbook::counties_of("1101").size() == 16);
  CHECK(leadbook::counties_of("11") == leadbook::counties_of("1101"));
  CHECK(leadbook::counties_of("5001").size() == 38);
  CHECK(leadbook::counties_of("5001") == leadbook::counties_of("5002"));
  CHECK(leadbook::lies_in("500233", "5001"));
  CHECK_FALSE(leadbook::lies_in("500233", "1101"));
}

TEST_CASE("a province has the units of all its cities, a county and nowhere have none") {
  CHECK(leadbook::counties_of("46").size() == 27);
  CHECK(leadbook::counties_of("4690").front().name == "五指山市");
  CHECK(names_of(leadbook::counties_of("4419")) ==
        std::vector<std::string>{"441900 东莞市 东莞 Dongguan City"});
  for (const char* code : {"", "2", "230", "230231", "2399", "99"}) {
    INFO(code);
    CHECK(leadbook::counties_of(code).empty());
  }
  CHECK(leadbook::lies_in("230231", "2302"));
  CHECK(leadbook::lies_in("230231", "23"));
  CHECK_FALSE(leadbook::lies_in("230231", "2301"));
  CHECK_FALSE(leadbook::lies_in("", "2302"));
  CHECK_FALSE(leadbook::lies_in("230231", ""));
}

TEST_CASE("the sort of a county-level unit follows from its name, a zone's from its code") {
  using leadbook::CountyKind;
  const std::map<std::string, CountyKind> wanted = {{"230231", CountyKind::county},
                                                    {"230624", CountyKind::county},
                                                    {"230204", CountyKind::district},
                                                    {"230281", CountyKind::county_city},
                                                    {"150722", CountyKind::banner},
                                                    {"320371", CountyKind::zone},
                                                    {"320576", CountyKind::park},
                                                    {"632857", CountyKind::county}};
  for (const auto& [code, kind] : wanted) {
    INFO(code);
    CHECK(leadbook::county_kind(*leadbook::find_division(code)) == kind);
  }
}

TEST_CASE("names follow custom where pinyin would not do") {
  const std::map<std::string, std::string> wanted = {{"15", "Inner Mongolia"},
                                                     {"14", "Shanxi"},
                                                     {"61", "Shaanxi"},
                                                     {"6101", "Xi'an"},
                                                     {"2301", "Harbin"},
                                                     {"2302", "Qiqihar"},
                                                     {"1501", "Hohhot"},
                                                     {"1506", "Ordos"},
                                                     {"1507", "Hulunbuir"},
                                                     {"5401", "Lhasa"},
                                                     {"6501", "Ürümqi"},
                                                     {"1411", "Lüliang"},
                                                     {"3415", "Lu'an"},
                                                     {"1101", "Beijing"},
                                                     {"5002", "Chongqing"},
                                                     {"130726", "Yuxian County"},
                                                     {"140428", "Zhangzi County"},
                                                     {"130406", "Fengfeng Mining District"},
                                                     {"310115", "Pudong New Area"},
                                                     {"371481", "Laoling City"},
                                                     {"341621", "Guoyang County"},
                                                     {"429021", "Shennongjia Forestry District"},
                                                     {"451228", "Du'an Autonomous County"}};
  for (const auto& [code, english] : wanted) {
    INFO(code);
    CHECK(leadbook::find_division(code)->english == english);
  }
}

TEST_CASE("codes and names are those of china-division") {
  std::map<std::string, std::string> counties;
  for (const auto& row : read_source("areas.csv")) counties[row.at(0)] = row.at(1);
  std::map<std::string, std::string> ours;
  for (const auto& division : leadbook::all_divisions()) {
    if (leadbook::level_of(division) == DivisionLevel::county) {
      ours[std::string(division.code)] = division.name;
    }
  }
  if (!counties.empty()) CHECK(counties == ours);
  for (const auto& row : read_source("cities.csv")) {
    INFO(row.at(0));
    const auto city = leadbook::find_division(row.at(0));
    REQUIRE(city);
    const bool placeholder =
        row.at(1) == "市辖区" || row.at(1) == "县" || row.at(1).find("直辖") != std::string::npos;
    CHECK((placeholder || city->name == row.at(1)));
  }
  for (const auto& row : read_source("provinces.csv")) {
    CHECK(leadbook::find_division(row.at(0))->name == row.at(1));
  }
}
