#include "store/postgres/refusal.hpp"

#include <poll.h>

#include <algorithm>
#include <chrono>
#include <new>
#include <string_view>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/outcome.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::store {
namespace {

/// Names and values as the library takes them.
struct OptionArrays {
  explicit OptionArrays(const std::vector<ConnectionOption>& options) {
    for (const auto& option : options) {
      names.push_back(option.name.c_str());
      values.push_back(option.value.c_str());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
  }
  std::vector<const char*> names;
  std::vector<const char*> values;
};

bool is_open(const ConnectionHandle& connection) {
  return libpq().status(connection.get()) == CONNECTION_OK;
}

ConnectionHandle take(PGconn* connection) {
  if (connection == nullptr) throw std::bad_alloc();
  return ConnectionHandle(connection);
}

/// A second try, made in steps: only so does the library tell the server's own code for a refusal.
struct Attempt {
  ConnectionHandle connection;
  bool in_tls = false;  // it ended while TLS was agreed upon
  std::string state;    // the server's code, "" where it gave none
};

/// "28P01" of "… FATAL:  28P01", which a remark may follow on a further line.
std::string state_in(std::string_view message) {
  constexpr std::size_t length = 5;
  constexpr std::string_view before = ":  ";
  std::string state;
  while (!message.empty()) {
    const auto end = std::min(message.find('\n'), message.size());
    const auto line = message.substr(0, end);
    message.remove_prefix(std::min(end + 1, message.size()));
    if (line.size() < length) continue;
    const auto start = line.size() - length;
    if (line.substr(0, start).ends_with(before)) state = line.substr(start);
  }
  return state;
}

Attempt try_in_steps(const OptionArrays& options) {
  using Clock = std::chrono::steady_clock;
  const auto until = Clock::now() + std::chrono::seconds(5);
  Attempt attempt;
  attempt.connection = take(libpq().start_connect(options.names.data(), options.values.data(), 0));
  auto* connection = attempt.connection.get();
  libpq().set_verbosity(connection, PQERRORS_SQLSTATE);
  auto wanted = PGRES_POLLING_WRITING;
  while (wanted != PGRES_POLLING_OK && Clock::now() < until) {
    if (libpq().status(connection) == CONNECTION_BAD) break;
    pollfd waiting{libpq().socket(connection),
                   static_cast<short>(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT),
                   0};
    ::poll(&waiting, 1, 100);
    if (waiting.revents == 0) continue;
    attempt.in_tls = libpq().status(connection) == CONNECTION_SSL_STARTUP;
    wanted = libpq().poll_connect(connection);
    if (wanted == PGRES_POLLING_FAILED) break;
  }
  attempt.state = state_in(libpq().message(connection));
  return attempt;
}

/// What the server's code says about an account.
void refuse_account(const std::string& state, const std::string& place) {
  if (state == "28P01") {
    fail(say("{} refused the account or its password: mend the line in ~/.pgpass", place));
  }
  if (state.starts_with("28") || state == "42501") {
    fail(
        say("{} does not let this account in, or not from here: its administrator can (CREATE "
            "ROLE ... LOGIN, pg_hba.conf)",
            place));
  }
  if (state == "3D000") {
    fail(
        say("there is no database for {}: its administrator makes one with 'createdb "
            "--encoding UTF8 --template template0 NAME'",
            place));
  }
}

[[noreturn]] void refuse_connection(const Attempt& attempt, const std::string& place) {
  const auto& state = attempt.state;
  if (libpq().needs_password(attempt.connection.get()) != 0) {
    fail(
        say("{} wants a password: put it into ~/.pgpass, as HOST:PORT:DATABASE:USER:PASSWORD "
            "(mode 600), or into a service file",
            place));
  }
  refuse_account(state, place);
  if (state.starts_with("53") || state.starts_with("57")) {
    fail(say("the server of {} takes no connections now: try again in a while", place));
  }
  if (!state.empty()) {
    fail(say("{} cannot be opened: the server refused the connection", place));
  }
  if (attempt.in_tls) {
    fail(
        say("no TLS connection to {} came about: check sslmode, the certificates, and that the "
            "server has TLS",
            place));
  }
  throw BookError(ErrorKind::failed,
                  say("no server answers for {}", place),
                  say("check host and port, and that the server runs"));
}

}  // namespace

ConnectionHandle connect_to_server(const PostgresAddress& address) {
  const auto options = connection_options(address);
  const OptionArrays arrays(options);
  auto connection = take(libpq().connect(arrays.names.data(), arrays.values.data(), 0));
  if (is_open(connection)) return connection;
  connection.reset();
  // Where the server has come up in between, the second try is the connection.
  auto attempt = try_in_steps(arrays);
  if (is_open(attempt.connection)) return std::move(attempt.connection);
  refuse_connection(attempt, text::visible(address.shown));
}

}  // namespace leadbook::store
