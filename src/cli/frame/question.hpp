// Asking a person at the terminal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/frame/env.hpp"
#include "leadbook/domain/date/date.hpp"

namespace leadbook::cli {

/// Whether there is somebody to be asked.
bool can_ask(Env& env);

/// What is typed after a question, without blanks around it; nothing where the input ends.
std::optional<std::string> ask(Env& env, const std::string& question);

/// Which of several is meant: they are listed by number, Enter takes the first. Nothing where the
/// answer is none of them, or the input ends.
std::optional<std::size_t> choose_one(Env& env,
                                      const std::string& question,
                                      const std::vector<std::string>& choices);

/// Goes on where -y was given, or a person at the terminal says yes to `question`. Throws
/// Error{declined} where the answer is no, and with what to do where nobody can be asked.
void require_yes(Env& env, const std::string& question);

/// The day of what has happened, as it was typed after --on; asks where its year is in doubt.
Date happened_on(Env& env, const std::string& text);

}  // namespace leadbook::cli
