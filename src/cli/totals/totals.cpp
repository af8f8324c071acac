// totals: what a period brought, by any dimensions, with the definition beside the figures.
#include "leadbook/service/totals/totals.hpp"

#include <algorithm>

#include "cli/frame/commands.hpp"
#include "cli/totals/chart.hpp"
#include "cli/totals/show.hpp"
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
  std::string show;
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

/// A table of several periods has no other, and says itself what is compared.
void refuse_clashes(const Options& options, const std::vector<AskedMeasure>& measures) {
  if (options.show.empty()) return;
  const bool changes = std::any_of(measures.begin(), measures.end(), [](const AskedMeasure& asked) {
    return asked.change != Change::none;
  });
  if (options.period != "ytd" || changes) {
    throw Error(ErrorKind::usage,
                say("--show has its own periods and changes, as at today or the day of --at: leave "
                    "--period, yoy and mom out"));
  }
  if (options.explain || !options.pivot.empty() || !options.cell.empty()) {
    throw Error(ErrorKind::usage, say("--show: leave --pivot, --explain and --list out"));
  }
}

TotalsTable make_table(const Options& options, Env& env) {
  read_at(env, options.totals.at);
  auto query = make_query(env, options.totals, read_period_option(env, options.period));
  const auto measures = read_measures(options.measure);
  refuse_clashes(options, measures);
  query.by = dimensions_of(options, query);
  query.measures = measures_of(measures);
  refuse_mixed(query);
  if (!options.show.empty()) return make_shown_table(env, query, read_shown(options.show));
  if (!options.cell.empty()) return list_figure(env, std::move(query), options.cell);
  if (options.explain) return make_explanation(env, query);
  if (options.pivot.empty()) return make_totals_table(env, query, measures);
  const auto pivot = parse_word<Dimension>(options.pivot, N_("dimension"));
  if (!pivot) throw Error(ErrorKind::usage, "--pivot: " + pivot.problem().message);
  return make_pivot_table(env, query, measures, *pivot);
}

void run_totals(const Options& options, Env& env) {
  auto made = make_table(options, env);
  const bool is_printed = prints_for_people(env) ||
                          style_of(env).format == present::Format::xlsx;  // a sheet is printed too
  if (is_printed && env.output().columns.empty()) {
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
  line.add_text(
      "--show",
      options->show,
      say("figures side by side, as at today or --at: month,quarter,ytd,last_year,yoy,mom,"
          "target,completion,planned,pace,place"));
  line.add_switch(
      "--chart", options->chart, say("bars of the first measure, on a terminal and in html"));
  line.add_switch("--explain", options->explain, say("what each figure is made of"));
  line.add_text("--list",
                options->cell,
                say("the records behind one figure and what each adds to it, as Longjiang:signed"));
  add_zones_option(line, options->totals.zones);
  add_totals_options(line, options->totals);
  add_as_of_option(line, env);
  add_output_options(line, env);
  return [options, &env] { run_totals(*options, env); };
}

}  // namespace leadbook::cli
