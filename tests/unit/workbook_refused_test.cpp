#include <string>

#include "catch.hpp"
#include "unit/workbook_sample.hpp"

using workbook::data;
using workbook::make_parts;
using workbook::make_workbook;
using workbook::make_zip;
using workbook::refusal;

namespace {

constexpr const char* one_row = "<row><c><v>1</v></c></row>";

const std::string broken_sheet =
    "deals.xlsx is damaged in its part 'xl/worksheets/sheet1.xml': open it in a spreadsheet "
    "program and save it anew as .xlsx";

const std::string broken =
    "deals.xlsx is no workbook that can be read, or is damaged: open it in a spreadsheet program "
    "and save it anew as .xlsx";

std::string other_kind(const std::string& kind) {
  return "deals.xlsx is a workbook of another kind (" + kind +
         "): open it in a spreadsheet program and save it as .xlsx";
}

std::string with_part(const std::string& name, const std::string& bytes = "x") {
  return make_workbook(one_row, {{name, bytes}});
}

}  // namespace

TEST_CASE("workbooks of other kinds are refused by name") {
  CHECK(refusal(make_zip({{"content.xml", "<x/>"}})) == other_kind(".ods"));
  CHECK(refusal(make_zip({{"xl/workbook.bin", "x"}})) == other_kind(".xlsb"));
  CHECK(refusal("\xD0\xCF\x11\xE0" + std::string(600, '\0')) == other_kind(".xls"));
  CHECK(refusal(make_zip({{"Index/Document.iwa", "x"}})) == other_kind(".numbers"));
  CHECK(refusal(" <?xml version='1.0'?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>") ==
        other_kind("XML 2003"));
  CHECK(refusal("") == broken);
}

TEST_CASE("what is no workbook whatever it is called is refused for what it is") {
  const std::string page =
      "deals.xlsx is a page of HTML, not a workbook: open it in a spreadsheet program and save it "
      "as .xlsx";
  CHECK(refusal("\xEF\xBB\xBF\r\n<html><body><table/></body></html>") == page);
  CHECK(refusal("<!DOCTYPE html><html/>") == page);
  CHECK(refusal("<table><tr/></table>") == page);
  CHECK(refusal("MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html/>") == page);
  CHECK(
      refusal("county,amount\n") ==
      "deals.xlsx is a text of cells, not a workbook: rename it to end in .csv, or read it as one "
      "with -F csv");
  CHECK(
      refusal("%PDF-1.7\n") ==
      "deals.xlsx is no table but of another kind (PDF): save the table in it as .xlsx or as CSV");
  CHECK(refusal(make_zip({{"a.txt", "x"}})) == "deals.xlsx is an archive (zip): unpack it first");
  CHECK(refusal("Rar!\x1A\x07") == "deals.xlsx is an archive (rar): unpack it first");
  CHECK(refusal(make_zip({{"[Content_Types].xml", "x"}, {"word/document.xml", "x"}})) ==
        "deals.xlsx is a document, not a table: copy its table into a workbook and save that as "
        ".xlsx");
}

TEST_CASE("a workbook with a password is refused as such") {
  const std::string message = "deals.xlsx is protected by a password: save it without one";
  CHECK(refusal(make_zip(make_parts(data(one_row)), 1)) == message);
}

TEST_CASE("names that lead out of the archive, and too many entries, are refused") {
  const std::string path =
      "deals.xlsx is damaged in its part '{}': open it in a spreadsheet program and save it anew "
      "as .xlsx";
  CHECK(refusal(with_part("docProps/app.xml")).empty());
  for (const std::string name : {"../evil", "/etc/x", "xl/../../x", "C:/x"}) {
    auto expected = path;
    expected.replace(expected.find("{}"), 2, name);
    CHECK(refusal(with_part(name)) == expected);
  }
  workbook::Parts many;
  for (int i = 0; i < 254; ++i) many.emplace_back("media/" + std::to_string(i), "x");
  CHECK(refusal(make_workbook(one_row, many)) ==
        "deals.xlsx has more than 256 parts: save the sheet to import as a workbook of its own");
  many.pop_back();
  CHECK(refusal(make_workbook(one_row, many)).empty());
}

TEST_CASE("a small file that would grow without measure is refused, whatever it says of itself") {
  const std::string message =
      "deals.xlsx: 'xl/worksheets/sheet1.xml' would grow to more than 50 times its size, as no "
      "honest workbook does; save the rows as CSV";
  auto bomb = make_workbook(one_row + std::string(11'000'000, ' '));
  CHECK(refusal(bomb) == message);
  // The size that the archive's directory states is made small.
  const auto entry = bomb.rfind("xl/worksheets/sheet1.xml") - 46;
  bomb.replace(entry + 24, 4, workbook::little_endian(1000, 4));
  CHECK(refusal(bomb) == broken_sheet);
}

TEST_CASE("entities and document types are refused, and XML nested without end") {
  const auto with_sheet = [](const std::string& sheet) {
    auto parts = make_parts("");
    parts[2].second = sheet;
    return make_zip(parts);
  };
  CHECK(refusal(with_sheet("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>")) == broken_sheet);
  CHECK(refusal(with_sheet("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>")) ==
        broken_sheet);
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<a>";
  for (int i = 0; i < 100; ++i) deep += "</a>";
  CHECK(refusal(with_sheet(deep)) == broken_sheet);
  CHECK(refusal(with_sheet("<worksheet><sheetData>")) == broken_sheet);
  CHECK(refusal(with_sheet("")) == broken_sheet);
}

TEST_CASE("cells that no sheet has, and texts that the workbook lacks, are damage") {
  for (const char* rows : {"<row r=\"0\"><c><v>1</v></c></row>",
                           "<row r=\"1048577\"><c><v>1</v></c></row>",
                           "<row r=\"x\"><c><v>1</v></c></row>",
                           "<row r=\"2\"/><row r=\"1\"/>",
                           "<row><c r=\"XFE1\"><v>1</v></c></row>",
                           "<row><c r=\"A\"><v>1</v></c></row>",
                           "<row><c t=\"s\"><v>0</v></c></row>",
                           "<row><c t=\"s\"><v>-1</v></c></row>",
                           "<row><row/></row>"}) {
    INFO(rows);
    CHECK(refusal(make_workbook(rows)) == broken_sheet);
  }
}

TEST_CASE("a sheet of more cells than can be meant is refused") {
  std::string rows;
  for (int i = 0; i < 1'300; ++i) rows += "<row><c><v>1</v></c><c r=\"XFD1\"><v>1</v></c></row>";
  CHECK(refusal(make_workbook(rows)) ==
        "deals.xlsx has more than 20 million cells in one sheet: save it as CSV");
}

TEST_CASE("a workbook damaged anywhere is read or refused, and nothing else happens") {
  const auto whole = make_workbook(
      one_row,
      {{"xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>"},
       {"xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>"}});
  REQUIRE(refusal(whole).empty());
  for (std::size_t at = 0; at < whole.size(); ++at) {
    INFO(at);
    // Without its last three bytes or less an archive only lacks the length of its comment.
    if (at + 3 < whole.size()) CHECK(refusal(whole.substr(0, at)) != "");
    auto damaged = whole;
    damaged[at] = static_cast<char>(~damaged[at]);
    CHECK_NOTHROW(refusal(damaged));
  }
}
