// What each measure of a total counts, in a sentence, for the notes below its figures.
#include "cli/totals/query.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

// NOLINTNEXTLINE(readability-function-size): a table
std::string definition_of(Measure measure) {
  switch (measure) {
    case Measure::projects:
      return say("projects in the book at the end of the period, dated or not");
    case Measure::effective_leads:
      return say("projects that became effective leads, or more, within the period");
    case Measure::negotiations:
      return say("talks held within the period");
    case Measure::delegations:
      return say("trips that began within the period and were made");
    case Measure::visits:
      return say("companies and associations visited on these trips, each once a trip");
    case Measure::events:
      return say("events held within the period");
    case Measure::signed_:
      return say("projects, each once, at their first counted paper");
    case Measure::contracts:
      return say("counted papers; supplements are not papers of their own");
    case Measure::contract_amount:
      return say("the amounts of counted papers, and what supplements add within the period");
    case Measure::planned_investment:
      return say("planned investment of the projects signed in the period");
    case Measure::outside_amount:
      return say("the part from outside stated by counted papers, and what supplements add");
    case Measure::fixed_assets:
      return say("investment in fixed assets of the projects signed in the period");
    case Measure::funds:
      return say("money received within the period");
    case Measure::funds_domestic:
      return say("domestic money received within the period");
    case Measure::funds_foreign:
      return say("foreign money received within the period");
    case Measure::started:
      return say("projects whose construction first started within the period");
    case Measure::producing:
      return say("projects that first went into production within the period");
    case Measure::forecast_sales:
      return say("yearly sales at design capacity of the projects signed in the period");
    case Measure::forecast_tax:
      return say("yearly tax at design capacity of the projects signed in the period");
    case Measure::forecast_jobs:
      return say("jobs at design capacity of the projects signed in the period");
    case Measure::land:
      return say("land of the projects signed in the period");
    case Measure::intensity:
      return say("fixed assets / land, over the signed projects of which both are known");
    case Measure::tax_per_mu:
      return say("forecast yearly tax / land, over the signed projects of which both are known");
    case Measure::share_of_count:
      return say("signed / signed in the whole");
    case Measure::share_of_amount:
      return say("contract amount / contract amount of the whole");
    case Measure::performance_rate:
      return say(
          "of the projects signed in the period, those in preliminary procedures or further "
          "by its end");
    case Measure::start_rate:
      return say("of the projects signed in the period, those started by its end");
    case Measure::funds_rate:
      return say(
          "funds received by the end of the period / contract amount, of the projects signed "
          "in it whose amount is known");
    case Measure::production_rate:
      return say("of the projects signed in the period, those in production by its end");
    case Measure::conversion:
      return say(
          "of the projects that became effective leads in the period, those signed by its "
          "end");
  }
  return "";
}

bool is_of_papers(Measure measure) {
  switch (measure) {
    case Measure::projects:
    case Measure::effective_leads:
    case Measure::negotiations:
    case Measure::delegations:
    case Measure::visits:
    case Measure::events:
    case Measure::funds:
    case Measure::funds_domestic:
    case Measure::funds_foreign:
    case Measure::started:
    case Measure::producing:
      return false;
    default:
      return true;
  }
}

std::string rates_note(const service::RateChoice& rates) {
  switch (rates.basis) {
    case service::RateBasis::own_date:
      return say("Foreign amounts: the latest rate on or before each record's own date.");
    case service::RateBasis::period_average:
      return say("Foreign amounts: the mean of the rates dated within the period.");
    case service::RateBasis::fixed:
      break;
  }
  return say("Foreign amounts: the latest rate on or before {}.", format_day(rates.on->last));
}

/// A span that has a name is told with its days, any other by its days alone.
std::string period_note(const Period& period) {
  const auto name = format_period(period);
  const auto first = format_day(period.first);
  const auto last = format_day(period.last);
  if (name.find(first) != std::string::npos) return say("Period: {}.", name);
  return say("Period: {} ({} to {}).", name, first, last);
}

std::string conversions_note(const service::Totals& totals) {
  std::string codes;
  for (const auto& currency : totals.converted) {
    codes += std::string(codes.empty() ? "" : choose(", ", "、")) + std::string(currency.code());
  }
  return say(
      "{} amounts in {} were converted; --explain lists them.", totals.conversions.size(), codes);
}

std::string doubtful_note(const service::Totals& totals) {
  std::string all;
  for (const auto& measure : totals.doubtful) {
    all += std::string(all.empty() ? "" : choose("; ", "；")) + measure;
  }
  return say("Left out, as a month or quarter does not tell whether it lies within the period: {}.",
             all);
}

bool repeats(Dimension dimension) {
  return dimension == Dimension::company || dimension == Dimension::flag ||
         dimension == Dimension::program;
}

}  // namespace

std::string zones_note() { return say("Zones and parks count with the county they lie in."); }

std::vector<std::string> totals_notes(const service::TotalsQuery& query,
                                      const service::Totals& totals) {
  std::vector<std::string> notes = {period_note(query.period)};
  if (query.where) notes.push_back(say("Only: {}", query.where->told()));
  if (query.zones == Zones::host) notes.push_back(zones_note());
  bool papers = false;
  for (const auto measure : query.measures) {
    notes.push_back(say("{}: {}.", name_of(measure), definition_of(measure)));
    papers = papers || is_of_papers(measure);
  }
  if (papers) {
    notes.push_back(totals.frameworks_counted
                        ? say("Counted papers: contracts and framework agreements.")
                        : say("Counted papers: contracts; framework agreements and letters of "
                              "intent do not count."));
  }
  for (const auto dimension : query.by) {
    if (!repeats(dimension)) continue;
    notes.push_back(
        say("What belongs to several rows counts in each of them, and once in the "
            "total."));
    break;
  }
  if (!totals.conversions.empty()) notes.push_back(rates_note(query.rates));
  if (query.with_records || totals.conversions.size() == 1) {
    notes.insert(notes.end(), totals.conversions.begin(), totals.conversions.end());
  } else if (!totals.conversions.empty()) {
    notes.push_back(conversions_note(totals));
  }
  if (!totals.doubtful.empty()) notes.push_back(doubtful_note(totals));
  for (const auto& missing : totals.missing) notes.push_back(say("Left out: {}.", missing));
  return notes;
}

}  // namespace leadbook::cli
