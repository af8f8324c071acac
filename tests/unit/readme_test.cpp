// What the README and its Chinese page show of sessions is what the program answers. With
// LEADBOOK_UPDATE=1 what came out is written into them.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "command_runner.hpp"
#include "scratch_book.hpp"
#include "transcript.hpp"

namespace {

namespace fs = std::filesystem;

/// One folder and book for the sessions of a page.
class Session {
 public:
  explicit Session(std::string lang) : lang_(std::move(lang)), before_(fs::current_path()) {
    fs::current_path(folder_.path);
  }
  ~Session() { fs::current_path(before_); }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// What a terminal shows of a command; of a shell's own it knows "; echo $?" and "| head -N".
  std::string run(std::string line) {
    const bool shows_code = take_end(line, "; echo $?");
    std::size_t most = 0;
    if (const auto pipe = line.find(" | head -"); pipe != std::string::npos) {
      most = std::stoul(line.substr(pipe + std::string(" | head -").size()));
      line.resize(pipe);
    }
    auto words = transcript::split_arguments(line);
    words.erase(words.begin());
    const runner::Surroundings around{
        {{"LEADBOOK_DB", "book.db"}, {"HOME", "."}, {"COLUMNS", "80"}, {"LEADBOOK_LANG", lang_}},
        {},
        "request-" + std::to_string(++commands_),
        "wang",
        ""};
    const auto answer = runner::run_in(around, words);
    auto shown = answer.err + first_lines(answer.out, most);
    if (shows_code) shown += std::to_string(answer.code) + "\n";
    return shown;
  }

 private:
  static bool take_end(std::string& line, const std::string& end) {
    if (!line.ends_with(end)) return false;
    line.resize(line.size() - end.size());
    return true;
  }

  static std::string first_lines(const std::string& text, std::size_t most) {
    if (most == 0) return text;
    std::istringstream lines(text);
    std::string first;
    for (std::string line; most > 0 && std::getline(lines, line); --most) first += line + "\n";
    return first;
  }

  std::string lang_;
  scratch::Folder folder_;
  fs::path before_;
  int commands_ = 0;
};

/// The page with the answers the program gives.
std::string replayed(const std::string& page, const std::string& lang) {
  Session session(lang);
  std::istringstream lines(page);
  std::string written;
  bool in_session = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) in_session = line == "```console";
    const bool is_command = in_session && line.starts_with("$ ");
    if (in_session && !is_command && !line.starts_with("```")) continue;  // an answer
    written += line + "\n";
    if (is_command) written += session.run(line.substr(2));
  }
  return written;
}

std::string read_page(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void check_page(const std::string& path, const std::string& lang) {
  const auto page = read_page(path);
  const auto now = replayed(page, lang);
  if (std::getenv("LEADBOOK_UPDATE") != nullptr) std::ofstream(path) << now;
  CHECK(now == page);
}

}  // namespace

TEST_CASE("the sessions of the README are what the program answers") {
  check_page(LEADBOOK_SOURCE "/README.md", "en");
  check_page(LEADBOOK_SOURCE "/data/README.zh.md", "zh");
}
