// Any text as a condition: one that reads is printed as a text that reads back as the same, and is
// never true together with its negation.
#include "leadbook/domain/condition/condition.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/text/translate.hpp"
#include "unit/condition_sample.hpp"

namespace {

using namespace leadbook;

using Answers = std::vector<Answer>;

/// Two records: one of which all is known, one of which nothing is.
const std::vector<Answers>& records() {
  static const Answers known = {
      std::int64_t{1},
      answer_text("肉鸭 duck"),
      Money{300'000'000, Currency()},
      std::int64_t{120},
      std::int64_t{15'000},
      Date{std::chrono::year{2020} / 5 / 1, std::chrono::year{2020} / 5 / 31},
      std::int64_t{4},
      Numbers{{1, 2}}};
  static const std::vector<Answers> both = {known, Answers(known.size())};
  return both;
}

bool holds(const Condition& condition, const Answers& answers) {
  return condition.holds([&answers](std::size_t index) -> const Answer& { return answers[index]; });
}

void check_text(std::string_view text) {
  const auto condition = test::parse_sample(text);
  if (!condition) {
    if (condition.problem().message.empty()) __builtin_trap();
    return;
  }
  const std::string printed = condition->to_text();
  const auto again = test::parse_sample(printed);
  if (!again) {
    // Printing may lengthen a text beyond what is read.
    if (printed.size() <= 10'000) __builtin_trap();
    return;
  }
  if (again->to_text() != printed || again->asks() != condition->asks()) __builtin_trap();
  const auto negation = test::parse_sample("not (" + printed + ")");
  for (const auto& answers : records()) {
    const bool is_true = holds(*condition, answers);
    if (holds(*again, answers) != is_true) __builtin_trap();
    if (negation && is_true && holds(*negation, answers)) __builtin_trap();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const auto language : {Language::english, Language::chinese}) {
    use_language(language, "");
    check_text(text);
  }
  return 0;
}
