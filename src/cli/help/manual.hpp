// Pages of the manual, from the same table of commands as help.
#pragma once

#include <string>

#include "cli/frame/env.hpp"

namespace leadbook::cli {

/// Prints leadbook(1), or leadbook-NOUN(1), in the chosen language, as man reads it. Throws
/// Error{usage} where there is no such noun.
void print_manual(Env& env, const std::string& noun);

}  // namespace leadbook::cli
