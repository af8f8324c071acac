// A database of a test's own on the server at LEADBOOK_TEST_SERVER, its books written by whole
// commands and looked into behind the program's back.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "command_runner.hpp"
#include "leadbook/store/log/history.hpp"
#include "scratch_book.hpp"
#include "store/postgres/connection.hpp"

namespace server {

using namespace leadbook;
using Texts = std::vector<std::string>;

/// The folder of the server's socket; "" where there is no server.
inline std::string folder() {
  const char* found = std::getenv("LEADBOOK_TEST_SERVER");
  return found == nullptr ? "" : found;
}

/// Whether a test case has no server to run on, which it tells.
inline bool lacks_server() {
  if (!folder().empty()) return false;
  WARN("skipped: LEADBOOK_TEST_SERVER names no server");
  return true;
}

using runner::Answer;

inline std::string fresh_name() {
  static int count = 0;
  return "t" + std::to_string(::getpid()) + "x" + std::to_string(++count);
}

/// A session beside the program: statements as they are.
class Session {
 public:
  explicit Session(const std::string& address)
      : connection_(store::parse_postgres_address({address, ""})) {}

  void run(const std::string& sql) { connection_.run(sql); }

  /// The server's code where it refuses, "" where it does not.
  std::string refusal(const std::string& sql) {
    try {
      connection_.run(sql);
      return "";
    } catch (const store::ServerError& error) {
      return error.state;
    }
  }

  /// The first column of an answer, as texts.
  Texts texts(const std::string& sql) {
    Texts found;
    connection_.each(sql, {}, [&](store::Row& row) {
      const auto& value = row.values().front();
      const auto* number = std::get_if<std::int64_t>(&value);
      found.push_back(number != nullptr ? std::to_string(*number) : std::get<std::string>(value));
    });
    return found;
  }

 private:
  store::PostgresConnection connection_;
};

/// A database that goes with the test, and the roles made for it.
class Database {
 public:
  Database() : name(fresh_name()) {
    Session(address_of("postgres")).run("CREATE DATABASE " + name);
  }
  ~Database() {
    try {
      Session admin(address_of("postgres"));
      admin.run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      // Accounts last: one may have granted a right to the others.
      for (const auto& role :
           admin.texts("SELECT rolname AS name FROM pg_roles WHERE rolname ~ '^" + name +
                       "_' ORDER BY rolcanlogin")) {
        admin.run("DROP ROLE " + role);
      }
    } catch (...) {
      // A server that is gone takes its databases along.
    }
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// The address of one of its books, as a role of the server, by a socket in a folder.
  std::string address(const std::string& book = "1",
                      const std::string& role = "leadbook",
                      const std::string& in = folder()) const {
    return "postgresql://" + role + "@/" + name + "?host=" + in +
           (book.empty() ? "" : "&book=" + book);
  }

  /// How messages name a book of it.
  std::string shown(const std::string& book = "1", const std::string& role = "leadbook") const {
    return "postgresql://" + role + "@/" + name + (book.empty() ? "" : "?book=" + book);
  }

  void make_book(const std::string& book = "1") const {
    const auto answer = runner::run(address(book), {"book", "init", "--city", "2302"});
    INFO(answer.err);
    REQUIRE(answer.code == 0);
  }

  /// A role that may log in and has the rights of another; its name.
  std::string add_account(const std::string& part, const Texts& rights) const {
    auto role = name + "_" + part;
    Session admin(address(""));
    admin.run("CREATE ROLE " + role + " LOGIN");
    for (const auto& right : rights) {
      admin.run("GRANT " + (right == "asked" ? right : name + "_" + right) + " TO " + role);
    }
    return role;
  }

  Session session(const std::string& role = "leadbook") const { return Session(address("", role)); }

  std::string name;

 private:
  static std::string address_of(const std::string& database) {
    return "postgresql://leadbook@/" + database + "?host=" + folder();
  }
};

/// All that is wrong with a book.
inline Texts damages_of(const std::string& address) {
  store::Db db({address, ""}, store::Db::Access::read);
  return scratch::damages_of(db);
}

/// The names of a book's companies, by number, as an account reads them that may.
inline Texts companies_of(const std::string& address) {
  const auto answer = runner::run(address, {"company", "list", "-F", "csv", "--columns", "name"});
  CHECK(answer.code == 0);
  std::istringstream lines(answer.out);
  Texts names;
  for (std::string line; std::getline(lines, line);) names.push_back(line);
  if (!names.empty()) names.erase(names.begin());
  return names;
}

}  // namespace server
