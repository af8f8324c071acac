// What headings and titles say: the field a column holds, its unit, and the time of a table.
#include "leadbook/domain/naming/heading.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"

namespace leadbook {
namespace {

bool has_reading(std::string_view heading, std::string_view name, std::string_view unit) {
  for (const auto& reading : heading_readings(heading)) {
    if (reading.name == name && reading.unit == unit) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a heading states its unit in brackets, behind a mark, or at its end") {
  CHECK(has_reading("合同金额（万元）（必填）", "合同金额", "万元"));
  CHECK(has_reading("投资额(单位：万元)*", "投资额", "万元"));
  CHECK(has_reading("Amount in USD", "Amount", "USD"));
  CHECK(has_reading("Amount USD m", "Amount", "USD m"));
  CHECK(has_reading("Investment, RMB mn", "Investment", "RMB mn"));
  CHECK(has_reading("Investment (US$ million)", "Investment", "US$ million"));
  CHECK(has_reading("Total, in 10,000 yuan", "Total", "10,000 yuan"));
  CHECK(has_reading("投资额_万元", "投资额", "万元"));
  CHECK(has_reading("总投资/亿元", "总投资", "亿元"));
  CHECK(has_reading("总投资亿元", "总投资", "亿元"));
  CHECK(has_reading("US$ million", "", "US$ million"));
  CHECK(has_reading("用地面积_平方米", "用地面积", "平方米"));
}

TEST_CASE("a heading in Traditional characters is the one in Simplified") {
  CHECK(plain_heading("項目名稱") == plain_heading("项目名称"));
  CHECK(plain_heading("簽約日期") == plain_heading("签约日期"));
  CHECK(plain_heading("負責人") == plain_heading("负责人"));
  CHECK(plain_heading("縣區") == plain_heading("县区"));
  CHECK(has_reading("投資額（萬元）", "投資額", "萬元"));
  CHECK(unit_in_title("單位：萬元") == "万元");
}

TEST_CASE("what stands behind a name and is no unit is none") {
  for (const auto heading : {"合同 编号", "2020", "项目/名称", "时间：最近20年", "No. 5"}) {
    INFO(heading);
    CHECK(heading_readings(heading).size() == 1);
  }
}

TEST_CASE("a title states the unit of money of its table, alone or among others") {
  CHECK(unit_in_title("单位：万元") == "万元");
  CHECK(unit_in_title("单位：个、亿元") == "亿元");
  CHECK(unit_in_title("填报单位：拜泉县商务局  填报日期：2024年3月1日  单位：亿元") == "亿元");
  CHECK(unit_in_title("填报单位：拜泉县商务局") == "");
  CHECK(unit_in_title("签约项目表（万元）") == "万元");
  CHECK(unit_in_title("Unit: 10,000 yuan") == "10,000 yuan");
  CHECK(unit_in_title("单位：个") == "");
}

TEST_CASE("a title speaks of a time of one year, and of none where it names several") {
  const auto text = [](std::string_view title) {
    const auto period = period_in_title(title);
    return period ? period->text : "";
  };
  CHECK(text("2024年一季度签约项目表") == "2024Q1");
  CHECK(text("拜泉县2024年签约项目汇总") == "2024");
  CHECK(text("2024年3月签约项目") == "2024-03");
  CHECK(text("二〇二四年第一季度签约项目") == "2024Q1");
  CHECK(text("Projects signed in 2024") == "2024");
  CHECK(text("2024年上半年签约项目") == "2024H1");
  CHECK(text("2023-2024年签约项目") == "");
  CHECK(text("填报日期：2024年3月1日") == "");
  CHECK(text("签约项目表") == "");
  CHECK(text("文号 120240101") == "");
}

}  // namespace leadbook
