#include "cli/help/help.hpp"

#include "cli/help/page.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

struct Topic {
  const char* name;
  const char* chinese;  // its name where help is Chinese; either is understood
  const char* heading;
  std::vector<std::pair<const char*, const char*>> entries;
};

// NOLINTNEXTLINE(readability-function-size): a table
const std::vector<Topic>& topic_table() {
  static const std::vector<Topic> table = {
      {"exit-codes",
       "退出代码",
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
       "取值",
       N_("How values are typed"),
       {{N_("amounts"),
         N_("10亿元, 4.5亿港币, 5000万, US$521.5m, 1.2bn USD, ￥3,200,000.50; a bare number needs "
            "--unit; 'undisclosed' where nobody said; 3-5亿元 is at least 3亿, its words kept")},
        {N_("dates"),
         N_("2020-05-19, 5月19日, May 19, yesterday, 上周五, -3d, +10d; what is due also 月底前, "
            "12月5日前, 10天内; 2020-05, 2020Q2, 5月中旬 keep their precision")},
        {N_("periods"),
         N_("2020, 2020H1, 2020Q2, 2020-05, 2020-W21, ytd, last-month, 2020-03-24..2020-03-31, "
            "1-11月, 前三季度, 近30天")},
        {N_("references"),
         N_("P-31, p31, 31 where the kind is clear, a fragment of a name in either language, or "
            "how it "
            "is read, in small letters: huakai, hkjt; @ is what you changed last. Of several that "
            "fit you are asked on a terminal")},
        {N_("lists"),
         N_("items between ';', the fields of an item between '|'; '+' in front adds "
            "to the list")}}},
      {"reports",
       "报告",
       N_("What draft reads in a report"),
       {{N_("is read"),
         N_("firms and chambers; trips with leader, post, days and stops; talks with mode, "
            "subject, "
            "outcome and next step; projects with investors, money, land, jobs and stage; signings "
            "with parties and amount; funds; events; printed counts and sums; tasks with owner and "
            "day; Chinese in both scripts, English")},
        {N_("is not read"),
         N_("hopes, plans and orders (力争, 拟, 要) as facts; targets and percentages; what a firm "
            "owns; members of a trip; phases of a project; a firm alone of which nothing is told")},
        {N_("years"),
         N_("the day of the report gives the year of days without one; where it has none, the "
            "latest such day is taken and graded inferred")},
        {N_("grades"),
         N_("stated: the words say so; inferred: it follows from elsewhere; --only stated takes "
            "the first alone")},
        {N_("stored"),
         N_("nothing unseen: at a terminal all, one by one or none; elsewhere with -y; as one "
            "entry. What the book has stays as it is; what cannot be stored is told, exit 3")},
        {N_("files"), N_("txt in UTF-8, GB18030 or Big5, html, docx; - reads the input")}}},
      {"measures",
       "指标",
       N_("What totals can count, and by what"),
       {{N_("dimensions"),
         N_("county city chain industry stage year half quarter month week origin source company "
            "flag program mode leader size currency project, several between ','; "
            "size(1000万,1亿): each bound and above; bands(1000万,1亿): from each to the next")},
        {N_("counts"),
         N_("projects effective_leads negotiations delegations visits events signed contracts "
            "started completed producing reserve in_talks forecast_jobs")},
        {N_("amounts"),
         N_("contract_amount planned_investment outside_amount fixed_assets funds funds_domestic "
            "funds_foreign forecast_sales forecast_tax reserve_investment talks_investment "
            "started_investment completed_investment producing_investment year_plan year_done; "
            "land in mu")},
        {N_("quotients"),
         N_("performance_rate start_rate production_rate funds_rate conversion share_of_count "
            "share_of_amount intensity tax_per_mu year_rate, each with its two numbers")},
        {N_("of one"),
         N_("average (平均) and median (中位数) after an amount, land or jobs: what one project "
            "has")},
        {N_("stages"),
         N_("--stage started: of the projects that came there within the period, what they state; "
            "--stage in_talks, reserve, or any with --standing: of those that stand there at its "
            "end")},
        {N_("sums"),
         N_("--with-reported adds what counties report without projects ('aggregate add'): as much "
            "as it exceeds their records of the same time, in a column of its own")},
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
       "条件",
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
       "查询",
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
       "服务器",
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
       "备份",
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
      {"dates",
       "日期",
       N_("How days and periods are typed"),
       {{N_("a day"),
         N_("2020-05-19, 2020/5/19, 5月19日, May 19; today, yesterday, 昨天, 上周五; -3d and +10d "
            "count "
            "days, eom is the month's end")},
        {N_("without a year"),
         N_("what has happened is the latest such day, what is due the next one; the day it was "
            "taken for is told")},
        {N_("less exact"),
         N_("2020-05, 2020Q2, 2020H1, 2020, 5月中旬: kept as exact as that, and counted in the "
            "periods "
            "that contain it whole")},
        {N_("periods"),
         N_("2020, 2020H1, 2020Q2, 2020-05, 2020-W21, ytd, last-month, 本月, 上周, "
            "2020-03-24..2020-03-31")},
        {N_("days to come"),
         N_("of what is said to have happened, a day to come is asked about; -y assents")},
        {N_("which day it is"), N_("that of Beijing, wherever the computer is")}}},
      {"money",
       "金额",
       N_("How amounts are typed and shown"),
       {{N_("with a unit"), N_("10亿元, 5000万, 3.1个亿, 四百二十五亿元, 1 billion yuan")},
        {N_("in another currency"),
         N_("4.5亿港币, US$521.5m, HK$450 million, 1.2bn USD, 100万欧元")},
        {N_("in digits alone"),
         N_("3,200,000.50 needs --unit, or a unit in the settings: nothing is guessed")},
        {N_("not exact"), N_("近3亿元, 2000余万元, about 3亿: the word is kept with the amount")},
        {N_("not known"), N_("undisclosed, 面议, 未披露, 数千万元: never counted as 0")},
        {N_("shown"),
         N_("--unit yuan, 万, 亿 or auto, with --digits; csv, xlsx and json are exact")},
        {N_("exchange rates"),
         N_("'leadbook rate add HKD 0.9154 --on 2020-03-25', 'leadbook rate import FILE'; totals "
            "use "
            "the latest on or before a record's own day")}}},
      {"filters",
       "筛选",
       N_("Which records a list shows"),
       {{N_("options"),
         N_("--county, --stage, --company, --period, --text and others of each list: all of them "
            "must "
            "hold; 'leadbook help project list' tells them")},
        {N_("conditions"),
         N_("--where \"county in (克山,拜泉) and amount >= 1亿\" for whatever else; see 'leadbook "
            "help "
            "where'")},
        {N_("order and size"),
         N_("--sort -amount, the greatest first; --limit 20; --columns id,title,amount")},
        {N_("words"),
         N_("those of the screen, in either language: --stage 签约, --stage signed; a tab "
            "completes "
            "them")},
        {N_("nothing found"), N_("is no error; --fail-empty ends with 7")},
        {N_("in the past"), N_("--as-of 2020-03-31, the book as it stood then")}}},
      {"import",
       "导入",
       N_("Records from sheets and other files"),
       {{N_("to begin"),
         N_("'leadbook import signings 签约.xlsx --key contract_no --dry-run' says what would come "
            "of "
            "it; without --dry-run it is done, 'leadbook undo' takes it back")},
        {N_("files"),
         N_("xlsx, csv, tsv, json, jsonl; encoding and delimiter are found out; - is the standard "
            "input")},
        {N_("columns"),
         N_("known under their many headings; --map HEADING=FIELD names another, --map HEADING=- "
            "passes one over, --save-map keeps it")},
        {N_("the key"),
         N_("--key contract_no: a row with the key of a record changes it; without, the same again "
            "is "
            "refused")},
        {N_("what a file leaves out"),
         N_("--default county=克山县, --default unit=万元, --year 2020, --date-order dmy")},
        {N_("what is wrong"),
         N_("is told by file, line and column, and nothing is written; --on-error skip writes the "
            "others, --rejects FILE keeps these to be mended")},
        {N_("an empty sheet"),
         N_("'leadbook import template signings -o 签约.xlsx', to fill in")}}},
      {"output",
       "输出",
       N_("How a list or an answer is written"),
       {{"-F, --format", N_("text, csv, tsv, json, jsonl or md; html and xlsx into a file")},
        {"--json", N_("the same as -F json")},
        {"-o, --output", N_("into a file, its format by its extension")},
        {"--columns", N_("only these columns, as id,title")},
        {"--sort", N_("order by a column; -column for the greatest first")},
        {"--limit", N_("only the first rows")},
        {"-w, --wide", N_("rows as long as they are: nothing is wrapped, no column gives way")},
        {"--digits", N_("decimals of amounts; with --unit 万 or 亿 two as usual")},
        {"--no-header", N_("no line of headings")},
        {"--bom", N_("a byte order mark first, for spreadsheets")},
        {"--fail-empty", N_("exit 7 where nothing matches")}}},
      {"options",
       "通用选项",
       N_("Options of every command"),
       {{"--db", N_("the book's file, or postgresql://HOST/DATABASE?book=NUMBER")},
        {"--book", N_("which book of a server; all reads every one of them")},
        {"--lang", N_("language: en or zh")},
        {"--user", N_("who writes, for the change log")},
        {"--unit", N_("unit of amounts: yuan, 万, 亿 or auto")},
        {"--color", N_("colour: auto, always or never")},
        {"--request", N_("a name for this write; repeating it changes nothing")},
        {"-q, --quiet", N_("no line about what was done")},
        {"-v, --verbose", N_("which book, which settings, and how long it took")},
        {"--ascii", N_("lines and bars in ASCII alone; LEADBOOK_ASCII=1 as well")},
        {"--no-input", N_("never ask")},
        {"-y, --yes", N_("yes to every question")}}},
      {"environment",
       "环境",
       N_("Files and variables"),
       {{N_("the book"),
         N_("$XDG_DATA_HOME/leadbook/book.db, else ~/.local/share/leadbook/book.db; --db or "
            "LEADBOOK_DB names another")},
        {N_("settings"),
         N_("./.leadbook.toml, then $XDG_CONFIG_HOME/leadbook/config.toml, else "
            "~/.config/leadbook/config.toml; 'leadbook config list' shows them and where each "
            "comes "
            "from")},
        {N_("variables"),
         N_("LEADBOOK_DB, LEADBOOK_BOOK, LEADBOOK_LANG, LEADBOOK_USER, LEADBOOK_UNIT, "
            "LEADBOOK_COLOR, LEADBOOK_BACKUP_DIR, LEADBOOK_BACKUP_KEEP: before the files, after "
            "the "
            "options")},
        {N_("language"), N_("LEADBOOK_LANG, else LC_ALL, LC_MESSAGES, LANG")},
        {N_("screen"),
         N_("COLUMNS is its width; NO_COLOR and TERM=dumb: no colour; CLICOLOR_FORCE=1: colour in "
            "a pipe too; LEADBOOK_PAGER, else PAGER, else less shows what is longer, nothing or "
            "cat: no "
            "pager")},
        {N_("backups"), N_("beside the book, in 'backups'; see 'leadbook help backups'")}}},
      {"bug",
       "报错",
       N_("What to send when something is wrong"),
       {{N_("the version"), N_("'leadbook --version', all its lines")},
        {N_("the command"), N_("as it was typed, and all it printed, with the exit code: echo $?")},
        {N_("the book"),
         N_("'leadbook book info' and 'leadbook book check'; the book itself only where its "
            "records may be shown")},
        {N_("what was expected"), N_("and what came instead, in a sentence")},
        {N_("the least that shows it"),
         N_("a new book with made-up records, as 'leadbook --db try.db book init --city 齐齐哈尔', "
            "is "
            "best")},
        {N_("not to send"), N_("passwords, and the personal details of contacts")}}},
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

void print_noun(std::ostream& out, std::size_t width, const std::string& noun) {
  std::vector<Entry> entries;
  for (const auto& command : commands()) {
    if (noun == command.noun)
      entries.emplace_back(command_name(command), translate(command.summary));
  }
  out << say("Commands") << '\n';
  print_entries(out, usable(width), entries);
  out << '\n' << say("'leadbook help {} VERB' shows one of them, with examples.", noun) << '\n';
}

bool print_topic(std::ostream& out, std::size_t width, const std::string& name) {
  for (const auto& topic : topic_table()) {
    if (name != topic.name && name != topic.chinese) continue;
    out << translate(topic.heading) << "\n\n";
    print_entries(out, usable(width), topic_entries(topic.name));
    return true;
  }
  return false;
}

std::vector<std::string> topics() {
  std::vector<std::string> names;
  for (const auto& topic : topic_table()) names.emplace_back(choose(topic.name, topic.chinese));
  return names;
}

const char* topic_heading(const std::string& identifier) {
  for (const auto& topic : topic_table()) {
    if (identifier == topic.name) return topic.heading;
  }
  return "";
}

std::vector<Entry> topic_entries(const std::string& identifier) {
  std::vector<Entry> entries;
  for (const auto& topic : topic_table()) {
    if (identifier != topic.name && identifier != topic.chinese) continue;
    for (const auto& [term, text] : topic.entries) {
      entries.emplace_back(translate(term), translate(text));
    }
  }
  return entries;
}

std::string topic_name(const std::string& identifier) {
  for (const auto& topic : topic_table()) {
    if (identifier == topic.name) return std::string(choose(topic.name, topic.chinese));
  }
  return identifier;
}

}  // namespace leadbook::cli
