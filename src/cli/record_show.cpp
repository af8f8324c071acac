// show, for every kind: all that is known of one record.
#include "cli/card.hpp"
#include "cli/commands.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

std::shared_ptr<std::string> add_options(CLI::App& app, Env& env) {
  auto text = std::make_shared<std::string>();
  add_argument(app, "REF", *text, say("the record: its reference or a part of its name"));
  add_as_of_option(app, env);
  add_output_options(app, env);
  return text;
}

void run_show(Env& env, const Reference& record) {
  env.tell_notes(env.resolver().take_notes());
  env.print(make_card(env, record));
}

}  // namespace

RunCommand add_record_show(CLI::App& app, Env& env, const Command& command) {
  const auto text = add_options(app, env);
  return [text, &env, &command] {
    require_argument(*text, "REF", command);
    run_show(env, {command.kind, env.resolver().resolve(command.kind, *text)});
  };
}

RunCommand add_show(CLI::App& app, Env& env, const Command& command) {
  const auto text = add_options(app, env);
  return [text, &env, &command] {
    require_argument(*text, "REF", command);
    run_show(env, env.resolver().resolve_any(*text));
  };
}

}  // namespace leadbook::cli
