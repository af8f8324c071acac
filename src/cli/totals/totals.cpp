// totals: what a period brought, by any dimensions, with the definition beside the figures.
#include "leadbook/service/totals/totals.hpp"

#include <algorithm>

#include "cli/frame/commands.hpp"
#include "cli/totals/chart.hpp"
#include "cli/totals/show.hpp"
#include "cli/totals/table.hpp"
#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

struct Options {
  std::string by = "county";
  std::string measure;
  std::string period = "ytd";
  std::string pivot;
  std::string show;
  std::string cell;  // --list
  std::string stage;
  std::string top;
  bool standing = false;
  bool explain = false;
  bool chart = false;
  TotalsOptions totals;
};

/// The dimensions; amounts kept in their own currencies must stand apart by these.
std::vector<Dimension> dimensions_of(const Options& options, service::TotalsQuery& query) {
  std::vector<Dimension> by;
  if (!options.by.empty() && options.by != "none") by = read_dimensions(options.by, query.sizes);
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
        measure == Measure::share_of_amount || measure == Measure::year_rate) {
      throw Error(ErrorKind::usage,
                  say("--in own: '{}' needs one currency", std::string(name_of(measure))));
    }
  }
}

bool is_stated_by_project(Measure measure) {
  switch (measure) {
    case Measure::projects:
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

/// Of a count there is no average, and of projects chosen by their stage no paper is asked.
void refuse_measures(const std::vector<AskedMeasure>& measures, const service::TotalsQuery& query) {
  for (const auto& [measure, change] : measures) {
    if (is_of_one(change) && !has_average(measure)) {
      throw Error(ErrorKind::usage,
                  say("--measure: average and median are of amounts, land and jobs, not of '{}'",
                      std::string(name_of(measure))));
    }
    if (query.stage && !is_stated_by_project(measure)) {
      throw Error(ErrorKind::usage,
                  say("--stage chooses projects: count them, or what they state, as "
                      "projects,planned_investment; not '{}'",
                      std::string(name_of(measure))));
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
  if (!options.pivot.empty() || !options.top.empty()) {
    throw Error(ErrorKind::usage, say("--show: leave --pivot and --top out"));
  }
}

std::optional<std::int64_t> read_top(const std::string& text) {
  if (text.empty()) return {};
  const auto top = parse_count(text);
  if (!top || *top < 1) {
    throw Error(ErrorKind::usage, say("--top: '{}' is no number of rows", text::visible(text)));
  }
  return *top;
}

service::TotalsQuery read_query(const Options& options,
                                const std::vector<AskedMeasure>& measures,
                                Env& env) {
  auto query = make_query(env, options.totals, read_period_option(env, options.period));
  query.by = dimensions_of(options, query);
  query.measures = measures_of(measures);
  query.with_parts = std::any_of(measures.begin(), measures.end(), [](const AskedMeasure& asked) {
    return is_of_one(asked.change);
  });
  if (!options.stage.empty()) {
    query.stage = read_stage(options.stage, options.standing);
  } else if (options.standing) {
    throw Error(ErrorKind::usage, say("--standing says how --stage is meant"));
  }
  refuse_measures(measures, query);
  refuse_mixed(query);
  return query;
}

std::string measures_asked(const Options& options) {
  if (!options.measure.empty()) return options.measure;
  return options.stage.empty() ? "signed,contracts,contract_amount" : "projects,planned_investment";
}

TotalsTable make_table(const Options& options, Env& env) {
  read_at(env, options.totals.at);
  const auto measures = read_measures(measures_asked(options));
  refuse_clashes(options, measures);
  auto query = read_query(options, measures, env);
  if (!options.show.empty()) {
    const auto shown = read_shown(options.show);
    if (!options.cell.empty()) return list_shown_figure(env, query, shown, options.cell);
    if (options.explain) return explain_shown(env, query, shown);
    return make_shown_table(env, query, shown);
  }
  if (!options.cell.empty()) return list_figure(env, std::move(query), options.cell);
  if (options.explain) return make_explanation(env, query);
  if (options.pivot.empty()) {
    return make_totals_table(env, query, measures, read_top(options.top));
  }
  SizeSteps sizes = query.sizes;
  const auto pivot = read_dimensions(options.pivot, sizes);
  if (pivot.size() != 1) throw Error(ErrorKind::usage, say("--pivot: one dimension stands aside"));
  query.sizes = sizes;
  return make_pivot_table(env, query, measures, pivot.front());
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
  line.add_text("--stage",
                options->stage,
                say("only projects that came to a stage within the period, as started; with "
                    "in_talks, reserve or --standing those that stand there at its end"));
  line.add_switch("--standing", options->standing, say("--stage: those that stand there"));
  line.add_text("--top", options->top, say("so many rows of each group, with the most first"));
  line.add_text(
      "--period", options->period, say("the period, as 2020H1; this year so far if left out"));
  line.add_text("--pivot", options->pivot, say("the dimension to stand side by side, as quarter"));
  line.add_text(
      "--show",
      options->show,
      say("figures side by side, as at today or --at: month,quarter,ytd,last_year,yoy,mom,"
          "target,completion,planned,pace,place"));
  line.add_switch(
      "--chart",
      options->chart,
      say("bars of the first measure, on a terminal, in html and as a chart of a workbook"));
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
