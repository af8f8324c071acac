#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "scratch_book.hpp"

namespace {

using namespace leadbook;
using scratch::Answer;
using Texts = std::vector<std::string>;
using Command = std::vector<std::string>;

/// The book's records before and after a command, and again after undo and redo of it.
void check_both_ways(scratch::Book& book, const Command& command) {
  const auto before = scratch::records_of(book.db);
  INFO(command[0] + " " + command[1]);
  REQUIRE(book.run(command).code == 0);
  const auto after = scratch::records_of(book.db);
  REQUIRE(after != before);
  for (int round = 0; round < 2; ++round) {
    CHECK(book.run({"undo"}).code == 0);
    CHECK(scratch::records_of(book.db) == before);
    CHECK(scratch::damages_of(book.db) == Texts{});
    CHECK(book.run({"redo"}).code == 0);
    CHECK(scratch::records_of(book.db) == after);
    CHECK(scratch::damages_of(book.db) == Texts{});
  }
}

/// A city, two companies, two projects, a talk, a contract and its supplement.
void set_up(scratch::Book& book) {
  const Command commands[] = {
      {"book", "init", "--city", "2302"},
      {"company", "add", "Alpha Foods"},
      {"company", "add", "Beta Steel", "--flags", "专精特新", "--note", "n"},
      {"project", "add", "Duck chain", "--county", "230231", "--investors", "C-1|51%; C-2"},
      {"project", "add", "Castings", "--county", "230203", "--investors", "C-2"},
      {"log", "C-1", "first talk", "--project", "P-1", "--on", "2020-04-01"},
      {"sign", "P-1", "--on", "2020-05-01", "--amount", "1亿元", "--parties", "C-1; C-2"},
      {"signing", "amend", "S-1", "--amount", "2亿元", "--on", "2020-05-10"},
  };
  for (const auto& command : commands) {
    const auto outcome = book.run(command);
    INFO(command[0] + ": " + outcome.err);
    REQUIRE(outcome.code == 0);
  }
}

/// Commands at random: many are refused, which must leave no trace.
class Commands {
 public:
  explicit Commands(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  Command next() {
    const auto fresh = std::to_string(++unique_);
    const auto day = "2020-0" + std::to_string(1 + below(4)) + "-1" + std::to_string(below(10));
    switch (below(20)) {
      case 0:
        return {"company", "add", "Company " + fresh, "--allow-twins"};
      case 1:
        return {"company", "edit", one_of("C"), "--home", "town " + fresh};
      case 2:
        return {"company", "edit", one_of("C"), "--aliases", "+also " + fresh};
      case 3:
        return {"company", "remove", one_of("C")};
      case 4:
      case 5:
        return {"company", "merge", one_of("C"), one_of("C"), "-y"};
      case 6:
        return {"project",
                "add",
                "Plan " + fresh,
                "--county",
                "230231",
                "--investors",
                one_of("C"),
                "--allow-twins"};
      case 7:
        return {"project", "edit", one_of("P"), "--planned", fresh + "万元"};
      case 8:
        return {"project", "edit", one_of("P"), "--phases", "一期|" + fresh + "亿元; 二期"};
      case 9:
        return {"project", "edit", one_of("P"), "--investors", one_of("C") + "|" + fresh + "%"};
      case 10:
        return {"project", "move", one_of("P"), "started", "--on", day};
      case 11:
        return {"project", "move", one_of("P"), "suspended", "--on", day, "--reason", fresh};
      case 12:
        return {"project", "remove", one_of("P")};
      case 13:
        return {"log", one_of("C"), "talk " + fresh, "--on", day, "--outcome", "intent"};
      case 14:
        return {"negotiation", "edit", one_of("N"), "--next", fresh, "--promises", fresh + "|me"};
      case 15:
        return {"negotiation", "remove", one_of("N")};
      case 16:
        return {"sign", one_of("P"), "--on", day, "--amount", fresh + "万美元"};
      case 17:
        return {"signing", "amend", one_of("S"), "--amount", fresh + "亿元", "--on", "2020-05-20"};
      case 18:
        return {"signing", "remove", one_of("S")};
      default:
        return {"book", "edit", "--note", "note " + fresh};
    }
  }

 private:
  std::string one_of(const std::string& letter) {
    return letter + "-" + std::to_string(1 + below(4));
  }

  std::mt19937 random_;
  int unique_ = 100;
};

std::string told(const std::vector<Command>& commands) {
  std::string text;
  for (const auto& command : commands) {
    for (const auto& word : command) text += word + " ";
    text += "\n";
  }
  return text;
}

/// So many rounds, or fewer on a server: there each command opens its book ten times as slowly.
int rounds(int most) { return test_server::is_chosen() ? most / 6 : most; }

/// Undoes whole commands down to an entry; the commands that were refused.
Texts undo_down_to(scratch::Book& book, std::int64_t base) {
  for (auto last = store::last_undoable(book.db); last && last->number > base;
       last = store::last_undoable(book.db)) {
    const auto outcome = book.run({"undo"});
    if (outcome.code != 0) return {outcome.err};
  }
  return {};
}

}  // namespace

TEST_CASE("add, edit, remove, move and merge are undone and redone whole", "[undo]") {
  scratch::Book book;
  set_up(book);
  check_both_ways(book, {"company", "add", "Gamma Paper"});
  check_both_ways(book, {"company", "edit", "C-3", "--home", "江苏", "--aliases", "G; Γ"});
  check_both_ways(book, {"company", "remove", "C-3"});
  check_both_ways(book, {"project", "move", "P-1", "started", "--on", "2020-05-20"});
  check_both_ways(book, {"project", "edit", "P-1", "--phases", "一期|1亿元; 二期"});
  check_both_ways(book, {"company", "merge", "C-2", "C-1", "-y"});
  check_both_ways(book, {"signing", "remove", "S-2"});
  check_both_ways(book, {"book", "edit", "--frameworks", "count"});
}

TEST_CASE("undo goes back command by command to an empty book", "[undo]") {
  scratch::Book book;
  set_up(book);
  const auto whole = scratch::records_of(book.db);
  for (int count = 0; count < 8; ++count) REQUIRE(book.run({"undo"}).code == 0);
  CHECK(scratch::records_of(book.db) == Texts{});
  CHECK(book.run({"undo"}) == Answer{4, "", "leadbook: there is nothing to undo\n"});
  for (int count = 0; count < 8; ++count) REQUIRE(book.run({"redo"}).code == 0);
  CHECK(scratch::records_of(book.db) == whole);
  CHECK(book.run({"redo"}) == Answer{4, "", "leadbook: there is nothing to redo\n"});
  CHECK(scratch::damages_of(book.db) == Texts{});
}

TEST_CASE("undo is refused where the record was changed since", "[undo]") {
  scratch::Book book;
  set_up(book);
  REQUIRE(book.run({"company", "edit", "C-1", "--home", "A"}).code == 0);
  REQUIRE(book.run({"company", "edit", "C-1", "--home", "B"}).code == 0);
  const auto records = scratch::records_of(book.db);
  CHECK(book.run({"undo", "9"}) ==
        Answer{5,
               "",
               "leadbook: entry 9 cannot be reversed, as records were changed since: C-1 Alpha "
               "Foods, changed by entry 10 (leadbook company edit C-1 --home B); --keep-changed "
               "reverses "
               "all but these\n"});
  CHECK(book.run({"undo"}).code == 0);
  CHECK(book.run({"company", "edit", "C-1", "--home", "C"}).code == 0);
  CHECK(book.run({"redo", "10"}) ==
        Answer{5,
               "",
               "leadbook: entry 11 cannot be reversed, as records were changed since: C-1 Alpha "
               "Foods, changed by entry 12 (leadbook company edit C-1 --home C); --keep-changed "
               "reverses "
               "all but these\n"});
  CHECK(book.run({"undo"}).code == 0);
  CHECK(book.run({"undo", "9"}).code == 0);
  CHECK(scratch::records_of(book.db) != records);
  CHECK(scratch::damages_of(book.db) == Texts{});
}

TEST_CASE("undo is refused where other records depend on the record", "[undo]") {
  scratch::Book book;
  set_up(book);
  const auto records = scratch::records_of(book.db);
  CHECK(book.run({"undo", "4"}) == Answer{5,
                                          "",
                                          "leadbook: P-1 Duck chain cannot be removed: 3 records "
                                          "depend on it: N-1 first talk; S-1; "
                                          "S-2\n"});
  CHECK(book.run({"undo", "7"}).code == 5);
  CHECK(scratch::records_of(book.db) == records);
}

TEST_CASE("an undo is undone by redo only, and only once", "[undo]") {
  scratch::Book book;
  set_up(book);
  REQUIRE(book.run({"undo"}).code == 0);
  CHECK(book.run({"undo", "9"}) ==
        Answer{5,
               "",
               "leadbook: entry 9 is itself an undo or redo: use 'leadbook redo' or undo entry "
               "8\n"});
  CHECK(book.run({"undo", "8"}) ==
        Answer{5, "", "leadbook: entry 8 is already undone by entry 9\n"});
  CHECK(book.run({"redo", "7"}) == Answer{5, "", "leadbook: entry 7 is not undone\n"});
  CHECK(book.run({"redo", "8"}).code == 0);
  CHECK(book.run({"redo", "8"}) == Answer{5, "", "leadbook: entry 8 is not undone\n"});
  CHECK(book.run({"undo", "8"}).code == 0);
  CHECK(scratch::damages_of(book.db) == Texts{});
}

TEST_CASE("whatever was done, undo leads back to the start and redo to the end", "[undo]") {
  scratch::Book book;
  set_up(book);
  const auto base = store::head_of(book.db).number;
  const auto start = scratch::records_of(book.db);
  Commands commands(20200522);
  std::int64_t floor = base;
  int done = 0;
  const int last_round = rounds(300);
  for (int round = 0; round < last_round; ++round) {
    std::vector<Command> tried;
    int taken_back = 0;
    for (auto count = 2 + commands.below(5); count > 0; --count) {
      tried.push_back(commands.next());
      if (book.run(tried.back()).code == 0) ++done;
    }
    INFO(told(tried));
    const auto end = scratch::records_of(book.db);
    for (auto last = store::last_undoable(book.db); last && last->number > floor;
         last = store::last_undoable(book.db)) {
      const auto outcome = book.run({"undo"});
      INFO(outcome.err);
      REQUIRE(outcome.code == 0);
      ++taken_back;
    }
    REQUIRE(scratch::records_of(book.db) == start);
    const auto undone = taken_back;
    for (; taken_back > 0; --taken_back) REQUIRE(book.run({"redo"}).code == 0);
    REQUIRE(scratch::records_of(book.db) == end);
    for (taken_back = undone; taken_back > 0; --taken_back) REQUIRE(book.run({"undo"}).code == 0);
    REQUIRE(scratch::records_of(book.db) == start);
    floor = store::head_of(book.db).number;
    if (round % 25 == 0) REQUIRE(scratch::damages_of(book.db) == Texts{});
  }
  CHECK(done > last_round + last_round / 2);
  CHECK(scratch::damages_of(book.db) == Texts{});
  CHECK(undo_down_to(book, 0) == Texts{});
  CHECK(scratch::records_of(book.db) == Texts{});
}

TEST_CASE("undo and redo among other commands lead back to the start", "[undo]") {
  for (int seed = 1; seed <= rounds(42); ++seed) {
    scratch::Book book;
    set_up(book);
    const auto base = store::head_of(book.db).number;
    const auto start = scratch::records_of(book.db);
    Commands commands(static_cast<unsigned>(seed));
    std::vector<Command> tried;
    for (int count = 0; count < 12; ++count) {
      const auto kind = commands.below(6);
      tried.push_back(kind == 0 ? Command{"undo"} : kind == 1 ? Command{"redo"} : commands.next());
      const auto& command = tried.back();
      // What set the book up stays.
      const auto last = store::last_undoable(book.db);
      if (kind == 0 && (!last || last->number <= base)) continue;
      book.run(command);
    }
    INFO(told(tried));
    CHECK(undo_down_to(book, base) == Texts{});
    CHECK(scratch::records_of(book.db) == start);
    CHECK(scratch::damages_of(book.db) == Texts{});
  }
}
