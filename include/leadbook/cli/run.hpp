// The command line: arguments in, exit code out. What a command may touch is its Env.
#pragma once

#include <chrono>
#include <functional>
#include <istream>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/store/outcome.hpp"

namespace leadbook::cli {

/// The world outside: streams, clock and environment. Tests give their own.
struct World {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  std::map<std::string, std::string> environment;
  Day today;
  std::function<std::string()> now;          // ISO time in UTC
  std::function<std::string()> new_request;  // a name no other command ever had
  std::function<std::string()> login_name;   // of who runs this, where no setting says
  std::string catalogues;                    // folder of the translations
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  /// Whether output fails because nobody reads it any more, not because it cannot be stored.
  std::function<bool()> reader_is_gone = [] { return false; };
  /// The answer of the last command, whatever ended it: what it wrote.
  store::Outcome outcome = {};
};

/// Runs one command; the arguments are without the program's name. Answers the exit code.
int run(const std::vector<std::string>& arguments, World& world);

/// Ends the process where a command can neither go on nor be unwound, with a sentence and exit 1.
/// Takes no memory.
[[noreturn]] void end_process(const store::Outcome& outcome, bool out_of_memory) noexcept;

}  // namespace leadbook::cli
