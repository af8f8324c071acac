// due: what was promised, ordered and planned, by when, and the command that closes it.
#include "leadbook/service/due/due.hpp"

#include "cli/daily/due_list.hpp"
#include "cli/frame/commands.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/present/calendar.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using service::DueItem;

struct DueOptions {
  std::string county;
  std::string project;
  std::string owner;
  std::string until;
  std::string calendar;  // --ics
};

present::Table due_table(const std::vector<DueItem>& items, store::Names& names) {
  const auto named = [&](Kind kind, std::int64_t number) {
    return number == 0 ? std::string() : names({kind, number});
  };
  const std::vector<present::Field<DueItem>> fields = {
      {say("When"), "when", {}, [](const DueItem& one) { return one.time; }},
      {say("Due"),
       "due",
       {},
       [](const DueItem& one) {
         return one.on ? present::Cell(Date::of(*one.on)) : present::Cell();
       }},
      {say("Days late"),
       "days_late",
       text::Align::right,
       [](const DueItem& one) { return one.days_late; }},
      {say("What"), "what", {}, [](const DueItem& one) { return one.thing; }},
      {say("ID"), "id", {}, [](const DueItem& one) { return one.record; }},
      {say("To do"), "text", {}, [](const DueItem& one) { return one.text; }},
      {say("Owner"), "owner", {}, [](const DueItem& one) { return one.owner; }},
      {say("County"),
       "county",
       {},
       [&](const DueItem& one) { return named(Kind::county, one.county.number); }},
      {say("Project"),
       "project",
       {},
       [&](const DueItem& one) { return named(Kind::project, one.project.number); }},
      {say("Command"),
       "command",
       {},
       [](const DueItem& one) { return "leadbook " + told_words(one.command); }},
  };
  return present::make_table("due", fields, items);
}

service::DueQuery read_query(const DueOptions& options, Env& env) {
  service::DueQuery query;
  query.today = env.today();
  query.owner = options.owner;
  const auto number = [&](Kind kind, const std::string& text) {
    return text.empty() ? 0 : env.resolver().resolve(kind, text);
  };
  query.county = {number(Kind::county, options.county)};
  query.project = {number(Kind::project, options.project)};
  env.tell_notes(env.book().resolver_notes());
  if (options.until.empty()) return query;
  const auto until = parse_date(options.until, Outlook{query.today, query.today, Toward::future});
  if (!until) throw Error(ErrorKind::usage, "--until: " + until.problem().message);
  query.until = until->last;
  return query;
}

void write_calendar(const std::vector<DueItem>& items,
                    store::Names& names,
                    Env& env,
                    const std::string& file) {
  std::vector<present::CalendarItem> calendar;
  calendar.reserve(items.size());
  for (const auto& item : items) {
    if (!item.on) continue;
    calendar.push_back(
        {item.uid, *item.on, what_text(item, names), "leadbook " + told_words(item.command)});
  }
  const auto write = [&](std::ostream& out) {
    present::write_calendar(out, calendar, env.world().now());
  };
  env.book().end_reading();
  if (file == "-") return write(env.out());
  write_named_file(env, file, write);
}

void run_due(const DueOptions& options, Env& env) {
  auto& db = env.db();
  const auto query = read_query(options, env);
  const auto items = service::find_due(db, query);
  store::Names names(db);
  read_names(items, names);
  if (!options.calendar.empty()) return write_calendar(items, names, env, options.calendar);
  const auto& output = env.output();
  const bool lists = output.columns.empty() && output.sort.empty() && output.limit.empty();
  if (prints_for_people(env) && lists && !output.fail_empty) {
    print(env, due_list(items, names, query));
  } else {
    print(env, due_table(items, names));
  }
}

}  // namespace

RunCommand add_due(CommandLine& line, Env& env, const Command&) {
  auto options = std::make_shared<DueOptions>();
  line.add_text("--county", options->county, say("only what belongs to this county"));
  line.add_text("--project", options->project, say("only what this project waits for"));
  line.add_text("--owner", options->owner, say("only what these have to do: a part of the name"));
  line.add_text(
      "--until", options->until, say("up to this day; to the end of next week if left out"));
  line.add_text(
      "--ics",
      options->calendar,
      say("write a calendar to this file, for other programs; - for the standard output"));
  add_as_of_option(line, env);
  add_output_options(line, env);
  return [options, &env] { run_due(*options, env); };
}

}  // namespace leadbook::cli
