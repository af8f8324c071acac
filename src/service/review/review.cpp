#include "leadbook/service/review/review.hpp"

#include <map>

#include "leadbook/domain/record/any_record.hpp"
#include "leadbook/store/record/many.hpp"
#include "service/review/rules.hpp"

namespace leadbook::service {
namespace {

using FindFaults = Findings (*)(store::Db& db, const ReviewQuery& query);

struct Rule {
  ReviewRule rule;
  FindFaults find;
};

constexpr Rule all_rules[] = {
    {ReviewRule::twins, find_twins},
    {ReviewRule::no_amount, find_missing_amounts},
    {ReviewRule::unknown_date, find_unknown_dates},
    {ReviewRule::far_amount, find_far_amounts},
    {ReviewRule::outside_trip, find_talks_outside_trips},
    {ReviewRule::old_stage, find_old_stages},
    {ReviewRule::no_county, find_missing_counties},
    {ReviewRule::no_due, find_missing_due_days},
};

/// Where a record says that it belongs: to a county or, without one, to a project.
struct Belonging {
  Id<County> county;
  Id<Project> project;
};

template <class R>
Belonging belonging_of(const R& record) {
  Belonging of;
  if constexpr (requires { of.county = record.county; }) of.county = record.county;
  if constexpr (requires { of.project = record.project; }) of.project = record.project;
  if constexpr (std::is_same_v<R, County>) of.county = record.id;
  return of;
}

using Belongings = std::map<Reference, Belonging>;

void read_belongings(store::Db& db,
                     Kind kind,
                     std::vector<std::int64_t> numbers,
                     Belongings& belongings) {
  const store::Selection selection(kind, {"county", "project"});
  store::each_numbered(
      db, selection, store::ascending(std::move(numbers)), [&](const store::Records& records) {
        for (std::size_t at = 0; at < records.size(); ++at) {
          const auto record = records[at];
          belongings[reference_of(record)] =
              std::visit([](const auto& of) { return belonging_of(of); }, record);
        }
      });
}

/// The findings of which the first record belongs to a county.
Findings only_of(store::Db& db, Id<County> county, Findings findings) {
  std::map<Kind, std::vector<std::int64_t>> numbers;
  for (const auto& finding : findings) {
    const auto& record = finding.records.front();
    numbers[record.kind].push_back(record.number);
  }
  Belongings belongings;
  for (auto& [kind, of_kind] : numbers) read_belongings(db, kind, std::move(of_kind), belongings);
  std::vector<std::int64_t> projects;
  for (const auto& [record, of] : belongings) {
    if (!of.county && of.project) projects.push_back(of.project.number);
  }
  read_belongings(db, Kind::project, std::move(projects), belongings);
  const auto belongs = [&](const ReviewFinding& finding) {
    const auto& of = belongings[finding.records.front()];
    if (of.county || !of.project) return of.county == county;
    return belongings[{Kind::project, of.project.number}].county == county;
  };
  std::erase_if(findings, [&](const ReviewFinding& finding) { return !belongs(finding); });
  return findings;
}

}  // namespace

std::vector<ReviewFinding> review_book(store::Db& db, const ReviewQuery& query) {
  Findings all;
  for (const auto& [rule, find] : all_rules) {
    if (!query.rules.empty() && !query.rules.contains(rule)) continue;
    for (auto& finding : find(db, query)) all.push_back(std::move(finding));
  }
  return query.county ? only_of(db, query.county, std::move(all)) : all;
}

}  // namespace leadbook::service

namespace leadbook {

template <>
std::span<const Word<service::ReviewRule>> words<service::ReviewRule>() {
  using service::ReviewRule;
  static constexpr Word<ReviewRule> table[] = {
      {ReviewRule::twins, "twins", "likely twins", "疑似重复", "twin|重复|重复记录"},
      {ReviewRule::no_amount, "no_amount", "no amount", "缺金额", "未填金额|无金额"},
      {ReviewRule::unknown_date,
       "unknown_date",
       "unknown date",
       "日期不明",
       "日期不详|unknown_dates"},
      {ReviewRule::far_amount,
       "far_amount",
       "amount far beyond",
       "金额异常",
       "金额过大|far_amounts"},
      {ReviewRule::outside_trip, "outside_trip", "outside its trip", "超出行程", "行程外"},
      {ReviewRule::old_stage, "old_stage", "stage and papers", "阶段不符", "阶段过时|old_stages"},
      {ReviewRule::no_county, "no_county", "no county", "缺县区", "未定县区|无县区"},
      {ReviewRule::no_due, "no_due", "no day due", "缺期限", "未定期限|无期限"},
  };
  return table;
}

}  // namespace leadbook
