// show, for every kind: all that is known of one record.
#include "cli/card/card.hpp"
#include "cli/frame/commands.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

std::shared_ptr<std::string> add_options(CommandLine& line, Env& env, bool persons, bool person) {
  auto text = std::make_shared<std::string>();
  line.add_argument("REF", *text, say("the record: its reference or a part of its name")).personal =
      person;
  add_as_of_option(line, env);
  add_output_options(line, env);
  if (persons) add_personal_option(line, env);
  return text;
}

void run_show(Env& env, const Reference& record) {
  env.tell_notes(env.resolver().take_notes());
  print(env, make_card(env, record));
}

}  // namespace

RunCommand add_record_show(CommandLine& line, Env& env, const Command& command) {
  const bool person = tells_of_persons(command.kind);
  const auto text = add_options(line, env, person || command.kind == Kind::company, person);
  return [text, &env, &command] {
    require_argument(*text, "REF", command);
    run_show(env, {command.kind, env.resolver().resolve(command.kind, *text)});
  };
}

RunCommand add_show(CommandLine& line, Env& env, const Command& command) {
  const auto text = add_options(line, env, true, false);
  return [text, &env, &command] {
    require_argument(*text, "REF", command);
    run_show(env, env.resolver().resolve_any(*text));
  };
}

}  // namespace leadbook::cli
