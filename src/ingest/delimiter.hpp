// What stands between the cells of a CSV text, where nobody says it.
#pragma once

#include "leadbook/ingest/input.hpp"
#include "leadbook/text/encoding.hpp"

namespace leadbook::ingest {

/// The one of , tab ; | that gives most of the first rows the same number of cells, more than one;
/// a comma where none does. Throws Error{usage} where two do so equally well.
char find_delimiter(const Input& input, const text::Encoding& encoding);

}  // namespace leadbook::ingest
