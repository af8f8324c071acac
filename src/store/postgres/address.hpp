// The address of a book on a server: which server, as its own library reads it, and which book.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "leadbook/store/db.hpp"

namespace leadbook::store {

/// postgresql://USER@HOST/DATABASE?book=NUMBER, with whatever else the client library knows
/// (sslmode, service, ...) handed on to it.
struct PostgresAddress {
  std::string server;  // the address without the book
  std::string book;    // its number, "all", or "" where none is named
  std::string shown;   // for messages
};

/// Throws Error{usage} for a password in the address and for a book that is no number.
PostgresAddress parse_postgres_address(const Place& place);

/// The schema a book lies in: "book_230229".
std::string schema_of(std::string_view book);

constexpr std::string_view all_books = "all";

/// What the client library is to connect with, by its own names. Throws Error{usage} where the
/// address cannot be read or holds a password.
struct ConnectionOption {
  std::string name;
  std::string value;
};
std::vector<ConnectionOption> connection_options(const PostgresAddress& address);

}  // namespace leadbook::store
