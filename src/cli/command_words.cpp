#include "cli/command_words.hpp"

#include <algorithm>

#include "cli/commands.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using Arguments = std::vector<std::string>;

/// Options that take a value, which must not be taken for a noun or verb.
bool takes_value(const std::string& argument) {
  static const Arguments names = {"--db",
                                  "--book",
                                  "--lang",
                                  "--user",
                                  "--unit",
                                  "--color",
                                  "--request",
                                  "-F",
                                  "--format",
                                  "-o",
                                  "--output",
                                  "--columns",
                                  "--sort",
                                  "--limit"};
  return std::find(names.begin(), names.end(), argument) != names.end();
}

Arguments nouns() {
  Arguments names;
  for (const auto& command : commands()) {
    if (names.empty() || names.back() != command.noun) names.emplace_back(command.noun);
  }
  return names;
}

[[noreturn]] void refuse_word(const std::string& word,
                              const std::string& message,
                              const Arguments& all) {
  const auto near = text::closest(word, all, 1);
  throw Error(ErrorKind::usage,
              near.empty() ? say("{}; 'leadbook --help' lists the commands", message)
                           : say("{}; did you mean '{}'?", message, near.front()));
}

}  // namespace

Words leading_words(const Arguments& arguments) {
  Words words;
  for (std::size_t index = 0; index < arguments.size() && words.texts.size() < 2; ++index) {
    const auto& argument = arguments[index];
    if (argument == "--") break;
    if (argument.size() > 1 && argument.front() == '-') {
      if (takes_value(argument)) ++index;
      // Past the noun an option may take any word: the verb stands right behind the noun.
      if (!words.texts.empty()) break;
      continue;
    }
    words.texts.push_back(argument);
    words.places.push_back(index);
  }
  return words;
}

Arguments verbs_of(const std::string& noun) {
  Arguments names;
  for (const auto& command : commands()) {
    if (noun == command.noun) names.emplace_back(command.verb);
  }
  return names;
}

bool needs_verb(const std::string& noun) {
  const auto verbs = verbs_of(noun);
  return !verbs.empty() && std::find(verbs.begin(), verbs.end(), "") == verbs.end();
}

const Command& find_command(const Words& words) {
  const auto& noun = words.texts.front();
  const auto verbs = verbs_of(noun);
  if (verbs.empty()) {
    refuse_word(noun, say("there is no command '{}'", text::visible(noun)), nouns());
  }
  const bool alone = verbs.size() == 1 && verbs.front().empty();
  const auto verb = alone || words.texts.size() < 2 ? std::string() : words.texts[1];
  const Command* without_verb = nullptr;
  for (const auto& command : commands()) {
    if (noun != command.noun) continue;
    if (verb == command.verb) return command;
    if (*command.verb == '\0') without_verb = &command;
  }
  // "import signings": what stands behind a noun that may do without a verb is its argument.
  if (without_verb != nullptr) return *without_verb;
  std::string all;
  for (const auto& name : verbs) all += (all.empty() ? "" : ", ") + name;
  if (verb.empty()) {
    throw Error(ErrorKind::usage, say("'{}' needs a verb: {}", noun, all));
  }
  refuse_word(verb, say("'{}' has no '{}': there are {}", noun, text::visible(verb), all), verbs);
}

bool contains(const std::vector<std::string>& arguments,
              std::initializer_list<const char*> wanted) {
  for (const auto& argument : arguments) {
    if (argument == "--") return false;
    for (const auto* name : wanted) {
      if (argument == name) return true;
    }
  }
  return false;
}

}  // namespace leadbook::cli
