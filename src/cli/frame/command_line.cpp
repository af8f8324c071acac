#include "cli/frame/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <utility>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/id.hpp"
#include "leadbook/text/command_words.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using Texts = std::vector<std::string>;

/// Declares one option to the parser, by what it takes.
struct Declaration {
  CLI::App& app;
  const Option& option;
  Texts& personal;  // what was typed that tells of persons

  std::string names() const {
    std::string all;
    for (const auto& name : option.names) all += (all.empty() ? "" : ",") + name;
    return all;
  }

  /// Of options the words are found by their names: the parser may hand them on changed.
  void note(const Texts& results) const {
    if (option.personal && option.is_argument()) {
      personal.insert(personal.end(), results.begin(), results.end());
    }
  }

  void last_text(std::function<void(const std::string&)> take) const {
    const auto hand_on = [*this, take = std::move(take)](const CLI::results_t& results) {
      note(results);
      take(results.back());
      return true;
    };
    app.add_option(names(), hand_on)->type_name("TEXT")->expected(1)->take_last();
  }

  void operator()(std::string* target) const {
    last_text([target](const std::string& text) { *target = text; });
  }

  void operator()(const std::function<void(const std::string&)>& take) const { last_text(take); }

  void operator()(Texts* target) const {
    const auto take = [*this, target](const CLI::results_t& results) {
      note(results);
      *target = results;
      return true;
    };
    auto* declared = app.add_option(names(), take)->type_name("TEXT");
    if (option.is_argument()) {
      declared->expected(1, -1)->allow_extra_args();
    } else {
      declared->expected(1);
    }
    declared->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }

  void operator()(bool* target) const { app.add_flag(names(), *target); }

  void operator()(const std::function<void()>& act) const {
    app.add_flag(names(), [act](std::int64_t) { act(); });
  }
};

/// The words that stand behind the names of options that take what tells of persons.
void add_personal_values(const std::vector<Option>& options, const Texts& words, Texts& personal) {
  for (const auto& option : options) {
    if (!option.personal || option.is_argument()) continue;
    for (const auto& name : option.names) {
      for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] == name && at + 1 < words.size()) personal.push_back(words[at + 1]);
        if (words[at].starts_with(name + "="))
          personal.push_back(words[at].substr(name.size() + 1));
      }
    }
  }
}

/// The words to be concealed: a reference tells nothing of the person it names. Where the parser
/// changed one, all that may be it are.
Texts concealed(const Texts& personal, const Texts& words) {
  Texts all;
  for (const auto& text : personal) {
    if (text.empty() || parse_reference(text)) continue;
    if (std::none_of(words.begin(), words.end(), [&](const std::string& word) {
          return word.ends_with(text);
        })) {
      std::copy_if(words.begin(), words.end(), std::back_inserter(all), [](const auto& word) {
        return !word.empty() && word.front() != '-';
      });
    }
    all.push_back(text);
  }
  return all;
}

/// Words other people have for what an option is about.
constexpr std::pair<std::string_view, std::string_view> other_options[] = {
    {"trip", "delegation"},
    {"team", "delegation"},
    {"firm", "company"},
    {"firm", "with"},
    {"company", "with"},
    {"client", "with"},
    {"date", "on"},
    {"day", "on"},
    {"when", "on"},
    {"time", "on"},
    {"by", "due"},
    {"deadline", "due"},
    {"type", "kind"},
    {"name", "title"},
    {"money", "amount"},
    {"sum", "amount"},
    {"value", "amount"},
    {"district", "county"},
    {"area", "county"},
    {"result", "outcome"},
    {"text", "summary"},
    {"content", "summary"},
    {"who", "owner"},
    {"person", "owner"},
    {"filter", "where"},
    {"query", "where"},
    {"from", "period"},
    {"year", "period"},
    {"month", "period"},
    {"file", "output"},
    {"out", "output"},
    {"database", "db"},
    {"language", "lang"},
    {"force", "yes"},
    {"investor", "investors"}};

/// The option that is most likely meant, without its dashes; "" where none makes sense.
std::string option_meant(const std::vector<Option>& options, std::string_view typed) {
  Texts known;
  for (const auto& option : options) {
    for (const auto& name : option.names) {
      if (name.starts_with("--")) known.push_back(name.substr(2));
    }
  }
  const auto dashes = typed.find_first_not_of('-');
  const auto word = typed.substr(dashes == std::string_view::npos ? typed.size() : dashes);
  for (const auto& [other, meant] : other_options) {
    if (word == other && std::find(known.begin(), known.end(), meant) != known.end()) {
      return std::string(meant);
    }
  }
  const auto near = text::closest(word, known, 1);
  return near.empty() ? "" : near.front();
}

void refuse_extras(const std::vector<Option>& options, const Texts& extras) {
  for (const auto& extra : extras) {
    const auto shown = text::visible(extra);
    if (extra.size() < 2 || extra.front() != '-') {
      throw Error(ErrorKind::usage,
                  say("'{}' is one word too many; quote texts with spaces", shown));
    }
    const auto near = option_meant(options, extra.substr(0, extra.find('=')));
    throw Error(ErrorKind::usage,
                near.empty() ? say("there is no option '{}' here; --help lists them", shown)
                             : say("there is no option '{}'; did you mean '--{}'?", shown, near));
  }
}

/// The option an error of the parser is about: its message begins with the name.
std::string option_in(const std::string& message) {
  return message.substr(0, message.find_first_of(": "));
}

Texts split_names(const std::string& names) {
  Texts all;
  for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
    end = names.find(',', begin);
    all.push_back(names.substr(begin, end == std::string::npos ? end : end - begin));
  }
  return all;
}

/// What stands in suggested commands for what only people know.
constexpr const char* placeholders[] = {
    N_("AMOUNT"), N_("COUNTY"), N_("DAY"), N_("REASON"), N_("REF"), N_("TEXT")};

bool is_placeholder(std::string_view text) {
  return std::any_of(std::begin(placeholders), std::end(placeholders), [&](const char* known) {
    return text == known || text == translate(known);
  });
}

}  // namespace

std::string placeholder(std::string_view word) {
  std::string said;
  constexpr std::string_view joints = "|; =";
  while (!word.empty()) {
    const auto end = std::min(word.find_first_of(joints), word.size());
    const std::string part(word.substr(0, end));
    const auto known = std::find(std::begin(placeholders), std::end(placeholders), part);
    said += known == std::end(placeholders) ? part : std::string(translate(*known));
    if (end < word.size()) said += word[end];
    word.remove_prefix(std::min(end + 1, word.size()));
  }
  return said;
}

void refuse_placeholder(const std::string& option, const std::string& text) {
  for (const auto item : text::split(text, ';')) {
    for (const auto field : text::split(item, '|')) {
      const auto part = text::trim(field);
      if (!is_placeholder(part)) continue;
      throw Error(ErrorKind::usage,
                  (option.empty() ? "" : option + ": ") +
                      say("'{}' only holds a place: write there what you mean", part));
    }
  }
}

std::string told_words(const std::vector<std::string>& words) {
  auto said = words;
  for (auto& word : said) word = placeholder(word);
  return text::command_words(said, " \t\n'\"\\$`!*?()<>|&;#");
}

bool Option::takes_value() const {
  return !is_argument() && !std::holds_alternative<bool*>(target) &&
         !std::holds_alternative<std::function<void()>>(target);
}

Option& CommandLine::add(const std::string& names,
                         Option::Target target,
                         std::string help,
                         OptionGroup group) {
  return options_.emplace_back(
      Option{split_names(names), std::move(target), std::move(help), group});
}

Option& CommandLine::add_text(const std::string& names,
                              std::string& target,
                              std::string help,
                              OptionGroup group) {
  return add(names, &target, std::move(help), group);
}

Option& CommandLine::add_text(const std::string& names,
                              std::function<void(const std::string&)> take,
                              std::string help,
                              OptionGroup group) {
  return add(names, std::move(take), std::move(help), group);
}

Option& CommandLine::add_texts(const std::string& names, Texts& target, std::string help) {
  return add(names, &target, std::move(help), OptionGroup::own);
}

void CommandLine::add_switch(const std::string& names,
                             bool& target,
                             std::string help,
                             OptionGroup group) {
  add(names, &target, std::move(help), group);
}

void CommandLine::add_action(const std::string& names,
                             std::function<void()> act,
                             std::string help) {
  add(names, std::move(act), std::move(help), OptionGroup::own);
}

Option& CommandLine::add_argument(const std::string& name, std::string& target, std::string help) {
  return add(name, &target, std::move(help), OptionGroup::own);
}

Option& CommandLine::add_arguments(const std::string& name, Texts& target, std::string help) {
  return add(name, &target, std::move(help), OptionGroup::own);
}

Texts CommandLine::parse(Texts arguments) const {
  const auto words = arguments;
  CLI::App app;
  Texts personal;
  app.set_help_flag("");
  app.allow_extras();
  if (following_ != nullptr) app.prefix_command();
  for (const auto& option : options_) std::visit(Declaration{app, option, personal}, option.target);
  try {
    std::reverse(arguments.begin(), arguments.end());
    app.parse(arguments);
  } catch (const CLI::ArgumentMismatch& error) {
    throw Error(ErrorKind::usage, say("{} needs a value", option_in(error.what())));
  } catch (const CLI::ParseError& error) {
    throw Error(ErrorKind::usage,
                say("the command line cannot be read near '{}'", option_in(error.what())));
  }
  if (following_ != nullptr) {
    *following_ = app.remaining();
  } else {
    refuse_extras(options_, app.remaining());
  }
  add_personal_values(options_, words, personal);
  return concealed(personal, words);
}

}  // namespace leadbook::cli
