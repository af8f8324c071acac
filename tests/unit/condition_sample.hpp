// Criteria of all types, for the tests of conditions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/condition/condition.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/stage.hpp"

namespace leadbook::test {

enum SampleCriterion { county, title, amount, jobs, land, signed_on, stage, company };

inline std::vector<Criterion> sample_criteria() {
  std::vector<PlainWord> stages;
  for (const auto& word : words<Stage>()) {
    stages.push_back(
        {static_cast<int>(word.value), word.identifier, word.english, word.chinese, word.synonyms});
  }
  using enum CriterionType;
  return {
      {"county", "County", "县区", {"区县"}, reference, {}, Kind::county},
      {"title", "Title", "名称", {"项目名称", "名"}, text, {}, Kind::project},
      {"amount", "Contract amount", "合同金额", {"金额"}, CriterionType::amount, {}, Kind::project},
      {"jobs", "Jobs", "就业人数", {}, count, {}, Kind::project},
      {"land", "Land (mu)", "用地", {}, area, {}, Kind::project},
      {"signed_on", "Signed on", "签约日期", {"日期"}, date, {}, Kind::project},
      {"stage", "Stage", "阶段", {}, word, stages, Kind::project},
      {"company", "Company", "企业", {}, reference, {}, Kind::company},
  };
}

/// 克山 is 1, 拜泉 2, 和平区 3, under these names and as digits; nothing else is known.
inline std::int64_t resolve_sample(Kind, std::string_view text) {
  const std::vector<std::vector<std::string_view>> names = {
      {"1", "克山", "Keshan"}, {"2", "拜泉", "Baiquan County"}, {"3", "和平区", "Xi'an"}};
  for (std::size_t index = 0; index < names.size(); ++index) {
    for (const auto name : names[index]) {
      if (name == text) return static_cast<std::int64_t>(index) + 1;
    }
  }
  throw Error(ErrorKind::not_found, "there is no '" + std::string(text) + "'");
}

inline ConditionReading sample_reading() {
  return {std::chrono::year{2020} / 5 / 22, AmountUnit::wan, resolve_sample, {}};
}

inline Result<Condition> parse_sample(std::string_view text) {
  static const std::vector<Criterion> criteria = sample_criteria();
  return Condition::parse(text, criteria, sample_reading());
}

}  // namespace leadbook::test
