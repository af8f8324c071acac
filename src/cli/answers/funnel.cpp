// funnel: how far projects came on the stage ladder, stage by stage.
#include "leadbook/service/standing/funnel.hpp"

#include "cli/frame/commands.hpp"
#include "cli/totals/query.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Align;
using present::Cell;
using service::FunnelGroup;
using service::FunnelStep;

struct FunnelOptions {
  std::string period;
  std::string by;
  std::string cohort;
  std::string at;
  std::string missing_rate;
};

/// A dimension among those a funnel knows; nothing for "".
std::optional<Dimension> read_dimension(const std::string& flag,
                                        const std::string& text,
                                        std::initializer_list<Dimension> known) {
  if (text.empty()) return {};
  const auto read = parse_word<Dimension>(text, N_("dimension"));
  if (read) {
    for (const auto dimension : known) {
      if (*read == dimension) return dimension;
    }
  }
  std::string all;
  for (const auto dimension : known) {
    if (!all.empty()) all += choose(", ", "、");
    all += choose(identifier(dimension), name_of(dimension));
  }
  throw Error(ErrorKind::usage, say("{}: '{}' is not one of {}", flag, text, all));
}

/// A row of the table: one stage of one group.
struct Row {
  const FunnelGroup& group;
  const FunnelStep& step;
  std::int64_t before;  // how many reached the stage before
};

Cell share(const Row& row, std::int64_t of) {
  if (!is_on_ladder(row.step.stage) || of == 0) return {};
  return present::Decimal{(row.step.reached * 2'000 + of) / (2 * of), 1, "%"};
}

Cell median(const service::Stays& stays) {
  if (stays.count == 0) return {};
  return present::Decimal{stays.doubled_median * 5, 1, ""};
}

Cell sum(const service::KnownSum& amount) {
  if (amount.known == 0) return {};
  return Amount{{amount.minor, Currency()}, Qualifier::exact};
}

Cell known_of(std::int64_t known, std::int64_t all) {
  return all == 0 ? Cell() : Cell(say("{} of {}", known, all));
}

std::vector<present::Field<Row>> count_fields() {
  return {
      {say("Stage"), "stage", {}, [](const Row& row) { return row.step.stage; }},
      {say("Reached"),
       "reached",
       Align::right,
       [](const Row& row) -> Cell {
         return is_on_ladder(row.step.stage) ? Cell(row.step.reached) : Cell();
       }},
      {say("Conv."),
       "conversion",
       Align::right,
       [](const Row& row) {
         return row.step.stage == Stage::lead ? Cell() : share(row, row.before);
       }},
      {say("Of all"),
       "of_all",
       Align::right,
       [](const Row& row) { return share(row, row.group.projects); }},
      {say("Now"), "now", Align::right, [](const Row& row) { return row.step.now; }},
  };
}

std::vector<present::Field<Row>> amount_fields() {
  return {
      {say("Amount"),
       "amount",
       Align::right,
       [](const Row& row) { return sum(row.step.reached_amount); }},
      {say("Known"),
       "amount_known_of",
       Align::right,
       [](const Row& row) { return known_of(row.step.reached_amount.known, row.step.reached); }},
      {say("With amount"),
       "amount_known",
       Align::right,
       [](const Row& row) { return row.step.reached_amount.known; }},
      {say("Amount now"),
       "now_amount",
       Align::right,
       [](const Row& row) { return sum(row.step.now_amount); }},
      {say("With amount now"),
       "now_amount_known",
       Align::right,
       [](const Row& row) { return row.step.now_amount.known; }},
  };
}

std::vector<present::Field<Row>> stay_fields() {
  return {
      {say("Days"),
       "median_days",
       Align::right,
       [](const Row& row) { return median(row.step.finished); }},
      {say("Stays"), "stays", Align::right, [](const Row& row) { return row.step.finished.count; }},
      {say("Median days so far"),
       "median_days_so_far",
       Align::right,
       [](const Row& row) { return median(row.step.unfinished); }},
      {say("Lasting stays"),
       "stays_so_far",
       Align::right,
       [](const Row& row) { return row.step.unfinished.count; }},
  };
}

/// A cohort or group nobody knows: a word for people, nothing for programs.
Cell unknown(bool for_people) { return for_people ? Cell(say("unknown")) : Cell(); }

Cell group_cell(const FunnelGroup& group, Dimension by, store::Names& names, bool for_people) {
  if (by == Dimension::county) {
    const Reference county{Kind::county, group.county.value().number};
    return present::Link{reference_text(county), names(county)};
  }
  if (group.name.empty()) return unknown(for_people);
  if (by == Dimension::origin) return value_or_throw(parse_word<Origin>(group.name, "origin"));
  return group.name;
}

std::vector<present::Field<Row>> group_fields(const service::FunnelQuery& query,
                                              store::Names& names,
                                              bool for_people) {
  std::vector<present::Field<Row>> fields;
  if (query.cohort) {
    fields.push_back({say("First contact"), "cohort", {}, [for_people](const Row& row) -> Cell {
                        if (!row.group.cohort) return unknown(for_people);
                        const auto& cohort = *row.group.cohort;
                        return present::Word{cohort.text, format_period(cohort)};
                      }});
  }
  if (query.by) {
    const auto by = *query.by;
    fields.push_back({std::string(name_of(by)),
                      std::string(identifier(by)),
                      {},
                      [by, &names, for_people](const Row& row) {
                        return group_cell(row.group, by, names, for_people);
                      }});
  }
  return fields;
}

/// Whether people need the row: of a group only as far as anybody came.
bool tells(const FunnelStep& step) {
  if (step.stage == Stage::lead) return true;
  return step.reached > 0 || step.now > 0 || step.finished.count > 0;
}

present::Table funnel_table(const service::Funnel& funnel,
                            const service::FunnelQuery& query,
                            store::Names& names,
                            bool for_people) {
  auto fields = group_fields(query, names, for_people);
  for (auto& field : count_fields()) fields.push_back(std::move(field));
  for (auto& field : amount_fields()) fields.push_back(std::move(field));
  for (auto& field : stay_fields()) fields.push_back(std::move(field));
  const bool all_rows = !for_people || !(query.by || query.cohort);
  std::vector<Row> rows;
  for (const auto& group : funnel.groups) {
    std::int64_t before = 0;
    for (const auto& step : group.steps) {
      if (all_rows || tells(step)) rows.push_back({group, step, before});
      before = step.reached;
    }
  }
  return present::make_table("funnel", fields, rows);
}

std::vector<std::string> definitions(const service::FunnelQuery& query,
                                     const service::Funnel& funnel) {
  std::vector<std::string> notes = {
      say("Reached: ever stood at the stage or higher, whatever became of the project. Conv.: "
          "reached / reached of the stage above it in this table; of all: reached / all projects."),
      say("Now: stands there; suspended and terminated projects stand apart and count as reached "
          "where they had come."),
      say("Amount: planned investment in CNY of those that reached the stage, as far as known, at "
          "the rate of the day of signing, else of first contact, else of today."),
      say("Days: the median of the stays that ended and whose days are known."),
      say("First contact: the earliest day of the lead, a stage move, a negotiation or a "
          "signing.")};
  if (query.period) {
    notes.push_back(say("First contact within: {} ({} to {}).",
                        format_period(*query.period),
                        format_day(query.period->first),
                        format_day(query.period->last)));
  }
  for (const auto& missing : funnel.missing) notes.push_back(say("Left out: {}.", missing));
  if (funnel.undated > 0) {
    notes.push_back(
        say_count("{} project is left out: the day of its first contact is not known "
                  "well enough to tell whether it falls into the period.",
                  "{} projects are left out: the day of their first contact is not "
                  "known well enough to tell whether it falls into the period.",
                  funnel.undated));
  }
  return notes;
}

/// What fits: amounts stand beside groups only where there is room for both.
std::string chosen_columns(const service::FunnelQuery& query, std::size_t width) {
  constexpr std::size_t wide = 110;
  std::string columns = query.cohort ? "cohort," : "";
  if (query.by) columns += std::string(identifier(*query.by)) + ",";
  if (width == 0 || width >= wide) {
    return columns + "stage,reached,conversion,of_all,now,amount,amount_known_of,median_days";
  }
  if (!columns.empty()) return columns + "stage,reached,conversion,of_all,now,median_days";
  return "stage,reached,conversion,now,amount,amount_known_of,median_days";
}

std::string funnel_title(Env& env, const service::FunnelQuery& query) {
  const auto what = query.by ? say("funnel of projects by {}", std::string(name_of(*query.by)))
                             : say("funnel of projects");
  return say("{}: {} (as at {})", area_of(env), what, format_day(query.day()));
}

void run_funnel(const FunnelOptions& options, Env& env) {
  service::FunnelQuery query;
  query.by =
      read_dimension("--by", options.by, {Dimension::county, Dimension::chain, Dimension::origin});
  query.cohort = read_dimension(
      "--cohort", options.cohort, {Dimension::month, Dimension::quarter, Dimension::year});
  auto& db = env.db();
  read_at(env, options.at);
  query.today = env.today();
  query.at = env.options().at;
  query.list_missing = lists_missing_rates(options.missing_rate);
  if (!options.period.empty()) {
    const auto period = parse_period(options.period, query.day());
    if (!period) throw Error(ErrorKind::usage, "--period: " + period.problem().message);
    query.period = *period;
  }
  const auto funnel = service::funnel(db, query);
  store::Names names(db);
  std::vector<Reference> counties;
  for (const auto& group : funnel.groups) {
    if (group.county) counties.push_back({Kind::county, group.county->number});
  }
  names.expect(counties);
  const bool for_people = prints_for_people(env);
  auto table = funnel_table(funnel, query, names, for_people);
  table.title = funnel_title(env, query);
  table.notes = definitions(query, funnel);
  if (for_people && env.output().columns.empty()) {
    env.output().columns = chosen_columns(query, style_of(env).width);
  }
  print(env, std::move(table));
}

}  // namespace

RunCommand add_funnel(CommandLine& line, Env& env, const Command&) {
  auto options = std::make_shared<FunnelOptions>();
  line.add_text("--period",
                options->period,
                say("only projects of which the first contact falls into this period"));
  line.add_text("--by", options->by, say("a funnel for each county, chain or origin"));
  line.add_text("--cohort",
                options->cohort,
                say("a funnel for each month, quarter or year of first contact"));
  line.add_text("--missing-rate",
                options->missing_rate,
                say("an amount without a rate: fail (as usual), or list it apart"));
  add_at_option(line, options->at);
  add_as_of_option(line, env);
  add_output_options(line, env);
  return [options, &env] { run_funnel(*options, env); };
}

}  // namespace leadbook::cli
