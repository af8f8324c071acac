#include "store/backup/copy_file.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/sqlite/writer_queue.hpp"

namespace leadbook::store {
namespace {

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

}  // namespace

void copy_from_file(const std::filesystem::path& book, const std::filesystem::path& copy) {
  try {
    // Opened for writing where it may be: after a crash it is rolled back first.
    SQLite::Database database(
        book.string(), SQLite::OPEN_READWRITE, static_cast<int>(longest_wait.count()));
    SQLite::Statement statement(database, "VACUUM INTO ?");
    statement.bind(1, copy.string());
    statement.exec();
  } catch (const SQLite::Exception& exception) {
    throw Error(ErrorKind::failed,
                say("the book {} could not be copied to {}: {}",
                    text::visible(book.string()),
                    text::visible(copy.parent_path().string()),
                    reason_of(exception.getErrorCode())));
  }
}

}  // namespace leadbook::store
