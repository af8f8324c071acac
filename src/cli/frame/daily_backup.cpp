#include "cli/frame/daily_backup.hpp"

#include <system_error>

#include "leadbook/domain/error.hpp"
#include "leadbook/service/backup/backup.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

namespace fs = std::filesystem;

/// What is copied, checked and stored in half a second on a common machine.
constexpr std::uintmax_t most_bytes = 16 << 20;

void make_daily_backup(Env& env) {
  if (env.world().outcome.state != store::Outcome::State::stored) return;
  auto* db = env.book().written_file();
  const auto keep = env.settings().backups_kept();
  if (db == nullptr || keep == 0) return;
  const auto day = service::first_write_of_day(*db, env.options().request);
  if (!day) return;
  env.out().flush();  // nobody waits for it
  const fs::path file = db->place();
  const auto folder = backup_folder(env.settings(), {file.string(), ""});
  std::error_code unknown;
  if (fs::file_size(file, unknown) > most_bytes && !unknown) {
    env.tell(
        say("Note: this book has grown too large for a backup with the first write of each day: "
            "make one with 'leadbook book backup', once a day or week."));
    return;
  }
  const store::BackupName name{folder, "", *day, "daily"};
  store::lay_aside({file.string(), ""}, name, service::prove_whole);
  store::remove_old_backups(*db, {folder, file.stem().string(), *day, name.occasion}, keep);
}

}  // namespace

fs::path backup_folder(const Settings& settings,
                       const store::Place& book,
                       const std::string& typed) {
  if (!typed.empty()) return typed;
  const auto& named = settings.value("backup.dir");
  if (!named.empty()) return named;
  if (store::is_server(book.db)) {
    throw Error(ErrorKind::usage,
                say("there is no place beside a server's book: name a folder behind the command, "
                    "or set backup.dir"));
  }
  return fs::path(book.db).parent_path() / "backups";
}

void back_up_daily(Env& env) {
  const auto tell_failed = [&](const std::string& why) {
    // Not silenced by -q: who never sees it would believe there is a backup.
    env.err() << text::visible(
                     say("Note: this was written, but the day's backup was not made: {}", why))
              << '\n';
  };
  try {
    make_daily_backup(env);
  } catch (const Error& error) {
    tell_failed(error.what());
  } catch (const std::system_error&) {
    tell_failed(say("the system could not do what this needs: check the disk and the memory"));
  } catch (const std::exception&) {
    tell_failed(say("there is not enough memory"));
  }
}

}  // namespace leadbook::cli
