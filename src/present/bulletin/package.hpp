// A zip of parts, as office documents are: made in memory, the same bytes for the same parts.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace leadbook::present {

/// Names and texts of the parts, in the order they are stored.
using PackageParts = std::vector<std::pair<std::string, std::string>>;

/// The file. Throws Error{failed} where it cannot be made.
std::string pack(const PackageParts& parts);

}  // namespace leadbook::present
