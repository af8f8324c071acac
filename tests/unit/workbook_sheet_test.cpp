#include <string>
#include <vector>

#include "catch.hpp"
#include "unit/workbook_sample.hpp"

using workbook::data;
using workbook::make_parts;
using workbook::make_workbook;
using workbook::make_zip;
using workbook::read;
using workbook::refusal;
using workbook::relation;
using workbook::Rows;

namespace {

std::string text_cell(const std::string& place, const std::string& text) {
  return "<c r=\"" + place + "\" t=\"str\"><v>" + text + "</v></c>";
}

std::string one_cell_sheet(const std::string& text) {
  return "<worksheet>" + data("<row>" + text_cell("A1", text) + "</row>") + "</worksheet>";
}

/// Sheets: Cover, empty; 2019, hidden; Deals; 2020.
std::string four_sheets() {
  return make_zip(
      {{"xl/workbook.xml",
        "<x:workbook xmlns:x=\"urn:x\"><x:workbookPr date1904=\"1\"/><x:sheets>"
        "<x:sheet name=\"Cover\" r:id=\"a\"/><x:sheet name=\"2019\" state=\"hidden\" r:id=\"b\"/>"
        "<x:sheet name=\"Chart\" r:id=\"e\"/><x:sheet name=\"Deals\" r:id=\"c\"/>"
        "<x:sheet name=\"2020\" r:id=\"d\"/></x:sheets></x:workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships>" + relation("a", "worksheet", "worksheets/a.xml") +
            relation("b", "worksheet", "/xl/worksheets/b.xml") +
            relation("c", "worksheet", "../xl/worksheets/./c.xml") +
            relation("d", "worksheet", "worksheets/d.xml") +
            relation("e", "chartsheet", "chartsheets/e.xml") + "</Relationships>"},
       {"xl/worksheets/a.xml", "<worksheet><sheetData/></worksheet>"},
       {"xl/worksheets/b.xml", one_cell_sheet("hidden")},
       {"XL/Worksheets/C.xml", one_cell_sheet("deals")},
       {"xl\\worksheets\\d.xml", one_cell_sheet("last")}});
}

}  // namespace

TEST_CASE("the first shown sheet with rows is read, or the one asked for by name or number") {
  CHECK(read(four_sheets()).rows == Rows{{"deals"}});
  CHECK(read(four_sheets(), "2020").rows == Rows{{"last"}});
  CHECK(read(four_sheets(), "2019").rows == Rows{{"hidden"}});
  CHECK(read(four_sheets(), "deals").rows == Rows{{"deals"}});
  CHECK(read(four_sheets(), "2").rows == Rows{{"deals"}});
  CHECK(read(four_sheets(), "3").rows == Rows{{"last"}});
  CHECK(read(four_sheets(), "1").rows.empty());
  CHECK(refusal(four_sheets(), "4") == "deals.xlsx has no sheet '4'; there are Cover, Deals, 2020");
}

TEST_CASE("a workbook says which sheets it shows, which is read and what its days count from") {
  const auto input = workbook::keep(four_sheets());
  const auto source = leadbook::ingest::open_workbook(input);
  const auto& facts = source->facts();
  CHECK(facts.format == leadbook::ingest::Format::xlsx);
  CHECK(facts.encoding.empty());
  CHECK(facts.sheet == "Deals");
  CHECK(facts.sheets == std::vector<leadbook::ingest::SheetFacts>{{"Cover", false, false},
                                                                  {"2019", true, true},
                                                                  {"Deals", false, true},
                                                                  {"2020", false, true}});
  CHECK(facts.dates_from_1904);
}

TEST_CASE("cells stand where they say, or else in order, and empty rows are passed over") {
  const auto reading = read(make_workbook(
      "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c><v>2</v></c><c r=\"E2\"><v>3</v></c></row>"
      "<row r=\"3\"><c r=\"A3\" s=\"1\"/></row><row><c t=\"str\"><v> \n</v></c></row>"
      "<row r=\"1048576\"><c r=\"XFD1048576\"><v>4</v></c></row>"));
  REQUIRE(reading.rows.size() == 2);
  CHECK(reading.lines == std::vector<std::size_t>{2, 1'048'576});
  CHECK(reading.rows[0] == std::vector<std::string>{"", "1", "2", "", "3"});
  CHECK(reading.rows[1].size() == 16'384);
  CHECK(reading.rows[1].back() == "4");
}

TEST_CASE("a value merged over rows stands in each that has values, in its first column") {
  const auto reading = read(make_zip(make_parts(
      data("<row r=\"1\">" + text_cell("A1", "克山县") + text_cell("B1", "a") +
           "</row><row r=\"2\">" + text_cell("B2", "b") +
           "</row><row r=\"3\"><c r=\"A3\" s=\"1\"/></row><row r=\"4\">" + text_cell("B4", "c") +
           "</row><row r=\"5\">" + text_cell("B5", "d") + "</row>") +
      "<mergeCells><mergeCell ref=\"A1:A4\"/><mergeCell ref=\"B1:C1\"/></mergeCells>")));
  CHECK(reading.rows == Rows{{"克山县", "a"}, {"克山县", "b"}, {"克山县", "c"}, {"", "d"}});
  CHECK(reading.lines == std::vector<std::size_t>{1, 2, 4, 5});
}

TEST_CASE("a workbook is read as often as needed, from the start and only as far as wanted") {
  const auto input =
      workbook::keep(make_workbook("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>"));
  const auto source = leadbook::ingest::open_workbook(input);
  std::vector<std::string> seen;
  for (int time = 0; time < 2; ++time) {
    source->each([&](leadbook::ingest::Row& row) {
      seen.push_back(row.cells.at(0));
      row = {};
      return seen.size() % 3 != 1;
    });
  }
  CHECK(seen == std::vector<std::string>{"1", "1", "2"});
}

TEST_CASE("what the taker of rows throws comes out of the reading") {
  const auto input = workbook::keep(make_workbook("<row><c><v>1</v></c></row>"));
  const auto source = leadbook::ingest::open_workbook(input);
  CHECK_THROWS_WITH(source->each([](leadbook::ingest::Row&) -> bool {
    throw leadbook::Error(leadbook::ErrorKind::failed, "enough");
  }),
                    "enough");
}
