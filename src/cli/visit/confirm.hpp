// A visit is shown, changed and confirmed before it is stored.
#pragma once

#include <string>
#include <vector>

#include "cli/frame/env.hpp"
#include "leadbook/service/visit/visit.hpp"

namespace leadbook::cli {

/// Where the one who writes stands: today, the current trip, the county of the settings.
service::Standpoint standpoint_of(Env& env);

/// Shows a draft and lets it be changed, a line by its number or further loose words, until it is
/// confirmed. Throws Error{declined} on a no, Error{interrupted} on Ctrl-C; the draft is then as it
/// was last.
void confirm_draft(Env& env,
                   service::TalkDraft& draft,
                   const service::Standpoint& here,
                   const service::BookNames& names);

struct StoreRules {
  bool guess = false;   // the best reading is taken where nobody can be asked
  bool create = false;  // so are new firms and projects
};

/// Without anybody to ask: shows a draft; throws Error{not_found} where a word fits nothing or
/// several, or names what is new and may not be made, Error{declined} for any other guess.
void accept_draft(Env& env,
                  const service::TalkDraft& draft,
                  const service::BookNames& names,
                  const StoreRules& rules);

/// Stores visits as one entry and tells of them.
void store_visits(Env& env,
                  const std::vector<service::TalkDraft>& drafts,
                  const service::Standpoint& here,
                  bool allow_twins);

}  // namespace leadbook::cli
