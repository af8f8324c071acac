#include "cli/frame/env.hpp"

#include <algorithm>

#include "leadbook/text/command_words.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

/// The arguments with a mark for what tells of persons.
std::vector<std::string> without_persons(std::vector<std::string> arguments,
                                         const std::vector<std::string>& concealed) {
  constexpr auto mark = "…";
  const auto conceals = [&](const std::string& text) {
    return std::find(concealed.begin(), concealed.end(), text) != concealed.end();
  };
  for (auto& argument : arguments) {
    const auto equals = argument.find('=');
    if (conceals(argument)) {
      argument = mark;
    } else if (argument.starts_with("--") && equals != std::string::npos &&
               conceals(argument.substr(equals + 1))) {
      argument = argument.substr(0, equals + 1) + mark;
    }
  }
  return arguments;
}

/// The command line as it could be typed again, for the change log.
std::string quoted(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "leadbook");
  return text::command_words(arguments, " '\"\\;|&<>()$`*?\n\t");
}

}  // namespace

std::string Env::user() { return book_.user(); }

store::Origin Env::origin() {
  // Tried again, a command keeps its name.
  auto& request = options_.request;
  if (request.empty()) request = world_.new_request();
  world_.outcome.request = request;
  return {world_.now(), user(), quoted(without_persons(arguments_, concealed_)), request};
}

const ingest::Input& Env::input() {
  if (!input_) input_.emplace(ingest::Input::keep(world_.in, say("standard input")));
  return *input_;
}

void Env::tell(const std::string& line) {
  if (!options_.quiet) world_.err << text::visible(line) << '\n';
}

void Env::tell_once(const std::string& line) {
  if (told_.insert(line).second) tell(line);
}

void Env::tell_notes(const std::vector<std::string>& notes) {
  for (const auto& note : notes) tell(say("Note: {}", note));
}

}  // namespace leadbook::cli
