// A value of a condition, read as its criterion's type.
#pragma once

#include <string>

#include "domain/condition/tree.hpp"
#include "leadbook/domain/condition/condition.hpp"
#include "leadbook/domain/result.hpp"

namespace leadbook::conditions {

/// The value that `text` says; a problem without a place where it says none of this type.
Result<Literal> read_literal(const Criterion& criterion,
                             const std::string& text,
                             const ConditionReading& reading);

/// A value of this type, as messages give it for an example.
std::string example_of(const Criterion& criterion);

}  // namespace leadbook::conditions
