// The credit ledger computed slowly and from its definition alone, to hold the fast one against.
#pragma once

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "leadbook/service/standing/credit.hpp"

namespace slow_credit {

using namespace leadbook;
__extension__ typedef __int128 Wide;

struct Records {
  bool frameworks = false;
  std::vector<County> counties;
  std::vector<Project> projects;
  std::vector<Signing> signings;
  std::vector<Credit> credits;
};

constexpr std::int64_t dollar_in_cny = 7;

/// A paper with what it adds, as the definition of contract amounts says.
struct Paper {
  Id<Project> project;
  Date on;
  bool contract = false;
  bool first = false;
  std::vector<Money> amounts;
};

/// The ledger computed again, slowly and from its definition alone.
class Slow {
 public:
  Slow(const Records& records, const service::CreditQuery& query)
      : records_(records), query_(query) {
    for (const auto& project : records.projects) add_project(project);
  }

  std::map<std::int64_t, service::CountyCredit> counties;

 private:
  using Stated = std::optional<Amount>;

  const Stated& stated(const Signing& signing) const {
    return query_.measure == Measure::outside_amount ? signing.outside_amount : signing.amount;
  }

  static auto order(const Signing& signing) {
    return std::tuple(signing.on->last, signing.on->first, signing.id.number);
  }

  const Signing& root_of(const Signing& signing) const {
    const auto* at = &signing;
    while (at->amends) at = &records_.signings[static_cast<std::size_t>(at->amends.number - 1)];
    return *at;
  }

  std::vector<Signing> sorted(Id<Project> project, bool supplements) const {
    std::vector<Signing> found;
    for (const auto& signing : records_.signings) {
      const bool counted = signing.kind == SigningKind::contract ||
                           (signing.kind == SigningKind::framework && records_.frameworks);
      const bool wanted = supplements ? signing.kind == SigningKind::supplement : counted;
      if (signing.project == project && wanted) found.push_back(signing);
    }
    std::sort(found.begin(), found.end(), [](const Signing& left, const Signing& right) {
      return order(left) < order(right);
    });
    return found;
  }

  void add_project(const Project& project) {
    const auto contracts = sorted(project.id, false);
    const auto supplements = sorted(project.id, true);
    bool first = true;
    for (const auto& contract : contracts) {
      Paper paper{project.id, *contract.on, true, std::exchange(first, false), {}};
      auto standing = stated(contract);
      if (standing) paper.amounts.push_back(standing->money);
      add_paper(project, paper);
      for (const auto& supplement : supplements) {
        if (root_of(supplement).id != contract.id || !stated(supplement)) continue;
        Paper further{project.id, *supplement.on, false, false, {stated(supplement)->money}};
        if (standing) {
          // In one currency the increase is one amount; across two there are two papers' worth.
          auto before = standing->money;
          before.minor = -before.minor;
          if (before.currency == further.amounts.front().currency) {
            further.amounts.front().minor += before.minor;
          } else {
            further.amounts.push_back(before);
          }
        }
        add_paper(project, further);
        standing = stated(supplement);
      }
    }
  }

  static std::int64_t cny(const Money& money) {
    return money.currency == Currency() ? money.minor : money.minor * dollar_in_cny;
  }

  void add_paper(const Project& project, const Paper& paper) {
    auto on = paper.on;
    if (on.first <= query_.today && query_.today < on.last) on.last = query_.today;
    if (!query_.period.contains(on)) return;
    switch (query_.measure) {
      case Measure::signed_:
        if (paper.first) credit(project, paper.on, 100);
        return;
      case Measure::contracts:
        if (paper.contract) credit(project, paper.on, 100);
        return;
      case Measure::planned_investment:
        if (paper.first && project.planned_investment) {
          credit(project, paper.on, cny(project.planned_investment->money));
        }
        return;
      default:
        for (const auto& money : paper.amounts) credit(project, paper.on, cny(money));
    }
  }

  static bool begins_later(const Credit& left, const Credit& right) {
    return std::tuple(left.on->last, left.on->first, left.id.number) >
           std::tuple(right.on->last, right.on->first, right.id.number);
  }

  void credit(const Project& project, const Date& on, std::int64_t amount) {
    const Credit* earliest = nullptr;
    const Credit* in_force = nullptr;
    for (const auto& transfer : records_.credits) {
      if (transfer.project != project.id) continue;
      if (earliest == nullptr || begins_later(*earliest, transfer)) earliest = &transfer;
      if (transfer.on->last > on.last) continue;
      if (in_force == nullptr || begins_later(transfer, *in_force)) in_force = &transfer;
    }
    if (in_force == nullptr) {
      counties[(earliest == nullptr ? project.county : earliest->from_county).number].own += amount;
      return;
    }
    auto& host = counties[in_force->to_county.number];
    host.own += amount;
    if (in_force->until && in_force->until->last < on.last) return;
    const auto [from, to] = shares(*in_force);
    const auto [from_part, to_part] = split(amount, from, to);
    host.given += amount - to_part;
    counties[in_force->from_county.number].received += from_part;
  }

  static std::pair<std::int64_t, std::int64_t> shares(const Credit& credit) {
    if (credit.rule == CreditRule::half) return {5'000, 5'000};
    if (credit.rule == CreditRule::tenth) return {1'000, 9'000};
    if (credit.rule == CreditRule::full_both) return {10'000, 10'000};
    return {credit.from_share->hundredths, credit.to_share->hundredths};
  }

  /// Of all splits of the rounded sum the one nearest to both shares; of equal ones the one with
  /// more for the receiving county.
  static std::pair<std::int64_t, std::int64_t> split(std::int64_t amount,
                                                     std::int64_t from,
                                                     std::int64_t to) {
    if (amount < 0) {
      const auto [first, second] = split(-amount, from, to);
      return {-first, -second};
    }
    const Wide exact_from = Wide{amount} * from;
    const Wide exact_to = Wide{amount} * to;
    const Wide sum = (exact_from + exact_to + 5'000) / 10'000;
    Wide best = -1;
    Wide least = 0;
    for (Wide part = exact_from / 10'000; part <= exact_from / 10'000 + 1; ++part) {
      if (part > sum) continue;
      const Wide apart = part * 10'000 - exact_from;
      const Wide other = (sum - part) * 10'000 - exact_to;
      const Wide distance = apart * apart + other * other;
      if (best >= 0 && distance >= least) continue;
      best = part;
      least = distance;
    }
    return {static_cast<std::int64_t>(best), static_cast<std::int64_t>(sum - best)};
  }

  const Records& records_;
  const service::CreditQuery& query_;
};

}  // namespace slow_credit
