#include "store/sqlite/error.hpp"

#include <sqlite3.h>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::store {
namespace {

Error constraint_error(int extended) {
  switch (extended) {
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return {ErrorKind::conflict,
              say("another record depends on this one, or it names one that is gone; nothing was "
                  "written")};
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
      return {ErrorKind::conflict,
              say("the book already holds a record with this number, code or contract number; "
                  "nothing was written")};
    default:
      return {ErrorKind::failed, say("a value does not fit the book's rules; nothing was written")};
  }
}

}  // namespace

Error error_of(const SQLite::Exception& exception, const std::filesystem::path& file) {
  const auto name = text::visible(file.string());
  const auto failed = [](const std::string& message) { return Error(ErrorKind::failed, message); };
  if (exception.getExtendedErrorCode() == SQLITE_READONLY_DBMOVED) {
    return {
        ErrorKind::busy,
        say("the book {} was replaced by another meanwhile; nothing was written, try again", name)};
  }
  switch (exception.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorKind::busy,
              say("the book {} is being written by others; nothing was written, try again", name)};
    case SQLITE_CONSTRAINT:
      return constraint_error(exception.getExtendedErrorCode());
    case SQLITE_FULL:
      return failed(
          say("the disk of {} is full; nothing was written: free some space, then repeat", name));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return failed(say("the book {} cannot be written: it or its folder is read-only", name));
    case SQLITE_CANTOPEN:
      return failed(
          say("the book {} cannot be opened: check that its folder exists and that you "
              "may write there",
              name));
    case SQLITE_NOTADB:
      return failed(say("{} is not a leadbook book; it was left as it is", name));
    case SQLITE_CORRUPT:
      return failed(
          say("the book {} is damaged: run 'leadbook book check', then restore a backup", name));
    case SQLITE_IOERR:
      return failed(
          say("reading or writing the book {} failed: check the disk; nothing was written", name));
    case SQLITE_NOMEM:
      return failed(say("there is not enough memory; nothing was written"));
    default:
      return failed(say("the book {} could not do this; nothing was written", name));
  }
}

}  // namespace leadbook::store
