// The words and signs of conditions, in both languages.
#pragma once

#include <span>
#include <string_view>

#include "domain/condition/tree.hpp"

namespace leadbook::conditions {

struct Operator {
  std::u32string_view words;
  Comparison comparison = Comparison::equal;
  bool is_negated = false;
  bool takes_list = false;
};

struct Connective {
  std::u32string_view words;
  Shape shape = Shape::all;
};

std::span<const Operator> operators();
std::span<const Connective> connectives();

/// What negates the condition that follows.
std::span<const std::u32string_view> negations();
/// What stands between the two values of "between" besides "and" and its like, and behind them.
std::span<const std::u32string_view> range_joints();
constexpr std::u32string_view range_closing = U"之间";

/// Whether criteria of this type can be compared so.
bool allows(CriterionType type, Comparison comparison);

/// The comparisons of a type, for messages: "=, !=, in, not in, is unknown".
std::string_view comparisons_of(CriterionType type);

}  // namespace leadbook::conditions
