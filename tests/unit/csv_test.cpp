// CSV and TSV: rows, their lines, and what is refused, on texts of our own and on csv-spectrum.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "unit/source_rows.hpp"

namespace {

using namespace source_test;

SourceOptions with_commas() {
  SourceOptions options;
  options.format = Format::csv;
  options.encoding = "utf-8";
  options.delimiter = ',';
  return options;
}

Reading read_rows(const std::string& text) { return read_text(text, with_commas()); }

std::vector<Cells> cells_of(const std::string& text) {
  const auto reading = read_rows(text);
  CHECK(reading.problems() == Problems{});
  return reading.cells();
}

Problems problems_of(const std::string& text) { return read_rows(text).problems(); }

Reading read_tsv(const std::string& text) { return read_text(text, in_format(Format::tsv)); }

std::vector<Cells> tsv_cells(const std::string& text) {
  const auto reading = read_tsv(text);
  CHECK(reading.problems() == Problems{});
  return reading.cells();
}

}  // namespace

TEST_CASE("CSV rows end in LF, CRLF or with the text, and a byte order mark is no part of them") {
  const std::vector<Cells> rows = {{"a", "b"}, {"1", ""}};
  CHECK(cells_of("a,b\n1,\n") == rows);
  CHECK(cells_of("a,b\r\n1,\r\n") == rows);
  CHECK(cells_of("\xEF\xBB\xBF"
                 "a,b\n1,") == rows);
  CHECK(cells_of("\n\r\na,b\n\n1,\n\r\n") == rows);
}

TEST_CASE("a text without rows has none") {
  CHECK(cells_of("") == std::vector<Cells>{});
  CHECK(cells_of("\xEF\xBB\xBF") == std::vector<Cells>{});
  CHECK(cells_of("\n\r\n\n") == std::vector<Cells>{});
}

TEST_CASE("CSV quotes hold commas, line ends and doubled quotes") {
  CHECK(cells_of("a,b\n\"1,2\",\"x\r\ny\"\n\"\"\"铁锋区\"\"\",\"\"\n") ==
        std::vector<Cells>{{"a", "b"}, {"1,2", "x\ny"}, {"\"铁锋区\"", ""}});
  CHECK(cells_of("a\n\"\"\n") == std::vector<Cells>{{"a"}, {""}});
}

TEST_CASE("a CSV row has the line of its first character") {
  CHECK(read_rows("a,b\n\n1,\"x\n\ny\"\n3,4").lines() == std::vector<std::size_t>{1, 3, 6});
}

TEST_CASE("an apostrophe before a formula is taken off, any other is kept") {
  CHECK(cells_of("'=1,'+86,'-x,'@a,'s,','',''=1\n") ==
        std::vector<Cells>{{"=1", "+86", "-x", "@a", "'s", "'", "''", "'=1"}});
}

TEST_CASE("cells longer than the reader's buffer come whole") {
  const std::string plain(700'000, 'x');
  const std::string quoted(531'071, '\n');
  CHECK(cells_of("a,b\n" + plain + ",\"" + quoted + "\"\"\"\r\n") ==
        std::vector<Cells>{{"a", "b"}, {plain, quoted + '"'}});
}

TEST_CASE("line ends and characters are whole wherever the reader's buffer happens to end") {
  for (std::size_t size = 262'130; size < 262'150; ++size) {
    const std::string plain(size, 'x');
    CHECK(cells_of("a\r\n" + plain + "\r\n\r\n1\r\n") == std::vector<Cells>{{"a"}, {plain}, {"1"}});
    CHECK(cells_of(plain + "克山县𠮷\n") == std::vector<Cells>{{plain + "克山县𠮷"}});
    CHECK(cells_of('"' + plain + "\"\"\"\n") == std::vector<Cells>{{plain + '"'}});
  }
}

TEST_CASE("CSV rows come in the width they have, and so do rows of blank cells") {
  CHECK(cells_of("a,b\n1,2,3\n1\n,\n\"\"\n") ==
        std::vector<Cells>{{"a", "b"}, {"1", "2", "3"}, {"1"}, {"", ""}, {""}});
}

TEST_CASE("a quote out of place is a problem of its cell, and the rows after it are read") {
  const std::string text = "a,b\n1,x\"y\n\"2\"z,3\n4,5\n\"6\n,7\n";
  CHECK(
      problems_of(text) ==
      Problems{{2,
                2,
                "a quote stands in a cell that does not begin with one: put the cell in quotes "
                "and write those within it twice"},
               {3, 1, "after the closing quote comes 'z': a quote within a cell is written twice"},
               {5, 1, "the quote that opens this cell is never closed"}});
  CHECK(read_rows(text).rows[3].cells == Cells{"4", "5"});
}

TEST_CASE("control characters and bytes that are no UTF-8 are problems, on the line they stand") {
  const std::string not_utf8 = "the byte 0xC6 is not UTF-8: save the file as \"CSV UTF-8\"";
  std::string text = "a,b\n1,\"x\n\x07\"\n\xC6\xEB,2\n1,\xC2\x85\nx\ry,2\n";
  text.append(1, '\0').append(",3");
  CHECK(problems_of(text) ==
        Problems{{3, 2, "the control character U+0007 has no place in a text: take it out", true},
                 {4, 1, not_utf8, true},
                 {5, 2, "the control character U+0085 has no place in a text: take it out", true},
                 {6, 1, "the control character U+000D has no place in a text: take it out", true},
                 {7, 1, "the control character U+0000 has no place in a text: take it out", true}});
}

TEST_CASE("a control character is found however far it stands from the row's beginning") {
  const std::string plain(262'139, 'x');
  const std::string text = "a,b\n" + plain + "\x07" + plain + ",c\n1,2\n";
  CHECK(problems_of(text) ==
        Problems{{2, 1, "the control character U+0007 has no place in a text: take it out", true}});
}

TEST_CASE("a row without end is given up") {
  const RowProblem endless{1, 1, "the row has no end within 4000000 bytes: is a quote left open?"};
  std::string text(9'000'000, 'x');
  text.front() = '"';
  text.append("\"\na\n");
  CHECK(problems_of(text) == Problems{endless});
  CHECK(problems_of('"' + std::string(9'000'000, '\n')) == Problems{endless});
  CHECK(read_rows(std::string(9'000'000, ',')).rows.size() == 1);
}

TEST_CASE("TSV cells have the escapes of leadbook's own export") {
  CHECK(tsv_cells("a\tb\nx\\ty\tx\\ny\\\\n\nC:\\dir\\\t\\\"x\"\n") ==
        std::vector<Cells>{{"a", "b"}, {"x\ty", "x\ny\\n"}, {"C:\\dir\\", "\"x\""}});
}

TEST_CASE("TSV quotes are those that a spreadsheet puts around whole cells") {
  CHECK(tsv_cells("a\tb\n\"x\ty\"\t\"1\n2\"\n\"\"\"q\"\"\"\t\"C:\\temp\"\n") ==
        std::vector<Cells>{{"a", "b"}, {"x\ty", "1\n2"}, {"\"q\"", "C:\\temp"}});
  CHECK(tsv_cells("\"龙江\"项目\t5\" pipe\n\"a\"\"b\" c\tx\n") ==
        std::vector<Cells>{{"\"龙江\"项目", "5\" pipe"}, {"\"a\"\"b\" c", "x"}});
  CHECK(read_tsv("\"x\ty\"z\tw\n").problems() ==
        Problems{
            {1, 1, "after the closing quote comes 'z': a quote within a cell is written twice"}});
}

TEST_CASE("a CSV text with tabs has quotes and no escapes") {
  const auto reading = read_text("a\tb\n\"1\t\"\"2\"\tx\\ny\n");
  CHECK(reading.facts.format == Format::csv);
  CHECK(reading.facts.delimiter == '\t');
  CHECK(reading.cells() == std::vector<Cells>{{"a", "b"}, {"1\t\"2", "x\\ny"}});
}

namespace {

const std::filesystem::path spectrum = LEADBOOK_SOURCE "/../shared/data/csv-spectrum";

nlohmann::json as_json(const std::string& text) {
  auto rows = cells_of(text);
  auto json = nlohmann::json::array();
  for (std::size_t row = 1; row < rows.size(); ++row) {
    auto object = nlohmann::json::object();
    for (std::size_t cell = 0; cell < rows[0].size(); ++cell) {
      object[rows[0][cell]] = rows[row].at(cell);
    }
    json.push_back(object);
  }
  return json;
}

/// The JSON expected, its line ends as a cell has them.
nlohmann::json expected(const std::string& stem) {
  auto text = bytes_of(spectrum / "json" / (stem + ".json"));
  for (auto at = text.find("\\r"); at != std::string::npos; at = text.find("\\r")) {
    text.erase(at, 2);
  }
  return nlohmann::json::parse(text);
}

}  // namespace

TEST_CASE("the csv-spectrum files give the JSON that comes with them") {
  if (!std::filesystem::exists(spectrum)) {
    WARN("csv-spectrum is not here; skipped");
    return;
  }
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(spectrum / "csvs")) {
    const auto stem = entry.path().stem().string();
    INFO(stem);
    ++files;
    CHECK(read_input(Input::open(entry.path())).facts.delimiter == ',');
    const auto text = bytes_of(entry.path());
    if (stem == "location_coordinates") {
      // Its coordinates hold quotes in cells without quotes, which RFC 4180 forbids.
      REQUIRE(problems_of(text).size() == 1);
      CHECK(problems_of(text)[0].column == 2);
      continue;
    }
    CHECK(as_json(text) == expected(stem));
  }
  CHECK(files == 12);
}
