// A book replaced as a whole: its file exchanged for another while its writers wait.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/stat.h>

#include <cerrno>
#include <chrono>
#include <new>
#include <optional>
#include <system_error>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/backup/restore.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/backup/backup_name.hpp"
#include "store/backup/copy_file.hpp"
#include "store/backup/draft_file.hpp"
#include "store/sqlite/error.hpp"
#include "store/sqlite/writer_queue.hpp"

namespace leadbook::store {
namespace {

namespace fs = std::filesystem;

/// Keeps all others from reading and writing the book, so that no journal of theirs is left to what
/// comes in its place. A book that is damaged beyond opening is nobody's to write.
class Closed {
 public:
  explicit Closed(const fs::path& book) : turn_(book, longest_wait) {
    if (!fs::exists(book)) return;
    try {
      database_.emplace(
          book.string(), SQLite::OPEN_READWRITE, static_cast<int>(longest_wait.count()));
      database_->exec("BEGIN EXCLUSIVE");
    } catch (const SQLite::Exception& exception) {
      const auto code = exception.getErrorCode();
      if (code == SQLITE_NOMEM) throw std::bad_alloc();
      if (code == SQLITE_BUSY || code == SQLITE_LOCKED) throw_engine_error(exception, book);
      database_.reset();
    }
  }

  /// The head of the book's log; nothing where it cannot be read.
  std::optional<Head> head() const {
    if (!database_) return {};
    try {
      SQLite::Statement find(*database_, statement("head_find"));
      if (!find.executeStep()) return {};
      return Head{find.getColumn(0).getInt64(), find.getColumn(1).getString()};
    } catch (const SQLite::Exception& exception) {
      if (exception.getErrorCode() == SQLITE_NOMEM) throw std::bad_alloc();
      return {};
    }
  }

  /// Whether the engine could take the book, and so has no more use for a journal.
  bool is_settled() const { return database_.has_value(); }

 private:
  WriterTurn turn_;
  std::optional<SQLite::Database> database_;
};

[[noreturn]] void fail(const fs::path& book) {
  throw BookError(ErrorKind::failed,
                  say("the book {} cannot be replaced", text::visible(book.string())),
                  say("check that you may write its folder"));
}

/// A name beside the book that no file has.
fs::path kept_name(const fs::path& book, Day day, const std::optional<Head>& head) {
  const BackupName name{book.parent_path(), book.stem().string(), day, "before-restore"};
  const auto first = head ? file_name(name, *head)
                          : name.stem + "-" + format_day(day) + "." + name.occasion + ".db";
  auto kept = name.folder / first;
  for (int count = 2; fs::exists(kept); ++count) {
    kept = name.folder / (fs::path(first).stem().string() + "-" + std::to_string(count) + ".db");
  }
  return kept;
}

bool renamed(const fs::path& from, const fs::path& to) {
  std::error_code problem;
  fs::rename(from, to, problem);
  return !problem;
}

/// For a file system that cannot exchange names: for a moment the book has none.
bool exchange_in_steps(const fs::path& copy, const fs::path& book) {
  const auto aside = fs::path(copy.string() + ".new");
  if (!renamed(copy, aside)) return false;
  const bool kept = renamed(book, copy);
  if (kept && renamed(aside, book)) return true;
  if (kept) renamed(copy, book);
  renamed(aside, copy);
  return false;
}

/// At every moment the book's name has the one file or the other; both stay where they are where it
/// answers false.
bool exchange(const fs::path& copy, const fs::path& book) {
  if (::renameat2(AT_FDCWD, copy.c_str(), AT_FDCWD, book.c_str(), RENAME_EXCHANGE) == 0)
    return true;
  return (errno == EINVAL || errno == ENOSYS) && exchange_in_steps(copy, book);
}

/// Names the copy, which is gone again where the disk does not store that.
void become_beside(DraftFile& draft, const fs::path& name) {
  Outcome ignored;
  try {
    draft.become(name, ignored);
  } catch (const Error&) {
    std::error_code left;
    fs::remove(name, left);
    throw;
  }
}

/// A file by what it is, whatever its name; 0 where nobody knows.
ino_t number_of(const fs::path& file) {
  struct stat status {};
  return ::stat(file.c_str(), &status) == 0 ? status.st_ino : 0;
}

/// Exchanges the two. A call that reports a failure may have been done: what the book is then is
/// seen by the file itself, and where it cannot be seen both are left.
void put_exchanged(const fs::path& copy, const fs::path& book, Outcome& outcome) {
  const auto number = number_of(copy);
  if (number == 0) fail(book);
  outcome.state = Outcome::State::unconfirmed;
  if (!exchange(copy, book)) {
    const auto now = number_of(book);
    if (now != number && now != 0) {
      outcome.state = Outcome::State::nothing;
      std::error_code ignored;
      fs::remove(copy, ignored);
    }
    if (now != number) fail(book);
  }
  outcome.state = Outcome::State::stored;
}

}  // namespace

fs::path put_in_place(const fs::path& backup,
                      const fs::path& book,
                      Day day,
                      const ProveCopy& prove,
                      const Upgrade& upgrade,
                      Outcome& outcome) {
  outcome.begin();
  DraftFile draft(book.parent_path());
  copy_from_file(backup, draft.file());
  {
    Db copy({draft.file().string(), ""}, Db::Access::read, {{}, upgrade.derive, {}});
    prove(copy);
  }
  const Closed closed(book);
  if (!fs::exists(book)) {
    draft.become(book, outcome);
    return {};
  }
  const auto kept = kept_name(book, day, closed.head());
  become_beside(draft, kept);
  std::error_code ignored;
  if (!closed.is_settled()) {
    // What a journal would undo in a damaged book must not be undone in a whole one.
    fs::rename(book.string() + "-journal", kept.string() + "-journal", ignored);
  }
  put_exchanged(kept, book, outcome);
  if (!store_on_disk(book.parent_path())) {
    throw Error(ErrorKind::failed,
                say("the disk of {} did not confirm the exchange; run 'leadbook book check'",
                    text::visible(book.string())));
  }
  return kept;
}

}  // namespace leadbook::store
