// The words of a saved query.
#pragma once

#include <string>
#include <vector>

#include "cli/frame/env.hpp"

namespace leadbook::cli {

/// Throws Error{usage} where the words are no command that only reads.
void refuse_writing(Env& env, const std::vector<std::string>& words);

/// As `refuse_writing`, and runs the query unseen: throws what it is refused for. What it fails for
/// only now, as a missing rate, is told.
void check_report(Env& env, const std::vector<std::string>& words);

}  // namespace leadbook::cli
