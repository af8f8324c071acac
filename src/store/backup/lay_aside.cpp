// A checked copy of a book: made under a temporary name, proved, stored, then named.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <system_error>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/backup.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::store {
namespace {

namespace fs = std::filesystem;

constexpr int longest_wait = 30'000;  // milliseconds, as every other wait for a book

[[noreturn]] void fail(const fs::path& folder, const std::string& why) {
  throw Error(ErrorKind::failed,
              say("no backup was made in {}: {}", text::visible(folder.string()), why));
}

std::string reason_of(int code) {
  switch (code) {
    case SQLITE_FULL:
      return say("its disk is full");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return say("the book is being written by others");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return say("the book is damaged; run 'leadbook book check'");
    case SQLITE_NOMEM:
      return say("there is not enough memory");
    default:
      return say("the book cannot be read or the copy not written");
  }
}

/// A file under a temporary name, gone with this unless it was given one.
class Draft {
 public:
  explicit Draft(const fs::path& folder) : folder_(folder) {
    std::error_code problem;
    fs::create_directories(folder_, problem);
    auto name = (folder_ / ".leadbook-XXXXXX.part").string();
    constexpr int suffix = 5;  // ".part"
    const int file = ::mkostemps(name.data(), suffix, O_CLOEXEC);
    if (file < 0) fail(folder_, say("this folder cannot be written"));
    ::close(file);
    file_ = name;
  }

  ~Draft() {
    std::error_code ignored;
    if (!file_.empty()) fs::remove(file_, ignored);
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  const fs::path& file() const { return file_; }

  /// On the disk under this name, once it answers.
  void become(const fs::path& named) {
    store(file_);
    std::error_code problem;
    fs::rename(file_, named, problem);
    if (problem) fail(folder_, say("the copy cannot be given its name"));
    file_.clear();
    store(folder_);
  }

 private:
  void store(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool stored = file >= 0 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (!stored) fail(folder_, say("the disk did not store it"));
  }

  fs::path folder_;
  fs::path file_;
};

void copy_into(const fs::path& book, const fs::path& copy, const fs::path& folder) {
  try {
    // Opened for writing where it may be: after a crash it is rolled back first.
    SQLite::Database database(book.string(), SQLite::OPEN_READWRITE, longest_wait);
    SQLite::Statement statement(database, "VACUUM INTO ?");
    statement.bind(1, copy.string());
    statement.exec();
  } catch (const SQLite::Exception& exception) {
    fail(folder, reason_of(exception.getErrorCode()));
  }
}

std::string file_name(const BackupName& name, const Head& head) {
  constexpr std::size_t digits = 12;
  return name.stem + "-" + format_day(name.day) + "-" + std::to_string(head.number) + "-" +
         head.hash.substr(0, digits) + (name.occasion.empty() ? "" : "." + name.occasion) + ".db";
}

}  // namespace

void prove_log(Db& copy) {
  const auto report = check_book(copy);
  if (report.damages.empty()) return;
  throw Error(ErrorKind::failed,
              say("the book is damaged, no backup was made: {}", report.damages.front()));
}

Backup lay_aside(const fs::path& book, const BackupName& name, const ProveCopy& prove) {
  Draft draft(name.folder);
  copy_into(book, draft.file(), name.folder);
  Backup backup;
  {
    Db copy({draft.file().string(), ""}, Db::Access::read);
    prove(copy);
    backup.head = head_of(copy);
  }
  backup.file = name.folder / file_name(name, backup.head);
  draft.become(backup.file);
  return backup;
}

}  // namespace leadbook::store
