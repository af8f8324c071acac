// A book as it is made on a server: its schema and tables, the roles that may use it, and the
// views over all books.
#pragma once

#include <string>
#include <vector>

#include "store/postgres/connection.hpp"

namespace leadbook::store {

/// Makes the book, as its roles' owner, in one transaction; nothing where it is there already.
/// Throws ServerError, ConnectionLost.
void make_server_book(PostgresConnection& connection, const std::string& book);

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
