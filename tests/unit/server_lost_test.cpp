#include <string>
#include <vector>

#include "catch.hpp"
#include "server_proxy.hpp"
#include "server_world.hpp"

namespace {

using server::Answer;
using server::Cut;
using server::Texts;
using When = server::Cut::When;

const Texts adding = {"company", "add", "Alpha Foods"};
const Answer added = {0, "", "Added C-1 Alpha Foods, Enterprise.  undo: leadbook undo\n"};
const Answer unconfirmed = {1,
                            "",
                            "leadbook: it is not confirmed that this was written: look with "
                            "'leadbook history --request R1', or repeat it with --request R1, "
                            "which changes nothing if it was\n"};
const Answer unseen = {1,
                       "",
                       "leadbook: this was written as entry 2; afterwards this went wrong: the "
                       "connection was lost\n"};
const Answer already = {0, "", "Already done as entry 2; nothing was changed.\n"};

/// A book behind a line that is cut, and one command through it.
struct Trial {
  explicit Trial(std::vector<Cut> cuts) : proxy(server::folder(), cuts), planned(cuts.size()) {
    database.make_book();
    answer = run();
  }

  Answer run() {
    return runner::run(database.address("1", "leadbook", proxy.folder()),
                       {"company", "add", "Alpha Foods", "--request", "R1"});
  }

  /// The command once more, by a line that holds.
  Answer repeat() const {
    return runner::run(database.address(), {"company", "add", "Alpha Foods", "--request", "R1"});
  }

  /// What the book holds, and whatever is wrong with it.
  Texts state() {
    CHECK(proxy.cuts_made() == planned);
    CHECK(server::damages_of(database.address()) == Texts());
    return server::companies_of(database.address());
  }

  Answer unreachable() const {
    return {1,
            "",
            "leadbook: no server answers for " + database.shown() +
                "; nothing was written: check host and port, and that the server runs\n"};
  }

  server::Database database;
  server::Proxy proxy;
  std::size_t planned;
  Answer answer;
};

const Texts nobody = {};
const Texts once = {"Alpha Foods"};

}  // namespace

TEST_CASE("a connection lost before the commit: the whole command is tried again") {
  if (server::lacks_server()) return;
  Trial trial({{"COMMIT", When::before}});
  CHECK(trial.answer == added);
  CHECK(trial.state() == once);
  CHECK(trial.repeat() == already);
}

TEST_CASE("a connection lost at the beginning: the whole command is tried again") {
  if (server::lacks_server()) return;
  Trial trial({{"BEGIN", When::before}, {"BEGIN", When::answered}, {"COMMIT", When::before}});
  CHECK(trial.answer == added);
  CHECK(trial.state() == once);
}

TEST_CASE("a line lost for good before the commit: nothing was written") {
  if (server::lacks_server()) return;
  for (const auto when : {When::before, When::after}) {
    Trial begun({{"BEGIN", when, true}});
    CHECK(begun.answer == begun.unreachable());
    CHECK(begun.state() == nobody);
  }
  // Whether the commit arrived cannot be known on this side: it may only be called unconfirmed.
  Trial ended({{"COMMIT", When::before, true}});
  CHECK(ended.answer == unconfirmed);
  CHECK(ended.state() == nobody);
  CHECK(ended.repeat() == added);
  CHECK(ended.state() == once);
}

TEST_CASE("a connection lost with the commit's answer: the book is asked") {
  if (server::lacks_server()) return;
  Trial trial({{"COMMIT", When::answered}});
  CHECK(trial.answer == added);
  CHECK(trial.state() == once);
  CHECK(trial.repeat() == already);
}

TEST_CASE("a line lost for good with the commit's answer: it is not confirmed") {
  if (server::lacks_server()) return;
  Trial trial({{"COMMIT", When::answered, true}});
  CHECK(trial.answer == unconfirmed);
  CHECK(trial.state() == once);
  CHECK(trial.repeat() == already);
  CHECK(trial.state() == once);
}

TEST_CASE("a connection lost while the book is asked is no answer") {
  if (server::lacks_server()) return;
  Trial again({{"COMMIT", When::answered}, {"BEGIN", When::before}, {"BEGIN", When::answered}});
  CHECK(again.answer == added);
  CHECK(again.state() == once);
  Trial lost({{"COMMIT", When::answered}, {"BEGIN", When::before, true}});
  CHECK(lost.answer == unconfirmed);
  CHECK(lost.state() == once);
  CHECK(lost.repeat() == already);
}

TEST_CASE("a connection lost after the commit's answer: it is written, though not shown") {
  if (server::lacks_server()) return;
  for (const bool for_good : {false, true}) {
    Trial trial({{"COMMIT", When::after, for_good}});
    CHECK(trial.answer == unseen);
    CHECK(trial.state() == once);
    CHECK(trial.repeat() == already);
  }
}

TEST_CASE("a line lost for good after the book was asked: it is written, though not shown") {
  if (server::lacks_server()) return;
  for (const auto when : {When::before, When::answered, When::after}) {
    // What asks is rolled back.
    Trial trial({{"COMMIT", When::answered}, {"ROLLBACK", when, true}});
    CHECK(trial.answer == unseen);
    CHECK(trial.state() == once);
    CHECK(trial.repeat() == already);
  }
}

TEST_CASE("a reader whose connection is lost reads anew") {
  if (server::lacks_server()) return;
  const server::Database database;
  database.make_book();
  REQUIRE(runner::run(database.address(), adding).code == 0);
  const auto whole = runner::run(database.address(), {"company", "list"});
  server::Proxy proxy(server::folder(), {{"COMMIT", When::before}, {"COMMIT", When::answered}});
  const auto address = database.address("1", "leadbook", proxy.folder());
  CHECK(runner::run(address, {"company", "list"}) == whole);
  CHECK(proxy.cuts_made() == 2);
}
