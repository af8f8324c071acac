#include <string>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "store/postgres/libpq.hpp"

namespace {

using namespace leadbook;

/// How a library of this name is refused; "" where it is not.
std::string refusal_of(const char* file) {
  try {
    store::load_libpq(file);
    return "";
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::failed);
    return error.what();
  }
}

}  // namespace

TEST_CASE("a machine without the client library is told which package to install") {
  CHECK(refusal_of("libnothing-of-the-kind.so.5") ==
        "a book on a server needs the PostgreSQL client library, which is not installed: 'apt "
        "install libpq5'");
}

TEST_CASE("a client library without the functions needed is told to be too old") {
  CHECK(refusal_of("libm.so.6") ==
        "the PostgreSQL client library on this machine is too old: 'apt install libpq5' brings a "
        "newer one");
}

TEST_CASE("the client library of this machine has every function needed") {
  CHECK(refusal_of("libpq.so.5") == "");
}
