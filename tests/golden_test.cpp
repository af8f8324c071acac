// Replays transcripts: each command of a .test file in process, on a fresh book with a fixed today,
// held against the output written below it. Then the book is checked against its log.
//
//   $ project list --stage sold          a command, split as a shell would
//   < text                               a line of its input
//   ID  Project                          its output
//   ! leadbook: --stage: there is no...  its messages
//   [2]                                  its exit code, where it is not 0
//
// BOOK stands for the test's folder, BOOK/book.db for the book and DATA for the project's data
// folder. Lines that begin with # before a command are comments; "# files only" as a transcript's
// first line keeps it from being replayed on a server; "# book NAME" begins with the book that
// tests/books/NAME holds. LEADBOOK_UPDATE=1 writes what came out into the file.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "books/old_book.hpp"
#include "command_runner.hpp"
#include "known_leaks.hpp"
#include "leadbook/store/db.hpp"
#include "transcript.hpp"
#include "unit/test_server.hpp"

namespace {

namespace fs = std::filesystem;
using transcript::Step;

/// The book a transcript begins with; "" for none.
std::string first_book(const std::vector<Step>& steps) {
  constexpr std::string_view mark = "# book ";
  for (const auto& comment : steps.front().comments) {
    if (comment.starts_with(mark)) return comment.substr(mark.size());
  }
  return "";
}

/// One folder, clock and environment for all commands of a transcript.
class Stage {
 public:
  explicit Stage(const fs::path& folder) : folder_(folder) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    fs::current_path(folder_);
    if (test_server::is_chosen()) server_book_.emplace();
    book_ = server_book_ ? server_book_->address() : (folder_ / "book.db").string();
  }

  /// Puts the book of tests/books where that of the transcript is to be.
  void begin_with(const std::string& book) {
    old_book::put(book, book_, server_book_ ? server_book_->schema() : "");
  }

  ~Stage() {
    fs::current_path("/");
    fs::remove_all(folder_);
  }

  std::string run(const Step& step) {
    auto line = transcript::replace_all(step.command, "BOOK/book.db", book_);
    line = transcript::replace_all(line, "BOOK", folder_.string());
    line = transcript::replace_all(line, "DATA", LEADBOOK_SOURCE "/data");
    const auto answer = run_arguments(transcript::split_arguments(line), step.input);
    auto text = lines(answer.out, "") + lines(answer.err, "! ");
    if (answer.code != 0) text += "[" + std::to_string(answer.code) + "]\n";
    text = transcript::replace_all(text, book_, "BOOK/book.db");
    text = transcript::replace_all(text, folder_.string(), "BOOK");
    return transcript::replace_all(text, LEADBOOK_SOURCE "/data", "DATA");
  }

  /// What `book check` has against the book; "" where it is whole or there is none.
  std::string check() {
    if (!has_book()) return "";
    const auto answer = run_arguments({"book", "check"});
    return answer.code == 0 ? "" : answer.out + answer.err;
  }

 private:
  bool has_book() const {
    if (!server_book_) return fs::exists(book_);
    const auto books = leadbook::store::books_of_server({book_, ""});
    return std::find(books.begin(), books.end(), server_book_->number()) != books.end();
  }

  runner::Answer run_arguments(const std::vector<std::string>& arguments,
                               const std::string& input = "") {
    ++commands_;
    return runner::run_in({{{"LEADBOOK_DB", book_},
                            {"HOME", folder_.string()},
                            {"USER", "tester"},
                            {"COLUMNS", "80"}},
                           {},
                           "request-" + std::to_string(commands_),
                           "tester",
                           LEADBOOK_BUILD "/share/locale"},
                          arguments,
                          input);
  }

  static std::string lines(const std::string& text, const std::string& prefix) {
    std::string marked;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) marked += prefix + line + "\n";
    return marked;
  }

  fs::path folder_;
  std::optional<test_server::ServerBook> server_book_;
  std::string book_;  // its file or address
  int commands_ = 0;
};

void write_steps(const fs::path& file, const std::vector<Step>& steps) {
  std::ofstream out(file);
  for (const auto& step : steps) {
    for (const auto& comment : step.comments) out << comment << "\n";
    out << "$ " << step.command << "\n";
    std::istringstream input(step.input);
    for (std::string line; std::getline(input, line);) {
      out << (line.empty() ? "<" : "< ") << line << "\n";
    }
    out << step.expected;
  }
}

int replay(const fs::path& file, bool update) {
  std::ifstream stream(file);
  auto steps = transcript::read_steps(stream);
  if (steps.empty()) {
    std::cerr << file << ": no commands\n";
    return 1;
  }
  Stage stage(fs::temp_directory_path() /
              ("leadbook-" + std::to_string(::getpid()) + "-" + file.stem().string()));
  if (const auto book = first_book(steps); !book.empty()) stage.begin_with(book);
  int failures = 0;
  for (auto& step : steps) {
    const auto actual = stage.run(step);
    if (actual != step.expected && !update) {
      std::cerr << "$ " << step.command << "\n--- expected\n"
                << step.expected << "--- came out\n"
                << actual << '\n';
      ++failures;
    }
    step.expected = actual;
  }
  const auto damage = stage.check();
  if (!damage.empty()) {
    std::cerr << "the book does not match its log:\n" << damage;
    ++failures;
  }
  if (update) write_steps(file, steps);
  return failures == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const bool update = std::getenv("LEADBOOK_UPDATE") != nullptr;
  std::vector<fs::path> files;  // before the first transcript changes the current folder
  for (int index = 1; index < argc; ++index) files.push_back(fs::absolute(argv[index]));
  int failed = 0;
  for (const auto& file : files) failed += replay(file, update);
  if (argc < 2) std::cerr << "usage: leadbook_golden FILE.test ...\n";
  return failed == 0 && argc > 1 ? 0 : 1;
}
