#include <string>

#include "catch.hpp"
#include "leadbook/domain/place/division.hpp"

namespace {

/// The code of what was understood, or the problem.
std::string answer(const leadbook::Result<leadbook::Division>& result) {
  return result ? std::string(result->code) : result.problem().message;
}

std::string city(std::string_view typed) { return answer(leadbook::parse_city(typed)); }

std::string county(std::string_view typed, std::string_view within = {}) {
  return answer(leadbook::parse_county(typed, within));
}

}  // namespace

TEST_CASE("a book's city is given by name, English name or code") {
  for (const char* typed : {"齐齐哈尔",
                            "齐齐哈尔市",
                            "Qiqihar",
                            "qiqihar city",
                            "2302",
                            "齐齐",
                            "黑龙江省齐齐哈尔市",
                            "齊齊哈爾"}) {
    INFO(typed);
    CHECK(city(typed) == "2302");
  }
  CHECK(city("北京") == "1101");
  CHECK(city("重庆市") == "5001");
  CHECK(city("Jilin") == "2202");
}

TEST_CASE("an unknown city is answered with the nearest in the script that was typed") {
  CHECK(city("Qiqhar") == "there is no city 'Qiqhar'; did you mean 'Qiqihar'?");
  CHECK(city("齐齐哈耳") == "there is no city '齐齐哈耳'; did you mean '齐齐哈尔市'?");
  CHECK(city("zzzz") == "there is no city 'zzzz'; give its name, or its code, as 2302");
  CHECK(city("") == "there is no city ''; give its name, or its code, as 2302");
  CHECK(city("\x1B[2J") == "there is no city '␛[2J'; give its name, or its code, as 2302");
}

TEST_CASE("a county where a city is wanted is answered with its city") {
  CHECK(city("拜泉县") ==
        "'拜泉县' is no city but a county-level division of Qiqihar, whose code is 2302");
  CHECK(city("Tonghua County") ==
        "'Tonghua County' is no city but a county-level division of Tonghua, whose code is 2205");
}

TEST_CASE("a name of several is answered with all of them and their codes") {
  CHECK(city("Suzhou") ==
        "'Suzhou' could be more than one city: Suzhou 3205 (Jiangsu), Suzhou 3413 (Anhui); "
        "give the whole name or the code");
  CHECK(county("fuyu") ==
        "'fuyu' could be more than one county: Fuyu City 220781 (Songyuan), "
        "Fuyu County 230227 (Qiqihar); give the whole name or the code");
  CHECK(answer(leadbook::parse_province("jiang")) ==
        "'jiang' could be more than one province: Jiangsu 32, Jiangxi 36, Heilongjiang 23, "
        "Zhejiang 33, Xinjiang 65; give the whole name or the code");
}

TEST_CASE("the book's city decides between counties of one name") {
  CHECK(county("fuyu", "2302") == "230227");
  CHECK(county("fuyu", "2207") == "220781");
  CHECK(county("deqing", "4412") == "441226");
  CHECK(county("deqing", "3305") == "330521");
  CHECK(county("yian", "2302") == "230223");
  CHECK(county("yian", "3407") == "340706");
  CHECK(county("甘南", "2302") == "230225");
  CHECK(county("忠县", "5001") == "500233");
}

TEST_CASE("a county outside the book's city is found where none inside is meant") {
  CHECK(county("端州", "2302") == "441202");
  CHECK(county("朝阳区", "2302").starts_with("'朝阳区' could be more than one county"));
}

TEST_CASE("an unknown county is answered with the nearest of the book's city first") {
  CHECK(county("铁峰", "2302") == "there is no county or district '铁峰'; did you mean '铁锋区'?");
  CHECK(county("Baiqan") ==
        "there is no county or district 'Baiqan'; did you mean 'Baiquan County'?");
  CHECK(county("鼎湖去", "2302") ==
        "there is no county or district '鼎湖去'; did you mean '鼎湖区'?");
}

TEST_CASE("a province is given by name, English name or code") {
  CHECK(answer(leadbook::parse_province("黑龙江")) == "23");
  CHECK(answer(leadbook::parse_province("Inner Mongolia")) == "15");
  CHECK(answer(leadbook::parse_province("neimenggu")) == "15");
  CHECK(answer(leadbook::parse_province("Heilongjang")) ==
        "there is no province 'Heilongjang'; did you mean 'Heilongjiang'?");
}
