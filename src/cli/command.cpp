#include "cli/command.hpp"

#include <CLI/CLI.hpp>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {

std::string command_name(const Command& command) {
  return *command.verb == '\0' ? command.noun : std::string(command.noun) + " " + command.verb;
}

void add_text(CLI::App& app,
              const std::string& names,
              std::string& target,
              const std::string& help,
              const std::string& group) {
  const auto take = [&target](const CLI::results_t& results) {
    target = results.back();
    return true;
  };
  auto* option = app.add_option(names, take, help)->type_name("TEXT")->expected(1)->take_last();
  if (!group.empty()) option->group(group);
}

void add_texts(CLI::App& app,
               const std::string& names,
               std::vector<std::string>& target,
               const std::string& help) {
  const auto take = [&target](const CLI::results_t& results) {
    target = results;
    return true;
  };
  app.add_option(names, take, help)
      ->type_name("TEXT")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void add_switch(CLI::App& app,
                const std::string& names,
                bool& target,
                const std::string& help,
                const std::string& group) {
  auto* option = app.add_flag(names, target, help);
  if (!group.empty()) option->group(group);
}

void add_action(CLI::App& app,
                const std::string& names,
                std::function<void()> act,
                const std::string& help) {
  app.add_flag(
      names, [act = std::move(act)](std::int64_t) { act(); }, help);
}

void add_argument(CLI::App& app,
                  const std::string& name,
                  std::string& target,
                  const std::string& help) {
  add_text(app, name, target, help);
}

void add_arguments(CLI::App& app,
                   const std::string& name,
                   std::vector<std::string>& target,
                   const std::string& help) {
  const auto take = [&target](const CLI::results_t& results) {
    target = results;
    return true;
  };
  app.add_option(name, take, help)
      ->type_name("TEXT")
      ->expected(1, -1)
      ->allow_extra_args()
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void keep_following(CLI::App& app) { app.prefix_command(); }

void add_global_options(CLI::App& app, Env& env) {
  const auto setting = [&](const std::string& names,
                           const std::string& name,
                           const std::string& help) {
    const auto take = [&env, name](const CLI::results_t& results) {
      env.settings().set(name, results.back(), "--" + name);
      return true;
    };
    app.add_option(names, take, help)->type_name("TEXT")->expected(1)->take_last()->group("global");
  };
  setting("--db", "db", say("the book's file, or postgresql://HOST/DATABASE?book=NUMBER"));
  setting("--book", "book", say("which book of a server; all reads every one of them"));
  setting("--lang", "lang", say("language: en or zh"));
  setting("--user", "user", say("who writes, for the change log"));
  setting("--unit", "unit", say("unit of amounts: yuan, 万, 亿 or auto"));
  setting("--color", "color", say("colour: auto, always or never"));
  add_text(app,
           "--request",
           env.request,
           say("a name for this write; repeating it changes nothing"),
           "global");
  add_switch(app, "-q,--quiet", env.quiet, say("no line about what was done"), "global");
  add_switch(app, "--no-input", env.no_input, say("never ask"), "global");
  add_switch(app, "-y,--yes", env.assume_yes, say("yes to every question"), "global");
}

void add_as_of_option(CLI::App& app, Env& env) {
  const auto take = [&env](const CLI::results_t& results) {
    env.as_of = results.back();
    return true;
  };
  app.add_option("--as-of",
                 take,
                 say("the book as it stood at the end of a day, or after entry '#12' of its log"))
      ->type_name("TEXT")
      ->expected(1)
      ->take_last();
}

void add_record_output_options(CLI::App& app, Env& env) {
  add_switch(app, "--json", env.output().json, say("print the result as JSON"), "output");
}

void add_form_options(CLI::App& app, Env& env, const std::string& formats) {
  auto& output = env.output();
  add_text(app, "-F,--format", output.format, formats, "output");
  add_record_output_options(app, env);
  add_text(app,
           "-o,--output",
           output.file,
           say("write to a file, its format by its extension"),
           "output");
}

void add_listing_switches(CLI::App& app, Env& env) {
  auto& output = env.output();
  add_switch(app, "--no-header", output.no_header, say("no line of headings"), "output");
  add_switch(app, "--bom", output.bom, say("a byte order mark first, for spreadsheets"), "output");
  add_switch(app, "--fail-empty", output.fail_empty, say("exit 7 where nothing matches"), "output");
}

void add_output_options(CLI::App& app, Env& env) {
  auto& output = env.output();
  add_form_options(app, env, say("text, csv, tsv, json, jsonl or md"));
  add_text(app, "--columns", output.columns, say("only these columns, as id,title"), "output");
  add_text(app,
           "--sort",
           output.sort,
           say("order by a column; -column for the greatest first"),
           "output");
  add_text(app, "--limit", output.limit, say("only the first rows"), "output");
  add_listing_switches(app, env);
}

void require_argument(const std::string& value, const std::string& name, const Command& command) {
  if (!value.empty()) return;
  throw Error(ErrorKind::usage,
              say("{} is missing; see 'leadbook {} --help'", name, command_name(command)));
}

}  // namespace leadbook::cli
