// A visit asked for, question by question.
#pragma once

#include "cli/frame/env.hpp"
#include "leadbook/service/visit/visit.hpp"

namespace leadbook::cli {

/// Asks for what makes up a visit, offering what is known; Enter takes it, '<' goes back, '-' says
/// there is none. `draft` holds what was answered so far, also when Error{interrupted} is thrown:
/// on Ctrl-C and at the end of the input.
void ask_for_visit(Env& env,
                   service::TalkDraft& draft,
                   const service::Standpoint& here,
                   const service::BookNames& names);

}  // namespace leadbook::cli
