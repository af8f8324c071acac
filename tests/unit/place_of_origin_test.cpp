#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/standing/dimension.hpp"

namespace {

using namespace leadbook;

constexpr const char* qiqihar = "230200";

std::string told(const char* place, const char* city = qiqihar) {
  const auto found = place_of_origin(place, city);
  return found ? std::string(identifier(found->origin)) + " " + found->source : "unknown";
}

}  // namespace

TEST_CASE("a place is inside the book's city, its province, the country, or foreign", "[origin]") {
  CHECK(told("拜泉县") == told("齐齐哈尔市"));
  CHECK(told("齐齐哈尔").substr(0, 7) == "inside ");
  CHECK(told("哈尔滨").substr(0, 13) == "outside_city ");
  CHECK(told("黑龙江大庆").substr(0, 13) == "outside_city ");
  CHECK(told("江苏徐州").substr(0, 17) == "outside_province ");
  CHECK(told("德国") == "foreign 德国");
}

TEST_CASE("a place within the country is told by its province, however it is written", "[origin]") {
  CHECK(told("江苏徐州") == told("江苏"));
  CHECK(told("江苏徐州") == told("江苏省徐州市"));
  CHECK(told("江苏徐州") == told("Jiangsu"));
  CHECK(told("北京") == told("Beijing"));
  CHECK(told("江苏徐州") != told("北京"));
}

TEST_CASE("Hong Kong, Macao and Taiwan count as foreign", "[origin]") {
  for (const auto* place : {"Hong Kong", "香港", "澳门", "Macao", "台湾", "Taiwan", "Germany"}) {
    CHECK(told(place) == std::string("foreign ") + place);
  }
}

TEST_CASE("a place nobody knows has no origin", "[origin]") {
  CHECK(told("") == "unknown");
  CHECK(told("  ") == "unknown");
  CHECK(told("nowhere at all") == "unknown");
}

TEST_CASE("a book without a city tells foreign places and provinces apart", "[origin]") {
  CHECK(told("齐齐哈尔", "").substr(0, 17) == "outside_province ");
  CHECK(told("江苏徐州", "") == told("江苏徐州"));
  CHECK(told("德国", "") == "foreign 德国");
  CHECK(told("nowhere at all", "") == "unknown");
}
