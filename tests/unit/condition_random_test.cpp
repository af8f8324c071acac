// Conditions made at random, held against a plain judgement of their own.
#include "unit/condition_random.hpp"

#include <map>
#include <string>
#include <vector>

#include "catch.hpp"

namespace leadbook {
namespace {

using test::Had;

Answer make_answer(int criterion, const Had& had) {
  const auto first = had.values.front();
  switch (criterion) {
    case test::title: {
      static const char* const kept[] = {"肉鸭", "DUCK  and 或 co", "大肉鸭 ＤＵＣＫ产业"};
      std::vector<std::string> texts;
      for (const int value : had.values) texts.emplace_back(kept[value]);
      return answer_texts(texts);
    }
    case test::amount:
      return Money{(first + 1) * 1'000'000, Currency()};
    case test::signed_on: {
      const Day january = std::chrono::year{2020} / 1 / 1;
      return Date{january + std::chrono::days{first},
                  january + std::chrono::days{had.values.back()}};
    }
    case test::land:
      return std::int64_t{(first + 1) * 100};
    case test::stage:
      return std::int64_t{first};
    case test::county:
    case test::company: {
      Numbers several;
      for (const int value : had.values) several.numbers.push_back(value + 1);
      if (several.numbers.size() == 1) return several.numbers.front();
      return several;
    }
    default:
      return std::int64_t{first + 1};
  }
}

using Answers = std::vector<Answer>;

Answers make_answers(const std::map<int, Had>& record) {
  Answers answers(test::sample_criteria().size());
  for (const auto& [criterion, had] : record) {
    answers[static_cast<std::size_t>(criterion)] = make_answer(criterion, had);
  }
  return answers;
}

/// 1 where the condition is true of the answers, -1 where its negation is.
test::Judgement judge(const std::string& text, const Answers& answers) {
  const auto condition = test::parse_sample(text);
  const auto negation = test::parse_sample("not (" + text + ")");
  INFO((condition ? "" : condition.problem().message));
  REQUIRE(condition);
  REQUIRE(negation);
  const auto answer = [&answers](std::size_t criterion) -> const Answer& {
    return answers[criterion];
  };
  const bool is_false = negation->holds(answer);
  REQUIRE_FALSE((is_false && condition->holds(answer)));
  return is_false ? -1 : condition->holds(answer) ? 1 : 0;
}

TEST_CASE("a condition made at random holds where a plain judgement says so, and reads back") {
  for (unsigned seed = 1; seed <= 400; ++seed) {
    test::RandomCondition random(seed);
    std::vector<std::map<int, Had>> records;
    for (int count = 0; count < 12; ++count) records.push_back(random.make_record());
    std::vector<test::Judgement> expected;
    const std::string text = random.write(records, expected);
    INFO(seed << ": " << text);
    const auto condition = test::parse_sample(text);
    INFO((condition ? "" : condition.problem().message));
    REQUIRE(condition);
    const std::string canonical = condition->to_text();
    const auto again = test::parse_sample(canonical);
    REQUIRE(again);
    REQUIRE(again->to_text() == canonical);
    REQUIRE(again->asks() == condition->asks());
    for (std::size_t at = 0; at < records.size(); ++at) {
      const auto answers = make_answers(records[at]);
      INFO(canonical << ", record " << at);
      REQUIRE(judge(text, answers) == expected[at]);
      REQUIRE(judge(canonical, answers) == expected[at]);
    }
  }
}

}  // namespace
}  // namespace leadbook
