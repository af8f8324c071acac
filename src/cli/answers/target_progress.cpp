// target progress: completion and pace by county and indicator.
#include <algorithm>

#include "cli/frame/commands.hpp"
#include "cli/totals/query.hpp"
#include "cli/totals/standing_cells.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/standing/targets.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using present::Align;
using present::Cell;
using service::TargetProgress;

struct TargetProgressOptions {
  std::string period;
  std::string county;
  std::string indicator;
  std::string at;
  std::string zones;
  bool with_reported = false;
};

/// Targets are chosen by their whole period, whatever day they are held against.
Period read_targets_period(const std::string& text, Day day) {
  auto period = parse_period(text, day);
  if (!period) throw Error(ErrorKind::usage, "--period: " + period.problem().message);
  return *period;
}

service::ProgressQuery read_query(const TargetProgressOptions& options, Env& env) {
  read_at(env, options.at);
  service::ProgressQuery query;
  query.today = env.today();
  query.at = env.options().at;
  query.zones = read_zones(env, options.zones);
  query.with_reported = options.with_reported;
  if (!options.period.empty()) query.period = read_targets_period(options.period, env.day());
  if (!options.indicator.empty()) {
    const auto indicator = parse_word<Measure>(options.indicator, N_("indicator"));
    if (!indicator) throw Error(ErrorKind::usage, "--indicator: " + indicator.problem().message);
    query.indicator = *indicator;
  }
  const auto county = text::fold(options.county);
  if (county == "city" || county == "全市") {
    query.county = Id<County>{};
  } else if (!county.empty()) {
    query.county = Id<County>{env.resolver().resolve(Kind::county, options.county)};
    env.tell_notes(env.resolver().take_notes());
  }
  return query;
}

Cell county_cell(Id<County> county, store::Names& names) {
  if (!county) return present::Word{"city", say("Whole city")};
  const Reference reference{Kind::county, county.number};
  return present::Link{reference_text(reference), names(reference)};
}

/// Indicators stand in one column here, so that each says what it is measured in.
Cell value_cell(Measure indicator,
                const std::optional<service::Scaled>& value,
                const Currency& currency) {
  auto cell = scaled_cell(indicator, value, currency);
  auto* decimal = std::get_if<present::Decimal>(&cell.value);
  if (decimal != nullptr && unit_of(indicator) == MeasureUnit::per_mu) {
    decimal->unit = say("10k yuan/mu");
  }
  return cell;
}

std::vector<present::Column> progress_columns() {
  return {{say("Period"), "period"},
          {say("County"), "county"},
          {say("Indicator"), "indicator"},
          {say("Target"), "target", Align::right},
          {say("Target record"), "target_id"},
          {say("Sum of targets"), "target_sum_of", Align::right},
          {say("Actual"), "actual", Align::right},
          {say("Reported only"), "actual_reported", Align::right},
          {say("Records"), "actual_counted", Align::right},
          {say("Records with a value"), "actual_with_value", Align::right},
          {say("Completion"), "completion", Align::right},
          {say("Planned share"), "planned", Align::right},
          {say("Pace"), "pace", Align::right},
          {say("State"), "state"}};
}

std::vector<Cell> cells(const TargetProgress& row, store::Names& names) {
  std::vector<Cell> cells = {Cell(Date{row.period.first, row.period.last}),
                             county_cell(row.county, names),
                             Cell(row.indicator)};
  cells.resize(6);
  if (row.wanted) {
    cells[3] = value_cell(row.indicator, row.wanted->value, row.currency);
    if (row.wanted->target) cells[4] = *row.wanted->target;
    if (row.wanted->summed > 0) cells[5] = row.wanted->summed;
  }
  cells.push_back(value_cell(row.indicator, row.actual, row.currency));
  cells.push_back(row.reported == 0 ? Cell()
                                    : value_cell(row.indicator, row.reported, row.currency));
  cells.push_back(row.counted);
  cells.push_back(row.known);
  // Why there is none, where there is none: for people alone.
  cells.push_back(row.completion ? percent_cell(row.completion)
                                 : Cell(present::Word{"", std::string(name_of(row.state))}));
  cells.push_back(percent_cell(row.planned));
  cells.push_back(points_cell(row.pace));
  cells.push_back(Cell(row.state));
  return cells;
}

void add_note(std::vector<std::string>& notes, const std::string& note) {
  if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
}

std::vector<std::string> notes_of(const service::Progress& progress, Day today) {
  std::vector<std::string> notes;
  for (const auto& query : progress.queries) {
    for (const auto& note : totals_notes(query, progress.facts)) add_note(notes, note);
  }
  add_note(notes,
           say("Completion is actual / target. Planned is the part of the period that is over at "
               "the end of {}: months over months on a month's last day, else days over days; "
               "where the target has a time sequence, what it says, growing evenly between its "
               "steps; of a rate all, as it is to be held all the time. Pace is completion - "
               "planned, in percentage points.",
               format_day(today)));
  for (const auto& row : progress.rows) {
    if (elapsed_share(row.period, today) == 0) continue;
    add_note(notes,
             say("Of {}, {} is over.",
                 format_period(row.period),
                 percent_text({elapsed_share(row.period, today)})));
  }
  for (const auto& row : progress.rows) {
    if (!row.wanted || row.wanted->summed == 0) continue;
    add_note(notes,
             say_count("The whole city has no target of its own for {1} in {2}: the target of "
                       "{0} county stands for it.",
                       "The whole city has no target of its own for {1} in {2}: the sum of the "
                       "targets of {0} counties stands for it.",
                       row.wanted->summed,
                       std::string(name_of(row.indicator)),
                       format_period(row.period)));
  }
  return notes;
}

/// For people, without what is the same in every row.
std::string readable_columns(const service::Progress& progress) {
  const auto differ = [&](const auto& value) {
    return std::any_of(progress.rows.begin(), progress.rows.end(), [&](const auto& row) {
      return !(value(row) == value(progress.rows.front()));
    });
  };
  std::string columns;
  if (differ([](const TargetProgress& row) { return row.period; })) columns += "period,";
  columns += "county,";
  if (differ([](const TargetProgress& row) { return row.indicator; })) columns += "indicator,";
  if (differ([](const TargetProgress& row) { return row.planned; })) {
    return columns + "target,actual,completion,planned,pace";
  }
  return columns + "target,actual,completion,pace";
}

/// The title of the table as it is printed; none where its rows are of several periods.
std::string title_of_progress(Env& env, const service::Progress& progress) {
  std::vector<Measure> indicators;
  for (const auto& row : progress.rows) {
    if (!(row.period == progress.rows.front().period)) return "";
    if (std::find(indicators.begin(), indicators.end(), row.indicator) == indicators.end()) {
      indicators.push_back(row.indicator);
    }
  }
  return indicators.empty() ? "" : title_of(env, indicators, progress.rows.front().period);
}

void run_target_progress(const TargetProgressOptions& options, Env& env) {
  auto& db = env.db();
  const auto progress = service::target_progress(db, read_query(options, env));
  store::Names names(db);
  std::vector<Reference> counties;
  for (const auto& row : progress.rows) counties.push_back({Kind::county, row.county.number});
  names.expect(counties);
  present::Table table;
  table.key = "progress";
  table.columns = progress_columns();
  for (const auto& row : progress.rows) table.rows.push_back(cells(row, names));
  if (!progress.rows.empty()) table.notes = notes_of(progress, env.day());
  table.title = title_of_progress(env, progress);
  if (prints_for_people(env) && env.output().columns.empty()) {
    env.output().columns = readable_columns(progress);
  }
  print(env, std::move(table));
}

}  // namespace

RunCommand add_target_progress(CommandLine& line, Env& env, const Command&) {
  auto options = std::make_shared<TargetProgressOptions>();
  line.add_text("--period", options->period, say("only targets within a period, as 2020"));
  line.add_text("--county", options->county, say("only of a county; 'city' for the whole city"));
  line.add_text("--indicator", options->indicator, say("only for this indicator, as signed"));
  add_zones_option(line, options->zones);
  line.add_switch("--with-reported",
                  options->with_reported,
                  say("add what counties report as sums without projects (aggregate)"));
  add_at_option(line, options->at);
  add_as_of_option(line, env);
  add_output_options(line, env);
  return [options, &env] { run_target_progress(*options, env); };
}

}  // namespace leadbook::cli
