// A connection to a PostgreSQL server: statements with parameters, answers row by row, COPY.
#pragma once

#include <list>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/postgres/address.hpp"
#include "store/postgres/refusal.hpp"
#include "store/postgres/text.hpp"

namespace leadbook::store {

/// What the server refused, by its five-letter code.
struct ServerError {
  std::string state;
};

/// The connection is gone.
struct ConnectionLost {};

class PostgresConnection {
 public:
  /// Throws Error{failed} that says why there is no connection.
  explicit PostgresConnection(const PostgresAddress& address);
  ~PostgresConnection();
  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;

  /// All three throw ServerError and ConnectionLost. A statement may be run from within another's
  /// rows: what is left of these is then read first.
  void each(const std::string& sql, const Parameters& parameters, const EachRow& each);
  void insert(const Table& table, const std::vector<std::vector<Value>>& rows);
  /// Runs statements without parameters in one go; answers the command tag of the last ("COMMIT").
  std::string run(const std::string& statements);

  std::string parameter(const char* name) const;

  /// The connection as its library knows it, for statements whose refusals need more than a code.
  PGconn* handle() const { return connection_.get(); }

 private:
  /// A statement, and the name it has on the server from its second run on.
  struct Known {
    ServerStatement statement;
    std::string name;
    std::size_t runs = 0;
  };
  class Answer;

  Known& known(const std::string& sql);
  void send(Known& known, const std::vector<const Value*>& values);
  void run_statement(Known& known, const std::vector<const Value*>& values, const EachRow& each);
  void copy(const Table& table, const std::vector<std::vector<Value>>& rows);
  void put_copy_data(const std::string& data);
  void finish_command();
  [[noreturn]] void fail(const std::string& state);

  ConnectionHandle connection_;
  std::unordered_map<std::string, Known> known_;
  Answer* reading_ = nullptr;  // the innermost answer still being read
};

}  // namespace leadbook::store
