// A condition as it was read: tests, and how they are joined.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "leadbook/domain/condition/condition.hpp"

namespace leadbook::conditions {

enum class Comparison {
  equal,  // to any of the values
  contains,
  between,
  less,
  less_equal,
  greater,
  greater_equal,
  unknown,
};

/// A value that a test compares with.
struct Literal {
  std::string text;  // as it is printed, with quotes where it needs them
  std::string told;  // as it is told in Chinese
  std::string folded;
  std::int64_t number = 0;
  Date date;
};

struct Test {
  std::size_t criterion = 0;
  std::string name;
  std::string chinese;
  CriterionType type = CriterionType::text;
  Comparison comparison = Comparison::equal;
  bool is_negated = false;
  std::vector<Literal> literals;
};

enum class Shape { test, no, all, any };

struct Node {
  Shape shape = Shape::test;
  std::vector<Node> parts;  // of the other shapes
  Test test;
};

/// In this order, "and" is the least of its parts and "or" the greatest.
enum class Truth { no, unknown, yes };

using Answers = std::function<const Answer&(std::size_t criterion)>;

Truth evaluate(const Node& node, const Answers& answers);

/// As it can be read again.
std::string print(const Node& node);

/// As it is told in Chinese.
std::string tell_in_chinese(const Node& node);

}  // namespace leadbook::conditions
