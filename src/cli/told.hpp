// What a command that prints no data told, as data.
#pragma once

#include <functional>

namespace leadbook::cli {

class Env;

/// Runs it, and prints as JSON what it told in lines, with the entry of the log it wrote. It is for
/// programs: nothing is asked.
void run_for_json(Env& env, const std::function<void()>& run_it);

}  // namespace leadbook::cli
