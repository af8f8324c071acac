// Workbooks as offices make them, imported by the whole command.
#include <fstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "unit/scratch_book.hpp"
#include "unit/workbook_sample.hpp"

namespace {

using Cells = std::vector<std::string>;

/// A row of a sheet; "" leaves a place out.
std::string row(int number, const Cells& cells, const std::string& attributes = "") {
  std::string xml = "<row r=\"" + std::to_string(number) + "\"" + attributes + ">";
  for (std::size_t column = 0; column < cells.size(); ++column) {
    if (cells[column].empty()) continue;
    const auto place = std::string(1, static_cast<char>('A' + column)) + std::to_string(number);
    xml += "<c r=\"" + place + "\" t=\"str\"><v>" + cells[column] + "</v></c>";
  }
  return xml + "</row>";
}

std::string headings(int number = 1) {
  return row(number, {"合同编号", "项目名称", "县区", "签约日期", "合同金额（万元）"});
}

std::string merges(const std::vector<std::string>& ranges) {
  std::string xml = "<mergeCells>";
  for (const auto& range : ranges) xml += "<mergeCell ref=\"" + range + "\"/>";
  return xml + "</mergeCells>";
}

struct Sheet {
  std::string name;
  std::string xml;  // inside its <worksheet>
  bool hidden = false;
};

std::string workbook_of(const std::vector<Sheet>& sheets) {
  workbook::Parts parts;
  std::string list;
  std::string relations;
  for (std::size_t at = 0; at < sheets.size(); ++at) {
    const auto id = "r" + std::to_string(at);
    const auto path = "worksheets/sheet" + std::to_string(at) + ".xml";
    list += "<sheet name=\"" + sheets[at].name + "\" r:id=\"" + id + "\"" +
            (sheets[at].hidden ? " state=\"hidden\"/>" : "/>");
    relations += workbook::relation(id, "worksheet", path);
    parts.push_back({"xl/" + path, "<worksheet>" + sheets[at].xml + "</worksheet>"});
  }
  parts.push_back({"xl/workbook.xml", "<workbook><sheets>" + list + "</sheets></workbook>"});
  parts.push_back(
      {"xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>"});
  return workbook::make_zip(parts);
}

/// A book of Qiqihar and a folder for its workbooks.
class Office {
 public:
  Office() { book_.run({"book", "init", "--city", "Qiqihar"}); }

  /// Imports signings from a workbook; `WB` stands for it in what is answered.
  scratch::Answer import(const std::string& bytes, std::vector<std::string> more = {}) {
    const auto path = (folder_.path / "wb.xlsx").string();
    std::ofstream(path, std::ios::binary) << bytes;
    std::vector<std::string> words = {"import", "signings", path};
    words.insert(words.end(), more.begin(), more.end());
    auto answer = book_.run(words);
    for (auto at = answer.err.find(path); at != std::string::npos; at = answer.err.find(path)) {
      answer.err.replace(at, path.size(), "WB");
    }
    return answer;
  }

  /// Every signing as "number county day amount".
  std::vector<std::string> signings() {
    const auto answer = book_.run({"signing",
                                   "list",
                                   "--columns",
                                   "contract_no,county,on,amount",
                                   "-F",
                                   "csv",
                                   "--sort",
                                   "id"});
    std::vector<std::string> lines;
    std::istringstream stream(answer.out);
    for (std::string line; std::getline(stream, line);) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      lines.push_back(line);
    }
    lines.erase(lines.begin());
    return lines;
  }

 private:
  scratch::Book book_;
  scratch::Folder folder_;
};

bool says(const scratch::Answer& answer, const std::string& text) {
  return answer.err.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE(
    "a merged cell fills counties, projects and days into the rows below it, and that is told") {
  Office office;
  const auto answer = office.import(workbook_of(
      {{"Deals",
        workbook::data(headings() + row(2, {"A-1", "铸件", "拜泉", "2020-03-01", "100"}) +
                       row(3, {"A-2", "", "", "", "200"}) +
                       row(4, {"A-3", "铝材", "克山", "2020-03-02", "300"})) +
            merges({"B2:B3", "C2:C3", "D2:D3"})}}));
  CHECK(answer.code == 0);
  CHECK(says(answer, "column 3 '县区': a merged cell (C2:C3) holds for 1 row below it as well"));
  CHECK(office.signings() ==
        std::vector<std::string>{"A-1,Baiquan County,2020-03-01,1000000.00 CNY",
                                 "A-2,Baiquan County,2020-03-01,2000000.00 CNY",
                                 "A-3,Keshan County,2020-03-02,3000000.00 CNY"});
}

TEST_CASE(
    "an amount or a contract number that is merged over several rows is refused with its cells") {
  for (const std::string column : {"A", "E"}) {
    Office office;
    const auto range = column + "2:" + column + "3";
    const auto answer = office.import(workbook_of(
        {{"Deals",
          workbook::data(headings() + row(2, {"A-1", "铸件", "拜泉", "2020-03-01", "100"}) +
                         row(3,
                             {column == "A" ? "" : "A-2",
                              "铝材",
                              "克山",
                              "2020-03-02",
                              column == "E" ? "" : "200"})) +
              merges({range})}}));
    INFO(answer);
    CHECK(answer.code == 65);
    CHECK(says(answer, range + " is one cell over 2 rows, and each needs its own"));
    CHECK(office.signings().empty());
  }
}

TEST_CASE("an amount merged over rows of one deal, each with its own firm, is taken once") {
  Office office;
  const auto headings = row(1, {"项目名称", "县区", "签约日期", "签约方", "合同金额（万元）"});
  const auto sheet = [&](const std::string& second_title) {
    return workbook_of(
        {{"一",
          workbook::data(headings + row(2, {"P1", "拜泉", "2020-01-05", "甲一公司", "100"}) +
                         row(3, {second_title, "拜泉", "2020-01-05", "乙二公司"}) +
                         row(4, {"合计", "", "", "", "100"})) +
              merges({"E2:E3"})}});
  };
  const auto two = office.import(sheet("P2"));
  CHECK(two.code == 65);
  CHECK(says(two, "E2:E3 is one cell over 2 rows"));
  const auto one = office.import(sheet("P1"));
  CHECK(one.code == 0);
  CHECK(says(one, "E2:E3 is one cell over rows of one deal: it is taken once"));
  CHECK(!says(one, "its rows give"));
  CHECK(says(one, "2 companies"));
  CHECK(office.signings() == std::vector<std::string>{",Baiquan County,2020-01-05,1000000.00 CNY"});
}

TEST_CASE("two heading rows that are merged over each other are one") {
  Office office;
  const auto answer = office.import(workbook_of(
      {{"Deals",
        workbook::data(row(1, {"合同编号", "项目名称", "县区", "签约日期", "投资情况（万元）"}) +
                       row(2, {"", "", "", "", "总投资", "固定资产投资"}) +
                       row(3, {"A-1", "铸件", "拜泉", "2020-03-01", "100", "60"})) +
            merges({"A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1"})}}));
  INFO(answer);
  CHECK(answer.code == 0);
  CHECK(office.signings() ==
        std::vector<std::string>{"A-1,Baiquan County,2020-03-01,1000000.00 CNY"});
}

TEST_CASE("a table that begins at C7 is found, and --heading-line says which of two is read") {
  Office office;
  const auto at_c7 = [](int first, const Cells& cells) {
    Cells placed = {"", ""};
    placed.insert(placed.end(), cells.begin(), cells.end());
    return row(first, placed);
  };
  const Cells names = {"合同编号", "项目名称", "县区", "签约日期", "合同金额（万元）"};
  const auto bytes = workbook_of(
      {{"Deals",
        workbook::data(at_c7(7, names) + at_c7(8, {"A-1", "铸件", "拜泉", "2020-03-01", "100"}) +
                       at_c7(11, names) +
                       at_c7(12, {"A-2", "铝材", "克山", "2020-03-02", "200"}))}});
  const auto second = office.import(bytes, {"--heading-line", "11", "--key", "contract_no"});
  INFO(second);
  CHECK(office.signings() ==
        std::vector<std::string>{"A-2,Keshan County,2020-03-02,2000000.00 CNY"});
  office.import(bytes, {"--key", "contract_no"});
  CHECK(office.signings().size() == 2);
}

TEST_CASE("hidden rows and columns are read and told, hidden sheets are named") {
  Office office;
  const auto answer = office.import(workbook_of(
      {{"Deals",
        "<cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols>" +
            workbook::data(headings() + row(2, {"A-1", "铸件", "拜泉", "2020-03-01", "100"}) +
                           row(3, {"A-2", "铝材", "克山", "2020-03-02", "200"}, " hidden=\"1\""))},
       {"Old",
        workbook::data(headings() + row(2, {"B-1", "钢", "拜泉", "2019-01-01", "1"})),
        true}}));
  INFO(answer);
  CHECK(answer.code == 0);
  CHECK(says(answer, "1 of the rows is hidden"));
  CHECK(says(answer, "hidden columns are read as well: '签约日期'"));
  CHECK(says(answer, "not read: the hidden sheet 'Old'; --sheet NAME reads it"));
  CHECK(office.signings().size() == 2);
}

TEST_CASE("of several sheets the first with the columns is read, or those that are named, or all") {
  const auto bytes = workbook_of(
      {{"Cover", workbook::data(row(1, {"招商引资台账"}) + row(2, {"制表：招商局"}))},
       {"Jan", workbook::data(headings() + row(2, {"A-1", "铸件", "拜泉", "2020-01-01", "100"}))},
       {"Feb", workbook::data(headings() + row(2, {"A-2", "铝材", "克山", "2020-02-01", "200"}))},
       {"Mar", workbook::data(headings() + row(2, {"A-3", "钢材", "克山", "2020-03-01", "300"}))}});
  Office first;
  const auto one = first.import(bytes);
  INFO(one);
  CHECK(one.code == 0);
  CHECK(says(one, "not read: the sheet 'Cover', 'Feb', 'Mar'; --sheet names those to read"));
  CHECK(first.signings().size() == 1);

  Office second;
  const auto two = second.import(bytes, {"--sheet", "Jan", "--sheet", "4"});
  CHECK(two.code == 0);
  CHECK(second.signings() ==
        std::vector<std::string>{"A-1,Baiquan County,2020-01-01,1000000.00 CNY",
                                 "A-3,Keshan County,2020-03-01,3000000.00 CNY"});

  Office third;
  const auto all = third.import(bytes, {"--sheet", "*"});
  CHECK(all.code == 0);
  CHECK(says(all, "WB [Feb]"));
  CHECK(says(all, "not read: the sheet 'Cover'"));
  CHECK(third.signings().size() == 3);

  Office fourth;
  const auto none = fourth.import(bytes, {"--sheet", "Apr"});
  CHECK(none.code == 2);
  CHECK(says(none, "has no sheet 'Apr'; there are Cover, Jan, Feb, Mar"));
}

TEST_CASE("a workbook whose only rows are hidden is read where its sheet is named") {
  const auto bytes = workbook_of(
      {{"Deals",
        workbook::data(headings() + row(2, {"A-1", "铸件", "拜泉", "2020-03-01", "100"})),
        true}});
  Office office;
  const auto answer = office.import(bytes);
  CHECK(answer.code == 65);
  CHECK(says(answer, "WB: only hidden sheets have rows, 'Deals'; --sheet NAME reads one"));
  CHECK(office.import(bytes, {"--sheet", "Deals"}).code == 0);
  CHECK(office.signings().size() == 1);
}

TEST_CASE("the example row of an earlier template is no deal") {
  Office office;
  const auto answer = office.import(workbook_of(
      {{"签约",
        workbook::data(headings() +
                       row(2, {"HT-2020-001", "示例", "拜泉县", "2020-05-19", "32000"}))}}));
  INFO(answer);
  CHECK(says(answer, "the template's example, passed over"));
  CHECK(office.signings().empty());
}
