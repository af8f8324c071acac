// The page of one command.
#include <algorithm>
#include <set>

#include "cli/help/examples.hpp"
#include "cli/help/help.hpp"
#include "cli/help/page.hpp"
#include "cli/help/values.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

constexpr std::size_t most_examples = 3;

/// Arguments a command can do without, by "noun verb NAME"; of `add` the fields say it.
const std::set<std::string>& optional_arguments() {
  static const std::set<std::string> names = {"undo ENTRY",
                                              "redo ENTRY",
                                              "history REF",
                                              "figure check REF",
                                              "book backup DIR",
                                              "book upgrade DIR",
                                              "target set COUNTY",
                                              "task close TEXT",
                                              "delegation report TEXT",
                                              "next TEXT",
                                              "kept PROMISE",
                                              "log WORDS",
                                              "use REF",
                                              "help TOPIC",
                                              "help VERB"};
  return names;
}

std::string option_term(const Command& command, const Option& option) {
  std::string term;
  for (const auto& name : option.names) term += (term.empty() ? "" : ", ") + name;
  return option.takes_value() ? term + " " + name_of_value(values_of(command, option)) : term;
}

template <class Choose>
void print_those(std::ostream& out,
                 std::size_t width,
                 const Command& command,
                 const CommandLine& line,
                 const std::string& heading,
                 const Choose& choose_it) {
  std::vector<Entry> entries;
  for (const auto& option : line.options()) {
    if (!choose_it(option)) continue;
    entries.emplace_back(
        option.is_argument() ? argument_name(command, option) : option_term(command, option),
        option.help);
  }
  if (entries.empty()) return;
  out << '\n' << heading << '\n';
  print_entries(out, width, entries);
}

/// The names of the options of a group, on as few lines as they take.
void print_names(std::ostream& out,
                 std::size_t width,
                 const CommandLine& line,
                 OptionGroup group,
                 std::string text,
                 const std::string& topic) {
  bool any = false;
  for (const auto& option : line.options()) {
    if (option.is_argument() || option.group != group) continue;
    text += ' ' + option.names.front();
    any = true;
  }
  // Every command has it, and those switches that the line of no command knows.
  if (group == OptionGroup::output && !any) text += " --json";
  if (group == OptionGroup::global) text += " -v --ascii";
  print_wrapped(out, width, text + " (leadbook help " + topic + ")", 2);
}

}  // namespace

std::vector<std::string> examples_of(const Command& command) {
  std::vector<std::string> found;
  const auto name = "leadbook " + command_name(command) + " ";
  const bool alone = *command.verb == '\0';
  for (const auto line : text::split(embedded::examples().front().text, '\n')) {
    const auto words = std::string(line) + " ";
    if (!words.starts_with(name) || found.size() == most_examples) continue;
    // "import template" is a command of its own.
    const auto next = words.substr(name.size(), words.find(' ', name.size()) - name.size());
    const bool is_other =
        alone && std::any_of(commands().begin(), commands().end(), [&](const Command& other) {
          return std::string(other.noun) == command.noun && !next.empty() && next == other.verb;
        });
    if (!is_other) found.emplace_back(line);
  }
  return found;
}

bool is_required(const Command& command, const Option& option) {
  const auto& name = option.names.back();
  const std::string_view verb = command.verb;
  const std::string_view noun = command.noun;
  if (noun == "book" && verb == "init") return name == "--city";
  if (const auto* field = field_typed(command, option); field != nullptr && verb != "list") {
    // What is of today unless another day is given needs no option.
    return verb != "edit" && field->required && field->name != "on" && field->name != "lead_on";
  }
  if (!option.is_argument()) return false;
  // edit takes a condition in its place
  return verb != "edit" && !optional_arguments().contains(command_name(command) + " " + name);
}

std::string usage_of(const Command& command, const CommandLine& line) {
  std::string usage = "leadbook " + command_name(command);
  for (const auto& option : line.options()) {
    if (!option.is_argument()) continue;
    const auto name = argument_name(command, option);
    usage += is_required(command, option) ? " " + name : " [" + name + "]";
    if (std::holds_alternative<std::vector<std::string>*>(option.target)) usage += "...";
  }
  for (const auto& option : line.options()) {
    if (option.is_argument() || !is_required(command, option)) continue;
    const auto* field = field_typed(command, option);
    const bool is_argument = field != nullptr && argument_of(line, *field);
    if (!is_argument) usage += " " + option_term(command, option);
  }
  return usage;
}

void print_command_help(std::ostream& out,
                        std::size_t width,
                        const Command& command,
                        const CommandLine& line) {
  const auto columns = usable(width);
  const auto needed = [&](const Option& option) {
    if (!is_required(command, option)) return false;
    if (option.is_argument()) return true;
    const auto* field = field_typed(command, option);
    return field == nullptr || !argument_of(line, *field);
  };
  out << translate(command.summary) << "\n\n";
  print_wrapped(out, columns, say("Usage: {} [--option value]", usage_of(command, line)), 4);
  print_those(out, columns, command, line, say("To be given"), needed);
  print_those(out, columns, command, line, say("May be given"), [&](const Option& option) {
    return option.is_argument() && !needed(option);
  });
  const auto examples = examples_of(command);
  if (!examples.empty()) {
    out << '\n' << say("Examples") << '\n';
    for (const auto& example : examples) print_wrapped(out, columns, "  " + example, 6);
  }
  print_those(out, columns, command, line, say("Options"), [&](const Option& option) {
    return !option.is_argument() && option.group == OptionGroup::own && !needed(option);
  });
  out << '\n';
  print_names(out, columns, line, OptionGroup::output, say("Output:"), topic_name("output"));
  print_names(
      out, columns, line, OptionGroup::global, say("Of every command:"), topic_name("options"));
}

}  // namespace leadbook::cli
