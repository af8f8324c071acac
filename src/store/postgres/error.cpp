#include "store/postgres/error.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::store {

void throw_server_error(const ServerError& error, const PostgresAddress& address) {
  const auto& state = error.state;
  const auto name = text::visible(address.shown);
  const auto fail = [](const std::string& message, const std::string& advice = "") {
    throw BookError(ErrorKind::failed, message, advice);
  };
  if (state == "40001" || state == "40P01" || state == "55P03") {
    throw TryAgain{BookError(
        ErrorKind::busy, say("the book {} is being written by others", name), say("try again"))};
  }
  if (state == "23503") {
    throw BookError(ErrorKind::conflict,
                    say("another record depends on this one, or it names one that is gone"));
  }
  if (state == "23505") {
    throw BookError(
        ErrorKind::conflict,
        say("the book already holds a record with this number, code or contract number"));
  }
  if (state.starts_with("23")) fail(say("a value does not fit the book's rules"));
  if (state == "42501") {
    fail(say("this account may not do that in {}", name),
         say("whoever made the book grants the right ('leadbook help server')"));
  }
  if (state == "25006") {
    throw Error(ErrorKind::failed,
                say("the server of {} takes no writes: it is a copy, or set to read-only", name));
  }
  if (state == "53100") {
    fail(say("the disk of {} is full", name), say("free some space, then repeat"));
  }
  if (state == "53200") fail(say("there is not enough memory"));
  if (state == "42P01" && address.book == all_books) {
    throw Error(ErrorKind::usage,
                say("each book has a log and settings of its own: name one with --book NUMBER; "
                    "'leadbook book list' lists them"));
  }
  fail(say("the book {} could not do this", name));
  throw;
}

}  // namespace leadbook::store
