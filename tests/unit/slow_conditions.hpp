// Conditions on totals, each with what it means in plain code.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "slow_tally.hpp"

namespace slow_totals {

/// True, false, or nothing where it cannot be told.
using Truth = std::optional<bool>;

inline Truth both(Truth left, Truth right) {
  if ((left && !*left) || (right && !*right)) return false;
  return left && right ? Truth(true) : Truth();
}

inline Truth opposite(Truth truth) { return truth ? Truth(!*truth) : truth; }

inline Truth either(Truth left, Truth right) {
  return opposite(both(opposite(left), opposite(right)));
}

/// What is asked of one thing.
struct Asked {
  const Facts& facts;
  const Item& item;

  Truth is(const std::string& value, const std::string& wanted) const {
    return value.empty() ? Truth() : Truth(value == wanted);
  }
  Truth has(Dimension dimension, const std::string& wanted) const {
    const auto values = Keys(facts).values_of(item, dimension);
    return values.count("") != 0 ? Truth() : Truth(values.count(wanted) != 0);
  }
  Truth at_least(std::optional<Wide> value, std::int64_t bound) const {
    return value ? Truth(*value >= bound) : Truth();
  }
  std::optional<Wide> planned() const { return Keys(facts).planned_cny(item); }
  std::optional<Wide> contract() const {
    return item.project == nullptr ? std::nullopt : contract_cny(facts, *item.project);
  }
  std::optional<Wide> land() const {
    if (item.project == nullptr || !item.project->land) return {};
    return item.project->land->hundredths;
  }
  std::optional<Wide> jobs() const {
    if (item.project == nullptr || !item.project->forecast_jobs) return {};
    return *item.project->forecast_jobs;
  }
  Truth within(const char* period) const {
    if (!item.on) return {};
    const auto span = parse_period(period, scratch::today).value();
    if (span.contains(*item.on)) return true;
    return item.on->last < span.first || item.on->first > span.last ? Truth(false) : Truth();
  }
  Truth from(const char* day) const {
    const auto bound = totals_book::on(day).first;
    if (!item.on) return {};
    if (item.on->first >= bound) return true;
    return item.on->last < bound ? Truth(false) : Truth();
  }
  Truth capital(Capital wanted) const {
    if (item.project == nullptr || !item.project->capital) return {};
    return *item.project->capital == wanted;
  }
};

struct PlainCondition {
  const char* text;
  std::function<Truth(const Asked&)> means;
};

inline const std::vector<PlainCondition>& plain_conditions() {
  using D = Dimension;
  static const std::vector<PlainCondition> conditions = {
      {"county = '2'", [](const Asked& a) { return a.has(D::county, "CT-2"); }},
      {"county in ('1', '3')",
       [](const Asked& a) { return either(a.has(D::county, "CT-1"), a.has(D::county, "CT-3")); }},
      {"not county = '2'", [](const Asked& a) { return opposite(a.has(D::county, "CT-2")); }},
      {"county is unknown", [](const Asked& a) { return !a.item.county; }},
      {"县区 = '4'", [](const Asked& a) { return a.has(D::county, "CT-4"); }},
      {"city = 黑河市", [](const Asked& a) { return a.has(D::city, "黑河市"); }},
      {"city is not unknown", [](const Asked& a) { return a.has(D::city, "").has_value(); }},
      {"title = 'project 3'",
       [](const Asked& a) {
         return a.is(a.item.project == nullptr ? "" : a.item.project->title, "project 3");
       }},
      {"chain = meat", [](const Asked& a) { return a.has(D::chain, "meat"); }},
      {"chain != meat", [](const Asked& a) { return opposite(a.has(D::chain, "meat")); }},
      {"产业链 = dairy", [](const Asked& a) { return a.has(D::chain, "dairy"); }},
      {"industry is unknown", [](const Asked& a) { return !a.has(D::industry, ""); }},
      {"industry = food and chain = dairy",
       [](const Asked& a) { return both(a.has(D::industry, "food"), a.has(D::chain, "dairy")); }},
      {"stage = signed", [](const Asked& a) { return a.has(D::stage, "signed"); }},
      {"not stage = terminated",
       [](const Asked& a) { return opposite(a.has(D::stage, "terminated")); }},
      {"leader = 'leader 1'", [](const Asked& a) { return a.has(D::leader, "leader 1"); }},
      {"leader is unknown", [](const Asked& a) { return a.item.leader.empty(); }},
      {"program = provincial", [](const Asked& a) { return a.has(D::program, "provincial"); }},
      {"program is unknown", [](const Asked& a) { return !a.has(D::program, ""); }},
      {"company in ('1', '4')",
       [](const Asked& a) { return either(a.has(D::company, "C-1"), a.has(D::company, "C-4")); }},
      {"flag = 世界500强", [](const Asked& a) { return a.has(D::flag, "世界500强"); }},
      {"not flag = 高新技术企业",
       [](const Asked& a) { return opposite(a.has(D::flag, "高新技术企业")); }},
      {"origin = foreign", [](const Asked& a) { return a.has(D::origin, "foreign"); }},
      {"origin != outside_province",
       [](const Asked& a) { return opposite(a.has(D::origin, "outside_province")); }},
      {"source = 德国", [](const Asked& a) { return a.has(D::source, "德国"); }},
      {"capital = domestic", [](const Asked& a) { return a.capital(Capital::domestic); }},
      {"not capital = mixed", [](const Asked& a) { return opposite(a.capital(Capital::mixed)); }},
      {"amount >= 10000 CNY", [](const Asked& a) { return a.at_least(a.contract(), 1'000'000); }},
      {"amount is unknown", [](const Asked& a) { return !a.contract(); }},
      {"planned < 10亿",
       [](const Asked& a) { return opposite(a.at_least(a.planned(), 100'000'000'000)); }},
      {"planned between 5亿 and 50亿",
       [](const Asked& a) {
         return both(a.at_least(a.planned(), 50'000'000'000),
                     opposite(a.at_least(a.planned(), 500'000'000'001)));
       }},
      {"land >= 300 mu", [](const Asked& a) { return a.at_least(a.land(), 30'000); }},
      {"jobs < 100 or land is unknown",
       [](const Asked& a) { return either(opposite(a.at_least(a.jobs(), 100)), !a.land()); }},
      {"size = from_1bn",
       [](const Asked& a) {
         return both(a.at_least(a.planned(), 100'000'000'000),
                     opposite(a.at_least(a.planned(), 500'000'000'000)));
       }},
      {"投资规模 不低于 1亿",
       [](const Asked& a) { return a.at_least(a.planned(), 10'000'000'000); }},
      {"date in 2020Q2", [](const Asked& a) { return a.within("2020Q2"); }},
      {"date >= 2020-06-15", [](const Asked& a) { return a.from("2020-06-15"); }},
      {"not date >= 2020-06-15", [](const Asked& a) { return opposite(a.from("2020-06-15")); }},
      {"mode = online", [](const Asked& a) { return a.is(a.item.mode, "online"); }},
      {"mode is unknown", [](const Asked& a) { return a.item.mode.empty(); }},
      {"currency = USD", [](const Asked& a) { return a.has(D::currency, "USD"); }},
      {"currency = CNY or not chain = meat",
       [](const Asked& a) {
         return either(a.has(D::currency, "CNY"), opposite(a.has(D::chain, "meat")));
       }},
  };
  return conditions;
}

/// Reads a condition in which records are named by their numbers.
inline Condition parse_condition(const char* text) {
  const ConditionReading reading = {
      scratch::today,
      {},
      [](Kind, std::string_view number) { return std::stoll(std::string(number)); },
      {}};
  return Condition::parse(text, service::totals_criteria(), reading).value();
}

}  // namespace slow_totals
