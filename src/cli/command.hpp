// The table of commands: each declares its options only once it is chosen.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/env.hpp"
#include "cli/frame/command_line.hpp"

namespace leadbook::cli {

struct Command;

/// What a command does once its options are read.
using RunCommand = std::function<void()>;

/// Declares the options of a command and answers what runs it.
using AddCommand = RunCommand (*)(CommandLine& line, Env& env, const Command& command);

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

/// The options every command has, and those of a command that prints a listing.
void add_global_options(CommandLine& line, Env& env);
void add_output_options(CommandLine& line, Env& env);
/// --as-of, for a command that only reads: its Env then holds the book as it stood.
void add_as_of_option(CommandLine& line, Env& env);
/// What these and an export have in common: -F with the formats there are, --json and -o; and
/// --no-header, --bom, --fail-empty.
void add_form_options(CommandLine& line, Env& env, const std::string& formats);
void add_listing_switches(CommandLine& line, Env& env);
/// --json alone, for a command that writes one record.
void add_record_output_options(CommandLine& line, Env& env);

/// Throws Error{usage} where an argument a command cannot do without was left out.
void require_argument(const std::string& value, const std::string& name, const Command& command);

}  // namespace leadbook::cli
