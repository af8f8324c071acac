// The criteria of --where, and the answers an occasion gives to them.
#include "service/totals_criteria.hpp"

#include <algorithm>

#include "leadbook/domain/records.hpp"
#include "service/totals_occasion.hpp"

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

Answer number_of(const std::vector<PlainWord>& plain, std::string_view identifier) {
  for (const auto& choice : plain) {
    if (choice.identifier == identifier) return std::int64_t{choice.value};
  }
  return {};
}

template <class E>
Answer word_answer(const std::optional<E>& word) {
  if (!word) return {};
  return static_cast<std::int64_t>(*word);
}

Answer money_answer(const std::optional<std::int64_t>& minor) {
  if (!minor) return {};
  return Money{*minor, Currency()};
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
        word<SizeBand>("size", "Size", "投资规模"),
        value("date", "Date", "日期", CriterionType::date, {"on"}),
        {"mode", "Mode", "方式", {}, CriterionType::word, mode_choices(), Kind::project},
        text("currency", "Currency", "币种"),
    };
    return list;
  }();
  return criteria;
}

bool Grouping::holds(const Occasion& occasion) {
  // Asked only as far as the condition needs, as an amount may need a rate.
  return query_.where->holds([&](std::size_t criterion) -> const Answer& {
    return answers_[criterion] = answer(static_cast<TotalsCriterion>(criterion), occasion);
  });
}

bool Grouping::may_hold_for_county(std::int64_t county) {
  for (const auto criterion : query_.where->asks()) answers_[criterion] = {};
  answers_[static_cast<std::size_t>(TotalsCriterion::county)] = county;
  if (const auto* facts = counties_.find(county)) {
    answers_[static_cast<std::size_t>(TotalsCriterion::city)] = answer_text(facts->city);
  }
  return query_.where->may_hold(
      [this](std::size_t criterion) -> const Answer& { return answers_[criterion]; });
}

Answer Grouping::answer(TotalsCriterion criterion, const Occasion& occasion) {
  switch (criterion) {
    case TotalsCriterion::county:
      if (occasion.county == 0) return {};
      return occasion.county;
    case TotalsCriterion::city: {
      const auto* facts = counties_.find(occasion.county);
      return facts == nullptr ? Answer() : answer_text(facts->city);
    }
    case TotalsCriterion::date:
      return occasion.on ? Answer(*occasion.on) : Answer();
    case TotalsCriterion::mode:
      return number_of(totals_criteria()[static_cast<std::size_t>(criterion)].choices,
                       occasion.mode);
    case TotalsCriterion::currency:
      return occasion.currency ? answer_text(occasion.currency->code()) : Answer();
    case TotalsCriterion::company:
      return Numbers{companies_of(occasion)};
    case TotalsCriterion::flag:
      return answer_texts(flags_of(occasion));
    case TotalsCriterion::leader:
      if (!occasion.leader.empty()) return answer_text(occasion.leader);
      break;
    default:
      break;
  }
  return occasion.project == nullptr ? Answer() : answer_of_project(criterion, occasion);
}

Answer Grouping::answer_of_project(TotalsCriterion criterion, const Occasion& occasion) {
  const auto& facts = *occasion.project;
  const auto& project = facts.project;
  switch (criterion) {
    case TotalsCriterion::title: {
      const std::string titles[] = {project.title, project.other_title};
      return answer_texts(titles);
    }
    case TotalsCriterion::chain:
      return answer_text(project.chain);
    case TotalsCriterion::industry:
      return answer_text(project.industry);
    case TotalsCriterion::content:
      return answer_text(project.content);
    case TotalsCriterion::stage:
      return static_cast<std::int64_t>(stage_of(facts));
    case TotalsCriterion::leader:
      return answer_text(project.leader);
    case TotalsCriterion::task_force:
      return answer_text(project.task_force);
    case TotalsCriterion::program:
      return answer_texts(project.programs);
    case TotalsCriterion::origin: {
      const auto place = place_of(occasion);
      return place ? Answer(static_cast<std::int64_t>(place->origin)) : Answer();
    }
    case TotalsCriterion::source: {
      const auto place = place_of(occasion);
      return place ? answer_text(place->source) : Answer();
    }
    case TotalsCriterion::capital:
      return word_answer(project.capital);
    case TotalsCriterion::amount:
      return money_answer(contract_cny(facts));
    case TotalsCriterion::planned:
      return money_answer(planned_cny(facts));
    case TotalsCriterion::land:
      return project.land ? Answer(project.land->hundredths) : Answer();
    case TotalsCriterion::jobs:
      return project.forecast_jobs ? Answer(*project.forecast_jobs) : Answer();
    case TotalsCriterion::size: {
      const auto planned = planned_cny(facts);
      return planned ? Answer(static_cast<std::int64_t>(size_band(*planned))) : Answer();
    }
    case TotalsCriterion::county:
    case TotalsCriterion::city:
    case TotalsCriterion::company:
    case TotalsCriterion::flag:
    case TotalsCriterion::date:
    case TotalsCriterion::mode:
    case TotalsCriterion::currency:
      break;
  }
  return {};
}

}  // namespace leadbook::service
