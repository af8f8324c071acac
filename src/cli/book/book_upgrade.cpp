// book upgrade: a book that an earlier program made, brought to this one's version.
#include "cli/frame/commands.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

void upgrade_book(const store::Place& place, const std::string& folder, Env& env) {
  const auto before = store::Db(place, store::Db::Access::as_stored).version();
  const store::Db db(
      place, store::Db::Access::upgrade, env.book().upgrade(folder), &env.world().outcome);
  if (before < db.version()) return;
  env.tell(say("{} is of version {} already; nothing was changed.",
               text::visible(db.place()),
               db.version()));
}

void run_book_upgrade(const std::string& folder, Env& env) {
  const auto place = env.book().place();
  if (!store::names_all_books(place)) return upgrade_book(place, folder, env);
  for (const auto& number : store::books_of_server({place.db, ""})) {
    upgrade_book({place.db, number}, folder, env);
  }
}

}  // namespace

RunCommand add_book_upgrade(CommandLine& line, Env& env, const Command&) {
  auto folder = std::make_shared<std::string>();
  line.add_argument(
      "DIR",
      *folder,
      say("the folder for a copy of the book as it was; where backups lie, if left out"));
  return [folder, &env] { run_book_upgrade(*folder, env); };
}

}  // namespace leadbook::cli
