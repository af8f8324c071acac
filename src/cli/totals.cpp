// totals: what was signed by county over a period, with its definition beside the figures.
#include "leadbook/service/totals.hpp"

#include "cli/commands.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Align;
using present::Cell;
using service::CountyTotal;

struct Options {
  std::string by = "county";
  std::string period = "ytd";
};

Cell cny(std::int64_t minor) { return Amount{{minor, Currency()}, Qualifier::exact}; }

/// "1 of 2": a sum over unknown amounts must not look whole. Nothing where there is nothing.
Cell known_of(std::int64_t known, std::int64_t all) {
  return all == 0 ? Cell() : Cell(say("{} of {}", known, all));
}

std::vector<present::Column> columns() {
  return {{say("County"), "county"},
          {say("Code"), "code"},
          {say("Signed"), "signed", Align::right},
          {say("Contracts"), "contracts", Align::right},
          {say("Known"), "contracts_known", Align::right},
          {say("Contracts with amount"), "contracts_with_amount", Align::right},
          {say("Contract amount"), "contract_amount", Align::right},
          {say("Known"), "planned_known", Align::right},
          {say("Projects with plan"), "projects_with_planned_investment", Align::right},
          {say("Planned"), "planned_investment", Align::right}};
}

/// A sum of which no part is known prints as nothing, never as 0.
std::vector<Cell> cells(const CountyTotal& total, const Cell& name) {
  return {
      name,
      total.code,
      total.signed_projects,
      total.contracts,
      known_of(total.with_amount, total.contracts),
      total.with_amount,
      total.with_amount == 0 && total.contract_amount == 0 ? Cell() : cny(total.contract_amount),
      known_of(total.planned_known, total.signed_projects),
      total.planned_known,
      total.planned_known == 0 ? Cell() : cny(total.planned_investment)};
}

void run_totals(const Options& options, Env& env) {
  if (options.by != "county") {
    throw Error(ErrorKind::usage, say("--by: totals are by county, not by '{}'", options.by));
  }
  auto& db = env.db();
  const auto period = parse_period(options.period, env.today());
  if (!period) throw Error(ErrorKind::usage, "--period: " + period.problem().message);
  const auto totals = service::totals_by_county(db, *period);
  store::Names names(db);
  present::Table table;
  table.key = "totals";
  table.columns = columns();
  for (const auto& county : totals.counties) {
    const Reference reference{Kind::county, county.county.number};
    table.rows.push_back(cells(county, present::Link{reference_text(reference), names(reference)}));
  }
  table.total = cells(totals.sum, say("Total"));
  table.notes.push_back(say("Period: {} ({} to {}).",
                            format_period(*period),
                            format_day(period->first),
                            format_day(period->last)));
  table.notes.push_back(
      totals.frameworks_counted
          ? say("A project counts once, at its first contract or framework agreement; a supplement "
                "counts what it adds.")
          : say("A project counts once, at its first contract; framework agreements and letters of "
                "intent do not count; a supplement counts what it adds."));
  for (const auto& conversion : totals.conversions) table.notes.push_back(conversion);
  if (env.prints_for_people() && env.output().columns.empty()) {
    env.output().columns =
        "county,signed,contracts_known,contract_amount,planned_known,planned_investment";
  }
  env.print(std::move(table));
}

}  // namespace

RunCommand add_totals(CLI::App& app, Env& env, const Command&) {
  auto options = std::make_shared<Options>();
  add_text(app, "--by", options->by, say("what the rows are: county"));
  add_text(
      app, "--period", options->period, say("the period, as 2020H1; this year so far if left out"));
  add_output_options(app, env);
  return [options, &env] { run_totals(*options, env); };
}

}  // namespace leadbook::cli
