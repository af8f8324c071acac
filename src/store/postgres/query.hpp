// A user's statement on a book on a server.
#pragma once

#include <string>

#include "leadbook/store/query.hpp"
#include "store/postgres/connection.hpp"

namespace leadbook::store {

/// Runs it within the reader's transaction of this connection, on the tables of a schema; as
/// `viewer`, a role that only reads, where this account may become it. What the server has against
/// the statement is told in an Error; throws ServerError and ConnectionLost otherwise.
QueryAnswer query_server(PostgresConnection& connection,
                         const std::string& schema,
                         const std::string& viewer,
                         const Query& query);

}  // namespace leadbook::store
