// book restore: a backup in the place of the book, or one record of it as a further entry.
#include <fmt/format.h>

#include <filesystem>

#include "cli/frame/commands.hpp"
#include "cli/frame/question.hpp"
#include "cli/record/options.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/backup/backup.hpp"
#include "leadbook/service/backup/restore.hpp"
#include "leadbook/service/history/past.hpp"
#include "leadbook/service/records/resolve.hpp"
#include "leadbook/store/backup/restore.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

namespace fs = std::filesystem;

struct BookRestoreOptions {
  std::string file;
  std::string record;
  bool other_book = false;
  bool dry_run = false;
};

/// A copy of a backup must be whole to be taken for it.
void prove_backup(store::Db& backup) {
  if (const auto damage = service::first_damage(backup)) {
    throw Error(ErrorKind::failed, say("the backup is damaged and was left alone: {}", *damage));
  }
}

/// The backup, proved whole.
store::Db open_backup(Env& env, const std::string& file) {
  if (store::is_server(file)) {
    throw Error(ErrorKind::usage,
                say("'{}' is not a file, and a backup is one", text::visible(file)));
  }
  store::Db backup({file, ""}, store::Db::Access::read, env.book().upgrade());
  prove_backup(backup);
  return backup;
}

/// The book beside its backup.
struct OldBook {
  bool exists = false;
  std::optional<store::Head> head;  // nothing where it cannot be read
  std::int64_t common = 0;          // the last entry both have
  std::string unreadable;           // why it cannot be read
  std::vector<store::Entry> newest;
};

constexpr std::int64_t most_told = 10;

OldBook standing_of(Env& env, const fs::path& book, store::Db& backup) {
  OldBook standing;
  standing.exists = fs::exists(book);
  if (!standing.exists) return standing;
  try {
    store::Db db({book.string(), ""}, store::Db::Access::read, env.book().upgrade());
    standing.common = store::last_common_entry(db, backup);
    standing.newest = store::list_entries(db, {}, most_told);
    standing.head = store::head_of(db);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::failed) throw;
    standing.unreadable = error.what();
  }
  return standing;
}

void refuse_unfit(const OldBook& standing,
                  const fs::path& book,
                  const store::Db& backup,
                  const BookRestoreOptions& options) {
  std::error_code differ;
  if (fs::equivalent(book, backup.place(), differ)) {
    throw Error(ErrorKind::usage, say("this is the book itself, not a backup of it"));
  }
  if (standing.head && standing.common == 0 && !options.other_book) {
    throw Error(
        ErrorKind::conflict,
        say("{} is a backup of another book than {}: --other-book puts it there all the same",
            text::visible(backup.place()),
            text::visible(book.string())));
  }
}

/// Whatever is asked or assented to, it is said what it would cost.
void tell_cost(Env& env, const OldBook& standing, const store::Head& backup) {
  auto& err = env.err();
  const auto tell = [&](const std::string& line) { err << text::visible(line) << '\n'; };
  if (!standing.unreadable.empty()) {
    tell(say("The book cannot be read, so that nobody knows what the backup lacks: {}",
             standing.unreadable));
  }
  if (!standing.head) return;
  if (backup.number > standing.common) {
    tell(say_count("The backup has {} entry the book has not.",
                   "The backup has {} entries the book has not.",
                   backup.number - standing.common));
  }
  const auto lost = standing.head->number - standing.common;
  if (lost == 0) return tell(say("The backup holds every entry of the book."));
  tell(say_count("The backup lacks {} entry of the book:",
                 "The backup lacks {} entries of the book, the last of them:",
                 lost));
  for (auto entry = standing.newest.rbegin(); entry != standing.newest.rend(); ++entry) {
    if (entry->number <= standing.common) continue;
    tell(
        fmt::format("  {} · {} · {} · {}", entry->number, entry->at, entry->actor, entry->command));
  }
}

present::Card restored_card(const fs::path& from,
                            const store::Head& head,
                            const OldBook& standing,
                            const fs::path& kept) {
  present::Card card;
  card.record.key = "restore";
  card.record.columns = {{say("File"), "file"},
                         {say("Log entries"), "entries", text::Align::right},
                         {say("Head of the log"), "head"},
                         {say("Entries lacking"), "lacking", text::Align::right},
                         {say("Kept as"), "kept"}};
  card.record.rows = {
      {from.string(),
       head.number,
       head.hash,
       standing.head ? present::Cell(standing.head->number - standing.common) : present::Cell(),
       kept.empty() ? present::Cell() : present::Cell(kept.string())}};
  return card;
}

void run_restore_book(const BookRestoreOptions& options, Env& env) {
  if (store::is_server(env.settings().value("db"))) {
    throw Error(ErrorKind::usage,
                say("a server's book is restored by 'leadbook book copy FILE ADDRESS' under a new "
                    "number, or from a dump: see 'leadbook help server'"));
  }
  const auto book = fs::absolute(env.settings().value("db")).lexically_normal();
  auto backup = open_backup(env, options.file);
  const auto head = store::head_of(backup);
  const auto standing = standing_of(env, book, backup);
  refuse_unfit(standing, book, backup, options);
  backup.end_reading();
  tell_cost(env, standing, head);
  if (options.dry_run) return env.tell(say("Nothing was changed."));
  if (standing.exists) {
    require_yes(env,
                say("Put the backup of entry {} in the place of {}?",
                    head.number,
                    text::visible(book.string())));
  }
  const auto day = service::day_of(env.world().now());
  const auto kept = store::put_in_place(
      backup.place(), book, day, prove_backup, env.book().upgrade(), env.world().outcome);
  env.tell(say("Restored {} from {}: head {}:{}.",
               text::visible(book.string()),
               text::visible(backup.place()),
               head.number,
               head.hash));
  if (!kept.empty()) {
    env.tell(say("What was there is kept as {}; 'leadbook book merge' brings its entries back.",
                 text::visible(kept.string())));
  }
  if (prints_data(env)) print(env, restored_card(backup.place(), head, standing, kept));
}

void run_restore_record(const BookRestoreOptions& options, Env& env) {
  auto backup = open_backup(env, options.file);
  const auto typed = parse_reference(options.record);
  const auto record = typed ? *typed : service::Resolver(backup).resolve_any(options.record);
  service::BookChange change(env.db_to_write(false), env.origin());
  if (store::last_common_entry(change.db(), backup) == 0) {
    throw Error(ErrorKind::conflict,
                say("{} is a backup of another book than {}",
                    text::visible(backup.place()),
                    text::visible(change.db().place())));
  }
  const auto entry = service::restore_record(backup, change, record);
  if (entry == 0) {
    return env.tell(
        say("The same as in the backup, nothing was changed: {}.", describe_record(env, record)));
  }
  const auto from = store::head_of(backup).number;
  tell_written(
      env, say("Restored as at entry {}: {}.", from, describe_record(env, record)), record);
}

}  // namespace

RunCommand add_book_restore(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<BookRestoreOptions>();
  line.add_argument("FILE", options->file, say("the backup"));
  line.add_text("--record",
                options->record,
                say("bring back this record alone, as an entry that can be undone"));
  line.add_switch(
      "--other-book", options->other_book, say("though it is a backup of another book"));
  line.add_switch(
      "-n,--dry-run", options->dry_run, say("say what the backup lacks, change nothing"));
  add_record_output_options(line, env);
  return [options, &env, &command] {
    require_argument(options->file, "FILE", command);
    if (options->record.empty()) {
      run_restore_book(*options, env);
    } else {
      run_restore_record(*options, env);
    }
  };
}

}  // namespace leadbook::cli
