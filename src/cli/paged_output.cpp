#include "leadbook/cli/paged_output.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using Environment = std::map<std::string, std::string>;

std::string value_of(const Environment& environment, const std::string& name) {
  const auto found = environment.find(name);
  return found == environment.end() ? "" : found->second;
}

bool is_program(const std::string& command, const std::string& path) {
  const auto name = command.substr(0, command.find(' '));
  if (name.find('/') != std::string::npos) return ::access(name.c_str(), X_OK) == 0;
  for (const auto folder : text::split(path, ':')) {
    if (::access((std::string(folder) + "/" + name).c_str(), X_OK) == 0) return true;
  }
  return false;
}

/// LEADBOOK_PAGER set to nothing, or cat, is none; so is a terminal that cannot move back.
std::string pager_of(const Environment& environment) {
  if (value_of(environment, "TERM") == "dumb") return "";
  std::string command = "less";
  for (const auto* name : {"PAGER", "LEADBOOK_PAGER"}) {
    if (const auto named = environment.find(name); named != environment.end()) {
      command = named->second;
    }
  }
  if (command == "cat" || !is_program(command, value_of(environment, "PATH"))) return "";
  return command;
}

}  // namespace

PagedOutput::PagedOutput(int terminal, const Environment& environment)
    : terminal_(terminal), pager_(pager_of(environment)) {}

PagedOutput::~PagedOutput() { PagedOutput::sync(); }

PagedOutput::int_type PagedOutput::overflow(int_type letter) {
  if (traits_type::eq_int_type(letter, traits_type::eof())) return 0;
  const char one = traits_type::to_char_type(letter);
  return xsputn(&one, 1) == 1 ? letter : traits_type::eof();
}

std::streamsize PagedOutput::xsputn(const char* text, std::streamsize size) {
  const std::string piece(text, static_cast<std::size_t>(size));
  if (process_ != 0) return put(piece) ? size : 0;
  held_ += piece;
  if (!is_longer_than_screen()) return size;
  if (!start_pager()) pager_.clear();
  const auto held = std::move(held_);
  held_.clear();
  counted_ = 0;
  return put(held) ? size : 0;
}

/// Without a pager everything is: it is written as it comes.
bool PagedOutput::is_longer_than_screen() {
  if (pager_.empty()) return true;
  winsize screen{};
  if (::ioctl(terminal_, TIOCGWINSZ, &screen) != 0 || screen.ws_row == 0) return true;
  for (auto end = held_.find('\n', counted_); end != std::string::npos;
       end = held_.find('\n', counted_)) {
    const auto width =
        text::display_width(std::string_view(held_).substr(counted_, end - counted_));
    lines_ += screen.ws_col == 0 || width == 0 ? 1 : (width + screen.ws_col - 1) / screen.ws_col;
    counted_ = end + 1;
  }
  return lines_ >= screen.ws_row;  // one is for the prompt
}

bool PagedOutput::start_pager() {
  int ends[2];
  if (pager_.empty() || ::pipe2(ends, O_CLOEXEC) != 0) return false;
  process_ = ::fork();
  if (process_ == 0) {
    ::dup2(ends[0], STDIN_FILENO);
    std::signal(SIGPIPE, SIG_DFL);
    // Leaves at once where all fits, keeps colours, leaves the text on the screen.
    ::setenv("LESS", "FRX", 0);
    ::setenv("LESSCHARSET", "utf-8", 0);
    ::execl("/bin/sh", "sh", "-c", pager_.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
  ::close(ends[0]);
  if (process_ < 0) {
    ::close(ends[1]);
    process_ = 0;
    return false;
  }
  pipe_ = ends[1];
  left_ = false;
  // Ctrl-C is for the pager, which stops what it does and stays.
  std::signal(SIGINT, SIG_IGN);
  return true;
}

bool PagedOutput::put(const std::string& text) {
  if (left_) return true;
  const int to = process_ != 0 ? pipe_ : terminal_;
  for (std::size_t at = 0; at < text.size();) {
    const auto written = ::write(to, text.data() + at, text.size() - at);
    if (written >= 0) {
      at += static_cast<std::size_t>(written);
    } else if (errno == EPIPE && process_ != 0) {
      left_ = true;
      return true;
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

int PagedOutput::sync() {
  const auto held = std::move(held_);
  held_.clear();
  counted_ = 0;
  lines_ = 0;
  const bool is_written = put(held);
  if (process_ != 0) {
    ::close(pipe_);
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = 0;
    left_ = false;
    std::signal(SIGINT, SIG_DFL);
  }
  return is_written ? 0 : -1;
}

}  // namespace leadbook::cli
