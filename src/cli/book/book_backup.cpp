// book backup: a checked copy of the book, laid aside.
#include <system_error>

#include "cli/frame/commands.hpp"
#include "cli/frame/daily_backup.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/backup/backup.hpp"
#include "leadbook/service/history/past.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

namespace fs = std::filesystem;

present::Card backup_card(const store::Backup& backup) {
  std::error_code unknown;
  const auto bytes = static_cast<std::int64_t>(fs::file_size(backup.file, unknown));
  present::Card card;
  card.record.key = "backup";
  card.record.columns = {{say("File"), "file"},
                         {say("Log entries"), "entries", text::Align::right},
                         {say("Head of the log"), "head"},
                         {say("Bytes"), "bytes", text::Align::right}};
  card.record.rows = {{backup.file.string(),
                       backup.head.number,
                       backup.head.hash,
                       unknown ? present::Cell() : present::Cell(bytes)}};
  return card;
}

void run_book_backup(const std::string& typed, Env& env) {
  const auto book = env.book().place();
  if (store::names_all_books(book)) {
    throw Error(ErrorKind::usage,
                say("a backup is of one book: name it with --book NUMBER; 'leadbook book list' "
                    "lists them"));
  }
  const auto place = store::Db(book, store::Db::Access::as_stored).place();  // if it is a book
  const auto folder = backup_folder(env.settings(), {place, ""}, typed);
  const store::BackupName name{folder, "", service::day_of(env.world().now()), ""};
  const auto from = store::is_server(book.db) ? book : store::Place{place, ""};
  const auto backup = store::lay_aside(
      from, name, service::prove_whole, env.book().upgrade(), &env.world().outcome);
  env.tell(say_count("Backed up {1} to {2}: {0} entry, head {3}:{4}; the copy was checked.",
                     "Backed up {1} to {2}: {0} entries, head {3}:{4}; the copy was checked.",
                     backup.head.number,
                     text::visible(place),
                     text::visible(backup.file.string()),
                     backup.head.number,
                     backup.head.hash));
  if (prints_data(env)) print(env, backup_card(backup));
}

}  // namespace

RunCommand add_book_backup(CommandLine& line, Env& env, const Command&) {
  auto folder = std::make_shared<std::string>();
  line.add_argument("DIR",
                    *folder,
                    say("the folder to put it in; that of backup.dir, or 'backups' beside the "
                        "book, if left out"));
  add_record_output_options(line, env);
  return [folder, &env] { run_book_backup(*folder, env); };
}

}  // namespace leadbook::cli
