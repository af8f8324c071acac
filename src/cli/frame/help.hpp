// Help pages: the list of commands, one command's options, and topics.
#pragma once

#include <ostream>
#include <string>

#include "cli/frame/command.hpp"
#include "leadbook/domain/error.hpp"

namespace leadbook::cli {

/// All commands with their summaries; only those of a noun where one is given.
void print_commands(std::ostream& out, std::size_t width, const std::string& noun = "");

/// Usage, arguments and options of one command.
void print_command_help(std::ostream& out,
                        std::size_t width,
                        const Command& command,
                        const CommandLine& line);

/// A topic such as "exit-codes"; false where there is none of that name.
bool print_topic(std::ostream& out, std::size_t width, const std::string& topic);

/// What the topic exit-codes says of this kind of error.
int exit_code(ErrorKind kind);

/// The names of the topics.
std::vector<std::string> topics();

}  // namespace leadbook::cli
