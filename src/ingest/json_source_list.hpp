// Whether the outermost object of a JSON text has a list of a name.
#pragma once

#include <string>

#include "ingest/json_text.hpp"

namespace leadbook::ingest {

/// Reads as far as it takes to know; a text that is no JSON has none.
bool has_list(JsonText& text, const std::string& key);

}  // namespace leadbook::ingest
