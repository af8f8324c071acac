// The trip somebody is on: kept beside the settings, for each book and person, not in the log.
#pragma once

#include <optional>

#include "cli/frame/env.hpp"
#include "leadbook/domain/record/delegation.hpp"

namespace leadbook::cli {

/// The current trip of who writes. One ends with its days; one that was over already when it was
/// taken up, with that day. Opens the book where a trip is kept for it.
std::optional<Delegation> current_trip(Env& env);

/// Makes a trip of the open book the current one, from today on.
void take_up_trip(Env& env, const Delegation& trip);

/// The same for one just added, but where its days are over, or not begun while another is current;
/// answers whether it was.
bool take_up_new_trip(Env& env, const Delegation& trip);

/// Ends it; answers whether there was one.
bool end_trip(Env& env);

/// "Current trip: D-9 江苏招商 (2020-05-18 to 2020-05-20); 'leadbook use --clear' ends it."
void tell_trip(Env& env, const Delegation& trip);

}  // namespace leadbook::cli
