// Replays what a person types at a terminal: each command of a .test file runs on a pseudo-terminal
// of its own, in a process of its own, on a book with a fixed today.
//
//   % EDITOR cp BOOK/note.txt      a variable of the environment from here on
//   + note.txt a line              a line of a file in the test's folder, BOOK
//   $ log                          a command
//   > Whom did you meet?           waits until the screen shows this, behind what was waited for
//   < Huakai                       types this and Enter; \t is the Tab key, ^C and ^D are
//   themselves [130]                          its exit code, where it is not 0
//
// Lines that begin with "# " are comments. What the screen showed is printed where a wait is in
// vain.
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cctype>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "command_runner.hpp"
#include "transcript.hpp"

namespace {

namespace fs = std::filesystem;

/// The screen's text without the sequences that move its cursor.
std::string plain(const std::string& bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (bytes[at] == '\x1b') {
      ++at;
      if (at < bytes.size() && bytes[at] == '[') {
        while (at + 1 < bytes.size() && !std::isalpha(static_cast<unsigned char>(bytes[at + 1])))
          ++at;
        ++at;
      }
    } else if (bytes[at] != '\r' && bytes[at] != '\x07') {
      text += bytes[at];
    }
  }
  return text;
}

/// A command on its terminal.
class Typist {
 public:
  Typist(const std::vector<std::string>& arguments, const runner::Surroundings& around) {
    winsize size{24, 80, 0, 0};
    child_ = ::forkpty(&terminal_, nullptr, nullptr, &size);
    if (child_ == 0) run_here(arguments, around);
  }

  bool wait_for(const std::string& text) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (std::chrono::steady_clock::now() < until) {
      const auto shown = plain(bytes_);
      const auto found = shown.find(text, seen_);
      if (found != std::string::npos) {
        seen_ = found + text.size();
        return true;
      }
      if (!read_some()) break;
    }
    std::cerr << "not shown: " << text << "\n--- the screen:\n" << plain(bytes_) << "\n---\n";
    return false;
  }

  void type(const std::string& line) {
    auto keys = transcript::replace_all(line, "\\t", "\t");
    const bool is_control = keys == "^C" || keys == "^D";
    if (keys == "^C") keys = "\x03";
    if (keys == "^D") keys = "\x04";
    if (!is_control) keys += "\r";
    for (const char key : keys) {
      if (::write(terminal_, &key, 1) != 1) break;
    }
  }

  int exit_code() {
    while (read_some()) {
    }
    int status = 0;
    ::waitpid(child_, &status, 0);
    ::close(terminal_);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  }

  std::string shown() const { return plain(bytes_); }

 private:
  [[noreturn]] static void run_here(const std::vector<std::string>& arguments,
                                    const runner::Surroundings& around) {
    for (const auto& [name, value] : around.environment) ::setenv(name.c_str(), value.c_str(), 1);
    auto world = runner::world_of(around, std::cin, std::cout, std::cerr);
    world.in_is_terminal = true;
    world.out_is_terminal = true;
    world.err_is_terminal = true;
    const int code = leadbook::cli::run(arguments, world);
    std::cout.flush();
    std::cerr.flush();
    ::_exit(code);
  }

  /// Whether there was more, or may be.
  bool read_some() {
    pollfd wait{terminal_, POLLIN, 0};
    constexpr int longest = 30'000;
    if (::poll(&wait, 1, longest) <= 0) return false;
    char piece[4096];
    const auto size = ::read(terminal_, piece, sizeof piece);
    if (size <= 0) return false;
    bytes_.append(piece, static_cast<std::size_t>(size));
    return true;
  }

  int terminal_ = -1;
  pid_t child_ = -1;
  std::string bytes_;
  std::size_t seen_ = 0;
};

/// One transcript, line by line.
class Replay {
 public:
  explicit Replay(const fs::path& folder) : folder_(folder) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    fs::current_path(folder_);
    environment_ = {{"LEADBOOK_DB", (folder_ / "book.db").string()},
                    {"LEADBOOK_LANG", "zh"},
                    {"HOME", folder_.string()},
                    {"USER", "tester"},
                    {"TERM", "xterm"},
                    {"COLUMNS", "80"}};
  }

  ~Replay() {
    fs::current_path("/");
    fs::remove_all(folder_);
  }

  bool take(const std::string& line) {
    const auto rest = with_folder(line.size() > 2 ? line.substr(2) : "");
    if (line.starts_with("% ")) return set(rest);
    if (line.starts_with("+ ")) return append(rest);
    if (line.starts_with("$ ")) return finish() && start(rest);
    if (typist_ == nullptr) return true;
    if (line.starts_with("> ")) return typist_->wait_for(rest);
    if (line.starts_with("<")) typist_->type(rest);
    if (line.starts_with("[")) expected_ = std::stoi(line.substr(1));
    return true;
  }

  /// Waits for the command's end; whether it is the one that was expected.
  bool finish() {
    if (typist_ == nullptr) return true;
    const int code = typist_->exit_code();
    const bool right = code == expected_;
    if (!right) {
      std::cerr << command_ << ": exit " << code << ", not " << expected_ << "\n"
                << typist_->shown() << "\n";
    }
    typist_.reset();
    return right;
  }

 private:
  std::string with_folder(const std::string& text) const {
    return transcript::replace_all(text, "BOOK", folder_.string());
  }

  bool set(const std::string& text) {
    const auto space = text.find(' ');
    environment_[text.substr(0, space)] = text.substr(space + 1);
    return true;
  }

  bool append(const std::string& text) {
    const auto space = text.find(' ');
    std::ofstream file(folder_ / text.substr(0, space), std::ios::app);
    file << (space == std::string::npos ? "" : text.substr(space + 1)) << "\n";
    return static_cast<bool>(file);
  }

  bool start(const std::string& command) {
    command_ = command;
    expected_ = 0;
    const runner::Surroundings around{environment_,
                                      {},
                                      "request-" + std::to_string(++commands_),
                                      "tester",
                                      LEADBOOK_BUILD "/share/locale"};
    typist_ = std::make_unique<Typist>(transcript::split_arguments(command), around);
    return true;
  }

  fs::path folder_;
  std::map<std::string, std::string> environment_;
  std::unique_ptr<Typist> typist_;
  std::string command_;
  int expected_ = 0;
  int commands_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "leadbook_typed TRANSCRIPT\n";
    return 2;
  }
  const fs::path file = fs::absolute(arguments[1]);
  std::ifstream stream(file);
  Replay replay(fs::temp_directory_path() /
                ("leadbook_typed_" + file.stem().string() + "_" + std::to_string(::getpid())));
  int number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    if (line.starts_with("# ") || line.empty()) continue;
    if (!replay.take(line)) {
      std::cerr << file.string() << ":" << number << ": " << line << "\n";
      return 1;
    }
  }
  if (number == 0) std::cerr << file.string() << " holds nothing\n";
  return number > 0 && replay.finish() ? 0 : 1;
}
