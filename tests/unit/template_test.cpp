#include "leadbook/present/workbook/template.hpp"

#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "known_leaks.hpp"
#include "unit/workbook_part.hpp"
#include "unit/workbook_sample.hpp"

using leadbook::present::TemplateColumn;
using workbook::Rows;

namespace {

std::vector<TemplateColumn> columns() {
  std::vector<std::string> counties;
  for (int i = 1; i <= 300; ++i) counties.push_back("第" + std::to_string(i) + "县");
  return {{"合同编号", true, "本册中唯一", {}, "0012", false, false},
          {"县市区", true, "项目落地的县", counties, "第1县", false, false},
          {"签约日期", false, "如 2020-05-19", {}, "2020-05-19", true, false},
          {"投资额（万元）", false, "", {}, "45000.5", false, true},
          {"信用代码", false, "18位", {}, "912302001234567890", false, false}};
}

std::string written() {
  std::ostringstream out;
  leadbook::present::write_template(out, "签约/合同", columns());
  return out.str();
}

}  // namespace

TEST_CASE("a template reads back as its headings, with no example among its rows") {
  CHECK(workbook::read(written()).rows ==
        Rows{{"合同编号", "县市区", "签约日期", "投资额（万元）", "信用代码"}});
}

TEST_CASE("a template shows two sheets, rows and explanations, and hides its lists") {
  const auto input = workbook::keep(written());
  const auto source = leadbook::ingest::open_workbook(input);
  CHECK(source->facts().sheets ==
        std::vector<leadbook::ingest::SheetFacts>{
            {"签约-合同", false, true}, {"How to fill in", false, true}, {"_lists", true, true}});
  const auto explained = workbook::read(written(), "2").rows;
  REQUIRE(explained.size() == 8);
  CHECK(explained[0] == std::vector<std::string>{"Column", "Required", "Explanation", "Example"});
  CHECK(explained[1] == std::vector<std::string>{"合同编号", "required", "本册中唯一", "0012"});
  CHECK(explained[4] == std::vector<std::string>{"投资额（万元）", "", "", "45000.5"});
  const auto lists = workbook::read(written(), "_lists").rows;
  REQUIRE(lists.size() == 300);
  CHECK(lists.back() == std::vector<std::string>{"", "第300县"});
}

TEST_CASE("a template lets a list be chosen from for the whole column, and warns of other values") {
  const auto sheet = workbook::part_of(written(), "xl/worksheets/sheet1.xml");
  INFO(sheet);
  CHECK(sheet.find("<dataValidation type=\"list\" errorStyle=\"warning\"") != std::string::npos);
  CHECK(sheet.find("sqref=\"B2:B1048576\"") != std::string::npos);
  CHECK(sheet.find("<formula1>'_lists'!$B$1:$B$300</formula1>") != std::string::npos);
  CHECK(sheet.find("state=\"frozen\"") != std::string::npos);
}

TEST_CASE("what is typed below a template's text columns stays text") {
  const auto styles = workbook::part_of(written(), "xl/styles.xml");
  INFO(styles);
  const bool has_text_format = styles.find("numFmtId=\"49\"") != std::string::npos ||
                               styles.find("formatCode=\"@\"") != std::string::npos;
  CHECK(has_text_format);
}
