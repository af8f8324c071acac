// Names one after another, each in quotes.
#pragma once

#include <string>
#include <vector>

namespace leadbook::text {

/// "'a', 'b'" / "“甲”、“乙”"; "" for none.
std::string quoted_list(const std::vector<std::string>& names);

}  // namespace leadbook::text
