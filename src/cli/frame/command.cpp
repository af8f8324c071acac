#include "cli/frame/command.hpp"

#include <algorithm>

#include "cli/frame/output.hpp"
#include "cli/frame/shared_options.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using Arguments = std::vector<std::string>;

/// Whether the next word is the value of this option: of those that may stand before a noun.
bool takes_value(Env& env, const std::string& name) {
  CommandLine line;
  add_global_options(line, env);
  add_output_options(line, env);
  for (const auto& option : line.options()) {
    for (const auto& known : option.names) {
      if (name == known) return option.takes_value();
    }
  }
  return false;
}

Arguments nouns() {
  Arguments names;
  for (const auto& command : commands()) {
    if (names.empty() || names.back() != command.noun) names.emplace_back(command.noun);
  }
  return names;
}

/// The verbs of a noun, "" for a command that is the noun alone; none where there is no such noun.
Arguments verbs_of(const std::string& noun) {
  Arguments names;
  for (const auto& command : commands()) {
    if (noun == command.noun) names.emplace_back(command.verb);
  }
  return names;
}

/// What people type who know other programs, or think in Chinese, and the word that is meant.
struct OtherWord {
  std::string_view typed;
  std::string_view meant;
};

constexpr OtherWord other_verbs[] = {
    {"rm", "remove"},   {"del", "remove"}, {"delete", "remove"}, {"erase", "remove"},
    {"ls", "list"},     {"all", "list"},   {"view", "show"},     {"cat", "show"},
    {"get", "show"},    {"info", "show"},  {"open", "show"},     {"new", "add"},
    {"create", "add"},  {"insert", "add"}, {"update", "edit"},   {"change", "edit"},
    {"modify", "edit"}, {"set", "edit"},   {"join", "merge"},    {"删除", "remove"},
    {"移除", "remove"}, {"列出", "list"},  {"列表", "list"},     {"查看", "show"},
    {"显示", "show"},   {"详情", "show"},  {"新增", "add"},      {"新建", "add"},
    {"添加", "add"},    {"增加", "add"},   {"录入", "add"},      {"登记", "add"},
    {"修改", "edit"},   {"编辑", "edit"},  {"更新", "edit"},     {"合并", "merge"},
    {"关闭", "close"},  {"完成", "close"},
};

constexpr OtherWord other_nouns[] = {
    {"find", "search"},      {"grep", "search"},        {"查找", "search"},
    {"搜索", "search"},      {"查询", "search"},        {"todo", "due"},
    {"agenda", "due"},       {"待办", "due"},           {"到期", "due"},
    {"firm", "company"},     {"firms", "company"},      {"client", "company"},
    {"talk", "log"},         {"meeting", "log"},        {"visit", "log"},
    {"记录", "log"},         {"拜访", "log"},           {"contract", "signing"},
    {"deal", "signing"},     {"person", "contact"},     {"people", "contact"},
    {"stats", "totals"},     {"sum", "totals"},         {"total", "totals"},
    {"统计", "totals"},      {"汇总", "totals"},        {"ranking", "rank county"},
    {"排名", "rank county"}, {"看板", "board"},         {"漏斗", "funnel"},
    {"init", "book init"},   {"backup", "book backup"}, {"restore", "book restore"},
    {"check", "book check"}, {"review", "book review"}, {"settings", "config list"},
    {"设置", "config list"}, {"撤销", "undo"},          {"撤消", "undo"},
    {"重做", "redo"},        {"历史", "history"},       {"导入", "import"},
    {"导出", "export"},      {"帮助", "help"},          {"备份", "book backup"},
    {"行程", "trip"},        {"承诺", "promise"},
};

template <std::size_t size>
std::string meant_by(const std::string& word, const OtherWord (&words)[size]) {
  const auto folded = text::fold(word);
  for (const auto& other : words) {
    if (folded == other.typed) return std::string(other.meant);
  }
  return "";
}

/// What a word that is no command may have been meant for; "" where nothing makes sense. A verb
/// alone is meant of the record that follows.
std::string meant_command(const std::string& word, const std::string& next) {
  if (const auto noun = meant_by(word, other_nouns); !noun.empty()) return noun;
  if (const auto kind = parse_word<Kind>(word, N_("kind of record"))) {
    const auto noun = std::string(identifier(*kind));
    if (!verbs_of(noun).empty()) return noun;
  }
  auto verb = meant_by(word, other_verbs);
  for (const auto* known : {"add", "list", "show", "edit", "remove", "merge"}) {
    if (word == known) verb = known;
  }
  if (!verb.empty()) {
    const auto reference = parse_reference(next);
    const auto named = parse_word<Kind>(next, N_("kind of record"));
    const auto kind = reference ? reference->kind : (named ? *named : Kind::project);
    return std::string(identifier(kind)) + " " + verb;
  }
  const auto near = text::closest(word, nouns(), 1);
  return near.empty() ? "" : near.front();
}

[[noreturn]] void refuse_word(const std::string& message, const std::string& meant) {
  throw Error(ErrorKind::usage,
              meant.empty() ? say("{}; 'leadbook --help' lists the commands", message)
                            : say("{}; did you mean '{}'?", message, meant));
}

std::string meant_verb(const std::string& word, const Arguments& verbs) {
  const auto meant = meant_by(word, other_verbs);
  if (std::find(verbs.begin(), verbs.end(), meant) != verbs.end()) return meant;
  const auto near = text::closest(word, verbs, 1);
  return near.empty() ? "" : near.front();
}

}  // namespace

std::string command_name(const Command& command) {
  return *command.verb == '\0' ? command.noun : std::string(command.noun) + " " + command.verb;
}

bool needs_verb(const std::string& noun) {
  const auto verbs = verbs_of(noun);
  return !verbs.empty() && std::find(verbs.begin(), verbs.end(), "") == verbs.end();
}

Words leading_words(Env& env, const Arguments& arguments) {
  Words words;
  for (std::size_t index = 0; index < arguments.size() && words.texts.size() < 2; ++index) {
    const auto& argument = arguments[index];
    if (argument == "--") break;
    if (argument.size() > 1 && argument.front() == '-') {
      // Past the noun an option may take any word: the verb stands right behind the noun.
      if (!words.texts.empty()) break;
      if (takes_value(env, argument)) ++index;
      continue;
    }
    words.texts.push_back(argument);
    words.places.push_back(index);
  }
  return words;
}

void parse_global_options(Env& env, Arguments arguments) {
  CommandLine line;
  add_global_options(line, env);
  line.parse(std::move(arguments));
}

const Command& find_command(const Words& words) {
  const auto& noun = words.texts.front();
  const auto verbs = verbs_of(noun);
  if (verbs.empty()) {
    refuse_word(say("there is no command '{}'", text::visible(noun)),
                meant_command(noun, words.texts.size() > 1 ? words.texts[1] : ""));
  }
  const bool alone = verbs.size() == 1 && verbs.front().empty();
  const auto verb = alone || words.texts.size() < 2 ? std::string() : words.texts[1];
  const Command* without_verb = nullptr;
  for (const auto& command : commands()) {
    if (noun != command.noun) continue;
    if (verb == command.verb) return command;
    if (*command.verb == '\0') without_verb = &command;
  }
  // "import signings": what stands behind a noun that may do without a verb is its argument.
  if (without_verb != nullptr) return *without_verb;
  std::string all;
  for (const auto& name : verbs) all += (all.empty() ? "" : ", ") + name;
  if (verb.empty()) {
    throw Error(ErrorKind::usage, say("'{}' needs a verb: {}", noun, all));
  }
  refuse_word(say("'{}' has no '{}': there are {}", noun, text::visible(verb), all),
              meant_verb(verb, verbs));
}

bool contains(const std::vector<std::string>& arguments,
              std::initializer_list<const char*> wanted) {
  for (const auto& argument : arguments) {
    if (argument == "--") return false;
    for (const auto* name : wanted) {
      if (argument == name) return true;
    }
  }
  return false;
}

RunCommand declare_command(CommandLine& line, Env& env, const Command& command) {
  auto run_it = command.add(line, env, command);
  add_global_options(line, env);
  return run_it;
}

RunCommand prepare_command(Env& env, std::vector<std::string> arguments) {
  const auto words = leading_words(env, arguments);
  const auto& command = find_command(words);
  const std::size_t own_words = *command.verb == '\0' ? 1 : 2;
  for (std::size_t word = own_words; word-- > 0;) {
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(words.places[word]));
  }
  CommandLine line;
  auto run_it = declare_command(line, env, command);
  env.conceal(line.parse(std::move(arguments)));
  return run_it;
}

std::optional<Kind> kind_named(Env& env) {
  const auto words = leading_words(env, env.arguments()).texts;
  if (words.size() < 2) return {};
  const auto kind = parse_word<Kind>(words[1], N_("kind of record"));
  if (!kind) return {};
  return *kind;
}

void require_argument(const std::string& value, const std::string& name, const Command& command) {
  if (command.role == Role::action) refuse_placeholder("", value);
  if (!value.empty()) return;
  throw Error(ErrorKind::usage,
              say("{} is missing; see 'leadbook {} --help'",
                  std::string(translate(name.c_str())),
                  command_name(command)));
}

}  // namespace leadbook::cli
