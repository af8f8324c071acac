#include <string>
#include <vector>

#include "catch.hpp"
#include "ingest/workbook/sheet_number.hpp"
#include "unit/workbook_sample.hpp"

using leadbook::ingest::NumberFormat;
using leadbook::ingest::read_number_format;
using leadbook::ingest::RowProblem;

namespace {

/// What a person sees of a number under a format code.
std::string shown(const std::string& digits, const std::string& code, bool from_1904 = false) {
  return leadbook::ingest::number_text(digits, read_number_format(code), from_1904);
}

/// The texts of a sheet of one column of cells.
std::vector<std::string> column(const std::string& cells, const workbook::Parts& more = {}) {
  std::vector<std::string> texts;
  std::string rows;
  for (std::size_t at = 0; at < cells.size();) {
    const auto end = cells.find("</c>", at) + 4;
    rows += "<row>" + cells.substr(at, end - at) + "</row>";
    at = end;
  }
  for (auto& row : workbook::read(workbook::make_workbook(rows, more)).rows) {
    texts.push_back(row.at(0));
  }
  return texts;
}

}  // namespace

TEST_CASE("a number of a sheet is the decimal that a spreadsheet shows, without an exponent") {
  using leadbook::ingest::number_text;
  CHECK(number_text(0.1 + 0.2) == "0.3");
  CHECK(number_text(3.3000000000000003) == "3.3");
  CHECK(number_text(450000000.05) == "450000000.05");
  CHECK(number_text(999999999999999) == "999999999999999");
  CHECK(number_text(-12.50) == "-12.5");
  CHECK(number_text(-0.0) == "0");
  CHECK(number_text(0.00000125) == "0.00000125");
  CHECK(number_text(1e15) == "1e+15");
  CHECK(number_text(912302001234567890.0) == "9.12302001234568e+17");
  CHECK(shown("1.2E3", "General") == "1200");
  CHECK(shown("12abc", "General") == "12abc");
}

TEST_CASE("a percentage is what stands in the cell, not its hundredth") {
  CHECK(shown("0.125", "0.00%") == "12.5%");
  CHECK(shown("0.07", "0%") == "7%");
  CHECK(shown("1", "0%") == "100%");
  CHECK(shown("-0.005", "0.0%") == "-0.5%");
  CHECK(shown("0", "0%") == "0%");
  CHECK(shown("0.28999999999999998", "0%") == "29%");
}

TEST_CASE("serial numbers are days under a format of days, in both epochs") {
  CHECK(shown("43970", "yyyy-mm-dd") == "2020-05-19");
  CHECK(shown("43970", "yyyy\"年\"m\"月\"d\"日\";@") == "2020-05-19");
  CHECK(shown("43970", "[$-804]yyyy\\-mm\\-dd") == "2020-05-19");
  CHECK(shown("42508", "yyyy/m/d", true) == "2020-05-19");
  CHECK(shown("43970.5625", "yyyy/m/d h:mm") == "2020-05-19 13:30");
  CHECK(shown("43970.562511574077", "yyyy/m/d h:mm") == "2020-05-19 13:30:01");
  CHECK(shown("43970.999999999996", "yyyy/m/d") == "2020-05-20");
  CHECK(shown("1", "m/d/yyyy") == "1900-01-01");
  CHECK(shown("59", "m/d/yyyy") == "1900-02-28");
  CHECK(shown("60", "m/d/yyyy") == "1900-02-29");
  CHECK(shown("61", "m/d/yyyy") == "1900-03-01");
  CHECK(shown("0", "m/d/yyyy", true) == "1904-01-01");
  CHECK(shown("2958465", "m/d/yyyy") == "9999-12-31");
}

TEST_CASE("what is no day under a format of days stays a number, and a time of day a time") {
  CHECK(shown("0", "yyyy-mm-dd") == "0");
  CHECK(shown("-1", "yyyy-mm-dd") == "-1");
  CHECK(shown("2958466", "yyyy-mm-dd") == "2958466");
  CHECK(shown("0.5625", "h:mm") == "13:30");
  CHECK(shown("0", "h:mm") == "00:00");
  CHECK(shown("1.5", "[h]:mm") == "36:00");
  CHECK(shown("0.5625", "yyyy/m/d h:mm") == "13:30");
}

TEST_CASE("letters in quotes, brackets or behind a backslash make no number a day") {
  for (const char* code : {"0.00 \"days\"", "[Red]0", "0 \\d", "General", "#,##0_ ;[Red]-#,##0 "}) {
    INFO(code);
    CHECK(shown("43970", code) == "43970");
  }
}

TEST_CASE("the currency of a number format follows the digits") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"#,##0.00 [$HKD]", "450000000 HKD"},
      {"[$HKD] #,##0.00", "450000000 HKD"},
      {"[$HK$-C04]#,##0.00", "450000000 HKD"},
      {"[$$-C04]#,##0.00", "450000000 HKD"},
      {"[$$-409]#,##0.00", "450000000 USD"},
      {"\"US$\"#,##0", "450000000 USD"},
      {"[$¥-804]#,##0.00", "450000000 CNY"},
      {"[$¥-411]#,##0", "450000000 JPY"},
      {"\"¥\"#,##0.00;\"¥\"\\-#,##0.00", "450000000 CNY"},
      {"_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ", "450000000 CNY"},
      {"[$€-2] #,##0", "450000000 EUR"},
      {"0\"万元\"", "450000000万 CNY"},
      {"0.00\"亿港元\"", "450000000亿 HKD"},
      {"0!.0,\"万元\"", "450000000 CNY"},
      {"0\"人\"", "450000000"},
      {"#,##0.00_);(#,##0.00)", "450000000"},
  };
  for (const auto& [code, text] : cases) {
    INFO(code);
    CHECK(shown("450000000", code) == text);
  }
}

TEST_CASE("the texts of a workbook are joined from their runs, without phonetic guides") {
  const workbook::Parts strings = {
      {"xl/sharedStrings.xml",
       "<sst><si><t>克山县</t></si><si><r><t>马铃</t></r><r><rPr/><t xml:space=\"preserve\">薯 "
       "</t></r><rPh sb=\"0\" eb=\"1\"><t>ma</t></rPh></si><si/></sst>"}};
  CHECK(column("<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
               "<c t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c>"
               "<c t=\"str\"><f>A1</f><v>c</v></c><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c>",
               strings) ==
        std::vector<std::string>{"克山县", "马铃薯 ", "ab", "c", "TRUE", "FALSE"});
}

TEST_CASE("escaped characters are decoded once, and line ends are LF") {
  const auto text = [](const std::string& escaped) {
    return column("<c t=\"inlineStr\"><is><t>" + escaped + "</t></is></c>").at(0);
  };
  CHECK(text("a_x000D_\nb_x000D_c") == "a\nb\nc");
  CHECK(text("_x005F_x000D_") == "_x000D_");
  CHECK(text("_xD83D__xDE00_") == "😀");
  CHECK(text("_xDE00_ _x12_ _x00GG_ _x") == "_xDE00_ _x12_ _x00GG_ _x");
}

TEST_CASE("dates written out in ISO form are days, with a time only where there is one") {
  CHECK(column("<c t=\"d\"><v>2020-05-19</v></c><c t=\"d\"><v>2020-05-19T00:00:00</v></c>"
               "<c t=\"d\"><v>2020-05-19T13:30:00.000Z</v></c>") ==
        std::vector<std::string>{"2020-05-19", "2020-05-19", "2020-05-19 13:30"});
}

TEST_CASE("styles give the numbers of cells their formats, built-in and own, and the epoch") {
  const workbook::Parts styles = {
      {"xl/styles.xml",
       "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$HKD] #,##0\"/></numFmts>"
       "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
       "<xf numFmtId=\"14\"/><xf numFmtId=\"31\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/>"
       "<xf numFmtId=\"20\"/></cellXfs></styleSheet>"}};
  CHECK(column("<c s=\"0\"><v>43970</v></c><c s=\"1\"><v>43970</v></c><c s=\"2\"><v>43970</v></c>"
               "<c s=\"3\"><v>0.5</v></c><c s=\"4\"><v>5</v></c><c s=\"5\"><v>0.5</v></c>"
               "<c s=\"99\"><v>7</v></c>",
               styles) == std::vector<std::string>{
                              "43970", "2020-05-19", "2020-05-19", "50%", "5 HKD", "12:00", "7"});
}

TEST_CASE("an error, a formula never computed and a control character are problems of their cell") {
  const auto reading = workbook::read(workbook::make_workbook(
      "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\" t=\"e\"><v>#REF!</v></c></row>"
      "<row r=\"4\"><c r=\"C4\"><f>SUM(A1:A2)</f><v></v></c></row>"
      "<row r=\"5\"><c r=\"A5\" t=\"str\"><f>A9</f><v></v></c><c r=\"B5\"><f>1</f><v>1</v></c>"
      "</row><row r=\"6\"><c t=\"inlineStr\"><is><t>a_x0001_</t></is></c></row>"));
  CHECK(reading.rows == workbook::Rows{{"1", "#REF!"}, {"", "", ""}, {"", "1"}, {"a\x01"}});
  CHECK(reading.problems ==
        std::vector<RowProblem>{
            {3, 2, "the cell holds the error #REF!: mend its formula, or empty it", true},
            {4,
             3,
             "the cell is a formula whose result was not saved: open the workbook in a "
             "spreadsheet program and save it first",
             true},
            {6, 1, "the control character U+0001 has no place in a text: take it out", true}});
}
