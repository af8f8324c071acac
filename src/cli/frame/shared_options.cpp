#include "cli/frame/shared_options.hpp"

#include "leadbook/domain/date/happened.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {

void add_global_options(CommandLine& line, Env& env) {
  const auto setting =
      [&](const std::string& names, const std::string& name, const std::string& help) {
        const auto take = [&env, name](const std::string& text) {
          env.settings().set(name, text, "--" + name);
        };
        line.add_text(names, take, help, OptionGroup::global);
      };
  setting("--db", "db", say("the book's file, or postgresql://HOST/DATABASE?book=NUMBER"));
  setting("--book", "book", say("which book of a server; all reads every one of them"));
  setting("--lang", "lang", say("language: en or zh"));
  setting("--user", "user", say("who writes, for the change log"));
  setting("--unit", "unit", say("unit of amounts: yuan, 万, 亿 or auto"));
  setting("--color", "color", say("colour: auto, always or never"));
  line.add_text("--request",
                env.options().request,
                say("a name for this write; repeating it changes nothing"),
                OptionGroup::global);
  line.add_switch(
      "-q,--quiet", env.options().quiet, say("no line about what was done"), OptionGroup::global);
  line.add_switch("--no-input", env.options().no_input, say("never ask"), OptionGroup::global);
  line.add_switch(
      "-y,--yes", env.options().assume_yes, say("yes to every question"), OptionGroup::global);
}

void add_as_of_option(CommandLine& line, Env& env) {
  line.add_text(
      "--as-of",
      [&env](const std::string& text) { env.options().as_of = text; },
      say("the book as it stood at the end of a day, or after entry '#12' of its log"));
}

void add_at_option(CommandLine& line, std::string& at) {
  line.add_text("--at",
                at,
                say("the figures as at the end of a day, by the records' own days, whenever they "
                    "were entered"));
}

void read_at(Env& env, const std::string& at) {
  if (at.empty()) return;
  const auto today = env.today();
  const auto date = parse_past_date(at, today);
  if (!date) throw Error(ErrorKind::usage, "--at: " + date.problem().message);
  if (date->first > today) {
    throw Error(ErrorKind::usage,
                say("--at: {} is yet to come; today is {}", format_date(*date), format_day(today)));
  }
  env.options().at = happened_by(*date, today).last;
}

Option& add_where_option(CommandLine& line, std::string& text) {
  return line.add_text(
      "--where",
      text,
      say("only what fits: \"county in (Keshan, Baiquan) and amount >= 100m\"; see "
          "'leadbook help where'"));
}

std::optional<Condition> read_where(Env& env,
                                    const std::string& text,
                                    std::span<const Criterion> criteria) {
  if (text.empty()) return {};
  ConditionReading reading;
  reading.today = env.today();
  reading.unit = env.settings().bare_unit();
  reading.resolve = [&env](Kind kind, std::string_view name) {
    return env.resolver().resolve(kind, name);
  };
  auto condition = Condition::parse(text, criteria, reading);
  env.tell_notes(env.resolver().take_notes());
  if (!condition) throw Error(ErrorKind::usage, "--where: " + condition.problem().message);
  return std::move(*condition);
}

void add_personal_option(CommandLine& line, Env& env) {
  line.add_switch("--personal",
                  env.output().personal,
                  say("with the personal details of contacts, which else only the screen shows"),
                  OptionGroup::output);
}

void add_record_output_options(CommandLine& line, Env& env) {
  line.add_switch(
      "--json", env.output().json, say("print the result as JSON"), OptionGroup::output);
}

void add_form_options(CommandLine& line, Env& env, const std::string& formats) {
  auto& output = env.output();
  line.add_text("-F,--format", output.format, formats, OptionGroup::output);
  add_record_output_options(line, env);
  line.add_text("-o,--output",
                output.file,
                say("write to a file, its format by its extension"),
                OptionGroup::output);
}

void add_listing_switches(CommandLine& line, Env& env) {
  auto& output = env.output();
  line.add_switch("--no-header", output.no_header, say("no line of headings"), OptionGroup::output);
  line.add_switch(
      "--bom", output.bom, say("a byte order mark first, for spreadsheets"), OptionGroup::output);
  line.add_switch(
      "--fail-empty", output.fail_empty, say("exit 7 where nothing matches"), OptionGroup::output);
}

void add_output_options(CommandLine& line, Env& env) {
  auto& output = env.output();
  add_form_options(line, env, say("text, csv, tsv, json, jsonl or md"));
  line.add_text(
      "--columns", output.columns, say("only these columns, as id,title"), OptionGroup::output);
  line.add_text("--sort",
                output.sort,
                say("order by a column; -column for the greatest first"),
                OptionGroup::output);
  line.add_text("--limit", output.limit, say("only the first rows"), OptionGroup::output);
  line.add_switch("-w,--wide",
                  output.wide,
                  say("rows as long as they are: nothing is wrapped, no column gives way"),
                  OptionGroup::output);
  line.add_text("--digits",
                output.digits,
                say("decimals of amounts; with --unit 万 or 亿 two as usual"),
                OptionGroup::output);
  add_listing_switches(line, env);
}

}  // namespace leadbook::cli
