// What a command takes on its command line: declared as a list, which parsing and help both read.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace leadbook::cli {

/// Under which heading the help lists an option.
enum class OptionGroup : std::uint8_t { own, output, global };

/// An option, a switch or a positional argument.
struct Option {
  /// Where what was typed goes: which of these it is says what is taken.
  using Target = std::variant<std::string*,
                              std::vector<std::string>*,
                              bool*,
                              std::function<void(const std::string&)>,
                              std::function<void()>>;

  std::vector<std::string> names;  // as {"-o", "--output"}; {"REF"} for an argument
  Target target;
  std::string help;
  OptionGroup group;
  bool personal = false;  // what is typed tells of a person: the log is not given it

  bool is_argument() const { return names.front().front() != '-'; }
  /// Whether the next word belongs to it.
  bool takes_value() const;
};

/// What stands in a command for what only people know, as REF, DAY or TEXT, in the chosen language;
/// a word that is none stays as it is, and so does what stands around one in a list.
std::string placeholder(std::string_view word);

/// Throws Error{usage} where a placeholder was typed as it stood in a suggested command. `option`
/// may be "".
void refuse_placeholder(const std::string& option, const std::string& text);

/// The words on one line, quoted where a shell needs it, with placeholders in the chosen language.
std::string told_words(const std::vector<std::string>& words);

/// The options and arguments of one command. Targets must outlive it. What an `add` answers holds
/// until the next is added.
class CommandLine {
 public:
  /// An option that takes one text; `names` as "-o,--output". Given twice, the last one holds.
  Option& add_text(const std::string& names,
                   std::string& target,
                   std::string help,
                   OptionGroup group = OptionGroup::own);
  /// The same, handed on once the whole line is read.
  Option& add_text(const std::string& names,
                   std::function<void(const std::string&)> take,
                   std::string help,
                   OptionGroup group = OptionGroup::own);

  /// An option that may be given several times; the texts in order.
  Option& add_texts(const std::string& names, std::vector<std::string>& target, std::string help);

  void add_switch(const std::string& names,
                  bool& target,
                  std::string help,
                  OptionGroup group = OptionGroup::own);

  /// A switch that does something once the whole line is read.
  void add_action(const std::string& names, std::function<void()> act, std::string help);

  /// A positional argument, "" where it is left out.
  Option& add_argument(const std::string& name, std::string& target, std::string help);

  /// All positional arguments from here on.
  Option& add_arguments(const std::string& name,
                        std::vector<std::string>& target,
                        std::string help);

  /// What follows the arguments is the line of another command: kept as it was typed.
  void keep_following(std::vector<std::string>& target) { following_ = &target; }

  const std::vector<Option>& options() const { return options_; }

  /// Fills the targets; answers what was typed that tells of persons. Throws Error{usage} for what
  /// was not declared or lacks its value.
  std::vector<std::string> parse(std::vector<std::string> arguments) const;

 private:
  Option& add(const std::string& names, Option::Target target, std::string help, OptionGroup group);

  std::vector<Option> options_;
  std::vector<std::string>* following_ = nullptr;
};

}  // namespace leadbook::cli
