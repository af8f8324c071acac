#include "service/import/guard.hpp"

#include <algorithm>

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

bool exceeds(const std::optional<Amount>& part, const std::optional<Amount>& whole) {
  return part && whole && part->money.currency == whole->money.currency &&
         part->money.minor > whole->money.minor && whole->qualifier != Qualifier::over &&
         whole->qualifier != Qualifier::at_least;
}

std::string exceeds_message(const Amount& part, const Amount& whole) {
  return say("{} is more than the {} of the whole",
             format_amount(part, AmountUnit::automatic),
             format_amount(whole, AmountUnit::automatic));
}

/// What the phases of a project come to; nothing where they are in several currencies.
std::optional<Amount> sum_of_phases(const Project& project) {
  std::optional<Amount> phases;
  for (const auto& phase : project.phases) {
    if (!phase.amount) continue;
    if (phases && phases->money.currency != phase.amount->money.currency) return {};
    const auto sum =
        add(phases ? phases->money : Money{0, phase.amount->money.currency}, phase.amount->money);
    if (sum) phases = Amount{*sum, Qualifier::exact};
  }
  return phases;
}

}  // namespace

ImportGuard::ImportGuard(store::Db& db, Kind kind, const Survey& survey) {
  for (const auto& [column, amounts] : survey.amounts) {
    const auto& target = survey.columns.columns[column].target;
    if (target.use == ColumnUse::field) of_file_[target.name] = amounts;
  }
  each_county_amounts(db, kind, [this](const CountyAmounts& amounts) {
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

void ImportGuard::weigh(const Signing& signing,
                        const Project& project,
                        std::vector<Oddity>& odd) const {
  weigh_amount("amount", signing.amount, project.county.number, odd);
  if (exceeds(signing.outside_amount, signing.amount)) {
    odd.push_back({"outside_amount", exceeds_message(*signing.outside_amount, *signing.amount)});
  }
}

void ImportGuard::weigh(const Project& project, std::vector<Oddity>& odd) const {
  weigh_amount("planned_investment", project.planned_investment, project.county.number, odd);
  for (const auto& [field, part] : {std::pair("outside_amount", &project.outside_amount),
                                    std::pair("fixed_assets", &project.fixed_assets)}) {
    if (exceeds(*part, project.planned_investment)) {
      odd.push_back({field, exceeds_message(**part, *project.planned_investment)});
    }
  }
  const auto phases = sum_of_phases(project);
  if (exceeds(phases, project.planned_investment)) {
    odd.push_back({"phases", exceeds_message(*phases, *project.planned_investment)});
  }
}

std::vector<Oddity> ImportGuard::oddities_of(const ReadRecord& read) const {
  std::vector<Oddity> odd;
  if (const auto* signing = std::get_if<Signing>(&read.record)) weigh(*signing, read.project, odd);
  if (const auto* project = std::get_if<Project>(&read.record)) weigh(*project, odd);
  return odd;
}

}  // namespace leadbook::service
