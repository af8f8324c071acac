// help: the list of commands, one command's page, or a topic.
#include "cli/frame/commands.hpp"
#include "cli/frame/help.hpp"
#include "cli/frame/output.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

void run_help(const std::string& first, const std::string& second, Env& env) {
  if (first.empty()) return print_commands(env.out(), screen_width(env.world()));
  if (print_topic(env.out(), screen_width(env.world()), first)) return;
  std::vector<std::string> known = topics();
  for (const auto& command : commands()) {
    known.emplace_back(command.noun);
    if (first != command.noun) continue;
    if (second.empty() && *command.verb != '\0')
      return print_commands(env.out(), screen_width(env.world()), first);
    if (second != command.verb) continue;
    CommandLine line;
    declare_command(line, env, command);
    return print_command_help(env.out(), screen_width(env.world()), command, line);
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
  auto first = std::make_shared<std::string>();
  auto second = std::make_shared<std::string>();
  line.add_argument(
      "TOPIC",
      *first,
      say("a command or a topic: values, measures, where, sql, server, backups, exit-codes"));
  line.add_argument("VERB", *second, say("the command's verb"));
  return [first, second, &env] { run_help(*first, *second, env); };
}

}  // namespace leadbook::cli
