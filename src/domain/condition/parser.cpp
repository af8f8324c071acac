#include "domain/condition/parser.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/condition/literal.hpp"
#include "domain/condition/scanner.hpp"
#include "domain/condition/tree.hpp"
#include "leadbook/domain/condition/condition.hpp"
#include "leadbook/domain/result.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::conditions {
namespace {

constexpr std::size_t deepest = 100;

void add_part(Node& node, Node part) {
  if (part.shape != node.shape) {
    node.parts.push_back(std::move(part));
    return;
  }
  for (auto& inner : part.parts) node.parts.push_back(std::move(inner));
}

/// Whether the two ends of a range stand in the wrong order.
bool is_reversed(const Literal& first, const Literal& last, CriterionType type) {
  if (type == CriterionType::date) return first.date.first > last.date.last;
  return first.number > last.number;
}

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

/// Reads "or" of "and" of tests, negations and parentheses, or says why it cannot.
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
  std::size_t measure_of(std::size_t index) const;
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

Result<Node> Parser::parse() {
  auto root = parse_joined(Shape::any, 0);
  if (!root) return root;
  skip_blanks();
  if (scanner_.text().is_end(at_)) return root;
  if (scanner_.text().at(at_) == U')') return problem(say("this ')' closes nothing"), at_);
  return left_over(std::string::npos);
}

Result<Node> Parser::parse_joined(Shape shape, std::size_t depth) {
  Node joined;
  joined.shape = shape;
  while (true) {
    auto part = shape == Shape::any ? parse_joined(Shape::all, depth) : parse_one(depth);
    if (!part) return part;
    add_part(joined, std::move(*part));
    skip_blanks();
    const auto connective = scanner_.connective_at(at_);
    if (!connective || connective->what != shape) break;
    at_ = connective->end;
  }
  if (joined.parts.size() > 1) return joined;
  Node single = std::move(joined.parts.front());
  return single;
}

Result<Node> Parser::parse_one(std::size_t depth) {
  skip_blanks();
  const auto& text = scanner_.text();
  if (depth > deepest) {
    return problem(say("the condition is nested deeper than {} levels", deepest), at_);
  }
  const auto criterion = scanner_.criterion_at(at_);
  if (criterion && scanner_.operator_at(text.skip_blanks(criterion->end))) {
    return parse_test(criterion->what, criterion->end);
  }
  if (text.at(at_) == U'(') return parse_parentheses(at_ + 1, depth + 1);
  if (const auto end = scanner_.after_negation(at_)) return parse_negated(*end, depth + 1);
  if (criterion) return no_comparison(criteria_[criterion->what], criterion->end);
  return no_condition();
}

Result<Node> Parser::parse_negated(std::size_t place, std::size_t depth) {
  at_ = place;
  auto part = parse_one(depth);
  if (!part) return part;
  Node node;
  node.shape = Shape::no;
  node.parts.push_back(std::move(*part));
  return node;
}

Result<Node> Parser::parse_parentheses(std::size_t place, std::size_t depth) {
  at_ = place;
  auto inner = parse_joined(Shape::any, depth);
  if (!inner) return inner;
  skip_blanks();
  if (scanner_.text().at(at_) != U')') return left_over(place - 1);
  ++at_;
  return inner;
}

Result<Node> Parser::parse_test(std::size_t index, std::size_t place) {
  place = scanner_.text().skip_blanks(place);
  const auto found = *scanner_.operator_at(place);
  const std::string typed = squeeze(scanner_.text().slice(place, found.end));
  const Operator& comparison = *found.what;
  if (!allows(criteria_[index].type, comparison.comparison)) index = measure_of(index);
  const Criterion& criterion = criteria_[index];
  Begun begun{criterion,
              {.criterion = index,
               .name = criterion.name,
               .chinese = criterion.chinese,
               .type = criterion.type,
               .comparison = comparison.comparison,
               .is_negated = comparison.is_negated,
               .literals = {}},
              typed,
              place};
  if (!allows(criterion.type, comparison.comparison)) return bad_comparison(begun);
  at_ = found.end;
  if (comparison.comparison != Comparison::unknown) {
    auto literals = parse_values(begun, comparison);
    if (!literals) return literals.problem();
    begun.test.literals = std::move(*literals);
  }
  Node node;
  node.test = std::move(begun.test);
  return node;
}

/// The size of a project is a band; what is at least 1亿 is its amount.
std::size_t Parser::measure_of(std::size_t index) const {
  for (std::size_t other = 0; other < criteria_.size(); ++other) {
    if (criteria_[other].name == criteria_[index].measured_by) return other;
  }
  return index;
}

Result<Parser::Literals> Parser::parse_values(const Begun& begun, const Operator& comparison) {
  if (comparison.takes_list) return parse_list(begun);
  if (begun.test.comparison == Comparison::between) return parse_range(begun);
  skip_blanks();
  const std::size_t place = at_;
  auto literal = parse_value(begun, Context::alone);
  if (!literal) return literal.problem();
  // Who writes "like" may expect the wildcards of SQL.
  const bool is_like = comparison.words.ends_with(U"like");
  if (is_like && literal->folded.find('%') != std::string::npos) return has_wildcard(begun, place);
  return Literals{std::move(*literal)};
}

Result<Parser::Literals> Parser::parse_list(const Begun& begun) {
  const auto& text = scanner_.text();
  skip_blanks();
  const std::size_t open = at_;
  const bool is_bracketed = text.at(open) == U'(';
  if (is_bracketed) {
    ++at_;
    skip_blanks();
    if (text.at(at_) == U')') {
      return problem(say("the list is empty; it needs {}", example_of(begun.criterion)), at_);
    }
  }
  Literals literals;
  while (true) {
    auto literal = parse_value(begun, Context::list);
    if (!literal) return literal.problem();
    literals.push_back(std::move(*literal));
    skip_blanks();
    if (text.at(at_) != U',') break;
    ++at_;
  }
  if (!is_bracketed) return literals;
  if (text.is_end(at_)) return problem(say("this '(' is never closed"), open);
  if (text.at(at_) != U')') {
    return problem(say("expected ',' or ')' after a value of the list"), at_);
  }
  ++at_;
  return literals;
}

Result<Parser::Literals> Parser::parse_range(const Begun& begun) {
  skip_blanks();
  const std::size_t place = at_;
  auto first = parse_value(begun, Context::range_first);
  if (!first) return first.problem();
  skip_blanks();
  const auto joint = scanner_.after_range_joint(at_);
  if (!joint) {
    return problem(say("expected 'and' and a second value after '{}'", begun.comparison), at_);
  }
  at_ = *joint;
  auto last = parse_range_end(begun);
  if (!last) return last.problem();
  if (is_reversed(*first, *last, begun.test.type)) {
    const std::string message =
        say("{} is more than {}; a range begins with the smaller value", first->text, last->text);
    return problem(message, place);
  }
  return Literals{std::move(*first), std::move(*last)};
}

/// The second value; Chinese may end a range with 之间.
Result<Literal> Parser::parse_range_end(const Begun& begun) {
  auto literal = parse_value(begun, Context::range_last);
  if (!literal) return literal;
  const auto end = scanner_.text().after(scanner_.text().skip_blanks(at_), range_closing);
  if (end) at_ = *end;
  return literal;
}

Result<Literal> Parser::parse_value(const Begun& begun, Context context) {
  skip_blanks();
  const auto value = scanner_.value_at(at_, context);
  if (!value) return no_value(begun);
  if (!value->what.is_closed) return problem(say("this quotation mark is never closed"), at_);
  auto literal = read_literal(begun.criterion, value->what.text, reading_);
  if (!literal) return problem(literal.problem().message, at_);
  at_ = value->end;
  return literal;
}

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

}  // namespace

Result<Node> parse(std::string_view text,
                   std::span<const Criterion> criteria,
                   const ConditionReading& reading) {
  return Parser(text, criteria, reading).parse();
}

}  // namespace leadbook::conditions
