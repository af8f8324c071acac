// Random commands on a book in a file and on one on a server, in step: both must say the same.
#include <string>
#include <vector>

#include "catch.hpp"
#include "random_commands.hpp"
#include "scratch_book.hpp"
#include "test_server.hpp"

namespace {

using namespace leadbook;
using random_commands::Script;
using random_commands::Step;
using scratch::Answer;

/// A book in a file and a book on the server, to which the same is done.
class Pair {
 public:
  Pair()
      : file_book_({file_, ""}, store::Db::Access::create),
        server_book_({server_, ""}, store::Db::Access::create) {}

  /// What both answer to a command.
  Answer run(const Step& step) {
    static int requests = 0;
    const auto request = "request-" + std::to_string(++requests);
    const auto answer = run_on(file_, step, request);
    const auto other = run_on(server_, step, request);
    CHECK(other.out == answer.out);
    CHECK(other.err == answer.err);
    CHECK(other.code == answer.code);
    return answer;
  }

  void check_heads() {
    const auto head = store::head_of(file_book_);
    const auto other = store::head_of(server_book_);
    CHECK(other.number == head.number);
    CHECK(other.hash == head.hash);
  }

  void check_whole() {
    // How an engine is set up is its own.
    for (const auto& db : {file_, server_}) {
      CHECK(run_on(db, {{"book", "check"}, ""}, "check").code == 0);
    }
    CHECK(scratch::records_of(server_book_) == scratch::records_of(file_book_));
  }

 private:
  static Answer run_on(const std::string& db, const Step& step, const std::string& request) {
    auto answer = runner::run(db, step.words, request, step.input);
    for (auto* text : {&answer.out, &answer.err}) {
      for (auto at = text->find(db); at != std::string::npos; at = text->find(db)) {
        text->replace(at, db.size(), "BOOK");
      }
    }
    return answer;
  }

  scratch::Folder folder_;
  test_server::ServerBook room_;
  std::string file_ = (folder_.path / "book.db").string();
  std::string server_ = room_.address();
  store::Db file_book_;
  store::Db server_book_;
};

std::string told(const Step& step) {
  std::string line;
  for (const auto& word : step.words) line += word + " ";
  return line + "\n" + step.input;
}

}  // namespace

TEST_CASE("a book on a server answers every command as a file does", "[engines]") {
  constexpr unsigned pairs = 20;
  constexpr int sequences = 100;
  int commands = 0;
  int done = 0;
  for (unsigned seed = 1; seed <= pairs; ++seed) {
    Pair books;
    REQUIRE(books.run({{"book", "init", "--city", "2302"}, ""}).code == 0);
    Script script(seed);
    for (int sequence = 0; sequence < sequences; ++sequence) {
      std::string so_far;
      for (auto steps = 2 + script.below(2); steps > 0; --steps) {
        const auto step = script.next();
        so_far += told(step);
        INFO("seed " << seed << ", sequence " << sequence << "\n" << so_far);
        ++commands;
        if (books.run(step).code == 0) ++done;
      }
      INFO("seed " << seed << ", sequence " << sequence << "\n" << so_far);
      books.check_heads();
    }
    books.check_whole();
  }
  INFO(done << " of " << commands << " commands");
  CHECK(done * 10 > commands * 4);
}
