// A writer to a server that comes and goes: it repeats each command until it is acknowledged, and
// reports what it was told.
#pragma once

#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "command_runner.hpp"
#include "faults/campaign.hpp"

namespace faults {

using namespace leadbook;

inline bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// What one command's line to the campaign says: "+ MARK REFERENCE" (- where it was not shown),
/// "~ MARK" for a try that failed as it may, "! MARK what should not have been said".
class Reporter {
 public:
  explicit Reporter(int pipe) : pipe_(pipe) {}

  void tell(char sort, const std::string& mark, std::string rest) const {
    for (auto& symbol : rest) {
      if (symbol == '\n') symbol = ' ';
    }
    const auto line = std::string(1, sort) + " " + mark + " " + rest.substr(0, 400) + "\n";
    if (::write(pipe_, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(1);
  }

 private:
  int pipe_;
};

/// Repeats a command until it is acknowledged, and reports what it said on the way.
inline void write_one(const std::string& book,
                      const std::vector<std::string>& arguments,
                      const std::string& mark,
                      const Reporter& reporter) {
  bool may_be_written = false;
  for (;;) {
    const auto answer = runner::run(book, arguments, mark);
    const auto code = answer.code;
    const auto& told = answer.err;
    if (code == 0) {
      const auto reference = reference_in(told);
      const bool known = holds(told, "Already done as entry ");
      if (known && !may_be_written) reporter.tell('!', mark, "was not to be written: " + told);
      if (reference.empty() && !known) reporter.tell('!', mark, told);
      reporter.tell('+', mark, reference.empty() ? "-" : reference);
      return;
    }
    const bool unconfirmed = holds(told, "it is not confirmed that this was written");
    // Written, and the connection was lost before it could be shown: the next try finds it.
    const bool written = holds(told, "this was written as entry ");
    const bool documented = unconfirmed || written || holds(told, "no server answers for ") ||
                            holds(told, " takes no connections now: try again");
    may_be_written = may_be_written || unconfirmed || written;
    if (code != 1 || !documented) reporter.tell('!', mark, std::to_string(code) + " " + told);
    reporter.tell(unconfirmed ? '?' : '~', mark, "");
    ::usleep(20'000);
  }
}

/// Writes without end, each command under its mark as its request.
[[noreturn]] inline void write_forever(const std::string& book, int pipe, const std::string& name) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const Reporter reporter(pipe);
  for (int count = 1;; ++count) {
    const auto mark = name + "-" + std::to_string(count);
    std::vector<std::string> arguments = {"log", "C-1", "talk", "--note", mark, "--allow-twins"};
    if (count % 2 == 0) {
      arguments = {
          "project", "add", "Plan " + mark, "--county", "230231", "--allow-twins", "--note", mark};
    }
    write_one(book, arguments, mark, reporter);
  }
}

}  // namespace faults
