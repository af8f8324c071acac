// The server's errors in words of our own.
#pragma once

#include <string>

#include "store/postgres/address.hpp"
#include "store/postgres/connection.hpp"

namespace leadbook::store {

/// Throws what a refused statement means: Error, or TryAgain where the whole transaction may be
/// tried once more.
[[noreturn]] void throw_server_error(const ServerError& error, const PostgresAddress& address);

}  // namespace leadbook::store
