// Cards: all that the book tells of one record, in sections to be read from top to bottom.
#pragma once

#include "cli/frame/env.hpp"
#include "leadbook/present/card.hpp"

namespace leadbook::cli {

/// The card of a record of any kind; its machine form is the record itself. Throws
/// Error{not_found} where the book has no such record.
present::Card make_card(Env& env, const Reference& record);

}  // namespace leadbook::cli
