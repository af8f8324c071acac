// search: the records of any kind whose names hold a text.
#include "leadbook/service/search.hpp"

#include "cli/frame/commands.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using service::FoundName;

void run_search(const std::string& text, Env& env) {
  const auto found = service::search_names(env.db(), text);
  const std::vector<present::Field<FoundName>> fields = {
      {say("ID"), "id", {}, [](const FoundName& each) { return each.record; }},
      {say("Kind"), "kind", {}, [](const FoundName& each) { return each.record.kind; }},
      {say("Name"), "name", {}, [](const FoundName& each) { return each.name; }},
  };
  print(env, present::make_table("found", fields, found));
}

}  // namespace

RunCommand add_search(CommandLine& line, Env& env, const Command& command) {
  auto text = std::make_shared<std::string>();
  line.add_argument("TEXT", *text, say("what a name, number or summary holds, whatever its case"));
  add_as_of_option(line, env);
  add_output_options(line, env);
  return [text, &env, &command] {
    require_argument(*text, "TEXT", command);
    run_search(*text, env);
  };
}

}  // namespace leadbook::cli
