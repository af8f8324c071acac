// help: the first page, one command's page, a topic, or a page of the manual.
#include "cli/frame/commands.hpp"
#include "cli/help/help.hpp"
#include "cli/help/manual.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

struct HelpOptions {
  std::string first;
  std::string second;
  bool manual = false;
};

void run_help(const HelpOptions& options, Env& env) {
  const auto& first = options.first;
  const auto width = screen_width(env.world());
  if (options.manual) return print_manual(env, first);
  if (first.empty()) return print_overview(env.out(), width);
  if (print_topic(env.out(), width, first)) return;
  std::vector<std::string> known = topics();
  for (const auto& command : commands()) {
    known.emplace_back(command.noun);
    if (first != command.noun) continue;
    if (options.second.empty() && *command.verb != '\0') {
      return print_noun(env.out(), width, first);
    }
    if (options.second != command.verb) continue;
    CommandLine line;
    declare_command(line, env, command);
    return print_command_help(env.out(), width, command, line);
  }
  const auto near = text::closest(first, known, 1);
  throw Error(ErrorKind::usage,
              near.empty() ? say("there is no help on '{}'", text::visible(first))
                           : say("there is no help on '{}'; did you mean '{}'?",
                                 text::visible(first),
                                 near.front()));
}

}  // namespace

RunCommand add_help(CommandLine& line, Env& env, const Command&) {
  auto options = std::make_shared<HelpOptions>();
  std::string all;
  for (const auto& topic : topics()) all += (all.empty() ? "" : ", ") + topic;
  line.add_argument("TOPIC", options->first, say("a command or a topic: {}", all));
  line.add_argument("VERB", options->second, say("the command's verb"));
  line.add_switch("--man", options->manual, say("as a page of the manual, for man"));
  return [options, &env] { run_help(*options, env); };
}

}  // namespace leadbook::cli
