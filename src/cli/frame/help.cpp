#include "cli/frame/help.hpp"

#include <algorithm>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using Entry = std::pair<std::string, std::string>;

/// Two columns: terms, and explanations wrapped beside them.
void print_entries(std::ostream& out, std::size_t width, const std::vector<Entry>& entries) {
  std::size_t widest = 0;
  for (const auto& [term, text] : entries) widest = std::max(widest, text::display_width(term));
  const std::size_t column = std::min<std::size_t>(widest, 30) + 4;
  const std::size_t room = std::max<std::size_t>(width, column + 20) - column;
  for (const auto& [term, text] : entries) {
    auto line = "  " + term;
    if (text::display_width(line) + 2 > column) {
      out << line << '\n';
      line.clear();
    }
    bool first = true;
    for (const auto& part : text::wrap(text, room)) {
      out << text::pad(first ? line : "", column) << part << '\n';
      first = false;
    }
    if (first) out << line << '\n';
  }
}

std::size_t usable(std::size_t width) {
  return width == 0 ? 80 : std::min<std::size_t>(width, 100);
}

std::string option_term(const Option& option) {
  std::string term;
  for (const auto& name : option.names) term += (term.empty() ? "" : ", ") + name;
  return option.takes_value() ? term + " TEXT" : term;
}

void print_group(std::ostream& out,
                 std::size_t width,
                 const CommandLine& line,
                 OptionGroup group,
                 const std::string& heading) {
  std::vector<Entry> entries;
  for (const auto& option : line.options()) {
    if (option.is_argument() || option.group != group) continue;
    entries.emplace_back(option_term(option), option.help);
  }
  if (entries.empty()) return;
  out << '\n' << heading << '\n';
  print_entries(out, width, entries);
}

struct Topic {
  const char* name;
  const char* heading;
  std::vector<std::pair<const char*, const char*>> entries;
};

// NOLINTNEXTLINE(readability-function-size): a table
const std::vector<Topic>& topic_table() {
  static const std::vector<Topic> table = {
      {"exit-codes",
       N_("How a command ends"),
       {{"0", N_("done; an empty list too")},
        {"1", N_("failed; a check that found a fault")},
        {"2", N_("the command line itself is wrong")},
        {"3", N_("finished, some rows refused")},
        {"4", N_("not found, or several would fit")},
        {"5", N_("in conflict with what the book holds, or a duplicate")},
        {"6", N_("the book stayed busy for 30 seconds")},
        {"7", N_("nothing matched, with --fail-empty")},
        {"8", N_("declined")},
        {"65", N_("a file was refused whole for what is in it")},
        {"78", N_("a configuration file is wrong")},
        {"130", N_("stopped with Ctrl-C")},
        {"141", N_("the reader of the output went away")}}},
      {"values",
       N_("How values are typed"),
       {{N_("amounts"),
         N_("10亿元, 4.5亿港币, 5000万, US$521.5m, 1.2bn USD, ￥3,200,000.50; a bare number needs "
            "--unit; 'undisclosed' where nobody said")},
        {N_("dates"),
         N_("2020-05-19, 5月19日, May 19, yesterday, 上周五, -3d, +10d; 2020-05, 2020Q2, 5月中旬 "
            "keep "
            "their precision")},
        {N_("periods"),
         N_("2020, 2020H1, 2020Q2, 2020-05, 2020-W21, ytd, last-month, 2020-03-24..2020-03-31")},
        {N_("references"),
         N_("P-31, p31, 31 where the kind is clear, or a fragment of a name in either language")},
        {N_("lists"),
         N_("items between ';', the fields of an item between '|'; '+' in front adds "
            "to the list")}}},
      {"measures",
       N_("What totals can count, and by what"),
       {{N_("dimensions"),
         N_("county city chain industry stage year half quarter month week origin source company "
            "flag program mode leader size currency, several between ','")},
        {N_("counts"),
         N_("projects effective_leads negotiations delegations visits events signed contracts "
            "started producing forecast_jobs")},
        {N_("amounts"),
         N_("contract_amount planned_investment outside_amount fixed_assets funds funds_domestic "
            "funds_foreign forecast_sales forecast_tax; land in mu")},
        {N_("quotients"),
         N_("performance_rate start_rate production_rate funds_rate conversion share_of_count "
            "share_of_amount intensity tax_per_mu, each with its two numbers")},
        {N_("changes"),
         N_("yoy (同比) and mom (环比) after a measure, or as signed:yoy; of a rate in points")},
        {N_("definitions"),
         N_("below each table; 'totals --explain' names the records, 'totals --list KEY:MEASURE' "
            "lists them")},
        {N_("days"),
         N_("--at 2020-10-31: by the records' own days, whenever they were entered; --as-of: as "
            "the "
            "book stood then; a month or a quarter counts in a period that holds it whole, the one "
            "that is not over in the year so far; what may lie in a period is told")},
        {N_("unknown"),
         N_("an amount nobody stated is never counted as 0: Known says of how many")},
        {N_("rates"),
         N_("the latest on or before a record's own date; --rate-basis, --missing-rate and --in "
            "change that")}}},
      {"where",
       N_("Conditions for --where"),
       {{N_("ask of"),
         N_("county city title chain industry content stage leader task_force program company flag "
            "origin source capital amount planned land jobs size date mode currency, or their "
            "Chinese names")},
        {N_("records"),
         N_("'list --where' and 'edit --where' of every kind ask of its fields, by their names or "
            "headings, and of id; of projects and signings also of all the above")},
        {N_("compare"),
         N_("= != < <= > >= in (a, b), not in, between a and b, contains, is unknown; 等于 不低于 "
            "属于 包含")},
        {N_("join"), N_("and or not, parentheses; 且 或 非")},
        {N_("values"),
         N_("as everywhere: 1亿, 2020H1, 拜泉; in quotes where a value holds such words")},
        {N_("unknown"), N_("what compares with something unknown is neither true nor false")},
        {N_("example"), N_("county in (克山,拜泉) and amount >= 1亿 and not stage = terminated")}}},
      {"sql",
       N_("Statements of your own"),
       {{N_("views"),
         N_("'leadbook sql --views' lists them with their columns, 'leadbook sql --views project' "
            "those of one: project, signing, negotiation, delegation, company, county, "
            "project_stage ... and the lists records hold, as signing_parties")},
        {N_("columns"),
         N_("a date is two: date_first and date_last, the first and the last day it can mean; an "
            "amount is amount (a text), amount_minor (fen or cents, to reckon with), "
            "amount_currency and amount_qualifier; another record is its name, its _ref (P-31) "
            "and its _id, to join by")},
        {N_("example"),
         N_("leadbook sql \"select county, sum(amount_minor) / 100.0 as yuan from posting where "
            "measure = 'contract_amount' and amount_currency = 'CNY' and date_first >= "
            "'2020-01-01' and date_last <= '2020-06-30' group by county order by yuan desc\"")},
        {N_("what counts"),
         N_("posting has a row for each amount that counts in totals, a supplement only with what "
            "it adds; signing has the papers as they are signed, and a supplement's amount there "
            "is the contract's new one")},
        {N_("values"),
         N_("--set county=克山县 gives :county in the statement a value, so that it needs no "
            "quotes")},
        {N_("functions"),
         N_("of every book: count sum avg min max round abs sign sqrt power ln exp coalesce nullif "
            "lower upper length substr replace trim ltrim rtrim, and row_number rank dense_rank "
            "lag lead first_value last_value ntile with OVER")},
        {N_("in a file"),
         N_("SQLite's language, with group_concat iif ifnull instr printf total date strftime "
            "julianday")},
        {N_("on a server"),
         N_("PostgreSQL's, with string_agg concat greatest least to_char to_date date_trunc "
            "extract percentile_cont stddev generate_series left right split_part strpos")},
        {N_("limits"),
         N_("one SELECT, WITH or VALUES that reads the views and nothing else, 30 seconds "
            "(--timeout), 256 MB of answer, 10,000 rows on the screen (--limit); it cannot write, "
            "open files or reach the change log")}}},
      {"server",
       N_("A book on a PostgreSQL server"),
       {{N_("address"),
         N_("--db postgresql://USER@HOST/DATABASE?book=NUMBER, or LEADBOOK_DB; --book NUMBER "
            "chooses another book of that server. The number is that of the county or city, as "
            "230229")},
        {N_("password"),
         N_("in ~/.pgpass (HOST:PORT:DATABASE:USER:PASSWORD, mode 600) or in a service file "
            "(?service=NAME), never in the address")},
        {N_("encryption"),
         N_("?sslmode=verify-full&sslrootcert=FILE, or PGSSLMODE; whatever else the PostgreSQL "
            "client library knows is handed on to it")},
        {N_("making a book"),
         N_("'leadbook book init --city NAME --book NUMBER' makes the schema book_NUMBER and the "
            "roles, in a database of UTF-8, by an account that may make roles and schemas")},
        {N_("roles"),
         N_("DATABASE_NUMBER_writer writes a book, DATABASE_NUMBER_viewer reads it, "
            "DATABASE_reader reads every one, DATABASE_owner owns them: GRANT "
            "\"city_230229_writer\" "
            "TO account")},
        {N_("all books"),
         N_("--book all reads every book as one, by the views of the schema book_all: "
            "P-230229.31 is project 31 of book 230229")},
        {N_("upgrading"),
         N_("'leadbook book upgrade DIR' brings a book that an earlier one made to its version, "
            "after "
            "a copy in a folder, by an account of DATABASE_owner; until then it can be read, and "
            "--book all wants every book at one version")},
        {N_("moving"),
         N_("'leadbook book copy FROM TO' between files and servers; 'leadbook book merge FROM' "
            "brings a copy back")},
        {N_("backups"),
         N_("'leadbook book backup DIR' into a file; or 'pg_dump --schema=book_NUMBER DATABASE', "
            "brought back with psql after 'DROP SCHEMA book_NUMBER CASCADE', whereupon 'leadbook "
            "book init' makes the views of all books anew")}}},
      {"backups",
       N_("Backups, and how to use them"),
       {{N_("by hand"),
         N_("'leadbook book backup' puts one into 'backups' beside the book, or the folder of "
            "backup.dir; 'leadbook book backup DIR' into another. It is taken while others write, "
            "checked whole, and named by day, last entry and its hash: "
            "book-2026-11-27-412-1a2b3c4d5e6f.db")},
        {N_("by itself"),
         N_("with the first write of a day, once that is stored, while the book is under 16 MB "
            "(….daily.db); what could not be done is told, and fails no write")},
        {N_("kept"),
         N_("the newest 30 daily ones; backup.keep says how many, 0 makes none. No others are "
            "ever removed")},
        {N_("a whole book"),
         N_("'leadbook book restore FILE' checks the backup, tells what it lacks, asks (-y "
            "assents) and keeps the book that was there under another name, from which 'leadbook "
            "book merge' brings entries back")},
        {N_("one record"),
         N_("'leadbook book restore FILE --record P-31' makes it what it was, as an entry that can "
            "be undone")},
        {N_("damage"),
         N_("'leadbook book check' says part by part what is whole, exit 1 where something is not; "
            "'leadbook book check --repair NEW' makes the tables anew from a whole log")},
        {N_("persons"),
         N_("the personal details of contacts stand in no log and go for good with 'leadbook "
            "contact "
            "erase L-2', which names the backups that still hold them; restoring one of these "
            "brings "
            "them back. What other records name (members of a trip, representatives) is in the log "
            "and stays there")},
        {N_("no backup"), N_("a copy of the file by other means while somebody writes")}}},
  };
  return table;
}

}  // namespace

int exit_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::failed:
      return 1;
    case ErrorKind::usage:
      return 2;
    case ErrorKind::rows_refused:
      return 3;
    case ErrorKind::not_found:
      return 4;
    case ErrorKind::conflict:
      return 5;
    case ErrorKind::busy:
      return 6;
    case ErrorKind::empty:
      return 7;
    case ErrorKind::declined:
      return 8;
    case ErrorKind::refused:
      return 65;
    case ErrorKind::configuration:
      return 78;
    case ErrorKind::interrupted:
      return 130;
    case ErrorKind::closed_pipe:
      return 141;
  }
  return 1;
}

void print_commands(std::ostream& out, std::size_t width, const std::string& noun) {
  if (noun.empty()) {
    out << say("leadbook — the investment-lead book of a county or city") << "\n\n";
    out << say("Usage: leadbook NOUN VERB [REF...] [--option value]") << '\n';
  }
  std::string last;
  std::vector<Entry> entries;
  for (const auto& command : commands()) {
    if (!noun.empty() && noun != command.noun) continue;
    entries.emplace_back(command_name(command), translate(command.summary));
  }
  out << '\n' << say("Commands") << '\n';
  print_entries(out, usable(width), entries);
  out << '\n' << say("'leadbook COMMAND --help' shows the options of a command.") << '\n';
  if (!noun.empty()) return;
  out << say("'leadbook help TOPIC' explains values, measures, where, sql, server, backups and "
             "exit-codes.")
      << '\n';
}

void print_command_help(std::ostream& out,
                        std::size_t width,
                        const Command& command,
                        const CommandLine& line) {
  const auto columns = usable(width);
  std::string usage = "leadbook " + command_name(command);
  std::vector<Entry> arguments;
  for (const auto& option : line.options()) {
    if (!option.is_argument()) continue;
    usage += " [" + option.names.front() + "]";
    arguments.emplace_back(option.names.front(), option.help);
  }
  out << translate(command.summary) << "\n\n" << say("Usage: {} [--option value]", usage) << '\n';
  if (!arguments.empty()) {
    out << '\n' << say("Arguments") << '\n';
    print_entries(out, columns, arguments);
  }
  print_group(out, columns, line, OptionGroup::own, say("Options"));
  print_group(out, columns, line, OptionGroup::output, say("Output"));
  print_group(out, columns, line, OptionGroup::global, say("For every command"));
}

bool print_topic(std::ostream& out, std::size_t width, const std::string& name) {
  for (const auto& topic : topic_table()) {
    if (name != topic.name) continue;
    std::vector<Entry> entries;
    for (const auto& [term, text] : topic.entries) {
      entries.emplace_back(translate(term), translate(text));
    }
    out << translate(topic.heading) << "\n\n";
    print_entries(out, usable(width), entries);
    return true;
  }
  return false;
}

std::vector<std::string> topics() {
  std::vector<std::string> names;
  for (const auto& topic : topic_table()) names.emplace_back(topic.name);
  return names;
}

}  // namespace leadbook::cli
