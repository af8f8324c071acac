// From a command line to what runs it.
#include "cli/command_words.hpp"
#include "cli/commands.hpp"
#include "cli/help.hpp"

namespace leadbook::cli {

RunCommand prepare_command(Env& env, std::vector<std::string> arguments) {
  const auto words = leading_words(arguments);
  const auto& command = find_command(words);
  const std::size_t own_words = *command.verb == '\0' ? 1 : 2;
  for (std::size_t word = own_words; word-- > 0;) {
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(words.places[word]));
  }
  CommandLine line;
  const auto run_it = command.add(line, env, command);
  add_global_options(line, env);
  if (contains(arguments, {"-h", "--help"})) {
    print_command_help(env.out(), env.width(), command, line);
    return [] {};
  }
  env.following = line.parse(std::move(arguments));
  return run_it;
}

}  // namespace leadbook::cli
