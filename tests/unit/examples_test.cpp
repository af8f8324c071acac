// The examples of help are one session that runs, and every command has some.
#include "cli/help/examples.hpp"

#include <filesystem>
#include <sstream>

#include "catch.hpp"
#include "cli/frame/commands.hpp"
#include "cli/help/help.hpp"
#include "command_runner.hpp"
#include "scratch_book.hpp"
#include "transcript.hpp"

namespace {

namespace fs = std::filesystem;

/// A folder the examples may write in.
class Place {
 public:
  Place() : before_(fs::current_path()) { fs::current_path(folder_.path); }
  ~Place() { fs::current_path(before_); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

 private:
  scratch::Folder folder_;
  fs::path before_;
};

}  // namespace

TEST_CASE("the examples of help run, one after the other, on a new book") {
  const Place place;
  std::istringstream lines{std::string(leadbook::embedded::examples().front().text)};
  int run = 0;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("leadbook ") || line.find("postgresql://") != std::string::npos) continue;
    INFO(line);
    auto words = transcript::split_arguments(line);
    words.erase(words.begin());
    const runner::Surroundings around{
        {{"LEADBOOK_DB", "leadbook.db"}, {"HOME", "."}, {"USER", "me"}},
        {},
        "request-" + std::to_string(++run),
        "me",
        "/nonexistent"};
    const auto answer = runner::run_in(around, words);
    INFO(answer.err);
    REQUIRE(answer.code == 0);
  }
  CHECK(run > 300);
}

TEST_CASE("every command has an example, and three where it takes something") {
  for (const auto& command : leadbook::cli::commands()) {
    INFO(leadbook::cli::command_name(command));
    const auto examples = leadbook::cli::examples_of(command);
    CHECK_FALSE(examples.empty());
    CHECK(examples.size() <= 3);
  }
}
