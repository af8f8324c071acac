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
    case Measure::completed:
      return say("projects first completed within the period");
    case Measure::reserve:
      return say("projects that are leads or effective leads at the end of the period");
    case Measure::in_talks:
      return say("projects in negotiation or with an intent at the end of the period");
    case Measure::reserve_investment:
      return say("planned investment of the projects in reserve at the end of the period");
    case Measure::talks_investment:
      return say("planned investment of the projects in talks at the end of the period");
    case Measure::started_investment:
      return say("planned investment of the projects started within the period");
    case Measure::completed_investment:
      return say("planned investment of the projects completed within the period");
    case Measure::producing_investment:
      return say("planned investment of the projects that went into production within the period");
    case Measure::year_plan:
      return say(
          "what projects are to invest in a year, counted on its first day, as last reported");
    case Measure::year_done:
      return say(
          "what projects invested: each report adds on its day what it states beyond the one "
          "before");
    case Measure::year_rate:
      return say("invested / planned for the year, of the projects with a plan");
  }
  return "";
}

/// Whether it is of the projects that --stage chooses, in place of those signed.
bool is_of_chosen(const service::TotalsQuery& query, Measure measure) {
  return query.stage && measure != Measure::projects;
}

std::string definition_of(const service::TotalsQuery& query, Measure measure) {
  if (!query.stage) return definition_of(measure);
  return say("as these projects state it");
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
    case Measure::completed:
    case Measure::reserve:
    case Measure::in_talks:
    case Measure::reserve_investment:
    case Measure::talks_investment:
    case Measure::started_investment:
    case Measure::completed_investment:
    case Measure::producing_investment:
    case Measure::year_plan:
    case Measure::year_done:
    case Measure::year_rate:
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

bool repeats(const service::TotalsQuery& query, Dimension dimension) {
  if (dimension == Dimension::size) return query.sizes.cumulative;
  return dimension == Dimension::company || dimension == Dimension::flag ||
         dimension == Dimension::program;
}

}  // namespace

std::string zones_note() { return say("Zones and parks count with the county they lie in."); }

std::string stage_text(const service::StageChoice& choice) {
  const auto from = std::string(name_of(choice.from));
  if (!choice.standing) return say("those that first reached {} within the period", from);
  if (choice.from == choice.last)
    return say("those that stand at {} at the end of the period", from);
  return say("those that stand at {} or {} at the end of the period",
             from,
             std::string(name_of(choice.last)));
}

std::vector<std::string> totals_notes(const service::TotalsQuery& query,
                                      const service::Totals& totals) {
  std::vector<std::string> notes = {period_note(query.period)};
  if (query.where) notes.push_back(say("Only: {}", query.where->told()));
  if (query.zones == Zones::host) notes.push_back(zones_note());
  if (query.stage) notes.push_back(say("Projects: {}.", stage_text(*query.stage)));
  bool papers = false;
  for (const auto measure : query.measures) {
    // Which projects is said already.
    if (!query.stage || is_of_chosen(query, measure)) {
      notes.push_back(say("{}: {}.", name_of(measure), definition_of(query, measure)));
    }
    papers = papers || (is_of_papers(measure) && !query.stage);
  }
  if (papers) {
    notes.push_back(totals.frameworks_counted
                        ? say("Counted papers: contracts and framework agreements.")
                        : say("Counted papers: contracts; framework agreements and letters of "
                              "intent do not count."));
  }
  if (totals.moved > 0) {
    notes.push_back(say_count(
        "{} project was moved to signed within the period and has no counted paper: it is "
        "not in these figures until one is recorded (leadbook sign).",
        "{} projects were moved to signed within the period and have no counted paper: "
        "they are not in these figures until one is recorded (leadbook sign).",
        totals.moved));
  }
  for (const auto dimension : query.by) {
    if (!repeats(query, dimension)) continue;
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
  if (query.with_reported) {
    notes.push_back(
        say("Reported only: what a county's sum without projects exceeds its records of the same "
            "time by; of sums that overlap the longest counts."));
    for (const auto& passed : totals.reported) notes.push_back(say("Not added: {}.", passed));
  }
  for (const auto& missing : totals.missing) notes.push_back(say("Left out: {}.", missing));
  return notes;
}

}  // namespace leadbook::cli
