// Help pages: what there is, the commands of a noun, one command, and topics.
#pragma once

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "cli/frame/command.hpp"
#include "leadbook/domain/error.hpp"

namespace leadbook::cli {

/// What people do with the program and the commands for it, on one screen of 80 columns and 24
/// lines.
void print_overview(std::ostream& out, std::size_t width);

/// The commands of a noun with their summaries.
void print_noun(std::ostream& out, std::size_t width, const std::string& noun);

/// What one command takes, what must be given first, and examples.
void print_command_help(std::ostream& out,
                        std::size_t width,
                        const Command& command,
                        const CommandLine& line);

/// A topic such as "exit-codes"; false where there is none of that name.
bool print_topic(std::ostream& out, std::size_t width, const std::string& topic);

/// What the topic exit-codes says of this kind of error.
int exit_code(ErrorKind kind);

/// The names of the topics, in the chosen language.
std::vector<std::string> topics();

/// Its heading in the source's language, and its terms with their meanings in the chosen one.
const char* topic_heading(const std::string& identifier);
std::vector<std::pair<std::string, std::string>> topic_entries(const std::string& identifier);

/// The name of a topic in the chosen language.
std::string topic_name(const std::string& identifier);

/// The examples of a command, three at most: whole command lines that run.
std::vector<std::string> examples_of(const Command& command);

/// Whether a command cannot do without this argument or option.
bool is_required(const Command& command, const Option& option);

/// "leadbook project move REF STAGE [--option value]".
std::string usage_of(const Command& command, const CommandLine& line);

}  // namespace leadbook::cli
