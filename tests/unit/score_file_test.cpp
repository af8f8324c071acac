// Score rules as files: what is read, and what is said where one is wrong.
#include <filesystem>
#include <fstream>

#include "catch.hpp"
#include "cli/answers/rank_score_file.hpp"
#include "leadbook/domain/error.hpp"
#include "scratch_book.hpp"

namespace {

using namespace leadbook;

class ScoreFile {
 public:
  explicit ScoreFile(const std::string& text) {
    std::ofstream file(path(), std::ios::binary);
    file << text;
  }

  std::string path() const { return (folder_.path / "rule.toml").string(); }

  /// The message of what is wrong, the folder left out; "" where nothing is.
  std::string problem() const {
    try {
      cli::read_score_file(path());
    } catch (const Error& error) {
      const std::string message = error.what();
      return message.substr(message.find("rule.toml"));
    }
    return "";
  }

 private:
  scratch::Folder folder_;
};

std::string problem_of(const std::string& text) { return ScoreFile(text).problem(); }

const std::string good_item = "[[item]]\nmeasure = \"signed\"\nweight = 40\n";

}  // namespace

TEST_CASE("a rule is read with all that it may say") {
  const ScoreFile file(
      "title = \"T\"\nlacking = \"zero\"\n"
      "[[item]]\nname = \"N\"\nmeasure = \"到位资金\"\nweight = 12.5\nmethod = \"pro_rata\"\n"
      "against = \"value\"\nvalue = \"10亿\"\ncap = 1.2\nwhere = \"w\"\n"
      "[[item]]\nmeasure = \"signed\"\nweight = 40\n"
      "[[bonus]]\nmeasure = \"signed\"\npoints = 2\nat_most = 10\n"
      "[[penalty]]\nname = \"P\"\nmeasure = \"funds\"\npoints = 0.5\neach = \"1亿\"\n"
      "[red]\ntop = 3\nscore = 90\n[black]\nbottom = 2\nbelow = 59.5\nperiods = 2\n");
  ScoreRule rule;
  rule.title = "T";
  rule.lacking = Lacking::zero;
  rule.items = {
      {"N",
       Measure::funds,
       12'50,
       ScoreMethod::pro_rata,
       ScoreBase::value,
       100'000'000'000,
       120,
       "w"},
      {"Signed", Measure::signed_, 40'00, ScoreMethod::capped, ScoreBase::target, {}, {}, ""}};
  rule.bonuses = {{"Signed", Measure::signed_, 2'00, 1, 10'00, ""},
                  {"P", Measure::funds, -50, 10'000'000'000, {}, ""}};
  rule.lists = {3, 90'00, 2, 59'50, 2};
  CHECK(cli::read_score_file(file.path()) == rule);
}

TEST_CASE("the rules that come with the program are read") {
  for (const auto* name : {"yearly", "quarterly"}) {
    CHECK(cli::read_score_file(LEADBOOK_SOURCE "/data/scores/" + std::string(name) + ".toml")
              .items.size() == 3);
  }
}

TEST_CASE("a wrong rule is refused by file, line and column, with what to write") {
  CHECK(problem_of("title = \n") ==
        "rule.toml:1:9: this cannot be read: write name = value, texts between quotes, each name "
        "once, and headings as [red] or [[item]]\n  title =");
  CHECK(problem_of("") == "rule.toml:1:1: there is no [[item]]: a rule needs at least one");
  CHECK(problem_of("titel = \"T\"\n" + good_item) ==
        "rule.toml:1:1: 'titel' is not known here; did you mean 'title'?");
  CHECK(problem_of(good_item + "wieght = 3\n") ==
        "rule.toml:4:1: 'wieght' is not known here; did you mean 'weight'?");
  CHECK(problem_of(good_item + "[red]\nfirst = 3\n") ==
        "rule.toml:5:1: 'first' is not known here; there are top, score");
  CHECK(problem_of("[[item]]\nmeasure = \"signd\"\nweight = 40\n") ==
        "rule.toml:2:11: there is no measure 'signd'; did you mean 'signed'?");
  CHECK(problem_of("[[item]]\nweight = 40\n") ==
        "rule.toml:1:1: 'measure' is missing: say what is measured");
  CHECK(problem_of("[[item]]\nmeasure = \"signed\"\n") ==
        "rule.toml:1:1: 'weight' wants points above 0");
  CHECK(problem_of("[[item]]\nmeasure = \"signed\"\nweight = \"40\"\n") ==
        "rule.toml:3:10: 'weight' wants a number from 0 to 1000000 with at most two decimals");
  CHECK(problem_of("[[item]]\nmeasure = \"signed\"\nweight = 40.005\n") ==
        "rule.toml:3:10: 'weight' wants a number from 0 to 1000000 with at most two decimals");
  CHECK(problem_of(good_item + "method = 3\n") ==
        "rule.toml:4:10: 'method' wants a text between quotes");
  CHECK(problem_of(good_item + "method = \"efficacy\"\nagainst = \"best\"\n") ==
        "rule.toml:5:11: an efficacy item compares the counties with each other: leave out "
        "'against'");
  CHECK(problem_of(good_item + "cap = 1.2\n") == "rule.toml:4:7: only a pro_rata item has a 'cap'");
  CHECK(problem_of(good_item + "against = \"value\"\n") ==
        "rule.toml:1:1: 'value' goes with against = \"value\", and only with it");
  CHECK(problem_of(good_item + "value = 0\n") ==
        "rule.toml:4:9: 'value' wants a whole number of at least 1");
  CHECK(
      problem_of("[[item]]\nmeasure = \"intensity\"\nweight = 40\nagainst = \"value\"\nvalue = \"3 "
                 "USD\"\n") == "rule.toml:5:9: 'value' wants an amount in CNY, as \"1亿\"");
  CHECK(problem_of("item = 3\n") == "rule.toml:1:8: 'item' wants a heading for each: [[item]]");
  CHECK(problem_of(good_item + "[[bonus]]\nmeasure = \"funds\"\npoints = 1\n") ==
        "rule.toml:4:1: 'each' is missing: for how much the points are, as \"1亿\"");
  CHECK(problem_of(good_item + "[[bonus]]\nmeasure = \"funds\"\npoints = 1\neach = \"1m USD\"\n") ==
        "rule.toml:7:8: 'each' wants an amount in CNY, as \"1亿\"");
  CHECK(problem_of(good_item + "[black]\nperiods = 2\n") ==
        "rule.toml:5:11: [black] wants 'bottom', how many, or 'below', a score");
  CHECK(problem_of(good_item + "[black]\nbottom = 1\nperiods = 13\n") ==
        "rule.toml:6:11: 'periods' wants a whole number of at most 12");
  CHECK(problem_of(std::string("\xff\xfe\0", 3)).starts_with("rule.toml:1:"));
}
