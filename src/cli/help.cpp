#include "cli/help.hpp"

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

std::string option_term(const CLI::Option& option) {
  std::string term;
  for (const auto& name : option.get_snames()) term += (term.empty() ? "-" : ", -") + name;
  for (const auto& name : option.get_lnames()) term += (term.empty() ? "--" : ", --") + name;
  if (option.get_expected_min() > 0 && option.get_type_size() > 0)
    term += " " + option.get_type_name();
  return term;
}

void print_group(std::ostream& out,
                 std::size_t width,
                 const CLI::App& app,
                 const std::string& group,
                 const std::string& heading) {
  std::vector<Entry> entries;
  for (const auto* option : app.get_options()) {
    if (option->get_positional() || option->get_group() != group) continue;
    entries.emplace_back(option_term(*option), option->get_description());
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

const std::vector<Topic>& topic_table() {
  static const std::vector<Topic> table = {
      {"exit-codes",
       N_("How a command ends"),
       {{"0", N_("done; an empty list too")},
        {"1", N_("failed")},
        {"2", N_("the command line is wrong")},
        {"3", N_("finished, some rows refused")},
        {"4", N_("not found, or several would fit")},
        {"5", N_("in conflict with what the book holds, or a duplicate")},
        {"6", N_("the book stayed busy for 30 seconds")},
        {"7", N_("nothing matched, with --fail-empty")},
        {"8", N_("declined")},
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
            "DATABASE_reader reads every one, DATABASE_owner owns them: GRANT \"city_230229_writer\" "
            "TO account")},
        {N_("all books"),
         N_("--book all reads every book as one, by the views of the schema book_all: "
            "P-230229.31 is project 31 of book 230229")},
        {N_("moving"),
         N_("'leadbook book copy FROM TO' between files and servers; 'leadbook book merge FROM' "
            "brings a copy back")}}},
  };
  return table;
}

}  // namespace

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
  out << say("'leadbook help values', 'help server' and 'help exit-codes' explain these.") << '\n';
}

void print_command_help(std::ostream& out,
                        std::size_t width,
                        const Command& command,
                        const CLI::App& app) {
  const auto columns = usable(width);
  std::string usage = "leadbook " + command_name(command);
  std::vector<Entry> arguments;
  for (const auto* option : app.get_options()) {
    if (!option->get_positional()) continue;
    const auto name = option->get_name(true);
    usage += " [" + name + "]";
    arguments.emplace_back(name, option->get_description());
  }
  out << translate(command.summary) << "\n\n" << say("Usage: {} [--option value]", usage) << '\n';
  if (!arguments.empty()) {
    out << '\n' << say("Arguments") << '\n';
    print_entries(out, columns, arguments);
  }
  print_group(out, columns, app, "Options", say("Options"));
  print_group(out, columns, app, "output", say("Output"));
  print_group(out, columns, app, "global", say("For every command"));
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
