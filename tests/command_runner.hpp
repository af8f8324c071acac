// One command in this process, as a person or a script would give it, at a moment of the test's
// own.
#pragma once

#include <functional>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "leadbook/cli/run.hpp"

namespace runner {

using namespace leadbook;

/// What a command answered.
struct Answer {
  int code = 0;
  std::string out;
  std::string err;

  bool operator==(const Answer&) const = default;
};

inline std::ostream& operator<<(std::ostream& stream, const Answer& answer) {
  return stream << answer.code << "\n" << answer.out << answer.err;
}

inline constexpr Day today = std::chrono::year{2020} / 5 / 22;

struct Moment {
  Day day = today;
  std::string at = "2020-05-22T08:00:00Z";
};

/// Runs a command on a book (a file or an address) under a request.
inline Answer run(const std::string& db,
                  const std::vector<std::string>& arguments,
                  const std::string& request,
                  const std::string& input = "",
                  const Moment& moment = {}) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  cli::World world{in,
                   out,
                   err,
                   {{"LEADBOOK_DB", db}, {"USER", "tester"}, {"COLUMNS", "80"}},
                   moment.day,
                   [&moment] { return moment.at; },
                   [&request] { return request; },
                   [] { return std::string("writer"); },
                   ""};
  const int code = cli::run(arguments, world);
  return {code, out.str(), err.str()};
}

}  // namespace runner
