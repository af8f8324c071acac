// Options that many commands have.
#pragma once

#include <span>
#include <string>

#include "cli/frame/command_line.hpp"
#include "cli/frame/env.hpp"
#include "leadbook/domain/condition/condition.hpp"

namespace leadbook::cli {

/// The options every command has, and those of a command that prints a listing.
void add_global_options(CommandLine& line, Env& env);
void add_output_options(CommandLine& line, Env& env);

/// --as-of, for a command that only reads: its Env then holds the book as it stood.
void add_as_of_option(CommandLine& line, Env& env);

/// --at, for a command whose figures stand at a day; taken up by `read_at`, once --as-of is known.
void add_at_option(CommandLine& line, std::string& at);

/// The day of --at is the day of the Env from here on. Throws Error{usage} for one to come.
void read_at(Env& env, const std::string& at);

/// --personal, where contacts are told of.
void add_personal_option(CommandLine& line, Env& env);

/// What a listing and an export have in common: -F with the formats there are, --json and -o; and
/// --no-header, --bom, --fail-empty.
void add_form_options(CommandLine& line, Env& env, const std::string& formats);
void add_listing_switches(CommandLine& line, Env& env);

/// --where, and what it asks; nothing where it was not given. Throws Error{usage} that shows the
/// place of what cannot be read.
Option& add_where_option(CommandLine& line, std::string& text);
std::optional<Condition> read_where(Env& env,
                                    const std::string& text,
                                    std::span<const Criterion> criteria);

/// --json alone, for a command that writes one record.
void add_record_output_options(CommandLine& line, Env& env);

}  // namespace leadbook::cli
