// contact erase: takes what is told of a person out of the book for good.
#include <filesystem>

#include "cli/frame/commands.hpp"
#include "cli/frame/daily_backup.hpp"
#include "cli/frame/question.hpp"
#include "cli/record/options.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/records/erase_person.hpp"
#include "leadbook/store/backup/backup.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

namespace fs = std::filesystem;

/// Where copies of the book may lie: the folder of backups, and the book's own, where restoring
/// puts what was there.
std::vector<fs::path> folders_of_copies(Env& env) {
  const auto book = env.book().place();
  std::vector<fs::path> folders;
  if (!store::is_server(book.db)) folders.push_back(fs::absolute(book.db).parent_path());
  try {
    folders.push_back(backup_folder(env.settings(), book));
  } catch (const Error& error) {
    // A server's book needs no folder of backups.
    if (error.kind() != ErrorKind::usage) throw;
  }
  return folders;
}

void tell_copies(Env& env, const std::vector<fs::path>& copies) {
  for (const auto& copy : copies) {
    env.tell(say("{} still holds these details: delete it, or make a new backup in its place.",
                 text::visible(copy.string())));
  }
  if (!copies.empty()) {
    env.tell(say("Who restores one of these brings the person back and must erase anew."));
  }
}

void run_contact_erase(const std::string& text, Env& env, Kind kind) {
  // Who was removed is found by number alone.
  const auto typed = parse_reference(text, kind);
  const Reference person{kind, typed ? typed->number : env.resolver().resolve(kind, text)};
  service::refuse_unknown_person(env.db(), person);
  const auto description = describe_record(env, person);
  const auto copies = store::copies_telling_of(env.db(), person, folders_of_copies(env));
  env.tell_notes(env.book().resolver_notes());
  env.book().close();
  require_yes(env, say("Erase the personal details of {} for good?", description));
  store::Change change(env.db_to_write(false), env.origin());
  service::erase_person(change, person);
  change.commit();
  env.tell(say("Erased the personal details of {} for good; this cannot be undone.",
               reference_text(person)));
  if (store::is_server(env.settings().value("db"))) {
    env.tell(
        say("The server keeps what it deleted until its tables are vacuumed, and so do its "
            "archived logs and dumps: VACUUM FULL the table personal_contact and remove old "
            "dumps."));
  }
  tell_copies(env, copies);
}

}  // namespace

RunCommand add_contact_erase(CommandLine& line, Env& env, const Command& command) {
  auto text = std::make_shared<std::string>();
  line.add_argument("REF", *text, say("the record: its reference or a part of its name")).personal =
      true;
  return [text, &env, &command] {
    require_argument(*text, "REF", command);
    run_contact_erase(*text, env, command.kind);
  };
}

}  // namespace leadbook::cli
