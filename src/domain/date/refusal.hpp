// Why a text is no date, and which date was probably meant.
#pragma once

#include <string>
#include <string_view>

#include "domain/date/reader.hpp"
#include "domain/date/tokens.hpp"

namespace leadbook::dates {

/// The reason, a sentence without its subject, for tokens of which `match` knows no shape.
std::string explain_refusal(std::string_view folded,
                            const Tokens& tokens,
                            const Clock& clock,
                            Matcher match);

/// The text as it may be quoted in a message: on one line, harmless to a terminal, not too long.
std::string quotable(std::string_view text);

}  // namespace leadbook::dates
