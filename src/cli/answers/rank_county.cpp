// rank county: places by a measure or by a bureau's score, with movement, gaps and lists.
#include <algorithm>

#include "cli/answers/rank_score_file.hpp"
#include "cli/answers/rank_table.hpp"
#include "cli/frame/commands.hpp"
#include "cli/totals/chart.hpp"
#include "cli/totals/query.hpp"
#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

struct RankCountyOptions {
  std::string measure;
  std::string score;
  std::string period = "ytd";
  std::string compare = "previous";
  std::string ties = "standard";
  std::string red;
  std::string black;
  std::string list;
  bool explain = false;
  bool chart = false;
  TotalsOptions totals;
};

template <class E>
E read_choice(const char* option, const std::string& text) {
  const auto word = parse_word<E>(text, N_("choice"));
  if (!word) throw Error(ErrorKind::usage, std::string(option) + ": " + word.problem().message);
  return *word;
}

/// What movement is against: of the year so far the one at the end of the month before; of a month
/// or quarter that is not over as much of the one before; else the whole period before.
Period previous(const Period& period) {
  if (period.text.find("..") == std::string::npos) return period_before(period);
  const auto month = span_holding(Dimension::month, period.last);
  const auto year = span_holding(Dimension::year, period.last);
  if (period.first == year.first && month.first != year.first) {
    return period_of(year.first, month.first - std::chrono::days{1});
  }
  for (const auto& span : {month, span_holding(Dimension::quarter, period.last)}) {
    if (period.first != span.first) continue;
    const auto before = period_before(span);
    const auto last = before.first + (period.last - period.first);
    return period_of(before.first,
                     period.last == span.last ? before.last : std::min(last, before.last));
  }
  return period_before(period);
}

Period read_before(const std::string& text, const Period& period, Day today) {
  const auto folded = text::fold(text);
  if (folded == "previous" || folded == "上期") return previous(period);
  if (folded == "last-year" || folded == "去年同期") return year_before(period);
  auto named = parse_period(text, today);
  if (!named) {
    throw Error(
        ErrorKind::usage,
        say("--compare: write previous, last-year or a period. {}", named.problem().message));
  }
  return *named;
}

std::optional<std::int64_t> read_number(const char* option, const std::string& text) {
  if (text.empty()) return {};
  const auto number = parse_count(text);
  if (!number) throw Error(ErrorKind::usage, std::string(option) + ": " + number.problem().message);
  return *number;
}

/// The condition of an item together with the command's own.
std::optional<Condition> condition_of(Env& env,
                                      const RankCountyOptions& options,
                                      const Period& period,
                                      const std::string& name,
                                      const std::string& where) {
  if (where.empty()) return {};
  auto totals = options.totals;
  totals.where = totals.where.empty() ? where : "(" + totals.where + ") and (" + where + ")";
  try {
    return make_query(env, totals, period, Zones::none).where;
  } catch (const Error& error) {
    throw Error(error.kind(),
                say("{}: in '{}': {}",
                    text::visible(options.score),
                    text::visible(name),
                    std::string(error.what())));
  }
}

service::ReadScore read_score(Env& env, const RankCountyOptions& options, const Period& period) {
  service::ReadScore score{read_score_file(options.score), {}, {}};
  for (const auto& item : score.rule.items) {
    score.items.push_back(condition_of(env, options, period, item.name, item.where));
  }
  for (const auto& bonus : score.rule.bonuses) {
    score.bonuses.push_back(condition_of(env, options, period, bonus.name, bonus.where));
  }
  return score;
}

void refuse_clashes(const RankCountyOptions& options) {
  if (!options.score.empty() && !options.measure.empty()) {
    throw Error(ErrorKind::usage, say("give either --measure or --score"));
  }
  if (!options.score.empty() && !options.totals.in.empty()) {
    throw Error(ErrorKind::usage,
                say("--in goes with --measure: points are in the currency of each target"));
  }
  if (!options.score.empty() && !(options.red.empty() && options.black.empty())) {
    throw Error(ErrorKind::usage,
                say("--red and --black go with --measure: the file of a score says who is listed"));
  }
}

service::RankQuery read_query(const RankCountyOptions& options, Env& env) {
  refuse_clashes(options);
  read_at(env, options.totals.at);
  service::RankQuery query;
  const auto period = read_period_option(env, options.period);
  query.totals = make_query(env, options.totals, period, Zones::none);
  if (!query.totals.rates.in) {
    throw Error(ErrorKind::usage, say("--in: a ranking compares amounts: name one currency"));
  }
  if (!options.score.empty()) {
    query.score = read_score(env, options, period);
    // Points are of targets in their own currency, and of everything else in CNY.
    query.totals.rates.in = Currency();
  } else if (!options.measure.empty()) {
    const auto measure = parse_word<Measure>(options.measure, N_("measure"));
    if (!measure) throw Error(ErrorKind::usage, "--measure: " + measure.problem().message);
    query.measure = *measure;
  }
  query.totals.with_records = options.explain && options.score.empty();
  query.before = read_before(options.compare, period, env.day());
  query.ties = read_choice<Ties>("--ties", options.ties);
  query.zones = query.totals.zones.value_or(Zones::none);
  query.lists.top = read_number("--red", options.red);
  query.lists.bottom = read_number("--black", options.black);
  return query;
}

RankTable make_table(const RankCountyOptions& options,
                     Env& env,
                     const service::RankQuery& query,
                     const service::Ranking& ranking) {
  store::Names names(env.db());
  std::vector<Reference> counties;
  for (const auto& row : ranking.rows) counties.push_back({Kind::county, row.county.number});
  names.expect(counties);
  if (!query.score) return make_measure_table(query, ranking, names);
  if (!options.explain) return make_score_table(query, ranking, names);
  return make_score_explanation(query, ranking, names);
}

void keep_listed(service::Ranking& ranking, const std::string& list) {
  if (list.empty()) return;
  const auto color = read_choice<ListColor>("--list", list);
  std::erase_if(ranking.rows, [&](const auto& county) { return county.list != color; });
}

std::string score_title(Env& env, const service::RankQuery& query) {
  const auto& title = query.score->rule.title;
  return say("{}: {} ({})",
             area_of(env),
             title.empty() ? say("places by points") : title,
             format_period(query.totals.period));
}

void run_rank_county(const RankCountyOptions& options, Env& env) {
  const auto query = read_query(options, env);
  auto ranking = service::rank_counties(env.db(), query);
  const auto notes = rank_notes(query, ranking);
  keep_listed(ranking, options.list);
  auto made = make_table(options, env, query, ranking);
  made.table.notes = notes;
  made.table.title =
      query.score ? score_title(env, query) : title_of(env, {query.measure}, query.totals.period);
  const bool is_printed = prints_for_people(env) ||
                          style_of(env).format == present::Format::xlsx;  // a sheet is printed too
  if (is_printed && env.output().columns.empty()) {
    env.output().columns = made.readable;
  }
  if (options.chart && !made.drawn.empty()) {
    print_with_bars(env, std::move(made.table), "county", made.drawn);
  } else {
    print(env, std::move(made.table));
  }
}

}  // namespace

RunCommand add_rank_county(CommandLine& line, Env& env, const Command&) {
  auto options = std::make_shared<RankCountyOptions>();
  line.add_text("--measure", options->measure, say("what is ranked; contract_amount if left out"));
  line.add_text("--score", options->score, say("rank by the points of a rule: a .toml file"));
  line.add_text(
      "--period", options->period, say("the period, as 2020H1; this year so far if left out"));
  line.add_text("--compare",
                options->compare,
                say("what movement is against: previous (as usual), last-year or a period"));
  line.add_text(
      "--ties",
      options->ties,
      say("places of equal values: standard (1 2 2 4), dense (1 2 2 3) or order (1 2 3 4)"));
  line.add_text("--zones",
                options->totals.zones,
                say("zones and parks: none (left out), own (a row each) or host (with their "
                    "county); as 'book "
                    "edit --zones' says if left out, else none"));
  line.add_text("--red", options->red, say("how many at the top are on the red list"));
  line.add_text("--black", options->black, say("how many at the bottom are on the black list"));
  line.add_text("--list", options->list, say("only those on a list: red or black"));
  line.add_switch("--explain", options->explain, say("what each value or score is made of"));
  line.add_switch("--chart", options->chart, say("bars in the terminal"));
  add_totals_options(line, options->totals);
  add_as_of_option(line, env);
  add_output_options(line, env);
  return [options, &env] { run_rank_county(*options, env); };
}

}  // namespace leadbook::cli
