// From a command line to what runs it.
#include <CLI/CLI.hpp>

#include <algorithm>

#include "cli/command_words.hpp"
#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using Arguments = std::vector<std::string>;

void refuse_extras(const CLI::App& app) {
  for (const auto& extra : app.remaining()) {
    const auto shown = text::visible(extra);
    if (extra.size() < 2 || extra.front() != '-') {
      throw Error(ErrorKind::usage,
                  say("'{}' is one word too many; quote texts with spaces", shown));
    }
    Arguments names;
    for (const auto* option : app.get_options()) {
      for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    }
    const auto name = extra.substr(0, extra.find('='));
    const auto near = text::closest(name, names, 1);
    throw Error(ErrorKind::usage,
                near.empty()
                    ? say("there is no option '{}' here; --help lists them", shown)
                    : say("there is no option '{}'; did you mean '{}'?", shown, near.front()));
  }
}

/// The option an error of the parser is about: its message begins with the name.
std::string option_in(const std::string& message) {
  return message.substr(0, message.find_first_of(": "));
}

void parse(CLI::App& app, Arguments arguments) {
  try {
    std::reverse(arguments.begin(), arguments.end());
    app.parse(arguments);
  } catch (const CLI::ArgumentMismatch& error) {
    throw Error(ErrorKind::usage, say("{} needs a value", option_in(error.what())));
  } catch (const CLI::ParseError& error) {
    throw Error(ErrorKind::usage,
                say("the command line cannot be read near '{}'", option_in(error.what())));
  }
}

}  // namespace

RunCommand prepare_command(Env& env, std::vector<std::string> arguments) {
  const auto words = leading_words(arguments);
  const auto& command = find_command(words);
  const std::size_t own_words = *command.verb == '\0' ? 1 : 2;
  for (std::size_t word = own_words; word-- > 0;) {
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(words.places[word]));
  }
  CLI::App app;
  app.set_help_flag("");
  app.allow_extras();
  const auto run_it = command.add(app, env, command);
  add_global_options(app, env);
  if (contains(arguments, {"-h", "--help"})) {
    print_command_help(env.out(), env.width(), command, app);
    return [] {};
  }
  parse(app, std::move(arguments));
  if (!app.get_prefix_command()) refuse_extras(app);
  env.following = app.remaining();
  return run_it;
}

}  // namespace leadbook::cli
