// Commands: their table, which of them a line of words means, and what runs it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/frame/command_line.hpp"
#include "cli/frame/env.hpp"

namespace leadbook::cli {

struct Command;

/// What a command does once its options are read.
using RunCommand = std::function<void()>;

/// Declares the options of a command and answers what runs it.
using AddCommand = RunCommand (*)(CommandLine& line, Env& env, const Command& command);

/// A query answers from the book and changes nothing: a report may keep it.
enum class Role : std::uint8_t { query, action };

struct Command {
  const char* noun;  // "project"; a command that stands alone has only this
  const char* verb;  // "add"; "" where the noun is the whole command
  Role role;
  const char* summary;
  AddCommand add;
  Kind kind = Kind::project;  // what the verbs all kinds share are about
};

/// All commands in the order `leadbook --help` shows them.
const std::vector<Command>& commands();

/// "project add".
std::string command_name(const Command& command);

/// Whether a noun stands for commands only together with a verb.
bool needs_verb(const std::string& noun);

/// The first two words of a command line, options passed over, and where they stand.
struct Words {
  std::vector<std::string> texts;
  std::vector<std::size_t> places;
};

/// Reads options that stand without a command; throws Error{usage} for those that are not known.
void parse_global_options(Env& env, std::vector<std::string> arguments);

Words leading_words(Env& env, const std::vector<std::string>& arguments);

/// Throws Error{usage} that names the nearest command.
const Command& find_command(const Words& words);

/// Whether one of these options stands among the arguments, before "--".
bool contains(const std::vector<std::string>& arguments, std::initializer_list<const char*> wanted);

/// Declares all that a command takes, the options of every command too, and answers what runs it.
RunCommand declare_command(CommandLine& line, Env& env, const Command& command);

/// The kind of record behind the noun, as in 'export signings', before options are read; nothing
/// where none is named.
std::optional<Kind> kind_named(Env& env);

/// Reads a command line and answers what runs it.
RunCommand prepare_command(Env& env, std::vector<std::string> arguments);

/// Throws Error{usage} where an argument a command cannot do without was left out.
void require_argument(const std::string& value, const std::string& name, const Command& command);

}  // namespace leadbook::cli
