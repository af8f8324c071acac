#include <algorithm>

#include "leadbook/domain/record/records.hpp"
#include "leadbook/service/totals/totals.hpp"

namespace leadbook::service {
namespace {

template <class E>
std::vector<PlainWord> choices() {
  std::vector<PlainWord> plain;
  for (const auto& word : words<E>()) {
    plain.push_back(
        {static_cast<int>(word.value), word.identifier, word.english, word.chinese, word.synonyms});
  }
  return plain;
}

Criterion text(const char* name,
               const char* english,
               const char* chinese,
               std::vector<std::string> synonyms = {}) {
  return {name, english, chinese, std::move(synonyms), CriterionType::text, {}, Kind::project};
}

Criterion value(const char* name,
                const char* english,
                const char* chinese,
                CriterionType type,
                std::vector<std::string> synonyms = {}) {
  return {name, english, chinese, std::move(synonyms), type, {}, Kind::project};
}

template <class E>
Criterion word(const char* name, const char* english, const char* chinese) {
  return {name, english, chinese, {}, CriterionType::word, choices<E>(), Kind::project};
}

Criterion reference(const char* name,
                    const char* english,
                    const char* chinese,
                    Kind kind,
                    std::vector<std::string> synonyms) {
  return {name, english, chinese, std::move(synonyms), CriterionType::reference, {}, kind};
}

Criterion measured(Criterion criterion, const char* by) {
  criterion.measured_by = by;
  return criterion;
}

/// Ways of meeting and of signing, which share their identifiers.
std::vector<PlainWord> mode_choices() {
  auto plain = choices<NegotiationMode>();
  int next = static_cast<int>(plain.size());
  for (const auto& mode : words<SigningMode>()) {
    const auto same = [&](const PlainWord& known) { return known.identifier == mode.identifier; };
    if (std::any_of(plain.begin(), plain.end(), same)) continue;
    plain.push_back({next++, mode.identifier, mode.english, mode.chinese, mode.synonyms});
  }
  return plain;
}

}  // namespace

const std::vector<Criterion>& totals_criteria() {
  static const std::vector<Criterion> criteria = [] {
    std::vector<Criterion> list = {
        reference("county", "County", "县区", Kind::county, {"县"}),
        text("city", "City", "城市", {"市"}),
        text("title", "Project", "项目", {"project", "项目名称"}),
        text("chain", "Chain", "产业链"),
        text("industry", "Industry", "行业", {"产业"}),
        text("content", "Content", "建设内容"),
        word<Stage>("stage", "Stage", "阶段"),
        text("leader", "Leader", "包联领导", {"领导"}),
        text("task_force", "Task force", "专班"),
        text("program", "Program", "重点项目名单", {"名单"}),
        reference("company", "Company", "企业", Kind::company, {"investor", "投资方"}),
        text("flag", "Flag", "企业标签", {"标签"}),
        word<Origin>("origin", "Origin", "资金来源"),
        text("source", "Source", "来源地", {"province", "省份"}),
        word<Capital>("capital", "Capital", "资金性质"),
        value("amount", "Amount", "金额", CriterionType::amount, {"contract_amount", "合同金额"}),
        value("planned",
              "Planned investment",
              "计划总投资",
              CriterionType::amount,
              {"planned_investment", "总投资"}),
        value("land", "Land", "用地", CriterionType::area, {"用地面积"}),
        value("jobs", "Jobs", "就业", CriterionType::count, {"forecast_jobs", "预计就业"}),
        measured(word<SizeBand>("size", "Size", "投资规模"), "planned"),
        value("date", "Date", "日期", CriterionType::date, {"on"}),
        {"mode", "Mode", "方式", {}, CriterionType::word, mode_choices(), Kind::project},
        text("currency", "Currency", "币种"),
    };
    return list;
  }();
  return criteria;
}

}  // namespace leadbook::service
