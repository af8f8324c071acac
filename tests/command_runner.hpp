// One command in this process, as a person or a script would give it, at a moment of the test's
// own.
#pragma once

#include <unistd.h>

#include <map>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>
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

/// When a command runs, and what the environment holds besides the book.
struct Moment {
  Day day = today;
  std::string at = "2020-05-22T08:00:00Z";
  std::map<std::string, std::string> environment = {};
};

/// What a command finds around it.
struct Surroundings {
  std::map<std::string, std::string> environment;
  Moment moment = {};
  std::string request = "";
  std::string login_name = "writer";
  std::string catalogues = "";
};

/// `around` must outlive the world.
inline cli::World world_of(const Surroundings& around,
                           std::istream& in,
                           std::ostream& out,
                           std::ostream& err) {
  return {in,
          out,
          err,
          around.environment,
          around.moment.day,
          [&around] { return around.moment.at; },
          [&around] { return around.request; },
          [&around] { return around.login_name; },
          around.catalogues};
}

inline Answer run_in(const Surroundings& around,
                     const std::vector<std::string>& arguments,
                     const std::string& input = "") {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  auto world = world_of(around, in, out, err);
  const int code = cli::run(arguments, world);
  return {code, out.str(), err.str()};
}

/// Runs a command on a book (a file or an address) under a request.
inline Answer run(const std::string& db,
                  const std::vector<std::string>& arguments,
                  const std::string& request,
                  const std::string& input = "",
                  const Moment& moment = {}) {
  auto environment = moment.environment;
  environment.insert({{"LEADBOOK_DB", db}, {"USER", "tester"}, {"COLUMNS", "80"}});
  return run_in({std::move(environment), moment, request}, arguments, input);
}

/// Under a request nobody else has.
inline Answer run(const std::string& db, const std::vector<std::string>& arguments) {
  static int requests = 0;
  return run(db, arguments, std::to_string(::getpid()) + "-" + std::to_string(++requests));
}

}  // namespace runner
