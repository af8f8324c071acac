// Dates in files: read the same whatever the day, and times of day taken off.
#include <string>
#include <string_view>

#include "catch.hpp"
#include "leadbook/domain/date/date.hpp"

namespace leadbook {
namespace {

std::string read(std::string_view text, FileDates rules = {}) {
  const auto date = parse_file_date(text, rules);
  return date ? date_text(*date) : "refused";
}

/// The date and, behind a '+', that a time of day was left out.
std::string split(std::string_view text) {
  const auto found = split_time(text);
  return found ? found->date + (found->is_midnight ? "" : "+") : "none";
}

}  // namespace

TEST_CASE("a date in a file is never one that depends on the day it is read") {
  for (const auto text : {"1月5日",
                          "5月",
                          "周五",
                          "上周五",
                          "yesterday",
                          "今天",
                          "本月",
                          "月底",
                          "-3d",
                          "May 19",
                          "去年",
                          "一季度",
                          "1/5",
                          "03/04/2024",
                          "24/1/5"}) {
    INFO(text);
    CHECK(read(text) == "refused");
  }
  CHECK(read("2024年1月5日") == "2024-01-05");
  CHECK(read("2024.1.5") == "2024-01-05");
  CHECK(read("20240105") == "2024-01-05");
  CHECK(read("5 January 2024") == "2024-01-05");
  CHECK(read("2024Q1") == "2024Q1");
}

TEST_CASE("a year that the file states elsewhere is that of its dates") {
  const FileDates of_2023{2023, {}};
  CHECK(read("1月5日", of_2023) == "2023-01-05");
  CHECK(read("mid-May", of_2023) == "2023-05-mid");
  CHECK(read("2月29日", of_2023) == "refused");
  CHECK(read("2024-01-05", of_2023) == "2024-01-05");
  CHECK(read("周五", of_2023) == "refused");
  CHECK(read("1月5日至1月9日", of_2023) == "2023-01-05..2023-01-09");
}

TEST_CASE("a point parts month and day where the year is stated elsewhere") {
  CHECK(read("11.5", {2026, {}}) == "2026-11-05");
  CHECK(read("11.12", {2026, {}}) == "2026-11-12");
  CHECK(read("13.5", {2026, {}}) == "refused");
  CHECK(read("1/5", {2026, {}}) == "refused");
  CHECK(read("11.5") == "refused");
  CHECK(read("5日", {2026, {}, 11}) == "2026-11-05");
  CHECK(read("5日", {2026, {}}) == "refused");
  CHECK(read("12月5日前", {2026, {}, {}, true}) == "2026-12-05");
  CHECK(read("12月5日前", {2026, {}}) == "refused");
}

TEST_CASE("the order of day, month and year is taken as it is told") {
  CHECK(read("03/04/2024", {{}, DateOrder::dmy}) == "2024-04-03");
  CHECK(read("03/04/2024", {{}, DateOrder::mdy}) == "2024-03-04");
  CHECK(read("13.02.2024", {{}, DateOrder::dmy}) == "2024-02-13");
  CHECK(read("13.02.2024", {{}, DateOrder::mdy}) == "refused");
  CHECK(read("3-4-24", {{}, DateOrder::dmy}) == "2024-04-03");
  CHECK(read("24/3/4", {{}, DateOrder::ymd}) == "2024-03-04");
  CHECK(read("5/1/98", {{}, DateOrder::dmy}) == "1998-01-05");
  CHECK(read("1/5", {2024, DateOrder::mdy}) == "2024-01-05");
  CHECK(read("1/5", {2024, DateOrder::dmy}) == "2024-05-01");
  CHECK(read("2024-01-05", {{}, DateOrder::dmy}) == "2024-01-05");
}

TEST_CASE("a time of day is parted from its day, which is one of Beijing") {
  CHECK(split("2024-01-05 00:00:00") == "2024-01-05");
  CHECK(split("2024-01-05T00:00:00.000") == "2024-01-05");
  CHECK(split("2024/01/05 0:00") == "2024/01/05");
  CHECK(split("2024-01-05 10:30:00") == "2024-01-05+");
  CHECK(split("2024-01-05T23:30:00+08:00") == "2024-01-05+");
  CHECK(split("2024-01-05T23:30:00Z") == "2024-01-06+");
  CHECK(split("2024-01-05T01:00:00-05:00") == "2024-01-05+");
  CHECK(split("2024-01-05 18:00 UTC") == "2024-01-06+");
  CHECK(split("2024-01-05 16:00:00 -0500") == "2024-01-06+");
  CHECK(split("2024年1月5日 下午3时30分") == "2024年1月5日+");
  CHECK(split("2024年1月5日10:30") == "2024年1月5日+");
  CHECK(split("1/5/2024 3:05 PM") == "1/5/2024+");
  CHECK(split("2024-01-05") == "none");
  CHECK(split("2024-01-05 25:99") == "none");
  CHECK(split("10:30") == "none");
  CHECK(split("合同：2024-01-05") == "none");
}

}  // namespace leadbook
