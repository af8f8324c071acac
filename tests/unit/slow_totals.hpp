// Totals computed slowly and from their definition alone, to hold the fast ones against.
#pragma once

#include <algorithm>
#include <tuple>
#include <vector>

#include "catch.hpp"
#include "leadbook/service/totals.hpp"
#include "scratch_book.hpp"

namespace slow_totals {

using namespace leadbook;
__extension__ typedef __int128 Wide;

/// All records a total is made of, as they were written.
struct Records {
  bool frameworks = false;
  std::vector<County> counties;
  std::vector<Project> projects;
  std::vector<Signing> signings;
  std::vector<Rate> rates;
};

/// The totals computed again, slowly and from their definition alone.
class Slow {
 public:
  Slow(const Records& records, const Period& period) : records_(records), period_(period) {}

  service::CountyTotal of_county(const County& county) const {
    service::CountyTotal total;
    total.county = county.id;
    total.code = county.code;
    for (const auto& project : records_.projects) {
      if (project.county == county.id) add_project(project, total);
    }
    return total;
  }

 private:
  bool counts(const Signing& signing) const {
    return signing.kind == SigningKind::contract ||
           (signing.kind == SigningKind::framework && records_.frameworks);
  }

  static bool is_before(const Signing& left, const Signing& right) {
    return std::tuple(left.on->last, left.on->first, left.id.number) <
           std::tuple(right.on->last, right.on->first, right.id.number);
  }

  const Signing& root_of(const Signing& signing) const {
    const auto* at = &signing;
    while (at->amends) at = &records_.signings[static_cast<std::size_t>(at->amends.number - 1)];
    return *at;
  }

  std::int64_t cny(const Amount& stated, const Date& date) const {
    if (stated.money.currency == Currency()) return stated.money.minor;
    const Rate* best = nullptr;
    for (const auto& rate : records_.rates) {
      if (rate.currency != stated.money.currency || rate.on->last > date.last) continue;
      if (best == nullptr || best->on->last < rate.on->last) best = &rate;
    }
    REQUIRE(best != nullptr);
    Wide unit = 1;
    for (int digit = 0; digit < stated.money.currency.minor_digits(); ++digit) unit *= 10;
    const Wide divisor = unit * 10'000'000'000;
    const Wide exact = Wide{stated.money.minor} * best->cny.e10 * 100;
    return static_cast<std::int64_t>((exact + divisor / 2) / divisor);
  }

  void add_project(const Project& project, service::CountyTotal& total) const {
    const Signing* first = nullptr;
    for (const auto& signing : records_.signings) {
      if (signing.project != project.id || !counts(signing)) continue;
      if (first == nullptr || is_before(signing, *first)) first = &signing;
      add_contract(signing, total);
    }
    if (first == nullptr || !period_.contains(*first->on)) return;
    ++total.signed_projects;
    if (!project.planned_investment) return;
    ++total.planned_known;
    total.planned_investment += cny(*project.planned_investment, *first->on);
  }

  void add_contract(const Signing& contract, service::CountyTotal& total) const {
    auto standing = contract.amount;
    const bool here = period_.contains(*contract.on);
    if (here) ++total.contracts;
    bool known = here && standing;
    if (known) total.contract_amount += cny(*standing, *contract.on);
    for (const auto& supplement : supplements_of(contract)) {
      if (!supplement.amount) continue;
      if (period_.contains(*supplement.on)) {
        total.contract_amount += cny(*supplement.amount, *supplement.on);
        if (standing) total.contract_amount -= cny(*standing, *supplement.on);
        known = known || (here && !standing);
      }
      standing = supplement.amount;
    }
    if (known) ++total.with_amount;
  }

  std::vector<Signing> supplements_of(const Signing& contract) const {
    std::vector<Signing> found;
    for (const auto& signing : records_.signings) {
      if (signing.amends && root_of(signing).id == contract.id) found.push_back(signing);
    }
    std::sort(found.begin(), found.end(), is_before);
    return found;
  }

  const Records& records_;
  const Period& period_;
};

}  // namespace slow_totals
