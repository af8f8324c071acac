// book merge: a copy of the book that went its own way, brought back into it.
#include "leadbook/service/history/book_merge.hpp"

#include "cli/frame/commands.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

void tell_merged(Env& env, const service::MergeReport& report, const std::string& from, bool dry) {
  for (const auto& line : report.renamed) env.tell(line);
  for (const auto& line : report.conflicts) env.tell(say("Conflict: {}", line));
  if (report.entries == 0) {
    env.tell(say("There is nothing in {} that is not here already.", from));
    return;
  }
  const auto conflicts = static_cast<std::int64_t>(report.conflicts.size());
  const auto what = say("{} entries of {}, {} of them here already, {} conflicts",
                        report.entries + report.known,
                        from,
                        report.known,
                        conflicts);
  env.tell(dry ? say("Would merge {}; nothing was written.", what) : say("Merged {}.", what));
  if (conflicts > 0 && !dry) {
    env.tell(
        say("Both versions are in the log: 'leadbook history' shows them, and undoing an entry "
            "of this merge takes the other one."));
  }
}

void run_book_merge(const std::string& from, bool dry_run, Env& env) {
  store::Db other({from, ""}, store::Db::Access::read, env.book().upgrade());
  service::BookChange change(dry_run ? env.book().to_try() : env.db_to_write(false), env.origin());
  const auto report = service::merge_book(other, change);
  if (!dry_run) change.commit();
  tell_merged(env, report, text::visible(other.place()), dry_run);
}

}  // namespace

RunCommand add_book_merge(CommandLine& line, Env& env, const Command& command) {
  auto from = std::make_shared<std::string>();
  auto dry_run = std::make_shared<bool>(false);
  line.add_argument("FROM", *from, say("the copy: a file, or the address of a server"));
  line.add_switch("-n,--dry-run", *dry_run, say("say what would come, write nothing"));
  return [from, dry_run, &env, &command] {
    require_argument(*from, "FROM", command);
    run_book_merge(*from, *dry_run, env);
  };
}

}  // namespace leadbook::cli
