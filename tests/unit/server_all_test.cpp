// Every book of a server read as one.
#include <string>
#include <vector>

#include "catch.hpp"
#include "server_world.hpp"

namespace {

using namespace leadbook;
using server::Answer;
using Words = std::vector<std::string>;

/// A city of two counties' books: Keshan 230229 and Baiquan 230231.
class City {
 public:
  City() {
    for (const auto* book : {"230229", "230231"}) {
      done(book, {"book", "init", "--city", "2302"});
      done(book, {"company", "add", "Alpha Foods"});
      done(book, {"rate", "add", "HKD", "0.9", "--on", "2020-03-25"});
    }
    done("230229", {"new", "Duck", "--county", "230229", "--planned", "3亿元"});
    done("230231", {"new", "Wind", "--county", "230231", "--company", "Alpha"});
    done("230231", {"new", "Sun", "--county", "230229", "--first-contact", "230231"});
    done("230229", {"sign", "P-1", "--amount", "2亿元", "--on", "2020-05-01"});
    done("230231", {"sign", "P-1", "--amount", "1亿港币", "--on", "2020-05-02"});
    done("230231", {"sign", "P-2", "--amount", "1亿元", "--on", "2020-05-03"});
  }

  Answer run(const std::string& book, Words words) {
    return runner::run(database_.address(book), words);
  }

  void done(const std::string& book, const Words& words) {
    const auto answer = run(book, words);
    INFO(answer.err);
    REQUIRE(answer.code == 0);
  }

  std::string shown(const std::string& book) { return database_.shown(book); }

 private:
  server::Database database_;
};

}  // namespace

TEST_CASE("every book of a server is read as one") {
  if (server::lacks_server()) return;
  City city;
  const Words csv = {"--format", "csv", "--no-header"};
  const auto all = [&](Words words) {
    words.insert(words.end(), csv.begin(), csv.end());
    return city.run("all", words).out;
  };
  CHECK(all({"project", "list", "--columns", "id,title,county,stage"}) ==
        "P-230229.1,Duck,Keshan County,signed\n"
        "P-230231.1,Wind,Baiquan County,signed\n"
        "P-230231.2,Sun,Keshan County,signed\n");
  CHECK(all({"project", "list", "--county", "克山", "--columns", "id"}) ==
        "P-230229.1\nP-230231.2\n");
  CHECK(all({"signing", "list", "--columns", "id,amount"}) ==
        "S-230229.1,200000000.00 CNY\n"
        "S-230231.1,100000000.00 HKD\n"
        "S-230231.2,100000000.00 CNY\n");
  // A county of both books is one, a company of both is two.
  const auto counties = all({"county", "list", "--columns", "code"});
  CHECK(std::count(counties.begin(), counties.end(), '\n') == 16);
  CHECK(all({"company", "list", "--columns", "id"}) == "C-230229.1\nC-230231.1\n");
  CHECK(city.run("all", {"show", "P-230231.1"}).out.starts_with("P-230231.1 Wind · Baiquan"));
  CHECK(city.run("all", {"show", "sun"}).out.starts_with("P-230231.2 Sun · Keshan"));
  CHECK(city.run("all", {"company", "show", "C-230231.1"}).code == 0);
}

TEST_CASE("the totals of all books are those of each together") {
  if (server::lacks_server()) return;
  City city;
  const Words totals = {"totals",
                        "--by",
                        "county",
                        "--period",
                        "2020",
                        "-F",
                        "csv",
                        "--columns",
                        "code,signed,contract_amount",
                        "--no-header"};
  const auto answer = city.run("all", totals);
  INFO(answer.err);
  CHECK(answer.code == 0);
  CHECK(answer.out.find("230229,2,300000000.00,CNY\n") != std::string::npos);
  CHECK(answer.out.find("230231,1,90000000.00,CNY\n") != std::string::npos);
}

TEST_CASE("books that count in different ways are not counted together") {
  if (server::lacks_server()) return;
  City city;
  city.done("230231", {"book", "edit", "--frameworks", "count"});
  const auto answer = city.run("all", {"project", "list"});
  CHECK(answer.code == 1);
  CHECK(answer.err.find("count framework agreements in different ways") != std::string::npos);
  city.done("230229", {"book", "edit", "--frameworks", "count"});
  CHECK(city.run("all", {"project", "list"}).code == 0);
}

TEST_CASE("two books' different rates of a day are told, not chosen between") {
  if (server::lacks_server()) return;
  City city;
  city.done("230231", {"rate", "edit", "R-1", "--cny", "0.91"});
  const auto answer = city.run("all", {"totals", "--by", "county", "--period", "2020"});
  CHECK(answer == Answer{5,
                         "",
                         "leadbook: the books have different rates for HKD on 2020-03-25: 0.9 and "
                         "0.91; make them alike\n"});
}

TEST_CASE("all books are listed and checked one by one, and written by name only") {
  if (server::lacks_server()) return;
  City city;
  CHECK(city.run("all", {"book", "list", "--columns", "book,entries", "-F", "csv"}).out ==
        "book,entries\n230229,5\n230231,7\n");
  const auto checked = city.run("all", {"--book", "all", "book", "check"});
  CHECK(checked.code == 0);
  for (const char* said :
       {"230229", "The book is whole: 5 entries", "230231", "The book is whole: 7 entries"}) {
    INFO(said);
    CHECK(checked.out.find(said) != std::string::npos);
  }
  CHECK(city.run("all", {"company", "add", "Beta"}) ==
        Answer{2,
               "",
               "leadbook: all books together are for reading: name the one to write with --book "
               "NUMBER; 'leadbook book list' lists them\n"});
  CHECK(city.run("all", {"history"}) ==
        Answer{2,
               "",
               "leadbook: each book has a log and settings of its own: name one with --book "
               "NUMBER; 'leadbook book list' lists them\n"});
  // Of several books one must be named.
  CHECK(city.run("", {"project", "list"}).code == 2);
}
