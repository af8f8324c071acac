#include "domain/condition_parser.hpp"

#include <utility>

#include "domain/condition_literal.hpp"
#include "leadbook/text/translate.hpp"

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

}  // namespace

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
  const Criterion& criterion = criteria_[index];
  const Operator& comparison = *found.what;
  Begun begun{criterion,
              {.criterion = index,
               .name = criterion.name,
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

}  // namespace leadbook::conditions
