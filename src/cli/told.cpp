#include "cli/told.hpp"

#include <sstream>

#include "cli/frame/output.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

/// While it lives, a stream writes elsewhere.
class Diverted {
 public:
  Diverted(std::ostream& stream, std::ostringstream& to)
      : stream_(stream), before_(stream.rdbuf(to.rdbuf())) {}
  ~Diverted() { stream_.rdbuf(before_); }
  Diverted(const Diverted&) = delete;
  Diverted& operator=(const Diverted&) = delete;

 private:
  std::ostream& stream_;
  std::streambuf* before_;
};

}  // namespace

void run_for_json(Env& env, const std::function<void()>& run_it) {
  std::ostringstream told;
  env.options().no_input = true;
  {
    const Diverted out(env.out(), told);
    const Diverted err(env.err(), told);
    run_it();
  }
  std::vector<std::string> lines;
  std::istringstream text(told.str());
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  const auto entry = env.world().outcome.entry;
  const std::vector<present::Field<std::string>> fields = {
      {say("Entry"),
       "entry",
       {},
       [&](const std::string&) { return entry == 0 ? present::Cell() : present::Cell(entry); }},
      {say("Message"), "message", {}, [](const std::string& line) { return present::Cell(line); }},
  };
  env.output().json = true;
  print(env, present::make_table("told", fields, lines));
}

}  // namespace leadbook::cli
