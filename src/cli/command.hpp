// The table of commands: each declares its options only once it is chosen.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/env.hpp"

// Only the few files that ask more of CLI11 than the functions below see its header: it is long.
namespace CLI {
class App;
}  // namespace CLI

namespace leadbook::cli {

struct Command;

/// What a command does once its options are read.
using RunCommand = std::function<void()>;

/// Declares the options of a command and answers what runs it.
using AddCommand = RunCommand (*)(CLI::App& app, Env& env, const Command& command);

struct Command {
  const char* noun;  // "project"; a command that stands alone has only this
  const char* verb;  // "add"; "" where the noun is the whole command
  const char* summary;
  AddCommand add;
  Kind kind = Kind::project;  // what the verbs all kinds share are about
};

/// All commands in the order `leadbook --help` shows them.
const std::vector<Command>& commands();

/// Reads a command line and answers what runs it; a request for help is answered at once.
RunCommand prepare_command(Env& env, std::vector<std::string> arguments);

/// "project add".
std::string command_name(const Command& command);

/// An option that takes one text; `names` as "--county,-c". Given twice, the last one holds. The
/// help lists options by `group`: "output", "global", or the command's own.
void add_text(CLI::App& app,
              const std::string& names,
              std::string& target,
              const std::string& help,
              const std::string& group = "");

/// An option that may be given several times; the texts in order.
void add_texts(CLI::App& app,
               const std::string& names,
               std::vector<std::string>& target,
               const std::string& help);

void add_switch(CLI::App& app,
                const std::string& names,
                bool& target,
                const std::string& help,
                const std::string& group = "");

/// A switch that does something once it is met.
void add_action(CLI::App& app,
                const std::string& names,
                std::function<void()> act,
                const std::string& help);

/// A positional argument, "" where it is left out.
void add_argument(CLI::App& app,
                  const std::string& name,
                  std::string& target,
                  const std::string& help);

/// All positional arguments from here on.
void add_arguments(CLI::App& app,
                   const std::string& name,
                   std::vector<std::string>& target,
                   const std::string& help);

/// What follows the arguments is kept for Env::following as it was typed, options and all.
void keep_following(CLI::App& app);

/// The options every command has, and those of a command that prints a listing.
void add_global_options(CLI::App& app, Env& env);
void add_output_options(CLI::App& app, Env& env);
/// --as-of, for a command that only reads: its Env then holds the book as it stood.
void add_as_of_option(CLI::App& app, Env& env);
/// What these and an export have in common: -F with the formats there are, --json and -o; and
/// --no-header, --bom, --fail-empty.
void add_form_options(CLI::App& app, Env& env, const std::string& formats);
void add_listing_switches(CLI::App& app, Env& env);
/// --json alone, for a command that writes one record.
void add_record_output_options(CLI::App& app, Env& env);

/// Throws Error{usage} where an argument a command cannot do without was left out.
void require_argument(const std::string& value, const std::string& name, const Command& command);

}  // namespace leadbook::cli
