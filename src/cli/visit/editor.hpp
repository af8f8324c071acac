// The editor of the one who writes, on a text.
#pragma once

#include <string>

#include "cli/frame/env.hpp"

namespace leadbook::cli {

/// Opens $VISUAL, else $EDITOR, else vi on a text in a private file and answers what was saved;
/// the file is gone afterwards. Throws Error{failed} where the editor cannot be run or says it
/// failed.
std::string edit_text(Env& env, const std::string& text);

}  // namespace leadbook::cli
