// Visits that were begun and not stored: kept as a note beside the settings until they are.
#pragma once

#include <string>
#include <vector>

#include "cli/frame/env.hpp"
#include "leadbook/service/prose/talk_draft.hpp"

namespace leadbook::cli {

/// Keeps the text of a draft in the place of the one there was; answers how to go on with it, ""
/// where no place for it is known.
std::string keep_draft(Env& env, const std::string& note);

/// The text kept; throws Error{not_found} where there is none.
std::string kept_draft(Env& env);

/// Once it is stored.
void drop_draft(Env& env);

/// Visits as a note.
std::string note_of(const std::vector<service::TalkDraft>& drafts);

}  // namespace leadbook::cli
