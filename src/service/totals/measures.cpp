#include "service/totals/measures.hpp"

#include <algorithm>
#include <utility>

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
  take_outlays(facts);
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
  const Reference project{Kind::project, paper.project};
  const std::int64_t counted = paper.contract ? 1 : 0;
  const std::int64_t known = paper.contract && amount ? 1 : 0;
  const auto record = amount ? signing : Reference{};
  for (const auto measure : {Measure::contract_amount, Measure::share_of_amount}) {
    tally_.add(measure,
               groups,
               {amount.value_or(0), 0, counted, known, record, {}, paper.amount, project});
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
  tally_.add(Measure::outside_amount,
             groups,
             {amount.value_or(0),
              0,
              counted,
              known,
              amount ? signing : Reference{},
              {},
              paper.amount,
              {Kind::project, paper.project}});
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
  if (!query_.stage) take_stated(project, first.on, occasion);
}

void Measuring::take_stated(const Project& project, const Date& on, const Occasion& occasion) {
  const auto record = reference_of(project);
  add_money(Measure::planned_investment, occasion, project.planned_investment, on, record);
  add_money(Measure::fixed_assets, occasion, project.fixed_assets, on, record);
  add_money(Measure::forecast_sales, occasion, project.forecast_sales, on, record);
  add_money(Measure::forecast_tax, occasion, project.forecast_tax, on, record);
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
    const auto minor = conversion_(amount->money, on, record);
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
  take_standing(facts, occasion);
  take_reached(facts, occasion);
}

Date Measuring::stated_on(const ProjectFacts& facts) const {
  const auto end = std::min(query_.period.last, query_.today);
  const auto stays = stays_by(facts.spells, end, query_.today);
  const auto* was_signed = first_reach(stays, Stage::signed_);
  if (was_signed != nullptr && was_signed->since) return *was_signed->since;
  return first_appearance(facts).value_or(Date::of(end));
}

/// The projects in the book at the end of the period, and where they stand.
void Measuring::take_standing(const ProjectFacts& facts, const Occasion& of_project) {
  auto occasion = of_project;
  occasion.on = first_appearance(facts);
  if (occasion.on ? !query_.counts_by_end(*occasion.on) : query_.doubtful) return;
  const auto end = std::min(query_.period.last, query_.today);
  const auto stands_within = [&](Stage from, Stage last) {
    const auto stage = stage_at(facts.spells, end, query_.today);
    return from <= stage && stage <= last;
  };
  if (!query_.stage) {
    if (tally_.wants(Measure::projects)) {
      const auto record = reference_of(facts.project);
      tally_.add(Measure::projects, grouping_.groups_of(occasion), {1, 0, 1, 1, record});
    }
  } else if (query_.stage->standing && stands_within(query_.stage->from, query_.stage->last)) {
    take_chosen(facts, occasion);
  }
  struct Standing {
    Measure count;
    Measure investment;
    Stage from;
    Stage last;
  };
  constexpr Standing standing[] = {
      {Measure::reserve, Measure::reserve_investment, Stage::lead, Stage::valid_lead},
      {Measure::in_talks, Measure::talks_investment, Stage::negotiating, Stage::intent}};
  for (const auto& [count, investment, from, last] : standing) {
    if (!tally_.wants(count) && !tally_.wants(investment)) continue;
    if (stands_within(from, last)) take_counted(count, investment, facts, occasion);
  }
}

/// The projects that first came to a stage within the period.
void Measuring::take_reached(const ProjectFacts& facts, const Occasion& of_project) {
  auto occasion = of_project;
  const auto reached_within = [&](Stage stage) {
    const auto* reached = first_reach(facts.spells, stage);
    if (reached == nullptr || !reached->since || !query_.counts(*reached->since)) return false;
    occasion.on = reached->since;
    return true;
  };
  if (query_.stage && !query_.stage->standing && reached_within(query_.stage->from)) {
    take_chosen(facts, occasion);
  }
  struct Reaching {
    Measure count;
    Measure investment;
    Stage stage;
  };
  constexpr Reaching reaching[] = {
      {Measure::started, Measure::started_investment, Stage::started},
      {Measure::completed, Measure::completed_investment, Stage::completed},
      {Measure::producing, Measure::producing_investment, Stage::in_production}};
  for (const auto& [count, investment, stage] : reaching) {
    if (!tally_.wants(count) && !tally_.wants(investment)) continue;
    if (reached_within(stage)) take_counted(count, investment, facts, occasion);
  }
  const bool leads = tally_.wants(Measure::effective_leads) || tally_.wants(Measure::conversion);
  if (!leads || !reached_within(Stage::valid_lead)) return;
  const auto record = reference_of(facts.project);
  tally_.add(Measure::effective_leads, grouping_.groups_of(occasion), {1, 0, 1, 1, record});
  const auto* paper = first_paper(facts);
  const bool did = paper != nullptr && is_over(paper->on);
  tally_.add(Measure::conversion,
             grouping_.groups_of(occasion),
             {did ? 1 : 0, 1, 1, 1, did ? record : Reference{}, record});
}

/// A project as one of those chosen by their stage, with all that it states.
void Measuring::take_chosen(const ProjectFacts& facts, const Occasion& occasion) {
  if (tally_.wants(Measure::projects)) {
    const auto record = reference_of(facts.project);
    tally_.add(Measure::projects, grouping_.groups_of(occasion), {1, 0, 1, 1, record});
  }
  take_stated(facts.project, stated_on(facts), occasion);
}

void Measuring::take_counted(Measure count,
                             Measure investment,
                             const ProjectFacts& facts,
                             const Occasion& occasion) {
  const auto record = reference_of(facts.project);
  if (tally_.wants(count)) {
    tally_.add(count, grouping_.groups_of(occasion), {1, 0, 1, 1, record});
  }
  if (tally_.wants(investment)) {
    add_money(investment, occasion, facts.project.planned_investment, stated_on(facts), record);
  }
}

void Measuring::take_outlays(const ProjectFacts& facts) {
  const std::span<const YearReport> all = facts.outlays;
  for (std::size_t first = 0; first < all.size();) {
    auto last = first;
    while (last < all.size() && all[last].year == all[first].year) ++last;
    take_year(facts, all.subspan(first, last - first));
    first = last;
  }
}

/// The reports of one year: each adds what is done beyond the one before, on its own day.
void Measuring::take_year(const ProjectFacts& facts, std::span<const YearReport> reports) {
  Occasion occasion;
  occasion.project = &facts;
  occasion.county = facts.project.county.number;
  const Reference project = reference_of(facts.project);
  const auto first_day = Date::of(reports.front().year.first);
  const YearReport* plan = nullptr;
  for (const auto& report : reports) {
    if (report.planned && (!report.on || is_over(report.on))) plan = &report;
  }
  if (!query_.counts(first_day)) plan = nullptr;
  occasion.on = first_day;
  if (plan != nullptr) {
    occasion.currency = plan->planned->currency;
    const Reference record{Kind::outlay, plan->id};
    const auto& groups = grouping_.groups_of(occasion);
    const auto minor =
        groups.empty() ? std::nullopt : conversion_(*plan->planned, first_day, record);
    const std::int64_t known = minor ? 1 : 0;
    const auto named = minor ? record : Reference{};
    tally_.add(Measure::year_plan,
               groups,
               {minor.value_or(0), 0, 1, known, named, {}, plan->planned, project});
    if (minor) {
      tally_.add(Measure::year_rate, groups, {0, *minor, 1, 1, {}, record});
    } else {
      tally_.add(Measure::year_rate, groups, {0, 0, 1, 0});
      plan = nullptr;
    }
  }
  std::optional<Money> before;
  for (const auto& report : reports) {
    if (!report.done || !report.on) continue;
    const auto done = *report.done;
    const bool is_first = !before;
    const auto taken_off = std::exchange(before, done);
    if (!query_.counts(*report.on)) continue;
    const Reference record{Kind::outlay, report.id};
    const auto add_done = [&](const Money& money, std::int64_t counted) {
      occasion.on = report.on;
      occasion.currency = money.currency;
      const auto groups = grouping_.groups_of(occasion);
      std::vector<std::size_t> of_plan;
      if (plan != nullptr && tally_.wants(Measure::year_rate)) {
        occasion.on = first_day;
        occasion.currency = plan->planned->currency;
        of_plan = grouping_.groups_of(occasion);
      }
      if (groups.empty() && of_plan.empty()) return;  // nor may it ask for a rate
      const auto minor = conversion_(money, *report.on, record);
      const auto named = minor ? record : Reference{};
      tally_.add(Measure::year_done,
                 groups,
                 {minor.value_or(0), 0, counted, minor ? counted : 0, named, {}, money, project});
      if (minor) {
        tally_.add(Measure::year_rate, of_plan, {*minor, 0, 0, 0, named, {}, money, project});
      }
    };
    if (is_first) {
      add_done(done, 1);
    } else if (taken_off->currency == done.currency) {
      add_done({done.minor - taken_off->minor, done.currency}, 0);
    } else {
      add_done(done, 0);
      add_done({-taken_off->minor, taken_off->currency}, 0);
    }
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
    const Addend addend{minor.value_or(0),
                        0,
                        1,
                        minor ? 1 : 0,
                        minor ? record : Reference{},
                        {},
                        funds.amount,
                        reference_of(facts.project)};
    tally_.add(Measure::funds, groups, addend);
    tally_.add(part, groups, addend);
  }
}

}  // namespace leadbook::service
