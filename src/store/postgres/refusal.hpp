// Why a server cannot be connected to, in words of our own.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "store/postgres/address.hpp"
#include "store/postgres/libpq.hpp"

namespace leadbook::store {

struct FinishConnection {
  void operator()(PGconn* connection) const { libpq().finish(connection); }
};
using ConnectionHandle = std::unique_ptr<PGconn, FinishConnection>;

struct ClearResult {
  void operator()(PGresult* result) const { libpq().clear(result); }
};
using ServerResult = std::unique_ptr<PGresult, ClearResult>;

/// A connection to the server. Throws Error{failed} that says why there is none and what to do.
ConnectionHandle connect_to_server(const PostgresAddress& address);

}  // namespace leadbook::store
