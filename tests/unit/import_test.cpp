// Importing: a whole file becomes records in one entry, or nothing does and every reason is told.
#include <algorithm>

#include "catch.hpp"
#include "unit/import_book.hpp"

namespace {

using namespace import_test;

const std::string two_companies =
    "name,kind,home,aliases\n"
    "\"Xuzhou Jingyicheng Food Co., Ltd.\",enterprise,\"Xuzhou, Jiangsu\",精易诚食品\n"
    "江西省烘焙协会,association,江西,\n";

}  // namespace

TEST_CASE("a file of companies becomes records in one entry") {
  TestBook book;
  const auto report = book.take(Kind::company, two_companies);
  CHECK(report.problems.lines == Lines{});
  CHECK(report.created == 2);
  CHECK(book.all(Kind::company) ==
        Lines{"Xuzhou Jingyicheng Food Co., Ltd./enterprise/Xuzhou, Jiangsu/精易诚食品",
              "江西省烘焙协会/association/江西"});
  CHECK(store::head_of(book.db).number == 1);
}

TEST_CASE(
    "columns go by their headings in either language, and what the book gives is passed over") {
  TestBook book;
  const auto report =
      book.take(Kind::company, "ID,企业,KIND,所在地,uid,,\nC-7,甲公司,协会,北京,x,,\n");
  CHECK(report.problems.lines == Lines{});
  CHECK(
      report.notes.lines ==
      Lines{"f.csv:1: the column 'ID' is passed over: the book gives it by itself; --key id would "
            "find records by it",
            "f.csv:1: the column 'uid' is passed over: the book gives it by itself; --key id "
            "would find records by it"});
  CHECK(book.all(Kind::company) == Lines{"甲公司/association/北京"});
}

TEST_CASE("each heading of a kind names one field of it") {
  for (const auto kind : all_kinds) {
    std::vector<std::string> headings;
    for (const auto& field : fields_of(kind)) {
      headings.push_back(field.english);
      headings.push_back(field.chinese);
    }
    std::sort(headings.begin(), headings.end());
    INFO(identifier(kind));
    CHECK(std::adjacent_find(headings.begin(), headings.end()) == headings.end());
  }
}

TEST_CASE("a heading that is unknown, twice there or missing is told, and no row is read") {
  TestBook book;
  const auto report = book.take(Kind::company, "hom,kind,类别\n1,2,3\n");
  CHECK(
      report.problems.lines ==
      Lines{
          "f.csv:1: column 1 'hom': there is no such column; did you mean 'home'? --map "
          "'hom=home' says so, --map 'hom=-' passes it over",
          "f.csv:1: column 3 '类别': column 2 'kind' already holds this; --map '类别=-' passes "
          "this one over",
          "f.csv:1: the column 'name' (Company) is missing; it may also be called "
          "企业名称、公司名称、单位名称、企业、公司, be mapped with --map HEADING=name, or be the "
          "same everywhere with --default name=VALUE"});
  CHECK(report.problems.kind() == ErrorKind::refused);
}

TEST_CASE("all that is wrong in a file is told by line and column, and nothing is written") {
  TestBook book;
  book.take(Kind::company, two_companies);
  const auto report = book.take(Kind::task,
                                "title,kind,due,project,\n"
                                "a,foo,2020-02-30,,\n"
                                "b,directive,,Duck,x\n"
                                "c,directive,,\n"
                                ",directive,,,\n"
                                "\"d\nd\",directive,,\x01,\n"
                                ",,,,\n"
                                "e,directive,2020-06-01,,\n");
  CHECK(report.problems.lines.size() == 7);
  CHECK(report.problems.lines[1].starts_with("f.csv:2: column 3 'due': '2020-02-30'"));
  CHECK(Lines(report.problems.lines.begin() + 2, report.problems.lines.end()) ==
        Lines{"f.csv:3: column 5: 'x' is in a column without a heading",
              "f.csv:3: column 4 'project': there is no project 'Duck'; see 'leadbook project "
              "list'",
              "f.csv:4: column 5: the row has 4 cells, the heading 5: is a comma missing, or one "
              "not in quotes?",
              "f.csv:5: column 1 'title': Task is needed",
              "f.csv:7: column 4 'project': the control character U+0001 has no place in a text: "
              "take it out"});
  CHECK(report.problems.kind() == ErrorKind::refused);
  CHECK(book.all(Kind::task) == Lines{});
  CHECK(store::head_of(book.db).number == 1);
}

TEST_CASE("a file of nothing but problems is told in its first fifty and their number") {
  TestBook book;
  std::string text = "name,kind\n";
  for (int row = 0; row < 60; ++row) text += "x" + std::to_string(row) + ",foo\n";
  const auto report = book.take(Kind::company, text);
  CHECK(report.problems.lines.size() == 50);
  CHECK(report.problems.count == 60);
}

TEST_CASE("a row that refers to nothing is not found") {
  TestBook book;
  const auto report = book.take(Kind::project, "title,county\nx,拜泉县\n");
  REQUIRE(report.problems.count == 1);
  CHECK(report.problems.kind() == ErrorKind::refused);
}

TEST_CASE("a file of headings alone imports nothing, an empty one is refused") {
  TestBook book;
  CHECK(book.take(Kind::station, "title\n").created == 0);
  CHECK_THROWS_WITH(book.take(Kind::station, "\n"),
                    "f.csv is empty: its first line names the columns, as "
                    "title,place,head,since,source,note");
  CHECK(store::head_of(book.db).number == 0);
}

TEST_CASE("headings that come once more are no record") {
  TestBook book;
  const auto report = book.take(Kind::station, "title,place\na,b\ntitle,place\n");
  CHECK(report.created == 1);
  CHECK(report.notes.lines == Lines{"f.csv:3: the headings once more, passed over"});
}

TEST_CASE("a later row may refer to a record of an earlier one") {
  TestBook book;
  const auto report =
      book.take(Kind::county, "name,kind,host\n拜泉县,county,\n拜泉经济开发区,zone,拜泉县\n");
  CHECK(report.problems.lines == Lines{});
  CHECK(book.all(Kind::county) == Lines{"拜泉县/county", "拜泉经济开发区/zone/拜泉县"});
}

TEST_CASE("the same file a second time is refused row by row") {
  TestBook book;
  const std::string stations = "title,place\nShenzhen outpost,Shenzhen\nBeijing outpost,Beijing\n";
  book.take(Kind::station, stations);
  const auto again = book.take(Kind::station, stations + "Beijing outpost,北京\n");
  CHECK(again.problems.lines ==
        Lines{"f.csv:2: the book already has this as ST-1; --allow-twins adds it again",
              "f.csv:3: the book already has this as ST-2; --allow-twins adds it again"});
  CHECK(again.problems.kind() == ErrorKind::conflict);
  CHECK(book.all(Kind::station).size() == 2);
}

TEST_CASE("a row twice in a file is refused, unless twins are allowed") {
  TestBook book;
  const std::string text = "title\na\nb\na\n";
  CHECK(book.take(Kind::task, text).problems.lines ==
        Lines{"f.csv:4: line 2 says the same; --allow-twins takes both"});
  service::ImportOptions options;
  options.allow_twins = true;
  CHECK(book.take_with(Kind::task, text, options).created == 3);
}

TEST_CASE("a company much like one of the book is refused") {
  TestBook book;
  book.take(Kind::company, "name\n徐州精易诚食品有限公司\n");
  const auto report = book.take(Kind::company, "name\n徐州精易诚食品股份有限公司\n");
  REQUIRE(report.problems.count == 1);
  CHECK(
      report.problems.lines[0].starts_with("f.csv:2: '徐州精易诚食品股份有限公司' looks like C-1"));
  CHECK(report.problems.kind() == ErrorKind::conflict);
}

TEST_CASE("companies a file names are made, unless that was forbidden") {
  TestBook book;
  book.take(Kind::county, "name\n拜泉县\n");
  const std::string text =
      "title,county,investors\nDucks,拜泉县,甲公司\nGeese,拜泉县,甲公司;乙集团\n";
  CHECK(book.take(Kind::project, text).problems.count == 2);
  const auto report = book.take(Kind::project, text, true);
  CHECK(report.problems.lines == Lines{});
  CHECK(report.companies == 2);
  CHECK(report.notes.lines == Lines{});
  CHECK(book.all(Kind::company) == Lines{"甲公司/enterprise", "乙集团/enterprise"});
}
