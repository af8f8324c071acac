// A task from what a talk ended with.
#pragma once

#include <string>
#include <vector>

#include "cli/frame/env.hpp"
#include "leadbook/domain/record/record_text.hpp"

namespace leadbook::cli {

/// Adds what the next step of a talk ("N-2"), or one of its promises ("N-2#1"), says to the fields
/// of a task that were not given: what, by whom, by when, of which project and county. Throws
/// Error{not_found} where the talk has none.
void take_from_talk(Env& env, const std::string& from, std::vector<FieldInput>& inputs);

}  // namespace leadbook::cli
