// Asking before something out of the ordinary is done.
#pragma once

#include <string>

#include "cli/frame/env.hpp"

namespace leadbook::cli {

/// Goes on where -y was given, or a person at the terminal says yes to `question`. Throws
/// Error{declined} where the answer is no, and with what to do where nobody can be asked.
void require_yes(Env& env, const std::string& question);

}  // namespace leadbook::cli
