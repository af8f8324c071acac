// The day by which something is to be done, as it is typed of what is in the book already.
#pragma once

#include <string>

#include "cli/frame/env.hpp"

namespace leadbook::cli {

/// Reads such a day from today on: 明天, 周五, +10d; one that is past is told. `option` names it
/// where it cannot be read. Throws Error{usage}.
Date read_due_day(Env& env, const std::string& text, const std::string& option);

/// "2020-05-29 (Friday)"; without a weekday what is no single day.
std::string dated(const Date& date);

}  // namespace leadbook::cli
