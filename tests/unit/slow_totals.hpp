// Totals computed slowly and from their definition alone, to hold the fast ones against.
#pragma once

#include <utility>
#include <vector>

#include "slow_item.hpp"
#include "slow_meetings.hpp"
#include "slow_outlays.hpp"
#include "slow_papers.hpp"

namespace slow_totals {

class Slow {
 public:
  Slow(const Records& records, const TotalsQuery& query) : facts_(records, query) {}

  /// All that a measure counts in the period, each thing once.
  std::vector<Item> items_of(Measure measure) const {
    if (query_.stage) return chosen(measure);
    switch (measure) {
      case Measure::projects:
        return projects();
      case Measure::reserve:
        return standing(Stage::lead, Stage::valid_lead);
      case Measure::in_talks:
        return standing(Stage::negotiating, Stage::intent);
      case Measure::completed:
        return reached(Stage::completed);
      case Measure::reserve_investment:
        return with_investment(standing(Stage::lead, Stage::valid_lead));
      case Measure::talks_investment:
        return with_investment(standing(Stage::negotiating, Stage::intent));
      case Measure::started_investment:
        return with_investment(reached(Stage::started));
      case Measure::completed_investment:
        return with_investment(reached(Stage::completed));
      case Measure::producing_investment:
        return with_investment(reached(Stage::in_production));
      case Measure::year_plan:
      case Measure::year_done:
      case Measure::year_rate:
        return outlays(facts_, measure);
      case Measure::effective_leads:
        return reached(Stage::valid_lead);
      case Measure::started:
        return reached(Stage::started);
      case Measure::producing:
        return reached(Stage::in_production);
      case Measure::negotiations:
        return negotiations(facts_);
      case Measure::delegations:
      case Measure::visits:
        return trips(facts_, measure == Measure::visits);
      case Measure::events:
        return events(facts_);
      case Measure::contracts:
      case Measure::contract_amount:
      case Measure::outside_amount:
      case Measure::share_of_amount:
        return papers(facts_, measure);
      case Measure::funds:
      case Measure::funds_domestic:
      case Measure::funds_foreign:
        return funds(facts_, measure);
      case Measure::conversion:
        return conversions();
      default:
        return signed_projects(measure);
    }
  }

  const Facts& facts() const { return facts_; }

 private:
  std::vector<Item> standing(Stage from, Stage last) const {
    std::vector<Item> items;
    for (const auto& item : projects()) {
      const auto stage = facts_.stage_at_end(*item.project);
      if (from <= stage && stage <= last) items.push_back(item);
    }
    return items;
  }

  std::vector<Item> with_investment(std::vector<Item> items) const {
    for (auto& item : items) {
      set_amount(facts_, item, item.project->planned_investment, facts_.stated_on(*item.project));
    }
    return items;
  }

  std::vector<Item> chosen(Measure measure) const {
    auto items = query_.stage->standing ? standing(query_.stage->from, query_.stage->last)
                                        : reached(query_.stage->from);
    for (auto& item : items) add_of_signed(item, measure, facts_.stated_on(*item.project));
    return items;
  }

  std::vector<Item> projects() const {
    std::vector<Item> items;
    for (const auto& project : records_.projects) {
      std::optional<Date> entered;
      for (const auto& spell : facts_.history(project)) {
        if (!entered) entered = spell.since;
      }
      if (!entered || facts_.is_over(*entered)) items.push_back(of_project(project, entered));
    }
    return items;
  }

  std::vector<Item> reached(Stage stage) const {
    std::vector<Item> items;
    for (const auto& project : records_.projects) {
      const auto on = facts_.first_at(project, stage);
      if (on && facts_.is_within(*on)) items.push_back(of_project(project, on));
    }
    return items;
  }

  std::vector<Item> conversions() const {
    auto items = reached(Stage::valid_lead);
    for (auto& item : items) {
      const auto* paper = facts_.first_paper(*item.project);
      set_share(item, paper != nullptr && facts_.is_over(*paper->on));
    }
    return items;
  }

  std::vector<Item> signed_projects(Measure measure) const {
    std::vector<Item> items;
    for (const auto& project : records_.projects) {
      const auto* paper = facts_.first_paper(project);
      if (paper == nullptr || !facts_.is_within(*paper->on)) continue;
      auto item = of_paper(facts_, *paper);
      add_of_signed(item, measure, *paper->on);
      items.push_back(item);
    }
    return items;
  }

  void add_of_signed(Item& item, Measure measure, const Date& on) const {
    const auto& project = *item.project;
    switch (measure) {
      case Measure::planned_investment:
        return set_amount(facts_, item, project.planned_investment, on);
      case Measure::fixed_assets:
        return set_amount(facts_, item, project.fixed_assets, on);
      case Measure::forecast_sales:
        return set_amount(facts_, item, project.forecast_sales, on);
      case Measure::forecast_tax:
        return set_amount(facts_, item, project.forecast_tax, on);
      case Measure::forecast_jobs:
        return set_number(item, project.forecast_jobs);
      case Measure::land:
        return set_number(item,
                          project.land ? std::optional(project.land->hundredths) : std::nullopt);
      case Measure::intensity:
        return set_per_land(item, project.fixed_assets, on);
      case Measure::tax_per_mu:
        return set_per_land(item, project.forecast_tax, on);
      case Measure::performance_rate:
        return set_share(item, facts_.has_reached(project, Stage::procedures));
      case Measure::start_rate:
        return set_share(item, facts_.has_reached(project, Stage::started));
      case Measure::production_rate:
        return set_share(item, facts_.has_reached(project, Stage::in_production));
      case Measure::funds_rate:
        return set_funds(item);
      default:
        return;  // counted as one
    }
  }

  void set_per_land(Item& item, const std::optional<Amount>& stated, const Date& on) const {
    const auto of_the_paper = item.currency;
    set_amount(facts_, item, stated, on);
    item.currency = of_the_paper;
    const auto& land = item.project->land;
    item.known = item.known && land && land->hundredths != 0;
    if (!item.known) {
      item.records.clear();
      item.number = 0;
      return;
    }
    item.base = item.records;
    item.divisor = land->hundredths;
  }

  void set_funds(Item& item) const {
    const auto worth = contract_worth(facts_, *item.project);
    item.known = worth.has_value();
    item.number = 0;
    item.base = std::move(item.records);
    item.records.clear();
    if (!worth) return item.base.clear();
    item.divisor = *worth;
    for (const auto& funds : records_.funds) {
      if (funds.project != item.project->id || !facts_.is_over(*funds.on)) continue;
      const auto received = facts_.conversion().convert(funds.amount->money, *funds.on);
      if (!received) continue;
      item.number += *received;
      item.records.push_back({Kind::funds, funds.id.number});
    }
  }

  Facts facts_;
  const Records& records_ = facts_.records();
  const TotalsQuery& query_ = facts_.query();
};

}  // namespace slow_totals
