// Asking before something out of the ordinary is done.
#pragma once

#include <string>

#include "cli/frame/env.hpp"
#include "leadbook/domain/date/date.hpp"

namespace leadbook::cli {

/// Goes on where -y was given, or a person at the terminal says yes to `question`. Throws
/// Error{declined} where the answer is no, and with what to do where nobody can be asked.
void require_yes(Env& env, const std::string& question);

/// The day of what has happened, as it was typed after --on; asks where its year is in doubt.
Date happened_on(Env& env, const std::string& text);

}  // namespace leadbook::cli
