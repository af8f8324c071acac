// undo and redo: whole commands, each a further entry of the log.
#include "cli/commands.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/quantity.hpp"
#include "leadbook/service/write.hpp"
#include "leadbook/store/history.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

/// "12", "#12" or "import#12"; nothing for "".
std::optional<std::int64_t> entry_number(const std::string& text) {
  if (text.empty()) return {};
  const auto mark = text.rfind('#');
  const auto digits = mark == std::string::npos ? text : text.substr(mark + 1);
  const auto number = parse_count(digits);
  if (!number || *number == 0) {
    throw Error(
        ErrorKind::usage,
        say("'{}' is not an entry of the log: write its number, as 12; see 'leadbook history'",
            text::visible(text)));
  }
  return *number;
}

using Reverse = std::int64_t (*)(store::Change&, std::optional<std::int64_t>);

void run_reverse(const std::string& text, Env& env, Reverse reverse, const char* done) {
  const auto number = entry_number(text);
  store::Change change(env.db_to_write(false), env.origin());
  const auto entry = reverse(change, number);
  const auto found = store::find_entry(change.db(), entry);
  env.tell(say(done, entry, found ? found->command : std::string()));
}

RunCommand add_reverse(CLI::App& app, Env& env, Reverse reverse, const char* done) {
  auto entry = std::make_shared<std::string>();
  add_argument(app, "ENTRY", *entry, say("the entry's number; the last one if left out"));
  return [entry, &env, reverse, done] { run_reverse(*entry, env, reverse, done); };
}

}  // namespace

RunCommand add_undo(CLI::App& app, Env& env, const Command&) {
  return add_reverse(app, env, service::undo, N_("Undid entry {}: {}"));
}

RunCommand add_redo(CLI::App& app, Env& env, const Command&) {
  return add_reverse(app, env, service::redo, N_("Redid entry {}: {}"));
}

}  // namespace leadbook::cli
