#include "cli/frame/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using Texts = std::vector<std::string>;

/// Declares one option to the parser, by what it takes.
struct Declaration {
  CLI::App& app;
  const Option& option;

  std::string names() const {
    std::string all;
    for (const auto& name : option.names) all += (all.empty() ? "" : ",") + name;
    return all;
  }

  void last_text(std::function<void(const std::string&)> take) const {
    const auto hand_on = [take = std::move(take)](const CLI::results_t& results) {
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
    const auto take = [target](const CLI::results_t& results) {
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

void refuse_extras(const std::vector<Option>& options, const Texts& extras) {
  for (const auto& extra : extras) {
    const auto shown = text::visible(extra);
    if (extra.size() < 2 || extra.front() != '-') {
      throw Error(ErrorKind::usage,
                  say("'{}' is one word too many; quote texts with spaces", shown));
    }
    Texts known;
    for (const auto& option : options) {
      for (const auto& name : option.names) {
        if (name.starts_with("--")) known.push_back(name);
      }
    }
    const auto near = text::closest(extra.substr(0, extra.find('=')), known, 1);
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

Texts split_names(const std::string& names) {
  Texts all;
  for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
    end = names.find(',', begin);
    all.push_back(names.substr(begin, end == std::string::npos ? end : end - begin));
  }
  return all;
}

}  // namespace

bool Option::takes_value() const {
  return !is_argument() && !std::holds_alternative<bool*>(target) &&
         !std::holds_alternative<std::function<void()>>(target);
}

void CommandLine::add(const std::string& names,
                      Option::Target target,
                      std::string help,
                      OptionGroup group) {
  options_.push_back({split_names(names), std::move(target), std::move(help), group});
}

void CommandLine::add_text(const std::string& names,
                           std::string& target,
                           std::string help,
                           OptionGroup group) {
  add(names, &target, std::move(help), group);
}

void CommandLine::add_text(const std::string& names,
                           std::function<void(const std::string&)> take,
                           std::string help,
                           OptionGroup group) {
  add(names, std::move(take), std::move(help), group);
}

void CommandLine::add_texts(const std::string& names, Texts& target, std::string help) {
  add(names, &target, std::move(help), OptionGroup::own);
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

void CommandLine::add_argument(const std::string& name, std::string& target, std::string help) {
  add(name, &target, std::move(help), OptionGroup::own);
}

void CommandLine::add_arguments(const std::string& name, Texts& target, std::string help) {
  add(name, &target, std::move(help), OptionGroup::own);
}

void CommandLine::parse(Texts arguments) const {
  CLI::App app;
  app.set_help_flag("");
  app.allow_extras();
  if (following_ != nullptr) app.prefix_command();
  for (const auto& option : options_) std::visit(Declaration{app, option}, option.target);
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
}

}  // namespace leadbook::cli
