// --as-of: a book as it stood is held against copies that were made of it at the time.
#include <string>

#include "catch.hpp"
#include "past_copies.hpp"
#include "random_commands.hpp"

namespace {

using past::day_of_may;
using past::Past;
using past::Texts;

}  // namespace

TEST_CASE("a book as it stood is the copy made then, whatever was done since", "[past]") {
  Past book;
  book.end_day();
  book.must({"company", "add", "Alpha Foods", "--home", "徐州"});
  book.must({"company", "add", "Alpha Food Group", "--allow-twins"});
  book.must({"new", "Duck", "--county", "拜泉", "--investors", "C-1", "--planned", "3亿元"});
  book.end_day();
  book.must({"log", "C-2", "talks", "--project", "P-1", "--outcome", "intent"});
  book.must({"sign", "P-1", "--amount", "2亿元", "--parties", "C-2"});
  book.end_day();
  book.must({"signing", "amend", "S-1", "--amount", "5亿元"});
  book.must({"undo"});
  book.end_day();
  book.must({"redo"});
  book.must({"company", "merge", "C-2", "C-1", "-y"});
  book.end_day();
  book.must({"new", "Wind", "--county", "克山"});
  book.must({"project", "remove", "P-2"});
  book.must({"signing", "remove", "S-2"});
  book.end_day();
  book.must({"book", "edit", "--frameworks", "count"});
  book.must({"sign", "P-1", "--kind", "framework", "--amount", "1亿元"});
  book.must({"undo"});
  book.end_day();
  book.check_all();
}

TEST_CASE("days and entries of random books answer as their copies did", "[past]") {
  const unsigned seeds = test_server::is_chosen() ? 3 : 5;
  for (unsigned seed = 1; seed <= seeds; ++seed) {
    INFO("seed " << seed);
    Past book;
    random_commands::Script script(seed);
    for (int day = 0; day < 9; ++day) {
      for (auto commands = script.below(16); commands > 0; --commands) {
        const auto step = script.next();
        book.run(step.words, step.input);
      }
      if (day % 3 == 2) {
        // The copy of the day before went its own way meanwhile.
        for (auto commands = 12; commands > 0; --commands) {
          const auto step = script.next();
          book.clock.run(book.copy(), step.words, step.input);
        }
        book.must({"book", "merge", book.copy()});
      }
      book.end_day();
    }
    book.check_all();
  }
}

TEST_CASE("what a merge brings in came when it was merged, whatever its own time", "[past]") {
  Past book;
  book.must({"company", "add", "Alpha"});
  book.end_day();
  const auto copied = book.copy();
  book.clock.run(copied, {"company", "add", "Written on the second, away"});
  const Texts as_of = {"company", "list", "-F", "csv", "--columns", "name", "--as-of"};
  const auto ask = [&](const std::string& moment) {
    auto words = as_of;
    words.push_back(moment);
    return book.run(words).out;
  };
  // Nothing was written here since the first: the merge is the next entry.
  book.clock.set(day_of_may(20));
  CHECK(ask("2020-05-03") == "name\nAlpha\n");
  book.must({"book", "merge", copied});
  CHECK(ask("2020-05-03") == "name\nAlpha\n");
  CHECK(ask("2020-05-19") == "name\nAlpha\n");
  CHECK(ask("2020-05-20") == "name\nAlpha\n\"Written on the second, away\"\n");
  book.check_all();
}

TEST_CASE("a day ends at midnight in China", "[past]") {
  Past book;
  book.clock.set(day_of_may(10), "15:59:59Z");
  book.must({"company", "add", "Early"});
  book.clock.set(day_of_may(10), "16:00:00Z");
  book.must({"company", "add", "Late"});
  book.clock.set(day_of_may(12), "00:00:00Z");
  const auto ask = [&](const std::string& day) {
    return book.run({"company", "list", "--columns", "name", "--as-of", day});
  };
  const auto head = book.head().hash.substr(0, 16);
  CHECK(ask("5月9日").out.find("Nothing found.") == 0);
  CHECK(ask("5月10日").out.find("Early") != std::string::npos);
  CHECK(ask("5月10日").out.find("Late") == std::string::npos);
  CHECK(ask("5月10日").out.find("older time") == std::string::npos);
  const auto settles = ask("2020-05-11").out;
  CHECK(settles.find("As of 2020-05-11: the book after entry 3 (2020-05-11 00:00:00), head\n" +
                     head) != std::string::npos);
  CHECK(settles.find("No later entry is in the log yet") != std::string::npos);
  CHECK(ask("2020-05").out.find("That day is not over") != std::string::npos);
  CHECK(ask("2020-05").out.find("--as-of '#3' keeps") != std::string::npos);
}

TEST_CASE("a past book counts its days up to its own day", "[past]") {
  Past book;
  book.must({"new", "Duck", "--county", "拜泉", "--lead-on", "2020-05-01"});
  book.clock.set(day_of_may(20));
  book.must({"new", "Wind", "--county", "拜泉", "--lead-on", "2020-05-20"});
  book.clock.set(day_of_may(31));
  const auto days = [&](const std::string& moment) {
    return book
        .run({"project", "list", "-F", "csv", "--columns", "days_in_stage", "--as-of", moment})
        .out;
  };
  CHECK(days("2020-05-11") == "days_in_stage\n10\n");
  CHECK(days("#3") == "days_in_stage\n19\n0\n");
  CHECK(days("2020-06-30") == "days_in_stage\n30\n11\n");
}

TEST_CASE("a moment the book never had is told", "[past]") {
  Past book;
  const auto ask = [&](const std::string& moment) {
    const auto answer = book.run({"company", "list", "--as-of", moment});
    return std::to_string(answer.code) + " " + answer.err;
  };
  CHECK(ask("2020-04-30") ==
        "4 leadbook: the book begins on 2020-05-01, with its first entry at "
        "2020-05-01T04:00:00Z: there was nothing in it on 2020-04-30\n");
  CHECK(ask("#2") == "4 leadbook: there is no entry 2; see 'leadbook history'\n");
  CHECK(ask("import#1") == "4 leadbook: there is no import#1; see 'leadbook import list'\n");
  CHECK(ask("P#1") ==
        "2 leadbook: --as-of: 'P#1' names no entry: write a date, or an entry as '#12'\n");
  CHECK(ask("").starts_with("2 leadbook: --as-of: "));
  CHECK(ask("412").starts_with("2 leadbook: --as-of: '412' is not a date"));
  const auto all = book.clock.run("postgresql://nobody@/none?book=all",
                                  {"company", "list", "--as-of", "2020-05-01"});
  CHECK(all.code == 2);
  CHECK(all.err ==
        "leadbook: --as-of reads the log of one book: name it with --book NUMBER; 'leadbook book "
        "list' lists them\n");
}
