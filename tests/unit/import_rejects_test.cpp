// Files of refused rows: that they read, mended or not, as the rows would have in their own file.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "unit/scratch_book.hpp"

namespace {

using Words = std::vector<std::string>;
namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void replace_all(std::string& text, const std::string& old, const std::string& by) {
  for (auto at = text.find(old); at != std::string::npos; at = text.find(old, at + by.size())) {
    text.replace(at, old.size(), by);
  }
}

/// A book of Qiqihar, and a folder for files to import.
class Desk {
 public:
  Desk() { book_.run({"book", "init", "--city", "Qiqihar"}); }

  std::string path(const std::string& name) const { return folder_.path / name; }

  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_.path / name, std::ios::binary) << text;
    return path(name);
  }

  scratch::Answer import(const Words& files, const Words& options) {
    Words words = {"import", "signings"};
    words.insert(words.end(), files.begin(), files.end());
    words.insert(words.end(), options.begin(), options.end());
    return book_.run(words);
  }

  /// Every signing with what a sheet can say of it.
  std::string signings() {
    return book_
        .run({"signing",
              "list",
              "--sort",
              "contract_no",
              "--columns",
              "contract_no,project,county,on,amount",
              "-F",
              "csv"})
        .out;
  }

  scratch::Book& book() { return book_; }

 private:
  scratch::Book book_;
  scratch::Folder folder_;
};

/// A table with a row that is wrong, how it is imported, and what mends the row.
struct Way {
  std::string name;
  std::string text;
  Words options;
  std::string wrong;
  std::string right;
};

const std::vector<Way> ways = {
    {"unit.csv",
     "签约项目,,,,\n单位：万元,,,,\n合同编号,项目名称,县区,签约日期,合同金额\n"
     "A-1,甲,拜泉,2019-01-05,5000\nA-2,乙,火星,2019-01-06,6000\n",
     {"--key", "contract_no"},
     "火星",
     "克山"},
    {"year.csv",
     "2019年第一季度签约项目,,,,\n合同编号,项目名称,县区,签约日期,合同金额（亿元）\n"
     "A-1,甲,拜泉,1月5日,1\nA-2,乙,火星,2月6日,2\n",
     {},
     "火星",
     "克山"},
    {"map.csv",
     "编码,规模,签约日,名\nA-1,4,2019-01-05,甲\nA-2,3,2019-13-06,乙\n",
     {"--map",
      "编码=contract_no",
      "--map",
      "规模=amount|亿元",
      "--map",
      "签约日=on",
      "--map",
      "名=project",
      "--default",
      "county=克山县",
      "--key",
      "contract_no"},
     "2019-13-06",
     "2019-12-06"},
    {"comma.csv",
     "contract_no;project;county;on;amount (CNY)\n"
     "A-1;Ducks;拜泉;05/01/2019;1.234,50\nA-2;Geese;Mars;06/01/2019;1.740\n",
     {"--date-order", "dmy"},
     "Mars",
     "Baiquan"},
    {"years.tsv",
     "contract_no\tproject\tcounty\ton\tamount\nA-1\tDucks\tMars\t1月5日\t10\n"
     "A-2\tGeese\tBaiquan\t1月6日\t0.123456\n",
     {"--year", "2018", "--unit", "万", "--round"},
     "Mars",
     "Keshan"},
    {"units.csv",
     "合同编号,项目名称,县区,签约日期,投资额\n,,,,（亿元）\n"
     "A-1,甲,拜泉,2019-01-05,1\nA-2,乙,火星,2019-01-06,2\n",
     {"--strict"},
     "火星",
     "克山"},
    {"lines.jsonl",
     "{\"contract_no\":\"A-1\",\"project\":\"Ducks\",\"county\":\"Baiquan\",\"on\":\"2019-01-05\","
     "\"amount\": 1.50}\n"
     "{\"contract_no\":\"A-2\",\"project\":\"Geese\",\"county\":\"Mars\",\"on\":\"2019-01-06\","
     "\"amount\": 2.50}\n",
     {"--unit", "万"},
     "Mars",
     "Keshan"},
    {"list.json",
     "[{\"no\":\"A-1\",\"project\":\"Ducks\",\"county\":\"Mars\",\"on\":\"2019-01-05\","
     "\"amount\":\"1亿\"},\n {\"no\":\"A-2\",\"project\":\"Geese\",\"county\":\"Keshan\","
     "\"on\":\"2019-01-06\",\"amount\":\"2亿\"}]",
     {"--map", "no=contract_no"},
     "Mars",
     "Keshan"},
};

}  // namespace

TEST_CASE("a refused row imports after mending as it would have in its own file") {
  for (const auto& way : ways) {
    INFO(way.name);
    auto mended = way.text;
    replace_all(mended, way.wrong, way.right);
    Desk whole;
    const auto all = whole.import({whole.write(way.name, mended)}, way.options);
    INFO(all.err);
    CHECK(all.code == 0);

    Desk desk;
    const auto rejects = desk.path("r" + fs::path(way.name).extension().string());
    auto options = way.options;
    for (const char* word : {"--on-error", "skip", "--rejects"}) options.emplace_back(word);
    options.push_back(rejects);
    const auto first = desk.import({desk.write(way.name, way.text)}, options);
    INFO(first.err);
    CHECK(first.code == 3);
    const auto before = desk.signings();

    // As it is it is refused once more, without any of the options.
    CHECK(desk.import({rejects}, {}).code == 65);
    CHECK(desk.signings() == before);

    auto text = text_of(rejects);
    INFO(text);
    replace_all(text, way.wrong, way.right);
    const auto again =
        desk.import({desk.write("mended" + rejects.substr(rejects.rfind('.')), text)}, {});
    INFO(again.err);
    CHECK(again.code == 0);
    CHECK(desk.signings() == whole.signings());
  }
}

TEST_CASE("a row refused for its key stays refused until it is mended") {
  Desk desk;
  const auto file = desk.write("k.csv",
                               "contract_no,project,county,on,amount\n"
                               "A-1,Ducks,Baiquan,2019-01-05,1亿元\n"
                               "a-1 ,Geese,Keshan,2019-01-06,9亿元\n");
  const auto rejects = desk.path("r.csv");
  CHECK(desk.import({file}, {"--key", "contract_no", "--on-error", "skip", "--rejects", rejects})
            .code == 3);
  const auto before = desk.signings();
  CHECK(before.find("Ducks") != std::string::npos);
  const auto again = desk.import({rejects}, {"--key", "contract_no"});
  CHECK(again.code == 65);
  CHECK(again.err.find("line 2 has the same key") != std::string::npos);
  CHECK(desk.signings() == before);
  // Nor does refusing it once more make it another.
  const auto further = desk.path("r2.csv");
  CHECK(desk.import({rejects}, {"--key", "contract_no", "--on-error", "skip", "--rejects", further})
            .code == 65);
  auto text = text_of(further);
  CHECK(text.find("line 2 has the same key") != std::string::npos);
  CHECK(desk.import({further}, {}).code == 65);
  replace_all(text, "a-1 ,", "A-2,");
  CHECK(desk.import({desk.write("m.csv", text)}, {"--key", "contract_no"}).code == 0);
  CHECK(desk.signings().find("Geese") != std::string::npos);
}

TEST_CASE("what a file of lines cannot say as a record comes back as it was") {
  Desk desk;
  const Words lines = {
      R"({"contract_no":"A-1","project":"Ducks","county":"Baiquan","on":"2019-01-05","amount":"1亿元"})",
      R"({"contract_no":"A-2","project":"Geese","county":"Mars","on":"2019-01-05","amount":1.0})",
      R"({"contract_no":"A-3","project": )",
      R"({"contract_no":"A-4","project":{"name":"Quails","x":[1]},"county":"Baiquan"})"};
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  const auto rejects = desk.path("r.jsonl");
  const Words options = {"--key", "contract_no", "--on-error", "skip", "--rejects", rejects};
  CHECK(desk.import({desk.write("d.jsonl", text)}, options).code == 3);
  const auto kept = text_of(rejects);
  for (std::size_t at = 1; at < lines.size(); ++at) {
    CHECK(kept.find("\n" + lines[at] + "\n") != std::string::npos);
  }
  const auto again = desk.import({rejects}, {"--on-error", "skip", "--json"});
  CHECK(again.code == 65);
  CHECK(again.out.find("\"refused\": 3") != std::string::npos);
}

TEST_CASE("several files share their rejects, and no file is written over") {
  Desk desk;
  const std::string headings = "contract_no,project,county,on,amount\n";
  const auto a = desk.write("a.csv", headings + "A-1,Ducks,Mars,2019-01-05,1亿元\n");
  const auto b = desk.write("b.csv",
                            headings +
                                "B-1,Geese,Venus,2019-01-05,1亿元\n"
                                "B-2,Swans,Baiquan,2019-01-05,1亿元\n");
  const auto rejects = desk.path("r.csv");
  const Words options = {"--key", "contract_no", "--on-error", "skip", "--rejects", rejects};
  CHECK(desk.import({a, b}, options).code == 3);
  CHECK(text_of(rejects).find("Mars") != std::string::npos);
  CHECK(text_of(rejects).find("Venus") != std::string::npos);

  const auto itself = desk.import({rejects}, options);
  CHECK(itself.code == 2);
  CHECK(text_of(rejects).find("Venus") != std::string::npos);

  const auto notes = desk.write("notes.csv", "my own notes\n");
  CHECK(desk.import({a}, {"--on-error", "skip", "--rejects", notes}).code == 2);
  CHECK(text_of(notes) == "my own notes\n");

  // A clean run leaves none of yesterday's.
  const auto clean = desk.write("c.csv", headings + "C-1,Hens,Baiquan,2019-01-05,1亿元\n");
  CHECK(desk.import({clean}, options).code == 0);
  CHECK_FALSE(fs::exists(rejects));
}

TEST_CASE("reports for programs: one document, made records, what went wrong before a row") {
  Desk desk;
  const std::string headings = "contract_no,project,county,on,amount\n";
  const auto a = desk.write("a.csv", headings + "A-1,Ducks,Keshan,2019-01-05,1亿元\n");
  const auto b = desk.write("b.csv", headings + "B-1,Geese,Baiquan,2019-01-05,1亿元\n");
  const auto both = desk.import({a, b}, {"--json"});
  CHECK(both.code == 0);
  CHECK(both.out.find(a) != std::string::npos);
  CHECK(both.out.find(b) != std::string::npos);
  CHECK(both.out.find("\"schema\"") == both.out.rfind("\"schema\""));
  CHECK(both.out.find("S-1") != std::string::npos);
  CHECK(both.out.find("S-2") != std::string::npos);

  const auto none = desk.import({desk.path("none.csv")}, {"--json"});
  CHECK(none.code == 1);
  CHECK(none.out.find("\"written\": false") != std::string::npos);
  CHECK(none.out.find("\"exit_code\": 1") != std::string::npos);

  const auto wrong = desk.write("w.csv", headings + "C-1,Swans,Mars,2019-01-05,1亿元\n");
  const auto refused = desk.import({wrong}, {"--json"});
  CHECK(refused.code == 65);
  CHECK(refused.out.find("\"written\": false") != std::string::npos);
  CHECK(refused.err.find("undo:") == std::string::npos);
}

TEST_CASE("a request of another import is refused, the same once more is done") {
  Desk desk;
  const std::string headings = "contract_no,project,county,on,amount\n";
  const auto a = desk.write("a.csv", headings + "A-1,Ducks,Keshan,2019-01-05,1亿元\n");
  const auto b = desk.write("b.csv", headings + "B-1,Geese,Baiquan,2019-01-05,1亿元\n");
  CHECK(desk.import({a}, {"--request", "night-1"}).code == 0);
  CHECK(desk.import({a}, {"--request", "night-1"}).code == 0);
  const auto other = desk.import({b}, {"--request", "night-1"});
  CHECK(other.code == 5);
  CHECK(other.err.find("night-1") != std::string::npos);
  // The same name with other rows in it is another file.
  desk.write("a.csv", headings + "A-9,Ducks,Keshan,2019-01-05,1亿元\n");
  CHECK(desk.import({a}, {"--request", "night-1"}).code == 5);
  CHECK(desk.signings().find("Geese") == std::string::npos);
}

TEST_CASE("keys are all fields named, in any case, width and blanks") {
  Desk desk;
  const std::string headings = "contract_no,project,county,on,amount\n";
  const Words by_two = {"--key", "project", "--key", "on"};
  const auto a = desk.write("a.csv", headings + "HT-1,Ducks,Keshan,2019-01-05,1亿元\n");
  const auto b = desk.write("b.csv", headings + "HT-2,Ducks,Keshan,2019-02-05,2亿元\n");
  CHECK(desk.import({a}, by_two).code == 0);
  CHECK(desk.import({b}, by_two).code == 0);
  CHECK(desk.signings() ==
        "contract_no,project,county,on,amount\nHT-1,Ducks,Keshan County,2019-01-05,100000000.00 CNY\n"
        "HT-2,Ducks,Keshan County,2019-02-05,200000000.00 CNY\n");
  const auto c = desk.write("c.csv", headings + "ｈｔ－１ ,Ducks,Keshan,2019-01-05,3亿元\n");
  const auto changed = desk.import({c}, {"--key", "contract_no"});
  CHECK(changed.err.find("0 new, 1 changed") != std::string::npos);
  const auto d = desk.write("d.tsv", "contract_no\tamount\n=\"HT-2\"\t4亿元\n");
  CHECK(desk.import({d}, {"--key", "contract_no"}).err.find("0 new, 1 changed") !=
        std::string::npos);
}

TEST_CASE("an export imports into another book by a key, and again") {
  Desk desk;
  const auto a = desk.write("a.csv",
                            "contract_no,project,county,on,amount\n"
                            "A-1,Ducks,Keshan,2019-01-05,1亿元\nA-2,Geese,Baiquan,2019-01-06,2亿元\n");
  CHECK(desk.import({a}, {"--key", "contract_no"}).code == 0);
  for (const char* ending : {"csv", "tsv", "jsonl", "json", "xlsx"}) {
    INFO(ending);
    const auto file = desk.path(std::string("s.") + ending);
    CHECK(desk.book().run({"export", "signings", "-o", file}).code == 0);
    Desk other;
    CHECK(other.import({file}, {"--key", "contract_no"}).code == 0);
    const auto again = other.import({file}, {"--key", "contract_no"});
    INFO(again.err);
    CHECK(again.code == 0);
    CHECK(again.err.find("2 unchanged") != std::string::npos);
    CHECK(other.signings() == desk.signings());
  }
}

TEST_CASE("what is only tried waits for no writer") {
  Desk desk;
  const auto a =
      desk.write("a.csv", "contract_no,project,county,on,amount\nA-1,Ducks,Keshan,2019-01-05,1亿元\n");
  const leadbook::service::BookChange change(desk.book().db, desk.book().origin());
  const auto tried = desk.import({a}, {"-n"});
  INFO(tried.err);
  CHECK(tried.code == 0);
  CHECK(tried.err.find("1 new") != std::string::npos);
}
