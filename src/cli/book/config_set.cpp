// config get, set and unset: one setting of the person who writes.
#include "cli/frame/commands.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/read_file.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

struct ConfigOptions {
  std::string name;
  std::string value;
};

std::string own_file(Env& env) {
  const auto folder = settings_folder(env.world());
  if (!folder.empty()) return folder + "/config.toml";
  throw Error(ErrorKind::configuration,
              say("it is not known where settings lie: set HOME or XDG_CONFIG_HOME"));
}

/// Refuses what no command could be run with.
void check_value(Env& env, const std::string& name, const std::string& value) {
  if (text::trim(value).empty()) {
    throw Error(ErrorKind::usage,
                say("{} wants a value; 'config unset {}' takes it away", name, name));
  }
  if (name == "unit" || name == "entry_unit") value_or_throw(parse_amount_unit(value));
  if (name == "county") env.resolver().resolve(Kind::county, value);
  const auto folded = text::fold(value);
  if (name == "lang" && !folded.starts_with("zh") && !folded.starts_with("en") && value != "中文") {
    throw Error(ErrorKind::usage, say("there is no language '{}'; write en or zh", value));
  }
  if (name == "color" && value != "auto" && value != "always" && value != "never") {
    throw Error(ErrorKind::usage, say("color is auto, always or never"));
  }
  if (name == "backup.keep") {
    auto tried = env.settings();
    tried.set(name, value, name);
    tried.backups_kept();
  }
}

void change_own_file(Env& env, const std::string& name, const std::optional<std::string>& value) {
  const auto file = own_file(env);
  const auto before = text::read_file(file).value_or("");
  const auto after = with_setting(file, before, name, value);
  if (after != before) write_settings_file(file, after);
}

/// A setting from nearer than the person's own file hides what was set there.
void tell_if_hidden(Env& env, const std::string& name, const std::string& value) {
  for (const auto& setting : env.settings().all()) {
    if (setting.name != name || setting.origin == "default") continue;
    if (setting.origin == own_file(env) || setting.value == value) continue;
    env.tell_notes({say("{} says '{}' and goes before it.", setting.origin, setting.value)});
  }
}

void run_config_set(const ConfigOptions& options, Env& env) {
  require_setting(options.name);
  check_value(env, options.name, options.value);
  change_own_file(env, options.name, options.value);
  env.tell(say("{} is {} from now on, in {}.", options.name, options.value, own_file(env)));
  tell_if_hidden(env, options.name, options.value);
}

void run_config_unset(const ConfigOptions& options, Env& env) {
  require_setting(options.name);
  change_own_file(env, options.name, {});
  env.tell(say("{} is no longer set in {}.", options.name, own_file(env)));
}

RunCommand declare_config(CommandLine& line,
                   Env& env,
                   const Command& command,
                   bool has_value,
                   void (*run)(const ConfigOptions&, Env&)) {
  auto options = std::make_shared<ConfigOptions>();
  std::string all;
  for (const auto& name : setting_names()) all += (all.empty() ? "" : ", ") + name;
  line.add_argument("NAME", options->name, say("the setting: {}", all));
  if (has_value) line.add_argument("VALUE", options->value, say("its value"));
  return [options, &env, &command, has_value, run] {
    require_argument(options->name, "NAME", command);
    if (has_value) require_argument(options->value, "VALUE", command);
    run(*options, env);
  };
}

}  // namespace

RunCommand add_config_set(CommandLine& line, Env& env, const Command& command) {
  return declare_config(line, env, command, true, run_config_set);
}

RunCommand add_config_unset(CommandLine& line, Env& env, const Command& command) {
  return declare_config(line, env, command, false, run_config_unset);
}

RunCommand add_config_get(CommandLine& line, Env& env, const Command& command) {
  return declare_config(line, env, command, false, [](const ConfigOptions& options, Env& its) {
    require_setting(options.name);
    its.out() << text::visible(its.settings().value(options.name)) << '\n';
  });
}

}  // namespace leadbook::cli
