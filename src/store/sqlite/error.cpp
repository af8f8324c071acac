#include "store/sqlite/error.hpp"

#include <sqlite3.h>

#include <new>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/outcome.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::store {
namespace {

[[noreturn]] void fail_in_book(const std::string& message, const std::string& advice = "") {
  throw BookError(ErrorKind::failed, message, advice);
}

[[noreturn]] void throw_constraint(int extended) {
  switch (extended) {
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      throw BookError(ErrorKind::conflict,
                      say("another record depends on this one, or it names one that is gone"));
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
      throw BookError(
          ErrorKind::conflict,
          say("the book already holds a record with this number, code or contract number"));
    default:
      fail_in_book(say("a value does not fit the book's rules"));
  }
}

}  // namespace

void throw_engine_error(const SQLite::Exception& exception, const std::filesystem::path& file) {
  if (exception.getExtendedErrorCode() == SQLITE_IOERR_NOMEM) throw std::bad_alloc();
  const auto name = text::visible(file.string());
  if (exception.getExtendedErrorCode() == SQLITE_READONLY_DBMOVED) {
    throw BookError(ErrorKind::busy,
                    say("the book {} was replaced by another meanwhile", name),
                    say("try again"));
  }
  switch (exception.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw BookError(
          ErrorKind::busy, say("the book {} is being written by others", name), say("try again"));
    case SQLITE_CONSTRAINT:
      throw_constraint(exception.getExtendedErrorCode());
    case SQLITE_FULL:
      fail_in_book(say("the disk of {} is full", name), say("free some space, then repeat"));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      fail_in_book(say("the book {} cannot be written: it or its folder is read-only", name));
    case SQLITE_CANTOPEN:
      fail_in_book(say("the book {} cannot be opened", name),
                   say("check that its folder exists and that you may write there"));
    case SQLITE_NOTADB:
      fail(say("{} is not a leadbook book; it was left as it is", name));
    case SQLITE_CORRUPT:
      fail_in_book(
          say("the book {} is damaged: run 'leadbook book check', then restore a backup", name));
    case SQLITE_IOERR:
      fail_in_book(say("reading or writing the book {} failed: check the disk", name));
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    default:
      fail_in_book(say("the book {} could not do this", name));
  }
}

}  // namespace leadbook::store
