// leadbook alone: what a person sees who has not said what is wanted.
#pragma once

#include "cli/frame/env.hpp"

namespace leadbook::cli {

/// What is due, the last entries of the log and a line on how to go on. Where there is no book yet,
/// a person at a terminal is asked for the city of one; else the command that makes it is named.
void run_today(Env& env);

}  // namespace leadbook::cli
