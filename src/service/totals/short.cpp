#include "service/totals/short.hpp"

#include <algorithm>
#include <unordered_map>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/record/record.hpp"
#include "service/derived/posting_blocks.hpp"
#include "service/totals/sum.hpp"

namespace leadbook::service {
namespace {

using store::Row;

bool is_short(Dimension dimension) {
  return is_time(dimension) || dimension == Dimension::county || dimension == Dimension::city ||
         dimension == Dimension::currency;
}

/// Whether the project of a first paper states the measure.
bool is_stated(Measure measure) {
  switch (measure) {
    case Measure::planned_investment:
    case Measure::fixed_assets:
    case Measure::forecast_sales:
    case Measure::forecast_tax:
    case Measure::forecast_jobs:
    case Measure::land:
    case Measure::intensity:
    case Measure::tax_per_mu:
      return true;
    default:
      return false;
  }
}

bool is_posted(Measure measure) {
  return measure == Measure::signed_ || measure == Measure::contracts ||
         measure == Measure::contract_amount || measure == Measure::outside_amount ||
         measure == Measure::share_of_count || measure == Measure::share_of_amount;
}

Occasion occasion_of(const PostedPaper& paper) {
  Occasion occasion;
  occasion.county = paper.county;
  occasion.on = paper.on;
  if (paper.amount) occasion.currency = paper.amount->currency;
  return occasion;
}

/// Papers of an unknown amount, and the later papers that made it known.
class Completions {
 public:
  void take(const PostedPaper& paper) {
    if (paper.contract && !paper.amount) unknown_.emplace(paper.signing, occasion_of(paper));
    if (paper.completes != 0) completed_.emplace_back(paper.completes, occasion_of(paper));
  }

  /// Counts what later papers said of these amounts.
  void complete(Measuring& measuring) const {
    for (const auto& [contract, known] : completed_) {
      const auto found = unknown_.find(contract);
      if (found != unknown_.end()) measuring.take_known(false, found->second, known);
    }
  }

 private:
  std::unordered_map<std::int64_t, Occasion> unknown_;
  std::vector<std::pair<std::int64_t, Occasion>> completed_;
};

std::optional<Amount> amount_at(Row& row, const char* minor, const char* currency) {
  const auto money = money_at(row, minor, currency);
  if (!money) return {};
  return Amount{*money, Qualifier::exact};
}

/// The fields of a project that totals sum, of the row of a first paper.
Project stated_at(Row& row) {
  Project project;
  project.id.number = row.integer("project_id");
  project.planned_investment =
      amount_at(row, "planned_investment_minor", "planned_investment_currency");
  project.fixed_assets = amount_at(row, "fixed_assets_minor", "fixed_assets_currency");
  project.forecast_sales = amount_at(row, "forecast_sales_minor", "forecast_sales_currency");
  project.forecast_tax = amount_at(row, "forecast_tax_minor", "forecast_tax_currency");
  if (!store::is_null(row.at("forecast_jobs")))
    project.forecast_jobs = row.integer("forecast_jobs");
  if (!store::is_null(row.at("land_hundredths")))
    project.land = Area{row.integer("land_hundredths")};
  return project;
}

}  // namespace

bool has_short_way(const TotalsQuery& query) {
  // The outside amount a supplement completes would need the papers of both measures at once.
  return !query.where && !query.by_project && !query.stage &&
         std::all_of(query.by.begin(), query.by.end(), is_short) &&
         std::all_of(query.measures.begin(), query.measures.end(), [](Measure measure) {
           return (is_posted(measure) && measure != Measure::outside_amount) || is_stated(measure);
         });
}

void take_postings(store::Db& db, Countings& countings) {
  const auto& query = countings.certain.query;
  const bool stated = std::any_of(query.measures.begin(), query.measures.end(), is_stated);
  if (std::any_of(query.measures.begin(), query.measures.end(), is_posted)) {
    Completions completions;
    each_posted_paper(db, query.period, reach_of(query), [&](const PostedPaper& paper) {
      const auto occasion = occasion_of(paper);
      countings.take(paper.on,
                     [&](Counting& counting) { counting.measuring.take_paper(paper, occasion); });
      if (query.counts(paper.on)) completions.take(paper);
    });
    completions.complete(countings.certain.measuring);
  }
  if (!stated) return;
  db.each(store::statement("totals_signed"), reaching_bounds(query), [&](Row& row) {
    PostedPaper first;
    first.signing = row.integer("signing_id");
    first.county = row.integer("county_id");
    first.on = date_at(row);
    if (!row.text_or_empty("currency").empty()) {
      first.amount = Money{0, value_or_throw(Currency::parse(row.text("currency")))};
    }
    const auto project = stated_at(row);
    first.project = project.id.number;
    countings.take(first.on, [&](Counting& counting) {
      counting.measuring.take_signed(project, first, occasion_of(first));
    });
  });
}

}  // namespace leadbook::service
