// Reads a condition: "or" of "and" of tests, negations and parentheses.
#pragma once

#include <span>
#include <string_view>

#include "domain/condition/tree.hpp"
#include "leadbook/domain/condition/condition.hpp"
#include "leadbook/domain/result.hpp"

namespace leadbook::conditions {

/// The tree of a condition in strict UTF-8; the problem shows the text and, under it, the place.
Result<Node> parse(std::string_view text,
                   std::span<const Criterion> criteria,
                   const ConditionReading& reading);

}  // namespace leadbook::conditions
