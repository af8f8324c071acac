// figure check: printed figures held against the book, their parts and each other.
#include "cli/frame/commands.hpp"
#include "cli/totals/query.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/figures/check.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Align;
using present::Cell;
using service::FigureFinding;
using service::FigureNumber;
using service::FigureVerdict;

struct FigureCheckOptions {
  std::vector<std::string> references;
  std::string period;
  std::string area;
  std::string tolerance;
  std::string at;
  std::string zones;
};

Cell number_cell(const std::optional<FigureNumber>& number) {
  if (!number) return {};
  switch (number->sort) {
    case FigureNumber::Sort::count:
      break;
    case FigureNumber::Sort::money:
      return Amount{{number->value, number->currency}, Qualifier::exact};
    case FigureNumber::Sort::percent:
      return present::Decimal{number->value, 2, "%"};
  }
  return number->value;
}

service::FigureQuery read_query(const FigureCheckOptions& options, Env& env) {
  service::FigureQuery query;
  for (const auto& text : options.references) {
    query.figures.push_back(env.resolver().resolve(Kind::figure, text));
  }
  read_at(env, options.at);
  query.today = env.today();
  query.at = env.options().at;
  query.zones = read_zones(env, options.zones);
  query.area = options.area;
  query.unit = env.settings().print_unit();
  if (!options.period.empty()) {
    const auto period = parse_period(options.period, env.today());
    if (!period) throw Error(ErrorKind::usage, "--period: " + period.problem().message);
    query.period = *period;
  }
  if (options.tolerance.empty()) return query;
  const auto tolerance = parse_percent(options.tolerance);
  if (!tolerance) throw Error(ErrorKind::usage, "--tolerance: " + tolerance.problem().message);
  query.tolerance = tolerance->hundredths;
  return query;
}

using Fields = std::vector<present::Field<FigureFinding>>;
using Figures = std::map<Id<Figure>, Figure>;

/// What was checked, and against what.
Fields subject_fields(const Figures& figures) {
  const auto figure_of = [&figures](const FigureFinding& finding) -> const Figure& {
    return figures.at(finding.figure);
  };
  return {
      {say("ID"), "id", {}, [](const FigureFinding& one) { return one.figure; }},
      {say("Area"), "area", {}, [=](const FigureFinding& one) { return figure_of(one).area; }},
      {say("Period"),
       "period",
       {},
       [=](const FigureFinding& one) { return figure_of(one).period; }},
      {say("Indicator"),
       "indicator",
       {},
       [=](const FigureFinding& one) { return figure_of(one).indicator; }},
      {say("Held against"), "test", {}, [](const FigureFinding& one) { return one.test; }},
      {say("Records"),
       "against",
       {},
       [](const FigureFinding& one) {
         present::List records;
         for (const auto& record : one.against) records.push_back(record);
         return records;
       }},
  };
}

Fields result_fields(const Figures& figures) {
  return {
      {say("Printed"),
       "printed",
       Align::right,
       [&figures](const FigureFinding& one) -> Cell {
         const auto& amount = figures.at(one.figure).amount;
         return amount ? Cell(*amount) : number_cell(one.printed);
       }},
      {say("Computed"),
       "computed",
       Align::right,
       [](const FigureFinding& one) { return number_cell(one.computed); }},
      {say("Difference"),
       "difference",
       Align::right,
       [](const FigureFinding& one) { return number_cell(one.difference); }},
      {say("Verdict"), "verdict", {}, [](const FigureFinding& one) { return one.verdict; }},
      {say("Explanation"),
       "explanation",
       {},
       [](const FigureFinding& one) { return one.explanation; }},
  };
}

present::Table finding_table(const service::FigureCheck& check) {
  auto fields = subject_fields(check.checked);
  for (auto& field : result_fields(check.checked)) fields.push_back(std::move(field));
  return present::make_table("findings", fields, check.findings);
}

/// "12 figures: 9 agree, 2 cannot be checked, 1 suspected".
std::string summary_of(const service::FigureCheck& check) {
  const auto of = [&](FigureVerdict verdict) {
    const auto found = check.figures.find(verdict);
    return found == check.figures.end() ? std::int64_t{0} : found->second;
  };
  std::int64_t all = 0;
  for (const auto& [verdict, count] : check.figures) all += count;
  std::string parts;
  const auto add = [&](std::int64_t count, const std::string& text) {
    if (count == 0) return;
    if (!parts.empty()) parts += choose(", ", "，");
    parts += text;
  };
  const auto agree = of(FigureVerdict::equal) + of(FigureVerdict::rounding);
  const auto partial = of(FigureVerdict::partial);
  const auto unchecked = of(FigureVerdict::unchecked);
  const auto truncated = of(FigureVerdict::truncated);
  add(agree, say_count("{} agrees", "{} agree", agree));
  add(truncated,
      say_count(
          "{} is cut off instead of rounded", "{} are cut off instead of rounded", truncated));
  add(partial, say_count("{} is held in part", "{} are held in part", partial));
  add(unchecked, say("{} cannot be checked", unchecked));
  add(of(FigureVerdict::differs), say_count("{} differs", "{} differ", of(FigureVerdict::differs)));
  add(of(FigureVerdict::wrong), say("{} wrong", of(FigureVerdict::wrong)));
  add(of(FigureVerdict::suspected), say("{} suspected", of(FigureVerdict::suspected)));
  return say_count("{} figure: {}.", "{} figures: {}.", all, parts);
}

/// In the listing for people the sentences stand below it.
void explain(present::Table& table, const std::vector<FigureFinding>& findings) {
  for (const auto& finding : findings) {
    table.notes.push_back(say("{} {}: {}",
                              reference_text({Kind::figure, finding.figure.number}),
                              name_of(finding.verdict),
                              finding.explanation));
  }
}

/// "Qiqihar: printed figures checked (2020, as at 2020-05-22)".
std::string title_of(Env& env, const service::FigureQuery& query) {
  const auto day = format_day(query.at.value_or(query.today));
  if (!query.period) return say("{}: printed figures checked (as at {})", area_of(env), day);
  return say("{}: printed figures checked ({}, as at {})",
             area_of(env),
             format_period(*query.period),
             day);
}

void run_figure_check(const FigureCheckOptions& options, Env& env) {
  auto& db = env.db();
  const auto query = read_query(options, env);
  env.tell_notes(env.book().resolver_notes());
  const auto check = service::check_figures(db, query);
  auto table = finding_table(check);
  if (prints_for_people(env) && env.output().columns.empty()) {
    env.output().columns = "id,printed,computed,verdict";
    explain(table, check.findings);
  }
  table.title = title_of(env, query);
  if (!check.findings.empty()) table.notes.push_back(summary_of(check));
  if (query.zones == Zones::host && !check.findings.empty()) {
    table.notes.push_back(zones_note());
  }
  print(env, std::move(table));
}

}  // namespace

RunCommand add_figure_check(CommandLine& line, Env& env, const Command&) {
  auto options = std::make_shared<FigureCheckOptions>();
  line.add_arguments("REF", options->references, say("the figures; all where none are named"));
  line.add_text("--period", options->period, say("only those that fall into this period whole"));
  line.add_text("--area", options->area, say("only those of this area"));
  line.add_text("--tolerance",
                options->tolerance,
                say("how far numbers may be apart and still agree, as 0.5%"));
  add_zones_option(line, options->zones);
  add_at_option(line, options->at);
  add_as_of_option(line, env);
  add_output_options(line, env);
  return [options, &env] { run_figure_check(*options, env); };
}

}  // namespace leadbook::cli
