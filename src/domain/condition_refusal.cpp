// What is said where a condition cannot be read.
#include <string>
#include <vector>

#include "domain/condition_literal.hpp"
#include "domain/condition_parser.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::conditions {
namespace {

constexpr std::size_t quoted_columns = 40;

std::string quotable(const std::string& typed) {
  return text::cut(text::visible(typed), quoted_columns);
}

bool ends_list_item(const ConditionText& text, std::size_t place) {
  return text.is_end(place) || text.at(place) == U',' || text.at(place) == U')';
}

std::string join_names(std::span<const Criterion> criteria) {
  std::string names;
  for (const auto& criterion : criteria) {
    if (!names.empty()) names += ", ";
    names += criterion.name;
  }
  return names;
}

std::vector<std::string> all_names(std::span<const Criterion> criteria) {
  std::vector<std::string> names;
  for (const auto& criterion : criteria) {
    names.push_back(criterion.name);
    names.push_back(criterion.english);
    names.push_back(criterion.chinese);
    names.insert(names.end(), criterion.synonyms.begin(), criterion.synonyms.end());
  }
  return names;
}

}  // namespace

Problem Parser::problem(const std::string& message, std::size_t place) const {
  return scanner_.text().problem(message, place);
}

/// Neither a known name, nor "not", nor '(' stands here.
Problem Parser::no_condition() const {
  const std::string name = scanner_.unknown_name_at(at_);
  if (name.empty()) {
    return problem(
        say("expected a condition such as {} = ..., 'not' or '('", criteria_.front().name), at_);
  }
  const auto near = text::closest(name, all_names(criteria_), 1);
  if (!near.empty()) {
    return problem(
        say("there is no '{}' to ask of; did you mean '{}'?", quotable(name), near.front()), at_);
  }
  return problem(
      say("there is no '{}' to ask of; there are {}", quotable(name), join_names(criteria_)), at_);
}

Problem Parser::no_comparison(const Criterion& criterion, std::size_t place) const {
  const std::string typed = squeeze(scanner_.text().slice(at_, place));
  return problem(say("expected a comparison after '{}': {}", typed, comparisons_of(criterion.type)),
                 scanner_.text().skip_blanks(place));
}

Problem Parser::bad_comparison(const Begun& begun) const {
  const auto& [criterion, test, comparison, place] = begun;
  const auto known = comparisons_of(criterion.type);
  if (test.comparison == Comparison::contains) {
    return problem(
        say("'{}' is for texts; '{}' can be compared by {}", comparison, criterion.name, known),
        place);
  }
  return problem(say("'{}' is for numbers, amounts and dates; '{}' can be compared by {}",
                     comparison,
                     criterion.name,
                     known),
                 place);
}

Problem Parser::no_value(const Begun& begun) const {
  const auto& [criterion, test, comparison, place] = begun;
  std::string message = say("expected {} after '{}'", example_of(criterion), comparison);
  if (scanner_.text().at(at_) == U'(') {
    message = say("'{}' compares with one value; several are asked with 'in'", comparison);
  } else if (!ends_list_item(scanner_.text(), at_)) {
    message = say("{}; one with signs or words of the condition in it stands in quotes", message);
  }
  return problem(message, at_);
}

Problem Parser::has_wildcard(const Begun& begun, std::size_t place) const {
  return problem(
      say("'{}' finds a text anywhere in another; leave the '%' out, or write 'contains' "
          "to find a '%'",
          begun.comparison),
      place);
}

/// Behind a whole condition stands what neither joins it to another nor closes what is open.
Problem Parser::left_over(std::size_t open) const {
  const auto& text = scanner_.text();
  if (open != std::string::npos && text.is_end(at_)) {
    return problem(say("this '(' is never closed"), open);
  }
  if (text.at(at_) == U',') {
    return problem(say("expected 'and' or 'or'; several values are asked with 'in'"), at_);
  }
  if (open != std::string::npos) {
    return problem(say("expected 'and', 'or' or ')'; a value with signs or words of the condition "
                       "in it stands in quotes"),
                   at_);
  }
  return problem(
      say("expected 'and', 'or' or the end; a value with signs or words of the condition "
          "in it stands in quotes"),
      at_);
}

}  // namespace leadbook::conditions
