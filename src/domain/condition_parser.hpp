// Reads a condition: "or" of "and" of tests, negations and parentheses.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/condition_scanner.hpp"
#include "domain/condition_tree.hpp"
#include "leadbook/domain/condition.hpp"
#include "leadbook/domain/result.hpp"

namespace leadbook::conditions {

class Parser {
 public:
  /// `text` is strict UTF-8; all outlive the parser.
  Parser(std::string_view text,
         std::span<const Criterion> criteria,
         const ConditionReading& reading)
      : criteria_(criteria), reading_(reading), scanner_(text, criteria) {}

  Result<Node> parse();

 private:
  using Literals = std::vector<Literal>;

  /// The test being read: of what, how compared, and the place where that is said.
  struct Begun {
    const Criterion& criterion;
    Test test;
    std::string comparison;  // as typed
    std::size_t place = 0;
  };

  Result<Node> parse_joined(Shape shape, std::size_t depth);
  Result<Node> parse_one(std::size_t depth);
  Result<Node> parse_negated(std::size_t place, std::size_t depth);
  Result<Node> parse_parentheses(std::size_t place, std::size_t depth);
  Result<Node> parse_test(std::size_t index, std::size_t place);
  Result<Literals> parse_values(const Begun& begun, const Operator& comparison);
  Result<Literals> parse_list(const Begun& begun);
  Result<Literals> parse_range(const Begun& begun);
  Result<Literal> parse_value(const Begun& begun, Context context);
  Result<Literal> parse_range_end(const Begun& begun);

  Problem problem(const std::string& message, std::size_t place) const;
  Problem no_condition() const;
  Problem no_comparison(const Criterion& criterion, std::size_t place) const;
  Problem bad_comparison(const Begun& begun) const;
  Problem no_value(const Begun& begun) const;
  Problem has_wildcard(const Begun& begun, std::size_t place) const;
  Problem left_over(std::size_t open) const;

  void skip_blanks() { at_ = scanner_.text().skip_blanks(at_); }

  std::span<const Criterion> criteria_;
  const ConditionReading& reading_;
  Scanner scanner_;
  std::size_t at_ = 0;
};

}  // namespace leadbook::conditions
