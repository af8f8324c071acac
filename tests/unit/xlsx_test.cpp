#include <cstdint>
#include <limits>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/present/row_writer.hpp"
#include "present/workbook/xlsx_file.hpp"
#include "present/workbook/xlsx_library.hpp"
#include "unit/render_sample.hpp"
#include "unit/workbook_part.hpp"
#include "unit/workbook_sample.hpp"

using namespace sample;
using workbook::Rows;

namespace {

std::string as_xlsx(const Table& table, bool header = true) {
  Style style;
  style.format = Format::xlsx;
  style.header = header;
  return render_to_text(table, style);
}

/// The one column of a workbook as it reads back.
std::vector<std::string> read_column(const Table& table) {
  std::vector<std::string> texts;
  for (auto& row : workbook::read(as_xlsx(table, false)).rows) texts.push_back(row.at(0));
  return texts;
}

}  // namespace

TEST_CASE("a workbook has the headings, names and words of the chosen language and reads back") {
  CHECK(
      workbook::read(as_xlsx(projects())).rows ==
      Rows{{"ID", "Project", "County", "Stage", "Planned", "Land (mu)", "Signed on"},
           {"P-1", "Meat duck chain", "Baiquan", "Signed", "320000000 CNY", "150.5", "2020-05-19"},
           {"P-12", "=HYPERLINK(\"x\"), a|b", "C-4", "", "over 450000000.00 CNY"},
           {"Total", "", "", "", "770000000 CNY", "150.5"},
           {"1 project has no land."}});
  const InLanguage chinese(leadbook::Language::chinese);
  CHECK(workbook::read(as_xlsx(projects())).rows ==
        Rows{{"编号", "项目", "县区", "阶段", "计划投资", "用地（亩）", "签约日期"},
             {"P-1", "肉鸭全产业链项目", "拜泉县", "签约", "320000000 CNY", "150.5", "2020-05-19"},
             {"P-12", "=HYPERLINK(\"x\"), a|b", "C-4", "", "over 450000000.00 CNY"},
             {"合计", "", "", "", "770000000 CNY", "150.5"},
             {"1个项目没有用地。"}});
}

TEST_CASE("numbers, amounts and days are numbers of a sheet as far as it counts exactly") {
  const auto sheet = workbook::part_of(
      as_xlsx(one_column({1, amount(-123456789), Decimal{5, 2, ""}, day("2020-05-19")}), false),
      "xl/worksheets/sheet1.xml");
  for (const char* value : {"<v>1</v>", "<v>-1234567.89</v>", "<v>0.05</v>", "<v>43970</v>"}) {
    INFO(sheet);
    CHECK(sheet.find(value) != std::string::npos);
  }
  const auto highest = std::numeric_limits<std::int64_t>::max();
  CHECK(read_column(one_column({1'000'000'000'000'000,
                                highest,
                                amount(999'999'999'999'999),
                                amount(highest, "HKD"),
                                amount(45'000, "JPY"),
                                amount(1'234'567, "KWD"),
                                Decimal{highest, 2, "mu"},
                                Decimal{-5, 1, "%"}})) ==
        std::vector<std::string>{"1e+15",
                                 "9223372036854775807",
                                 "9999999999999.99 CNY",
                                 "92233720368547758.07 HKD",
                                 "45000 JPY",
                                 "1234.567 KWD",
                                 "92233720368547758.07",
                                 "-0.5"});
}

TEST_CASE("days are counted as spreadsheets count them, other dates are text") {
  CHECK(leadbook::present::xlsx_serial(*leadbook::parse_iso_day("1900-01-01")) == 1);
  CHECK(leadbook::present::xlsx_serial(*leadbook::parse_iso_day("1900-02-28")) == 59);
  CHECK(leadbook::present::xlsx_serial(*leadbook::parse_iso_day("1900-03-01")) == 61);
  CHECK(leadbook::present::xlsx_serial(*leadbook::parse_iso_day("2199-12-31")) == 109574);
  const auto month = leadbook::parse_date("2020-05", *leadbook::parse_iso_day("2020-06-01"));
  CHECK(read_column(one_column({day("1900-01-01"), day("2199-12-31"), *month})) ==
        std::vector<std::string>{"1900-01-01", "2199-12-31", "May 2020"});
}

TEST_CASE("no text becomes a formula or a number in a workbook, and none is changed") {
  const std::vector<std::string> texts = {"=1+1",
                                          "+86 138",
                                          "-",
                                          "@x",
                                          "007",
                                          "1e5",
                                          "912302001234567890",
                                          "'=1",
                                          " spaced ",
                                          "two\nlines",
                                          "tab\there",
                                          "_x0041_",
                                          "<a> & \"b\"",
                                          "克山县",
                                          "http://example.com",
                                          "{=1}",
                                          "TRUE"};
  const auto table = one_column(std::vector<Cell>(texts.begin(), texts.end()));
  CHECK(read_column(table) == texts);
  const auto sheet = workbook::part_of(as_xlsx(table), "xl/worksheets/sheet1.xml");
  CHECK(sheet.find("<f>") == std::string::npos);
  CHECK(sheet.find("<v>") == std::string::npos);
}

TEST_CASE("lists, objects, references and bad bytes are texts of a workbook") {
  CHECK(read_column(one_column({List{"a", "b"},
                                Object{{"name", "1"}, {"amount", amount(100)}},
                                leadbook::Reference{leadbook::Kind::project, 7},
                                "bad \xFF"})) ==
        std::vector<std::string>{"a; b", "1|1.00 CNY", "P-7", "bad \uFFFD"});
}

TEST_CASE("a text longer than a cell is refused by its row, one as long as a cell is written") {
  std::string longest;
  for (int i = 0; i < 32'767; ++i) longest += "字";
  CHECK(read_column(one_column({longest})) == std::vector<std::string>{longest});
  CHECK_THROWS_WITH(as_xlsx(one_column({"a", longest + "字"})),
                    "a text of row 3 is longer than the 32767 characters that a cell of a "
                    "workbook holds: write CSV");
}

TEST_CASE("headings stay in sight and columns are as wide as their text, Han counted as two") {
  auto table = one_column({"克山县马铃薯全产业链项目"});
  table.columns.push_back({"", "empty"});
  table.rows[0].push_back(std::string(500, 'x'));
  const auto sheet = workbook::part_of(as_xlsx(table), "xl/worksheets/sheet1.xml");
  CHECK(sheet.find("state=\"frozen\"") != std::string::npos);
  CHECK(sheet.find("<col min=\"1\" max=\"1\" width=\"26.7109375\"") != std::string::npos);
  CHECK(sheet.find("<col min=\"2\" max=\"2\" width=\"60.7109375\"") != std::string::npos);
  CHECK(sheet.find(">empty<") != std::string::npos);
}

TEST_CASE("a card as a workbook is its record") {
  Style style;
  style.format = Format::xlsx;
  CHECK(workbook::read(render_to_text(project_card(), style)).rows ==
        Rows{{"id", "phases", "jobs"}, {"P-1", "1|1.00 CNY", "1200"}});
}

TEST_CASE("a workbook that is given up leaves no file and writes nothing") {
  std::ostringstream out;
  Style style;
  style.format = Format::xlsx;
  open_rows(out, one_column({}), style)->add({"a"});
  CHECK(out.str().empty());
}

TEST_CASE("without the library the message names the package to install") {
  CHECK_THROWS_WITH(leadbook::present::load_xlsx_library("libnowhere.so.7"),
                    "writing a workbook needs the library libnowhere.so.7, which is not "
                    "installed: 'apt install libnowhere7', or write CSV");
}
