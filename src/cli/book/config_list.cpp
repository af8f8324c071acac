// config list: the settings in force and where each comes from.
#include "cli/frame/commands.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {

RunCommand add_config_list(CommandLine& line, Env& env, const Command&) {
  auto origin = std::make_shared<bool>(false);
  line.add_switch("--origin", *origin, say("say where each comes from"));
  add_output_options(line, env);
  return [origin, &env] {
    present::Table table;
    table.key = "settings";
    table.columns = {{say("Setting"), "name"}, {say("Value"), "value"}};
    if (*origin) table.columns.push_back({say("From"), "origin"});
    for (const auto& setting : env.settings().all()) {
      auto& row = table.rows.emplace_back();
      row = {setting.name, setting.value};
      if (*origin) row.emplace_back(setting.origin);
    }
    print(env, std::move(table));
  };
}

}  // namespace leadbook::cli
