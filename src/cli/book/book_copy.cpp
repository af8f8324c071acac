// book copy: a whole book to another place, a file or a server.
#include "cli/frame/commands.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/store/check/check.hpp"
#include "leadbook/store/log/copy.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

store::CheckReport check_whole(store::Db& db) {
  auto report = store::check_book(db);
  if (report.damage_count() == 0) return report;
  throw Error(
      ErrorKind::failed,
      say("the book {} is damaged: {}", text::visible(db.place()), report.damages().front()));
}

std::int64_t records_in(const store::CheckReport& report) {
  return report.part(store::Proof::replay).count;
}

void run_book_copy(const std::string& from, const std::string& to, Env& env) {
  store::Db source({from, ""}, store::Db::Access::read, env.book().upgrade());
  const auto before = check_whole(source);
  store::Db target({to, ""}, store::Db::Access::create, env.book().upgrade(), &env.world().outcome);
  store::copy_book(source, target);
  source.end_reading();
  const auto after = check_whole(target);
  if (after.head.hash != before.head.hash || records_in(after) != records_in(before)) {
    throw Error(ErrorKind::failed,
                say("the copy at {} is not the same as the book: do not use it",
                    text::visible(target.place())));
  }
  env.tell(say("Copied {} to {}: {} entries, {} records, head {}:{}; the copy was checked.",
               text::visible(source.place()),
               text::visible(target.place()),
               after.head.number,
               records_in(after),
               after.head.number,
               after.head.hash));
}

}  // namespace

RunCommand add_book_copy(CommandLine& line, Env& env, const Command& command) {
  auto from = std::make_shared<std::string>();
  auto to = std::make_shared<std::string>();
  line.add_argument("FROM", *from, say("the book: a file, or the address of a server"));
  line.add_argument("TO", *to, say("where there is none yet: a file, or the address of a server"));
  return [from, to, &env, &command] {
    require_argument(*from, "FROM", command);
    require_argument(*to, "TO", command);
    run_book_copy(*from, *to, env);
  };
}

}  // namespace leadbook::cli
