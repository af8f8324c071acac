#include "cli/answers/report_words.hpp"

#include <sstream>

#include "cli/frame/command.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/command_words.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
void refuse_writing(Env& env, const std::vector<std::string>& words) {
  const auto leading = leading_words(env, words);
  if (leading.texts.empty()) {
    throw Error(ErrorKind::usage,
                say("there is no query to keep: write it after the name, as 'leadbook report save "
                    "half totals --period 2020H1'"));
  }
  const auto& command = find_command(leading);
  if (command.role == Role::query) return;
  throw Error(ErrorKind::usage,
              say("'{}' is no query: a report may only read the book", command_name(command)));
}

void check_report(Env& env, const std::vector<std::string>& words) {
  refuse_writing(env, words);
  // Run once, unseen: what a name or a value is refused for is said now, not at three in the night.
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  World unseen{in,
               out,
               err,
               env.world().environment,
               env.world().today,
               env.world().now,
               env.world().new_request,
               env.world().login_name,
               env.world().catalogues};
  Env trial(unseen, words);
  trial.settings() = env.settings();
  try {
    const auto run_it = prepare_command(trial, words);
    if (trial.conceals_any()) {
      throw Error(ErrorKind::usage,
                  say("a report is kept in the log, which is given no personal details: name the "
                      "contact by its reference, as L-2, or leave it out"));
    }
    trial.output().file.clear();
    run_it();
  } catch (const store::BookError&) {
    throw;  // no answer at all
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::empty) return;
    if (error.kind() != ErrorKind::failed) throw;
    env.tell_once(say("Run now, it answers: {}", error.what()));
  }
}

}  // namespace leadbook::cli
