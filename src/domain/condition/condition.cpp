#include "leadbook/domain/condition/condition.hpp"

#include <utility>

#include "domain/condition/parser.hpp"
#include "domain/condition/text.hpp"
#include "domain/condition/tree.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

constexpr std::size_t longest = 10'000;  // bytes

void collect(const conditions::Node& node,
             std::set<std::size_t>& asked,
             std::set<std::size_t>& compared) {
  if (node.shape == conditions::Shape::test) {
    asked.insert(node.test.criterion);
    if (node.test.comparison != conditions::Comparison::unknown) {
      compared.insert(node.test.criterion);
    }
  }
  for (const auto& part : node.parts) collect(part, asked, compared);
}

}  // namespace

Answer answer_texts(std::span<const std::string> texts) {
  Texts answer;
  for (const auto& text : texts) {
    auto folded = text::fold(text);
    if (!folded.empty()) answer.folded.push_back(std::move(folded));
  }
  return answer;
}

Answer answer_text(std::string_view text) {
  const std::string one(text);
  return answer_texts({&one, 1});
}

Condition::Condition(conditions::Node root)
    : root_(std::make_shared<const conditions::Node>(std::move(root))) {
  collect(*root_, asks_, compared_);
}

Result<Condition> Condition::parse(std::string_view text,
                                   std::span<const Criterion> criteria,
                                   const ConditionReading& reading) {
  if (text.size() > longest) {
    return Problem{say("the condition is longer than {} bytes", longest)};
  }
  if (const auto offset = text::first_bad_byte(text)) {
    return conditions::problem_at(
        say("the condition holds a byte that is not text"), text, *offset);
  }
  if (text::trim(text).empty()) {
    return Problem{
        say("the condition is empty; write one such as {} = ...", criteria.front().name)};
  }
  auto root = conditions::parse(text, criteria, reading);
  if (!root) return root.problem();
  return Condition(std::move(*root));
}

bool Condition::holds(const std::function<const Answer&(std::size_t)>& answer) const {
  return conditions::evaluate(*root_, answer) == conditions::Truth::yes;
}

bool Condition::may_hold(const std::function<const Answer&(std::size_t)>& answer) const {
  return conditions::evaluate(*root_, answer) != conditions::Truth::no;
}

std::string Condition::to_text() const { return conditions::print(*root_); }

std::string Condition::told() const {
  return language() == Language::chinese ? conditions::tell_in_chinese(*root_) : to_text();
}

}  // namespace leadbook
