#include "service/import/guard.hpp"

#include <algorithm>

#include "leadbook/service/records/oddities.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

constexpr std::size_t telling_amounts = 5;  // amounts, to say what most of them are

std::string shown(std::int64_t minor, Currency currency) {
  return format_money({minor, currency}, AmountUnit::automatic);
}

/// Whether nearly all amounts are in another currency than CNY.
bool is_foreign(const std::map<Currency, UsualAmounts>& amounts) {
  std::size_t all = 0;
  std::size_t domestic = 0;
  for (const auto& [currency, usual] : amounts) {
    all += usual.count;
    if (currency == Currency()) domestic = usual.count;
  }
  return all >= telling_amounts && domestic * 5 <= all;
}

}  // namespace

ImportGuard::ImportGuard(store::Db& db, Kind kind, const Survey& survey) {
  for (const auto& [column, amounts] : survey.amounts) {
    const auto& target = survey.columns.columns[column].target;
    if (target.use == ColumnUse::field) of_file_[target.name] = amounts;
  }
  each_county_amounts(db, kind, {}, [this](const CountyAmounts& amounts) {
    of_county_[{amounts.county.number, amounts.currency}] = amounts.usual();
  });
}

void ImportGuard::weigh_amount(const std::string& field,
                               const std::optional<Amount>& amount,
                               std::int64_t county,
                               std::vector<Oddity>& odd) const {
  if (!amount) return;
  const auto [minor, currency] = amount->money;
  const auto in_county = of_county_.find({county, currency});
  if (in_county != of_county_.end() && times_usual(minor, in_county->second) > 0) {
    odd.push_back({field, far_from_county(*amount, in_county->second, AmountUnit::automatic)});
    return;
  }
  const auto of_field = of_file_.find(field);
  if (of_field == of_file_.end()) return;
  const auto in_file = of_field->second.find(currency);
  if (in_file != of_field->second.end() && times_usual(minor, in_file->second) > 0) {
    odd.push_back({field,
                   say("{} is {} times what is usual in this file ({}): is the unit right?",
                       format_amount(*amount, AmountUnit::automatic),
                       times_usual(minor, in_file->second),
                       shown(in_file->second.median, currency))});
  } else if (currency == Currency() && is_foreign(of_field->second)) {
    odd.push_back({field,
                   say("{} is in CNY, but nearly all of this file is in another currency",
                       format_amount(*amount, AmountUnit::automatic))});
  }
}

std::vector<Oddity> ImportGuard::oddities_of(const ReadRecord& read) const {
  std::vector<Oddity> odd;
  if (const auto* signing = std::get_if<Signing>(&read.record)) {
    weigh_amount("amount", signing->amount, read.project.county.number, odd);
  } else if (const auto* project = std::get_if<Project>(&read.record)) {
    weigh_amount("planned_investment", project->planned_investment, project->county.number, odd);
  }
  for (auto& by_itself : service::oddities_of(read.record, read.project)) {
    odd.push_back(std::move(by_itself));
  }
  return odd;
}

}  // namespace leadbook::service
