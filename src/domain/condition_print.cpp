#include <string>
#include <string_view>

#include "domain/condition_tree.hpp"

namespace leadbook::conditions {
namespace {

std::string join(const std::vector<Literal>& literals) {
  std::string list;
  for (const auto& literal : literals) {
    if (!list.empty()) list += ", ";
    list += literal.text;
  }
  return list;
}

std::string print_comparison(const Test& test) {
  const std::string no = test.is_negated ? "not " : "";
  const std::string first = test.literals.empty() ? "" : test.literals.front().text;
  switch (test.comparison) {
    case Comparison::equal:
      if (test.literals.size() > 1) return no + "in (" + join(test.literals) + ")";
      return (test.is_negated ? "!= " : "= ") + first;
    case Comparison::contains:
      return no + "contains " + first;
    case Comparison::between:
      return no + "between " + first + " and " + test.literals.back().text;
    case Comparison::less:
      return "< " + first;
    case Comparison::less_equal:
      return "<= " + first;
    case Comparison::greater:
      return "> " + first;
    case Comparison::greater_equal:
      return ">= " + first;
    case Comparison::unknown:
      return "is " + no + "unknown";
  }
  return "";
}

/// The parts with the word between them; an inner "or" stands in parentheses, and only it can
/// stand within an "and".
std::string print_joined(const Node& node, std::string_view word) {
  std::string text;
  for (const auto& part : node.parts) {
    if (!text.empty()) text += word;
    text += part.shape == Shape::any ? "(" + print(part) + ")" : print(part);
  }
  return text;
}

}  // namespace

std::string print(const Node& node) {
  switch (node.shape) {
    case Shape::test:
      return node.test.name + " " + print_comparison(node.test);
    case Shape::no: {
      const Node& part = node.parts.front();
      const bool is_joined = part.shape == Shape::all || part.shape == Shape::any;
      return is_joined ? "not (" + print(part) + ")" : "not " + print(part);
    }
    case Shape::all:
      return print_joined(node, " and ");
    case Shape::any:
      return print_joined(node, " or ");
  }
  return "";
}

}  // namespace leadbook::conditions
