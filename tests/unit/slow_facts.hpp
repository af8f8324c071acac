// What the records of a project say of it together, read slowly and plainly.
#pragma once

#include <algorithm>
#include <tuple>
#include <vector>

#include "slow_conversion.hpp"

namespace slow_totals {

using service::TotalsQuery;

class Facts {
 public:
  Facts(const Records& records, const TotalsQuery& query)
      : records_(records), query_(query), conversion_(records, query.period, query.rates) {}

  const Records& records() const { return records_; }
  const TotalsQuery& query() const { return query_; }
  const Conversion& conversion() const { return conversion_; }

  /// The last day a date can mean of something that is known to have happened.
  Day last_of(const Date& date) const {
    const bool lasts = date.first <= query_.today && query_.today < date.last;
    return lasts ? query_.today : date.last;
  }
  bool is_over(const Date& date) const { return last_of(date) <= query_.period.last; }
  bool is_within(const Date& date) const {
    return query_.period.first <= date.first && is_over(date);
  }

  std::vector<StageSpell> history(const Project& project) const {
    std::vector<StageCause> causes;
    for (const auto& signing : records_.signings) {
      if (signing.project != project.id || signing.kind == SigningKind::supplement) continue;
      const auto stage = counts(signing) ? Stage::signed_ : Stage::intent;
      causes.push_back({stage, *signing.on, {Kind::signing, signing.id.number}});
    }
    for (const auto& talk : records_.negotiations) {
      if (talk.project != project.id) continue;
      const bool intent = talk.outcome == Outcome::intent || talk.outcome == Outcome::signed_;
      causes.push_back({intent ? Stage::intent : Stage::negotiating,
                        *talk.on,
                        {Kind::negotiation, talk.id.number}});
    }
    return stage_history(project.lead_on, project.moves, causes);
  }

  Stage stage_at_end(const Project& project) const {
    const auto end = std::min(query_.period.last, query_.today);
    auto stage = Stage::lead;
    for (const auto& spell : history(project)) {
      if (!spell.since || last_of(*spell.since) <= end) stage = spell.stage;
    }
    return stage;
  }

  /// When a project was first at a stage of the ladder or beyond it.
  std::optional<Date> first_at(const Project& project, Stage stage) const {
    for (const auto& spell : history(project)) {
      if (is_on_ladder(spell.stage) && spell.stage >= stage) return spell.since;
    }
    return {};
  }

  /// The day the amounts of a project are converted at, wherever it stands: that on which it was
  /// signed, as far as that is over, else that on which it appeared, else the end.
  Date stated_on(const Project& project) const {
    const auto end = std::min(query_.period.last, query_.today);
    std::optional<Date> appeared;
    for (const auto& spell : history(project)) {
      if (!appeared) appeared = spell.since;
      const bool begun = !spell.since || last_of(*spell.since) <= end;
      if (!begun || !is_on_ladder(spell.stage) || spell.stage < Stage::signed_) continue;
      return spell.since ? *spell.since : appeared.value_or(Date::of(end));
    }
    return appeared.value_or(Date::of(end));
  }

  const Signing* first_paper(const Project& project) const {
    const Signing* first = nullptr;
    for (const auto& signing : records_.signings) {
      if (signing.project != project.id || !counts(signing)) continue;
      if (first == nullptr || is_before(signing, *first)) first = &signing;
    }
    return first;
  }

  bool has_reached(const Project& project, Stage stage) const {
    const auto on = first_at(project, stage);
    return on && is_over(*on);
  }

  bool counts(const Signing& signing) const {
    return signing.kind == SigningKind::contract || (signing.kind == SigningKind::framework &&
                                                     records_.book.frameworks == Frameworks::count);
  }

  /// The papers that amend one, in the order of their days.
  std::vector<Signing> supplements_of(const Signing& contract) const {
    std::vector<Signing> found;
    for (const auto& signing : records_.signings) {
      if (signing.amends && root_of(signing).id == contract.id) found.push_back(signing);
    }
    std::sort(found.begin(), found.end(), is_before);
    return found;
  }

 private:
  static bool is_before(const Signing& left, const Signing& right) {
    return std::tuple(left.on->last, left.on->first, left.id.number) <
           std::tuple(right.on->last, right.on->first, right.id.number);
  }

  const Signing& root_of(const Signing& signing) const {
    const auto* at = &signing;
    while (at->amends) at = record_of(records_.signings, at->amends);
    return *at;
  }

  const Records& records_;
  const TotalsQuery& query_;
  Conversion conversion_;
};

}  // namespace slow_totals
