// totals: what a period brought, by any dimensions, with the definition beside the figures.
#include "leadbook/service/totals/totals.hpp"

#include <algorithm>

#include "cli/frame/commands.hpp"
#include "cli/totals/chart.hpp"
#include "cli/totals/table.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

struct Options {
  std::string by = "county";
  std::string measure = "signed,contracts,contract_amount";
  std::string period = "ytd";
  std::string pivot;
  std::string cell;  // --list
  bool explain = false;
  bool chart = false;
  TotalsOptions totals;
};

/// The dimensions; amounts kept in their own currencies must stand apart by these.
std::vector<Dimension> dimensions_of(const Options& options, const service::TotalsQuery& query) {
  std::vector<Dimension> by;
  if (!options.by.empty() && options.by != "none") by = read_dimensions(options.by);
  const bool apart =
      std::find(by.begin(), by.end(), Dimension::currency) != by.end() || query.rates.in;
  if (!apart) by.push_back(Dimension::currency);
  return by;
}

/// Amounts of several currencies make no quotient.
void refuse_mixed(const service::TotalsQuery& query) {
  if (query.rates.in) return;
  for (const auto measure : query.measures) {
    if (unit_of(measure) == MeasureUnit::per_mu || measure == Measure::funds_rate ||
        measure == Measure::share_of_amount) {
      throw Error(ErrorKind::usage,
                  say("--in own: '{}' needs one currency", std::string(name_of(measure))));
    }
  }
}

TotalsTable make_table(const Options& options, Env& env) {
  auto query = make_query(env, options.totals, read_period_option(options.period, env.today()));
  const auto measures = read_measures(options.measure);
  query.by = dimensions_of(options, query);
  query.measures = measures_of(measures);
  refuse_mixed(query);
  if (!options.cell.empty()) return list_figure(env, std::move(query), options.cell);
  if (options.explain) return make_explanation(env, query);
  if (options.pivot.empty()) return make_totals_table(env, query, measures);
  const auto pivot = parse_word<Dimension>(options.pivot, N_("dimension"));
  if (!pivot) throw Error(ErrorKind::usage, "--pivot: " + pivot.problem().message);
  return make_pivot_table(env, query, measures, *pivot);
}

void run_totals(const Options& options, Env& env) {
  auto made = make_table(options, env);
  if (prints_for_people(env) && env.output().columns.empty()) {
    std::string readable;
    for (const auto& column : made.readable) readable += (readable.empty() ? "" : ",") + column;
    env.output().columns = readable;
  }
  if (!options.chart) return print(env, std::move(made.table));
  if (made.chart.empty()) {
    throw Error(ErrorKind::usage,
                say("--chart draws rows of totals: leave --pivot, --explain and --list out"));
  }
  print_with_bars(env, std::move(made.table), made.labels, made.chart);
}

}  // namespace

RunCommand add_totals(CommandLine& line, Env& env, const Command&) {
  auto options = std::make_shared<Options>();
  line.add_text("--by",
                options->by,
                say("what the rows are, as county or county,quarter; 'none' for the sum alone; see "
                    "'leadbook help measures'"));
  line.add_text(
      "--measure",
      options->measure,
      say("what is counted, as signed,contract_amount,yoy; see 'leadbook help measures'"));
  line.add_text(
      "--period", options->period, say("the period, as 2020H1; this year so far if left out"));
  line.add_text("--pivot", options->pivot, say("the dimension to stand side by side, as quarter"));
  line.add_switch("--chart", options->chart, say("bars of the first measure"));
  line.add_switch("--explain", options->explain, say("what each figure is made of"));
  line.add_text("--list", options->cell, say("the records behind one figure, as Longjiang:signed"));
  add_totals_options(line, options->totals);
  add_as_of_option(line, env);
  add_output_options(line, env);
  return [options, &env] { run_totals(*options, env); };
}

}  // namespace leadbook::cli
