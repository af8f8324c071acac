// credit ledger: what each county is credited with where projects have moved.
#include "cli/frame/commands.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/standing/credit.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Align;
using present::Cell;
using service::CountyCredit;
using service::CreditLedger;
using service::CreditLine;

struct CreditLedgerOptions {
  std::string period = "ytd";
  std::string county;
  std::string measure;
  bool explain = false;
};

bool is_count(Measure measure) { return unit_of(measure) == MeasureUnit::count; }

Cell credit_cell(Measure measure, std::int64_t value) {
  if (is_count(measure)) return present::Decimal{value, 2, ""};
  return Amount{{value, Currency()}, Qualifier::exact};
}

std::string credit_text(Env& env, Measure measure, std::int64_t value) {
  if (is_count(measure)) return present::number_text({value, 2, ""});
  return format_money({value, Currency()}, env.settings().print_unit());
}

template <class R>
Cell link_to(store::Names& names, const Id<R>& id) {
  if (!id) return {};
  const Reference record{kind_of<R>, id.number};
  return present::Link{reference_text(record), names(record)};
}

Measure read_measure(const std::string& text) {
  if (text.empty()) return Measure::contract_amount;
  const auto measure = parse_word<Measure>(text, N_("measure"));
  if (!measure) throw Error(ErrorKind::usage, "--measure: " + measure.problem().message);
  if (!service::has_credit(*measure)) {
    throw Error(ErrorKind::usage,
                say("--measure: credit is kept of signed, contracts, contract_amount, "
                    "outside_amount and planned_investment, not of '{}'",
                    name_of(*measure)));
  }
  return *measure;
}

/// From what is credited to the city's total; shares of less than 100 % leave some to nobody.
template <class Text>
std::string told_reconciliation(const CreditLedger& ledger, const Text& text) {
  const auto credited = text(ledger.sum.credited());
  const auto once = text(ledger.sum.own);
  const auto twice = ledger.counted_twice();
  if (twice < 0) {
    return say("Credited {} + credited to nobody {} = {}, the city's total with each project once.",
               credited,
               text(-twice),
               once);
  }
  return say("Credited {} - counted twice {} = {}, the city's total with each project once.",
             credited,
             text(twice),
             once);
}

std::vector<std::string> notes_of(Env& env,
                                  const service::CreditQuery& query,
                                  const CreditLedger& ledger) {
  const auto text = [&](std::int64_t value) { return credit_text(env, query.measure, value); };
  std::vector<std::string> notes = {
      say("Measure: {}. Period: {} ({} to {}).",
          name_of(query.measure),
          format_period(query.period),
          format_day(query.period.first),
          format_day(query.period.last)),
      say("Own: what the county hosted when the paper was signed. Received: its part of projects "
          "that moved to another county. Credited: own and received, less what it gave of its "
          "own."),
      say("The transfer in force at the paper's date decides; before the first one a paper counts "
          "for the first-contact county, past its last day for the receiving one."),
      told_reconciliation(ledger, text)};
  if (ledger.unknown > 0) {
    notes.push_back(say_count("{} paper states no amount and is not in these sums.",
                              "{} papers state no amount and are not in these sums.",
                              ledger.unknown));
  }
  notes.insert(notes.end(), ledger.conversions.begin(), ledger.conversions.end());
  return notes;
}

present::Table county_table(Env& env,
                            const service::CreditQuery& query,
                            const CreditLedger& ledger,
                            Id<County> only) {
  store::Names names(env.db());
  std::vector<Reference> counties;
  for (const auto& county : ledger.counties)
    counties.push_back({Kind::county, county.county.number});
  names.expect(counties);
  present::Table table;
  table.key = "credit";
  table.columns = {{say("County"), "county"},
                   {say("Code"), "code"},
                   {say("Own"), "own", Align::right},
                   {say("Given"), "given", Align::right},
                   {say("Received"), "received", Align::right},
                   {say("Credited"), "credited", Align::right}};
  const auto cells = [&](const CountyCredit& credit, Cell name) -> std::vector<Cell> {
    return {std::move(name),
            credit.code,
            credit_cell(query.measure, credit.own),
            credit_cell(query.measure, credit.given),
            credit_cell(query.measure, credit.received),
            credit_cell(query.measure, credit.credited())};
  };
  for (const auto& county : ledger.counties) {
    if (only && county.county != only) continue;
    table.rows.push_back(cells(county, link_to(names, county.county)));
  }
  if (!only) table.total = cells(ledger.sum, present::total_cell());
  if (prints_for_people(env) && env.output().columns.empty()) {
    env.output().columns = "county,own,received,credited";
  }
  return table;
}

present::Table line_table(Env& env,
                          const service::CreditQuery& query,
                          const CreditLedger& ledger,
                          Id<County> only) {
  store::Names names(env.db());
  std::vector<CreditLine> lines;
  for (const auto& line : ledger.lines) {
    if (!only || line.host == only || line.other == only) lines.push_back(line);
  }
  std::vector<Reference> told;
  for (const auto& line : lines) {
    told.insert(told.end(),
                {{Kind::project, line.project.number},
                 {Kind::county, line.host.number},
                 {Kind::county, line.other.number}});
  }
  names.expect(told);
  const auto part = [&](std::int64_t value) { return credit_cell(query.measure, value); };
  const std::vector<present::Field<CreditLine>> fields = {
      {say("Signing"), "signing", {}, [](const CreditLine& line) { return line.signing; }},
      {say("Date"), "on", {}, [](const CreditLine& line) { return line.on; }},
      {say("Project"),
       "project",
       {},
       [&](const CreditLine& line) { return link_to(names, line.project); }},
      {say("Amount"),
       "amount",
       Align::right,
       [&](const CreditLine& line) { return part(line.amount); }},
      {say("By"), "transfer", {}, [](const CreditLine& line) { return line.transfer; }},
      {say("Shares"),
       "shares",
       {},
       [](const CreditLine& line) -> Cell {
         if (!line.transfer) return {};
         return percent_text({line.shares.from}) + " / " + percent_text({line.shares.to});
       }},
      {say("First-contact county"),
       "from_county",
       {},
       [&](const CreditLine& line) { return link_to(names, line.other); }},
      {say("Its part"),
       "from_credit",
       Align::right,
       [&](const CreditLine& line) { return line.other ? part(line.other_part) : Cell(); }},
      {say("Host"),
       "to_county",
       {},
       [&](const CreditLine& line) { return link_to(names, line.host); }},
      {say("Its part"),
       "to_credit",
       Align::right,
       [&](const CreditLine& line) { return part(line.host_part); }},
  };
  auto table = present::make_table("credit_lines", fields, lines);
  return table;
}

Id<County> read_county(Env& env, const std::string& text) {
  if (text.empty()) return {};
  return {env.resolver().resolve(Kind::county, text)};
}

void run_credit_ledger(const CreditLedgerOptions& options, Env& env) {
  auto& db = env.db();
  const auto period = parse_period(options.period, env.today());
  if (!period) throw Error(ErrorKind::usage, "--period: " + period.problem().message);
  const service::CreditQuery query{
      read_measure(options.measure), *period, env.today(), options.explain};
  const auto county = read_county(env, options.county);
  env.tell_notes(env.book().resolver_notes());
  const auto ledger = service::credit_ledger(db, query);
  auto table = options.explain ? line_table(env, query, ledger, county)
                               : county_table(env, query, ledger, county);
  table.notes = notes_of(env, query, ledger);
  print(env, std::move(table));
}

}  // namespace

RunCommand add_credit_ledger(CommandLine& line, Env& env, const Command&) {
  auto options = std::make_shared<CreditLedgerOptions>();
  line.add_text(
      "--period", options->period, say("the period, as 2020H1; this year so far if left out"));
  line.add_text("--county", options->county, say("only this county"));
  line.add_text("--measure",
                options->measure,
                say("signed, contracts, contract_amount (if left out), outside_amount or "
                    "planned_investment"));
  line.add_switch("--explain", options->explain, say("list each paper with its rule and shares"));
  add_as_of_option(line, env);
  add_output_options(line, env);
  return [options, &env] { run_credit_ledger(*options, env); };
}

}  // namespace leadbook::cli
