// report run: a saved query, with more options where they are given.
#include "cli/answers/report_words.hpp"
#include "cli/frame/commands.hpp"
#include "leadbook/store/record/record.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

struct ReportRunOptions {
  std::string name;
  std::vector<std::string> more;  // words added to the query's own
};

void run_report(const ReportRunOptions& options, Env& env) {
  const Id<Report> id{env.resolver().resolve(Kind::report, options.name)};
  auto words = store::find(env.db(), id).value().arguments;
  words.insert(words.end(), options.more.begin(), options.more.end());
  env.tell_notes(env.resolver().take_notes());
  refuse_writing(env, words);
  prepare_command(env, words)();
}

}  // namespace

RunCommand add_report_run(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<ReportRunOptions>();
  line.add_argument("NAME",
                    options->name,
                    say("the report; options after it are added to its own, as --period 2021"));
  line.keep_following(options->more);
  return [options, &env, &command] {
    require_argument(options->name, "NAME", command);
    run_report(*options, env);
  };
}

}  // namespace leadbook::cli
