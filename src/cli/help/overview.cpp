// The first page of help: what people do, and the commands for it.
#include <algorithm>

#include "cli/help/help.hpp"
#include "cli/help/page.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

/// One line: commands and what they are for.
struct Line {
  const char* group;  // "" for the group of the line before
  const char* commands;
  const char* text;
};

const std::vector<Line>& lines() {
  static const std::vector<Line> table = {
      {N_("Write down"), N_("new TITLE"), N_("a project: new 肉鸭全产业链 --county 拜泉")},
      {"", N_("log [WORDS]"), N_("a visit: log 昨天 华凯集团 意向; alone it asks")},
      {"", N_("sign PROJECT"), N_("a signing: sign P-1 --amount 2.6亿元")},
      {"", "promise kept next", N_("a promise, that it was kept, the next step")},
      {"", "draft FILE", N_("records that a report or a message tells of")},
      {N_("Look up"), "due bulletin", N_("what is due; the report of a week, month or year")},
      {"", N_("show RECORD"), N_("all that is known of one record")},
      {"", N_("search TEXT"), N_("records whose names hold a text")},
      {"", "use trip", N_("the trip one is on; the report of a trip")},
      {N_("Count"), "totals", N_("any measure by county, chain, month ...")},
      {"", "rank funnel board", N_("counties ranked; stage by stage; the wall chart")},
      {"", "report sql", N_("a query kept by name; your own statement")},
      {N_("Files"), "import export map", N_("sheets in and out; the columns of an office")},
      {N_("Put right"), "history undo redo", N_("who changed what; take it back")},
      {N_("Whole book"), "book config", N_("make, check, back up, copy it; the settings")},
      {"", "completion", N_("for a shell to complete commands and records")},
  };
  return table;
}

/// The kinds of record, each with add, list, show, edit and remove.
std::string kinds_of_record() {
  std::string all;
  for (const auto& command : commands()) {
    const std::string_view verb = command.verb;
    if (verb != "list" || !needs_verb(command.noun) || std::string_view(command.noun) == "book" ||
        std::string_view(command.noun) == "config" || std::string_view(command.noun) == "report") {
      continue;
    }
    all += (all.empty() ? "" : " ") + std::string(command.noun);
  }
  return all;
}

std::string joined_topics() {
  std::string all;
  for (const auto& name : topics()) all += (all.empty() ? "" : " ") + name;
  return all;
}

}  // namespace

void print_overview(std::ostream& out, std::size_t width) {
  const auto columns = usable(width);
  std::size_t first = text::display_width(say("All kinds")) + 2;
  std::size_t second = 0;
  for (const auto& line : lines()) {
    first = std::max(first, text::display_width(translate(line.group)) + 2);
    second = std::max(second, text::display_width(translate(line.commands)) + 2);
  }
  out << say("Usage: leadbook COMMAND [WORD...] [--option value]; alone: what is due") << '\n';
  for (const auto& line : lines()) {
    out << text::pad(*line.group == '\0' ? "" : translate(line.group), first)
        << text::pad(translate(line.commands), second) << translate(line.text) << '\n';
  }
  print_wrapped(out,
                columns,
                text::pad(say("All kinds"), first) +
                    say("{}: add, list, show, edit, remove", kinds_of_record()),
                first);
  print_wrapped(out,
                columns,
                text::pad(say("Help"), first) +
                    say("help COMMAND, with examples; help and a topic: {}", joined_topics()),
                first);
}

}  // namespace leadbook::cli
