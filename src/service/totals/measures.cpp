#include "service/totals/measures.hpp"

#include <algorithm>

#include "leadbook/domain/date/happened.hpp"

namespace leadbook::service {
namespace {

Reference reference_of(const Project& project) { return {Kind::project, project.id.number}; }

const PostedPaper* first_paper(const ProjectFacts& facts) {
  for (const auto& paper : facts.postings) {
    if (paper.first && !paper.outside) return &paper;
  }
  return nullptr;
}

bool has_outside(const ProjectFacts& facts, std::int64_t signing) {
  return std::any_of(facts.postings.begin(), facts.postings.end(), [&](const PostedPaper& paper) {
    return paper.outside && paper.signing == signing;
  });
}

}  // namespace

bool Measuring::is_over(const std::optional<Date>& date) const {
  return date && happened_by(*date, query_.today).last <= query_.period.last;
}

Occasion Measuring::occasion_of(const ProjectFacts& facts, const PostedPaper& paper) const {
  Occasion occasion;
  occasion.project = &facts;
  occasion.county = facts.project.county.number;
  occasion.on = paper.on;
  if (paper.amount) occasion.currency = paper.amount->currency;
  const auto mode = facts.modes.find(paper.signing);
  if (mode != facts.modes.end()) occasion.mode = mode->second;
  return occasion;
}

void Measuring::take_project(const ProjectFacts& facts) {
  for (const auto& paper : facts.postings) {
    if (!query_.counts(paper.on)) continue;
    const auto occasion = occasion_of(facts, paper);
    if (paper.outside) {
      take_outside(paper, occasion);
      continue;
    }
    take_paper(paper, occasion);
    if (paper.contract && !has_outside(facts, paper.signing)) take_no_outside(occasion);
    if (!paper.first) continue;
    take_signed(facts.project, paper, occasion);
    take_rates(facts, occasion);
  }
  take_completed(facts);
  take_stages(facts);
  take_funds(facts);
}

void Measuring::take_paper(const PostedPaper& paper, const Occasion& occasion) {
  const auto& groups = grouping_.groups_of(occasion);
  if (groups.empty()) return;  // nor may it ask for a rate
  const Reference signing{Kind::signing, paper.signing};
  if (paper.contract) {
    tally_.add(Measure::contracts, groups, {1, 0, 1, 1, signing});
  }
  if (paper.first) {
    const Reference project{Kind::project, paper.project};
    tally_.add(Measure::signed_, groups, {1, 0, 1, 1, project});
    tally_.add(Measure::share_of_count, groups, {1, 0, 1, 1, project});
  }
  if (!tally_.wants(Measure::contract_amount) && !tally_.wants(Measure::share_of_amount)) return;
  const auto amount =
      paper.amount ? conversion_(*paper.amount, paper.on, signing) : std::optional<std::int64_t>();
  const std::int64_t counted = paper.contract ? 1 : 0;
  const std::int64_t known = paper.contract && amount ? 1 : 0;
  const auto record = amount ? signing : Reference{};
  for (const auto measure : {Measure::contract_amount, Measure::share_of_amount}) {
    tally_.add(measure, groups, {amount.value_or(0), 0, counted, known, record, {}, paper.amount});
  }
}

void Measuring::take_outside(const PostedPaper& paper, const Occasion& occasion) {
  if (!tally_.wants(Measure::outside_amount) || !paper.amount) return;
  const auto& groups = grouping_.groups_of(occasion);
  if (groups.empty()) return;
  const Reference signing{Kind::signing, paper.signing};
  const auto amount = conversion_(*paper.amount, paper.on, signing);
  const std::int64_t counted = paper.contract ? 1 : 0;
  const std::int64_t known = amount ? counted : 0;
  tally_.add(
      Measure::outside_amount,
      groups,
      {amount.value_or(0), 0, counted, known, amount ? signing : Reference{}, {}, paper.amount});
}

/// A paper that says nothing of what comes from outside.
void Measuring::take_no_outside(Occasion occasion) {
  if (!tally_.wants(Measure::outside_amount)) return;
  occasion.currency.reset();
  tally_.add(Measure::outside_amount, grouping_.groups_of(occasion), {0, 0, 1, 0});
}

/// A contract of the period whose amount a supplement of the period made known.
void Measuring::take_completed(const ProjectFacts& facts) {
  for (const auto& paper : facts.postings) {
    if (paper.completes == 0 || !query_.counts(paper.on)) continue;
    for (const auto& contract : facts.postings) {
      if (contract.signing != paper.completes || contract.outside || !query_.counts(contract.on)) {
        continue;
      }
      auto unknown = occasion_of(facts, contract);
      if (paper.outside) unknown.currency.reset();
      take_known(paper.outside, unknown, occasion_of(facts, paper));
    }
  }
}

void Measuring::take_known(bool outside, const Occasion& unknown, const Occasion& known) {
  // A row that holds the one and not the other must say what its own period alone would say.
  const auto of_unknown = grouping_.groups_of(unknown);
  const auto& of_known = grouping_.groups_of(known);
  if (of_unknown.empty() || of_known.empty()) return;
  std::vector<std::size_t> both;
  for (const auto group : of_unknown) {
    if (std::find(of_known.begin(), of_known.end(), group) != of_known.end()) both.push_back(group);
  }
  if (outside) {
    tally_.add_known(Measure::outside_amount, both);
    return;
  }
  tally_.add_known(Measure::contract_amount, both);
  tally_.add_known(Measure::share_of_amount, both);
}

void Measuring::add_money(Measure measure,
                          Occasion occasion,
                          const std::optional<Amount>& amount,
                          const Date& on,
                          const Reference& record) {
  if (!tally_.wants(measure)) return;
  // By currency an amount stands under its own, whatever the contract is in.
  occasion.currency.reset();
  if (amount) occasion.currency = amount->money.currency;
  const auto& groups = grouping_.groups_of(occasion);
  if (groups.empty()) return;
  const auto minor =
      amount ? conversion_(amount->money, on, record) : std::optional<std::int64_t>();
  const auto own = amount ? std::optional(amount->money) : std::nullopt;
  tally_.add(measure,
             groups,
             {minor.value_or(0), 0, 1, minor ? 1 : 0, minor ? record : Reference{}, {}, own});
}

void Measuring::take_signed(const Project& project,
                            const PostedPaper& first,
                            const Occasion& occasion) {
  const auto record = reference_of(project);
  add_money(Measure::planned_investment, occasion, project.planned_investment, first.on, record);
  add_money(Measure::fixed_assets, occasion, project.fixed_assets, first.on, record);
  add_money(Measure::forecast_sales, occasion, project.forecast_sales, first.on, record);
  add_money(Measure::forecast_tax, occasion, project.forecast_tax, first.on, record);
  const auto groups = grouping_.groups_of(occasion);
  if (groups.empty()) return;
  tally_.add(Measure::forecast_jobs,
             groups,
             {project.forecast_jobs.value_or(0),
              0,
              1,
              project.forecast_jobs ? 1 : 0,
              project.forecast_jobs ? record : Reference{}});
  const auto land = project.land ? project.land->hundredths : 0;
  tally_.add(Measure::land,
             groups,
             {land, 0, 1, project.land ? 1 : 0, project.land ? record : Reference{}});
  const auto add_per_mu = [&](Measure measure, const std::optional<Amount>& amount) {
    if (!tally_.wants(measure)) return;
    if (!amount || land == 0) {
      tally_.add(measure, groups, {0, 0, 1, 0});
      return;
    }
    const auto minor = conversion_(amount->money, first.on, record);
    tally_.add(
        measure, groups, minor ? Addend{*minor, land, 1, 1, record, record} : Addend{0, 0, 1, 0});
  };
  add_per_mu(Measure::intensity, project.fixed_assets);
  add_per_mu(Measure::tax_per_mu, project.forecast_tax);
}

void Measuring::take_rates(const ProjectFacts& facts, const Occasion& occasion) {
  struct Reaching {
    Measure measure;
    Stage stage;
  };
  constexpr Reaching rates[] = {{Measure::performance_rate, Stage::procedures},
                                {Measure::start_rate, Stage::started},
                                {Measure::production_rate, Stage::in_production}};
  const auto groups = grouping_.groups_of(occasion);
  if (groups.empty()) return;
  const auto record = reference_of(facts.project);
  for (const auto& [measure, stage] : rates) {
    if (!tally_.wants(measure)) continue;
    const auto* reached = first_reach(facts.spells, stage);
    const bool did = reached != nullptr && is_over(reached->since);
    tally_.add(measure, groups, {did ? 1 : 0, 1, 1, 1, did ? record : Reference{}, record});
  }
  if (tally_.wants(Measure::funds_rate)) take_funds_rate(facts, occasion);
}

void Measuring::take_funds_rate(const ProjectFacts& facts, const Occasion& occasion) {
  const auto groups = grouping_.groups_of(occasion);
  const auto record = reference_of(facts.project);
  std::optional<std::int64_t> contracted;
  for (const auto& paper : facts.postings) {
    if (paper.outside || !paper.amount || !is_over(paper.on)) continue;
    const auto minor = conversion_(*paper.amount, paper.on, {Kind::signing, paper.signing});
    if (minor) contracted = contracted.value_or(0) + *minor;
  }
  if (!contracted) {
    tally_.add(Measure::funds_rate, groups, {0, 0, 1, 0});
    return;
  }
  tally_.add(Measure::funds_rate, groups, {0, *contracted, 1, 1, {}, record});
  for (const auto& funds : facts.funds) {
    if (!is_over(funds.on)) continue;
    const Reference received{Kind::funds, funds.id};
    const auto minor = conversion_(funds.amount, funds.on, received);
    if (minor) {
      tally_.add(Measure::funds_rate, groups, {*minor, 0, 0, 0, received, {}, funds.amount});
    }
  }
}

void Measuring::take_stages(const ProjectFacts& facts) {
  Occasion occasion;
  occasion.project = &facts;
  occasion.county = facts.project.county.number;
  const auto record = reference_of(facts.project);
  if (tally_.wants(Measure::projects)) {
    occasion.on = first_appearance(facts);
    if (occasion.on ? query_.counts_by_end(*occasion.on) : !query_.doubtful) {
      tally_.add(Measure::projects, grouping_.groups_of(occasion), {1, 0, 1, 1, record});
    }
  }
  struct Reaching {
    Measure measure;
    Stage stage;
  };
  constexpr Reaching reaching[] = {{Measure::effective_leads, Stage::valid_lead},
                                   {Measure::conversion, Stage::valid_lead},
                                   {Measure::started, Stage::started},
                                   {Measure::producing, Stage::in_production}};
  for (const auto& [measure, stage] : reaching) {
    if (!tally_.wants(measure)) continue;
    const auto* reached = first_reach(facts.spells, stage);
    if (reached == nullptr || !reached->since || !query_.counts(*reached->since)) continue;
    occasion.on = reached->since;
    if (measure != Measure::conversion) {
      tally_.add(measure, grouping_.groups_of(occasion), {1, 0, 1, 1, record});
      continue;
    }
    const auto* paper = first_paper(facts);
    const bool did = paper != nullptr && is_over(paper->on);
    tally_.add(measure,
               grouping_.groups_of(occasion),
               {did ? 1 : 0, 1, 1, 1, did ? record : Reference{}, record});
  }
}

void Measuring::take_funds(const ProjectFacts& facts) {
  for (const auto& funds : facts.funds) {
    if (!query_.counts(funds.on)) continue;
    Occasion occasion;
    occasion.project = &facts;
    occasion.county = facts.project.county.number;
    occasion.on = funds.on;
    occasion.currency = funds.amount.currency;
    const auto part = funds.foreign ? Measure::funds_foreign : Measure::funds_domestic;
    if (!tally_.wants(Measure::funds) && !tally_.wants(part)) continue;
    const Reference record{Kind::funds, funds.id};
    const auto& groups = grouping_.groups_of(occasion);
    if (groups.empty()) continue;
    const auto minor = conversion_(funds.amount, funds.on, record);
    const Addend addend{
        minor.value_or(0), 0, 1, minor ? 1 : 0, minor ? record : Reference{}, {}, funds.amount};
    tally_.add(Measure::funds, groups, addend);
    tally_.add(part, groups, addend);
  }
}

}  // namespace leadbook::service
