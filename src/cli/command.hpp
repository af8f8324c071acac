// The table of commands: each declares its options only once it is chosen.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/env.hpp"

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

/// An option that takes one text; `names` as "--county,-c". Given twice, the last one holds.
CLI::Option* add_text(CLI::App& app,
                      const std::string& names,
                      std::string& target,
                      const std::string& help);

/// An option that may be given several times; the texts in order.
CLI::Option* add_texts(CLI::App& app,
                       const std::string& names,
                       std::vector<std::string>& target,
                       const std::string& help);

CLI::Option* add_switch(CLI::App& app,
                        const std::string& names,
                        bool& target,
                        const std::string& help);

/// A positional argument, "" where it is left out.
CLI::Option* add_argument(CLI::App& app,
                          const std::string& name,
                          std::string& target,
                          const std::string& help);

/// All positional arguments from here on.
CLI::Option* add_arguments(CLI::App& app,
                           const std::string& name,
                           std::vector<std::string>& target,
                           const std::string& help);

/// The options every command has, and those of a command that prints a listing.
void add_global_options(CLI::App& app, Env& env);
void add_output_options(CLI::App& app, Env& env);
/// --as-of, for a command that only reads: its Env then holds the book as it stood.
void add_as_of_option(CLI::App& app, Env& env);
/// --json alone, for a command that writes one record.
void add_record_output_options(CLI::App& app, Env& env);

/// Throws Error{usage} where an argument a command cannot do without was left out.
void require_argument(const std::string& value, const std::string& name, const Command& command);

}  // namespace leadbook::cli
