#include "domain/condition/tree.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

namespace leadbook::conditions {
namespace {

Truth truth_of(bool claim) { return claim ? Truth::yes : Truth::no; }

Truth opposite(Truth truth) {
  switch (truth) {
    case Truth::no:
      return Truth::yes;
    case Truth::unknown:
      return Truth::unknown;
    case Truth::yes:
      return Truth::no;
  }
  return Truth::unknown;
}

bool is_unknown(const Answer& answer) {
  if (const auto* texts = std::get_if<Texts>(&answer)) return texts->folded.empty();
  if (const auto* several = std::get_if<Numbers>(&answer)) return several->numbers.empty();
  return std::holds_alternative<std::monostate>(answer);
}

Truth compare_texts(const Test& test, const Texts& texts) {
  for (const auto& text : texts.folded) {
    for (const auto& literal : test.literals) {
      const bool matches = test.comparison == Comparison::contains
                               ? text.find(literal.folded) != std::string::npos
                               : text == literal.folded;
      if (matches) return Truth::yes;
    }
  }
  return Truth::no;
}

bool is_one_of(std::int64_t number, const std::vector<Literal>& literals) {
  return std::any_of(literals.begin(), literals.end(), [number](const Literal& literal) {
    return literal.number == number;
  });
}

Truth compare_number(const Test& test, std::int64_t number) {
  const std::int64_t first = test.literals.front().number;
  switch (test.comparison) {
    case Comparison::less:
      return truth_of(number < first);
    case Comparison::less_equal:
      return truth_of(number <= first);
    case Comparison::greater:
      return truth_of(number > first);
    case Comparison::greater_equal:
      return truth_of(number >= first);
    case Comparison::between:
      return truth_of(first <= number && number <= test.literals.back().number);
    case Comparison::equal:
      return truth_of(is_one_of(number, test.literals));
    case Comparison::contains:
    case Comparison::unknown:
      break;
  }
  throw std::logic_error("a number cannot be compared so");
}

Truth compare_numbers(const Test& test, const Numbers& several) {
  return truth_of(
      std::any_of(several.numbers.begin(), several.numbers.end(), [&test](std::int64_t number) {
        return is_one_of(number, test.literals);
      }));
}

/// What is so for all days a date can mean is true; what is so for none of them is false.
Truth every_or_none(bool holds_for_every, bool holds_for_none) {
  if (holds_for_every) return Truth::yes;
  return holds_for_none ? Truth::no : Truth::unknown;
}

Truth is_before(const Date& date, Day day) {
  return every_or_none(date.last < day, date.first >= day);
}

Truth is_after(const Date& date, Day day) {
  return every_or_none(date.first > day, date.last <= day);
}

Truth falls_into(const Date& date, const Date& span) {
  return every_or_none(span.first <= date.first && date.last <= span.last,
                       date.last < span.first || span.last < date.first);
}

Truth compare_date(const Test& test, const Date& date) {
  const Date& first = test.literals.front().date;
  switch (test.comparison) {
    case Comparison::less:
      return is_before(date, first.first);
    case Comparison::less_equal:
      return opposite(is_after(date, first.last));
    case Comparison::greater:
      return is_after(date, first.last);
    case Comparison::greater_equal:
      return opposite(is_before(date, first.first));
    case Comparison::between:
      return falls_into(date, {first.first, test.literals.back().date.last});
    case Comparison::equal: {
      Truth truth = Truth::no;
      for (const auto& literal : test.literals) {
        truth = std::max(truth, falls_into(date, literal.date));
      }
      return truth;
    }
    case Comparison::contains:
    case Comparison::unknown:
      break;
  }
  throw std::logic_error("a date cannot be compared so");
}

Truth compare(const Test& test, const Answer& answer) {
  switch (test.type) {
    case CriterionType::text:
      return compare_texts(test, std::get<Texts>(answer));
    case CriterionType::date:
      return compare_date(test, std::get<Date>(answer));
    case CriterionType::amount: {
      const auto& money = std::get<Money>(answer);
      if (money.currency != Currency()) throw std::logic_error("a condition compares CNY");
      return compare_number(test, money.minor);
    }
    case CriterionType::count:
    case CriterionType::area:
      return compare_number(test, std::get<std::int64_t>(answer));
    case CriterionType::word:
    case CriterionType::reference:
      if (const auto* several = std::get_if<Numbers>(&answer)) {
        return compare_numbers(test, *several);
      }
      return compare_number(test, std::get<std::int64_t>(answer));
  }
  return Truth::unknown;
}

Truth evaluate(const Test& test, const Answer& answer) {
  Truth truth = Truth::unknown;
  if (test.comparison == Comparison::unknown) {
    truth = truth_of(is_unknown(answer));
  } else if (!is_unknown(answer)) {
    truth = compare(test, answer);
  }
  return test.is_negated ? opposite(truth) : truth;
}

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

std::string told_comparison(const Test& test) {
  const std::string no = test.is_negated ? "不" : "";
  const bool is_date = test.type == CriterionType::date;
  const std::string first = test.literals.empty() ? "" : test.literals.front().told;
  switch (test.comparison) {
    case Comparison::equal: {
      if (test.literals.size() == 1) return no + "为" + first;
      std::string list;
      for (const auto& literal : test.literals) list += (list.empty() ? "" : "、") + literal.told;
      return no + "属于" + list;
    }
    case Comparison::contains:
      return no + "含“" + first + "”";
    case Comparison::between:
      return no + "介于" + first + "和" + test.literals.back().told + "之间";
    case Comparison::less:
      return (is_date ? "早于" : "低于") + first;
    case Comparison::less_equal:
      return (is_date ? "不晚于" : "不高于") + first;
    case Comparison::greater:
      return (is_date ? "晚于" : "高于") + first;
    case Comparison::greater_equal:
      return (is_date ? "不早于" : "不低于") + first;
    case Comparison::unknown:
      return test.is_negated ? "已知" : "未知";
  }
  return "";
}

std::string told_joined(const Node& node, std::string_view word) {
  std::string text;
  for (const auto& part : node.parts) {
    if (!text.empty()) text += word;
    text += part.shape == Shape::any ? "（" + tell_in_chinese(part) + "）" : tell_in_chinese(part);
  }
  return text;
}

}  // namespace

Truth evaluate(const Node& node, const Answers& answers) {
  switch (node.shape) {
    case Shape::test:
      return evaluate(node.test, answers(node.test.criterion));
    case Shape::no:
      return opposite(evaluate(node.parts.front(), answers));
    case Shape::all: {
      Truth least = Truth::yes;
      for (const auto& part : node.parts) {
        least = std::min(least, evaluate(part, answers));
        if (least == Truth::no) break;
      }
      return least;
    }
    case Shape::any: {
      Truth greatest = Truth::no;
      for (const auto& part : node.parts) {
        greatest = std::max(greatest, evaluate(part, answers));
        if (greatest == Truth::yes) break;
      }
      return greatest;
    }
  }
  return Truth::unknown;
}

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

std::string tell_in_chinese(const Node& node) {
  switch (node.shape) {
    case Shape::test:
      return node.test.chinese + told_comparison(node.test);
    case Shape::no:
      return "并非（" + tell_in_chinese(node.parts.front()) + "）";
    case Shape::all:
      return told_joined(node, "，且");
    case Shape::any:
      return told_joined(node, "，或");
  }
  return "";
}

}  // namespace leadbook::conditions
