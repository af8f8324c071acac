// Importing signed deals: keys, new projects and companies, twins, oddities, rows left out.
#include <fstream>

#include "catch.hpp"
#include "leadbook/service/history/undo.hpp"
#include "unit/import_book.hpp"

namespace {

using namespace import_test;

/// A book with two counties.
class DealBook : public TestBook {
 public:
  DealBook() { take(Kind::county, "code\n230231\n230229\n"); }

  service::ImportReport deals(const std::string& text, service::ImportOptions options = {}) {
    return take_with(Kind::signing, text, std::move(options));
  }
};

service::ImportOptions by_contract() {
  service::ImportOptions options;
  options.key = {"contract_no"};
  return options;
}

const std::string sheet =
    "齐齐哈尔市签约项目表,,,,,\n"
    "单位：万元,,,,,\n"
    "合同编号,项目名称,县市区,投资方,投资额,签约时间\n"
    "0001,肉鸭全产业链,拜泉县,精易诚食品,32000,2020年5月19日\n"
    "0002,铸件,克山,华凯集团;精易诚食品,\"12,300.5\",43971\n"
    "注：数据截至5月,,,,,\n";

const Lines deals_of_sheet = {"肉鸭全产业链/0001/contract/2020-05-19/320000000.00 CNY",
                              "铸件/0002/contract/2020-05-20/123005000.00 CNY"};

}  // namespace

TEST_CASE("a bureau's sheet becomes projects, companies and signings in one entry") {
  DealBook book;
  const auto report = book.deals(sheet, by_contract());
  CHECK(report.problems.lines == Lines{});
  CHECK(report.heading_line == 3);
  CHECK(report.created == 2);
  CHECK(report.projects == 2);
  CHECK(report.companies == 2);
  CHECK(book.all(Kind::signing) == deals_of_sheet);
  CHECK(book.all(Kind::project) ==
        Lines{"肉鸭全产业链/拜泉县/精易诚食品", "铸件/克山县/华凯集团; 精易诚食品"});
  CHECK(store::head_of(book.db).number == 2);
  CHECK(store::check_book(book.db).damages() == Lines{});
}

TEST_CASE("the log names the line each record of an import came from") {
  DealBook book;
  book.deals(sheet, by_contract());
  std::vector<std::pair<std::string, std::int64_t>> lines;
  for (const auto& row : store::rows_of(book.db, 2)) {
    lines.emplace_back(reference_text(row.record), row.line);
  }
  CHECK(lines ==
        std::vector<std::pair<std::string, std::int64_t>>{
            {"C-1", 4}, {"P-1", 4}, {"S-1", 4}, {"C-2", 5}, {"P-2", 5}, {"S-2", 5}, {"I-2", 0}});
}

TEST_CASE("the same file again by its key leaves everything unchanged") {
  DealBook book;
  book.deals(sheet, by_contract());
  const auto again = book.deals(sheet, by_contract());
  CHECK(again.unchanged == 2);
  CHECK(again.created + again.updated + again.refused == 0);
  CHECK(store::head_of(book.db).number == 2);
}

TEST_CASE("a key updates the fields a row says something of and tells the difference") {
  DealBook book;
  book.deals(sheet, by_contract());
  const auto report = book.deals(
      "合同编号,投资额(亿元),备注,签约时间\n0002,1.5,增资,\n0001,--,,2020-05-19\n", by_contract());
  CHECK(report.problems.lines == Lines{});
  CHECK(report.updated == 1);
  CHECK(report.unchanged == 1);
  REQUIRE(report.differences.size() == 1);
  CHECK(report.differences[0].record == Reference{Kind::signing, 2});
  CHECK(report.differences[0].fields.size() == 2);
  CHECK(report.differences[0].fields[0].before == "123005000.00 CNY");
  CHECK(report.differences[0].fields[0].after == "150000000.00 CNY");
  CHECK(book.all(Kind::signing) ==
        Lines{deals_of_sheet[0], "铸件/0002/contract/2020-05-20/150000000.00 CNY/增资"});
}

TEST_CASE("a blank cell empties a field only where that was asked for") {
  DealBook book;
  book.deals(sheet, by_contract());
  auto options = by_contract();
  options.clear_blank = true;
  CHECK(book.deals("contract_no,amount\n0002,\n", options).updated == 1);
  CHECK(book.all(Kind::signing)[1] == "铸件/0002/contract/2020-05-20");
}

TEST_CASE("a key twice in a file, or blank, is refused with its line") {
  DealBook book;
  const auto report = book.deals(
      "contract_no,project,county,on\n"
      "A-1,Ducks,拜泉,2020-05-19\n"
      "A-1,Geese,拜泉,2020-05-19\n"
      ",Swans,拜泉,2020-05-19\n",
      by_contract());
  CHECK(report.problems.lines ==
        Lines{"f.csv:3: line 2 has the same key, A-1",
              "f.csv:4: the key is empty: without it no record can be found"});
  CHECK(book.all(Kind::project) == Lines{});
}

TEST_CASE("an unknown key is refused in words that name those there are") {
  DealBook book;
  service::ImportOptions options;
  options.key = {"contract"};
  CHECK_THROWS_WITH(book.deals(sheet, options),
                    Catch::Matchers::StartsWith("--key: there is no field 'contract'"));
}

TEST_CASE("without a key a probable twin is refused with its reference") {
  DealBook book;
  book.deals(sheet);
  const auto again = book.deals(
      "项目名称,县市区,投资方,投资额(亿元),签约时间\n"
      "肉鸭全产业链项目,拜泉县,精易诚食品有限公司,3.2,2020-05-19\n"
      "肉鸭全产业链,克山县,精易诚食品,3.2,2020-05-21\n"
      "肉鸭全产业链,克山县,精易诚食品,3.2,2020-05-21\n");
  CHECK(again.problems.lines ==
        Lines{"f.csv:2: the book already has this as S-1; --allow-twins adds it again",
              "f.csv:4: line 3 says the same; --allow-twins takes both"});
}

TEST_CASE("refused rows are left out, leave nothing behind, and import once mended") {
  DealBook book;
  scratch::Folder folder;
  const auto rejects = (folder.path / "rejects.csv").string();
  service::ImportOptions options = by_contract();
  options.skip = true;
  ingest::RejectFiles files(rejects);
  options.rejects = &files;
  const std::string text =
      "合同编号,项目名称,县市区,投资方,投资额(万元),签约时间\n"
      "A-1,Ducks,拜泉,甲公司,100,2020-05-19\n"
      "A-2,Geese,火星,乙公司,100,2020-05-19\n"
      "A-3,Swans,克山,丙公司,x,2020-02-30\n";
  const auto report = book.deals(text, options);
  files.finish();
  CHECK(report.created == 1);
  CHECK(report.refused == 2);
  CHECK(report.companies == 1);
  CHECK(book.all(Kind::company) == Lines{"甲公司/enterprise"});
  CHECK(book.all(Kind::project).size() == 1);
  CHECK(store::check_book(book.db).damages() == Lines{});

  std::ifstream file(rejects);
  std::string mended((std::istreambuf_iterator<char>(file)), {});
  CHECK(mended.find("_line,_column,_reason,_import,合同编号") != std::string::npos);
  for (const auto& [wrong, right] : {std::pair<std::string, std::string>("火星", "拜泉"),
                                     {",x,", ",100,"},
                                     {"2020-02-30", "2020-02-29"}}) {
    for (auto at = mended.rfind(wrong); at != std::string::npos && at > mended.find("A-2");
         at = mended.rfind(wrong, at - 1)) {
      mended.replace(at, wrong.size(), right);
    }
  }
  const auto second = book.deals(mended, by_contract());
  CHECK(second.problems.lines == Lines{});
  CHECK(second.created == 2);
  CHECK(book.all(Kind::signing).size() == 3);
}

TEST_CASE("an amount far beyond the others, and one in another currency, are odd") {
  DealBook book;
  std::string text = "contract_no,project,county,on,amount,outside_amount\n";
  for (int row = 1; row <= 6; ++row) {
    text += "A-" + std::to_string(row) + ",P" + std::to_string(row) + ",拜泉,2020-05-19," +
            std::to_string(row) + "00万美元,\n";
  }
  text += "A-7,P7,拜泉,2020-05-19,520000万美元,\n";
  text += "A-8,P8,拜泉,2020-05-19,300万元,400万元\n";
  const auto report = book.deals(text, by_contract());
  CHECK(report.created == 8);
  CHECK(report.notes.lines.size() == 4);  // one of the column's two currencies
  auto strict = by_contract();
  strict.strict = true;
  DealBook other;
  const auto refused = other.deals(text, strict);
  CHECK(
      refused.problems.lines ==
      Lines{"f.csv:8: column 5 'amount': 52亿 USD is 1300 times what is usual in this file (400万 "
            "USD): is the unit right?",
            "f.csv:9: column 5 'amount': 300万 CNY is in CNY, but nearly all of this file is in "
            "another currency",
            "f.csv:9: column 6 'outside_amount': 400万 CNY is more than the 300万 CNY of the "
            "whole"});
}

TEST_CASE("European numbers are taken for what they are by their column") {
  DealBook book;
  const std::string heading = "contract_no;project;county;on;投资额(万元)\n";
  const auto report = book.deals(
      heading + "A-1;P1;拜泉;2020-05-19;1.740\nA-2;P2;拜泉;2020-05-19;1.740,50\n", by_contract());
  CHECK(report.problems.lines == Lines{});
  CHECK(book.all(Kind::signing) == Lines{"P1/A-1/contract/2020-05-19/17400000.00 CNY",
                                         "P2/A-2/contract/2020-05-19/17405000.00 CNY"});
  const auto both = book.deals(
      heading + "A-3;P1;拜泉;2020-05-19;1,740.5\nA-4;P2;拜泉;2020-05-19;1.740,50\n", by_contract());
  REQUIRE(both.problems.count == 1);
  CHECK(both.problems.lines[0].starts_with("f.csv:1: column 5 '投资额(万元)': line 3 writes"));
}

TEST_CASE("defaults and maps say what the file does not") {
  DealBook book;
  auto options = by_contract();
  options.defaults = {{"county", "克山县"}, {"kind", "framework"}};
  options.map = {{"编码", "contract_no", ""}, {"规模", "amount", "亿元"}, {"联系人", "-", ""}};
  const auto report =
      book.deals("编码,项目,规模,联系人,落款\nA-1,Ducks,1.5,somebody,2020-05-19\n", options);
  CHECK(report.problems.lines ==
        Lines{"f.csv:1: column 5 '落款': it looks like dates, and no field is called so: --map "
              "'落款=FIELD' says which it is, --map '落款=-' passes it over"});
  options.map.push_back({"落款", "on", ""});
  const auto again =
      book.deals("编码,项目,规模,联系人,落款\nA-1,Ducks,1.5,somebody,2020-05-19\n", options);
  CHECK(again.problems.lines == Lines{});
  CHECK(book.all(Kind::signing) == Lines{"Ducks/A-1/framework/2020-05-19/150000000.00 CNY"});
}

TEST_CASE("a new company near a known one is made, and told") {
  DealBook book;
  book.deals(sheet, by_contract());
  const auto report =
      book.deals("contract_no,project,county,on,investors\nA-1,Geese,拜泉,2020-05-19,精易城食品\n",
                 by_contract());
  CHECK(report.companies == 1);
  CHECK(
      report.notes.lines ==
      Lines{
          "f.csv:2: added C-3 精易城食品, 89 % like C-1 精易诚食品; 'leadbook company merge' makes "
          "two one"});
}

TEST_CASE("digits a spreadsheet lost are refused, leading zeros kept") {
  DealBook book;
  const auto report = book.take(Kind::company, "name,credit_code\n甲公司,9.12302E+17\n");
  REQUIRE(report.problems.count == 1);
  CHECK(report.problems.lines[0].find("lost its digits") != std::string::npos);
}

TEST_CASE("an import undone takes its records away, and names those changed since") {
  DealBook book;
  book.deals(sheet, by_contract());
  {
    service::BookChange change(book.db, book.origin());
    auto signing = store::find(book.db, Id<Signing>{2}).value();
    signing.note = "changed";
    change.put(signing);
    change.commit();
  }
  {
    service::BookChange change(book.db, book.origin());
    CHECK_THROWS_WITH(service::undo(change, 2),
                      Catch::Matchers::StartsWith("entry 2 cannot be reversed, as records were "
                                                  "changed since: S-2 0002, changed by entry 3") &&
                          Catch::Matchers::EndsWith("--keep-changed reverses all but these"));
  }
  {
    service::BookChange change(book.db, book.origin());
    const auto reversal = service::undo(change, 2, true);
    CHECK(reversal.kept.size() == 4);  // S-2, its project and that one's two companies
  }
  CHECK(book.all(Kind::signing).size() == 1);
  CHECK(store::check_book(book.db).damages() == Lines{});
}
