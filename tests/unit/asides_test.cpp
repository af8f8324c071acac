// Words of rows that are no records: sums, groups, column numbers.
#include "service/import/asides.hpp"

#include "catch.hpp"

namespace leadbook::service {
namespace {

/// "whole", "some" or "part", with "?" where a name could end so; "" for no word of sums.
std::string sum_of(std::string_view text) {
  const auto word = sum_word(text);
  if (!word.is_sum) return "";
  return std::string(word.is_part    ? "part"
                     : word.is_whole ? "whole"
                                     : "some") +
         (word.is_sure ? "" : "?");
}

}  // namespace

TEST_CASE("a text says that a row is a sum, of all rows or of some") {
  for (const auto text : {"合计",
                          "合 计",
                          "总计：",
                          "共计",
                          "合计（3个）",
                          "合计3个项目",
                          "共3项",
                          "全市合计",
                          "合計",
                          "總計",
                          "Total",
                          "TOTAL:",
                          "Grand Total",
                          "Totals",
                          "一、合计",
                          "总计：2个项目，6亿元"}) {
    INFO(text);
    CHECK(sum_of(text) == "whole");
  }
  for (const auto text :
       {"小计", "小 计", "小计(2个)", "小計", "Subtotal", "Sub-total", "本页小计"}) {
    INFO(text);
    CHECK(sum_of(text) == "some");
  }
  for (const auto text :
       {"拜泉县小计（2个）", "工业项目合计", "Total for Baiquan", "Baiquan total"}) {
    INFO(text);
    CHECK(sum_of(text) == "some?");
  }
  for (const auto text : {"其中", "其中：外资", "of which"}) {
    INFO(text);
    CHECK(sum_of(text) == "part");
  }
}

TEST_CASE("names that only hold a word of sums are no sums") {
  for (const auto text : {"",
                          "共享汽车总部",
                          "合计科技产业园",
                          "Total Energies depot",
                          "其中学校扩建",
                          "累计算法中心",
                          "Sumitomo plant",
                          "Allied Foods"}) {
    INFO(text);
    CHECK(sum_of(text).empty());
  }
}

TEST_CASE("groups are numbered in Chinese or Roman, records in digits") {
  for (const auto text :
       {"一、工业项目", "（一）农业", "十二、其他", "第一部分 签约", "II. Food", "二．服务业"}) {
    INFO(text);
    CHECK(begins_group(text));
  }
  for (const auto text : {"1、铸件", "一期工程", "三江食品", "一", "Vixen", "第一食品厂"}) {
    INFO(text);
    CHECK_FALSE(begins_group(text));
  }
  CHECK(is_group_number("一"));
  CHECK(is_group_number("（二）"));
  CHECK_FALSE(is_group_number("1"));
}

TEST_CASE("a row counts the columns, not the records") {
  CHECK(is_row_of_numbers({"1", "2", "3", "4"}));
  CHECK(is_row_of_numbers({"", "（1）", "（2）", "（3）"}));
  CHECK(is_row_of_numbers({"①", "②", "③"}));
  CHECK_FALSE(is_row_of_numbers({"1", "2"}));
  CHECK_FALSE(is_row_of_numbers({"1", "3", "5"}));
  CHECK_FALSE(is_row_of_numbers({"1", "甲", "3"}));
}

}  // namespace leadbook::service
