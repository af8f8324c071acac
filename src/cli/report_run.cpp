// report run: a saved query, with more options where they are given.
#include "cli/commands.hpp"
#include "cli/report_words.hpp"
#include "leadbook/store/record.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

void run_report(const std::string& name, Env& env) {
  const auto more = env.following;
  const Id<Report> id{env.resolver().resolve(Kind::report, name)};
  auto words = store::find(env.db(), id).value().arguments;
  words.insert(words.end(), more.begin(), more.end());
  env.tell_notes(env.resolver().take_notes());
  refuse_writing(words);
  prepare_command(env, words)();
}

}  // namespace

RunCommand add_report_run(CommandLine& line, Env& env, const Command& command) {
  auto name = std::make_shared<std::string>();
  line.add_argument(
      "NAME", *name, say("the report; options after it are added to its own, as --period 2021"));
  line.keep_following();
  return [name, &env, &command] {
    require_argument(*name, "NAME", command);
    run_report(*name, env);
  };
}

}  // namespace leadbook::cli
