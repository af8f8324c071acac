// undo and redo: whole commands, each a further entry of the log.
#include "leadbook/service/history/undo.hpp"

#include "cli/frame/commands.hpp"
#include "cli/frame/entry_reference.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/store/log/history.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

/// Nothing for "", which is the last command that can be reversed.
std::optional<std::int64_t> entry_number(store::Db& db, const std::string& text) {
  if (text.empty()) return {};
  const auto number = entry_named(db, text);
  if (!number) {
    throw Error(
        ErrorKind::usage,
        say("'{}' is not an entry of the log: write its number, as 12; see 'leadbook history'",
            text::visible(text)));
  }
  return number;
}

using Reverse = service::Reversal (*)(service::BookChange&, std::optional<std::int64_t>, bool);

void run_reverse(
    const std::string& text, bool keep_changed, Env& env, Reverse reverse, const char* done) {
  service::BookChange change(env.db_to_write(false), env.origin());
  const auto reversal = reverse(change, entry_number(change.db(), text), keep_changed);
  const auto found = store::find_entry(change.db(), reversal.entry);
  for (const auto& line : reversal.kept) env.tell(say("Kept as it is: {}", line));
  if (reversal.more_kept > 0) {
    env.tell(say_count("… and {} more record", "… and {} more records", reversal.more_kept));
  }
  env.tell(say(done, reversal.entry, found ? found->command : std::string()));
}

RunCommand add_reverse(CommandLine& line, Env& env, Reverse reverse, const char* done) {
  auto entry = std::make_shared<std::string>();
  auto keep_changed = std::make_shared<bool>(false);
  line.add_argument(
      "ENTRY", *entry, say("an entry's number, or import#N; the last one if left out"));
  line.add_switch("--keep-changed", *keep_changed, say("leave what was changed since as it is"));
  return [entry, keep_changed, &env, reverse, done] {
    run_reverse(*entry, *keep_changed, env, reverse, done);
  };
}

}  // namespace

RunCommand add_undo(CommandLine& line, Env& env, const Command&) {
  return add_reverse(line, env, service::undo, N_("Undid entry {}: {}"));
}

RunCommand add_redo(CommandLine& line, Env& env, const Command&) {
  return add_reverse(line, env, service::redo, N_("Redid entry {}: {}"));
}

}  // namespace leadbook::cli
