// A book as it is made on a server: its schema and tables, the roles that may use it, and the
// views over all books.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/postgres/address.hpp"
#include "store/postgres/connection.hpp"

namespace leadbook::store {

/// Makes the book, as its roles' owner, in one transaction; nothing where it is there already.
/// Throws ServerError, ConnectionLost.
void make_server_book(PostgresConnection& connection, const std::string& book);

/// Begins the transaction in which the owner of a book changes its tables: writers wait behind the
/// head, makers of other books behind this. Throws Error{failed} where this account is no owner,
/// and as above.
void begin_server_upgrade(PostgresConnection& connection, const PostgresAddress& address);

/// Runs a step within it, where nobody reads the tables any more and no view stands on them. Throws
/// as above.
void run_server_step(PostgresConnection& connection, std::string_view migration);

/// The number of the version, the rights to its tables and the views over all books, as new books
/// have them. Throws as above.
void finish_server_upgrade(PostgresConnection& connection, const std::string& book, int version);

/// Makes the views over all books anew, where this account is one of the books' owners. Throws as
/// above.
void make_server_views(PostgresConnection& connection);

/// The numbers of the books this account may read, in order.
std::vector<std::string> books_on(PostgresConnection& connection);

/// Whether this account may take on a role there is.
bool may_become(PostgresConnection& connection, const std::string& role);

/// The name of a role: "city_owner", "city_reader", "city_230229_writer".
std::string role_of(std::string_view database, std::string_view book, std::string_view part);

}  // namespace leadbook::store
