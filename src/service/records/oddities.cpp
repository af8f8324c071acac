#include "leadbook/service/records/oddities.hpp"

#include <algorithm>

#include "leadbook/service/money/usual_amounts.hpp"
#include "leadbook/store/record/record.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

constexpr std::int64_t far_above = 10;     // times what is planned
constexpr std::int64_t far_below = 1'000;  // parts of it

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

/// A paper of ten times what its project plans, or of a thousandth: 万元 typed for 亿元.
void look_at_plan(const Signing& signing, const Project& project, std::vector<Oddity>& odd) {
  const auto& plan = project.planned_investment;
  const auto& amount = signing.amount;
  if (!amount || !plan || amount->money.currency != plan->money.currency) return;
  const auto [minor, planned] = std::pair(amount->money.minor, plan->money.minor);
  if (minor <= 0 || planned <= 0) return;
  const auto shown = format_amount(*amount, AmountUnit::automatic);
  const auto of_plan = format_amount(*plan, AmountUnit::automatic);
  if (minor / planned >= far_above) {
    odd.push_back({"amount",
                   say("{} is {} times the planned investment of its project ({}): is the unit "
                       "right?",
                       shown,
                       minor / planned,
                       of_plan)});
  } else if (planned / minor >= far_below) {
    odd.push_back({"amount",
                   say("{} is less than a thousandth of the planned investment of its project "
                       "({}): is the unit right?",
                       shown,
                       of_plan)});
  }
}

/// A framework agreement or a letter of intent that only its title or note tells of.
void look_at_kind(const Signing& signing, std::vector<Oddity>& odd) {
  if (signing.kind != SigningKind::contract) return;
  constexpr std::string_view words[] = {"框架协议",
                                        "框架合同",
                                        "框架性",
                                        "合作框架",
                                        "意向协议",
                                        "意向书",
                                        "意向合同",
                                        "意向性",
                                        "备忘录",
                                        "framework agreement",
                                        "letter of intent",
                                        "memorandum"};
  for (const auto* text : {&signing.title, &signing.note}) {
    const auto folded = text::fold(*text);
    for (const auto word : words) {
      if (folded.find(word) == std::string::npos) continue;
      odd.push_back({"kind",
                     say("'{}' says '{}', but it counts as a contract: is the kind right?",
                         text::visible(*text),
                         word)});
      return;
    }
  }
}

void weigh(const Signing& signing, const Project& project, std::vector<Oddity>& odd) {
  look_at_kind(signing, odd);
  look_at_plan(signing, project, odd);
  if (exceeds(signing.outside_amount, signing.amount)) {
    odd.push_back({"outside_amount", exceeds_message(*signing.outside_amount, *signing.amount)});
  }
}

void weigh(const Project& project, std::vector<Oddity>& odd) {
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

/// What is usual in a county, the record itself aside.
UsualAmounts usual_without(const CountyAmounts& amounts, std::int64_t record) {
  auto others = amounts;
  std::erase_if(others.stated, [&](const StatedAmount& one) { return one.record == record; });
  return others.stated.empty() ? UsualAmounts{} : others.usual();
}

void hold_against_county(store::Db& db,
                         const Reference& record,
                         Id<County> county,
                         const std::string& field,
                         const std::optional<Amount>& amount,
                         std::vector<Oddity>& odd) {
  if (!amount || !county) return;
  each_county_amounts(db, record.kind, county, [&](const CountyAmounts& amounts) {
    if (amounts.currency != amount->money.currency) return;
    const auto usual = usual_without(amounts, record.number);
    if (times_usual(amount->money.minor, usual) == 0) return;
    odd.push_back({field, far_from_county(*amount, usual, AmountUnit::automatic)});
  });
}

}  // namespace

std::vector<Oddity> oddities_of(const AnyRecord& record, const Project& project) {
  std::vector<Oddity> odd;
  if (const auto* signing = std::get_if<Signing>(&record)) weigh(*signing, project, odd);
  if (const auto* own = std::get_if<Project>(&record)) weigh(*own, odd);
  return odd;
}

std::vector<Oddity> oddities_in_book(store::Db& db, const ReadRecord& read) {
  auto project = read.project;
  const auto* signing = std::get_if<Signing>(&read.record);
  if (signing != nullptr && !project.county) {
    project = store::find(db, signing->project).value_or(Project{});
  }
  auto odd = oddities_of(read.record, project);
  const auto record = reference_of(read.record);
  if (signing != nullptr) {
    hold_against_county(db, record, project.county, "amount", signing->amount, odd);
  } else if (const auto* own = std::get_if<Project>(&read.record)) {
    hold_against_county(
        db, record, own->county, "planned_investment", own->planned_investment, odd);
  }
  return odd;
}

std::vector<Oddity> oddities_in_book(store::Db& db,
                                     const AnyRecord& stored,
                                     const ReadRecord& read) {
  auto odd = oddities_in_book(db, read);
  const auto before = oddities_in_book(db, {.record = stored});
  std::erase_if(odd, [&](const Oddity& one) {
    return std::any_of(before.begin(), before.end(), [&](const Oddity& known) {
      return known.message == one.message;
    });
  });
  return odd;
}

}  // namespace leadbook::service
