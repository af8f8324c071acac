// The tests' own PostgreSQL server, where there is one: a database for this process, and in it
// books that go with their tests.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "store/postgres/book.hpp"
#include "store/postgres/connection.hpp"

namespace test_server {

using namespace leadbook;

/// Whether books of tests are to be made on the server; else they are files.
inline bool is_chosen() {
  const char* engine = std::getenv("LEADBOOK_TEST_ENGINE");
  return engine != nullptr && std::string(engine) == "postgresql";
}

/// What a program ends with that finds no server: ctest shows the test as skipped.
constexpr int skipped = 77;

/// A database of this process's own, made at first use and dropped, roles and all, at its end.
class Database {
 public:
  static Database& own() {
    static Database database;
    return database;
  }

  ~Database() {
    // A process forked off leaves the database to the one that made it.
    if (::getpid() != maker_) return;
    try {
      connection_.reset();
      drop();
    } catch (...) {
      // The server is gone, and the database with it.
    }
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Rights as nobody else has them.
  store::PostgresConnection& connection() { return *connection_; }

  /// Six digits, so that all addresses are equally long.
  std::string next_book() { return std::to_string(++last_book_); }

  std::string address_of(const std::string& book) const { return address(name_, book); }

  void drop_book(const std::string& book) {
    if (::getpid() != maker_) return;
    // The views over all books, which this takes along, are made anew with the next book.
    std::string commands = "DROP SCHEMA IF EXISTS " + store::schema_of(book) + " CASCADE";
    for (const auto* part : {"writer", "viewer"}) {
      commands += "; DROP ROLE IF EXISTS " + store::role_of(name_, book, part);
    }
    connection_->run(commands);
  }

 private:
  Database() : maker_(::getpid()), name_("test_" + std::to_string(maker_)) {
    const char* folder = std::getenv("LEADBOOK_TEST_SERVER");
    if (folder == nullptr || *folder == '\0') {
      std::cerr << "skipped: LEADBOOK_TEST_SERVER names no server\n";
      std::_Exit(skipped);
    }
    // Not in the addresses: what a command shows is then what it was given.
    ::setenv("PGHOST", folder, 1);
    ::setenv("PGPORT", "5432", 1);
    drop();
    connect("postgres").run("CREATE DATABASE " + name_);
    connection_.emplace(store::parse_postgres_address({address(name_, ""), ""}));
  }

  static std::string address(const std::string& database, const std::string& book) {
    return "postgresql://leadbook@/" + database + (book.empty() ? "" : "?book=" + book);
  }

  static store::PostgresConnection connect(const std::string& database) {
    return store::PostgresConnection(store::parse_postgres_address({address(database, ""), ""}));
  }

  void drop() const {
    auto server = connect("postgres");
    server.run("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
    std::vector<std::string> roles;
    server.each("SELECT rolname AS name FROM pg_roles WHERE starts_with(rolname, :beginning)",
                {{"beginning", name_ + "_"}},
                [&](store::Row& row) { roles.push_back(row.text("name")); });
    for (const auto& role : roles) server.run("DROP ROLE " + role);
  }

  ::pid_t maker_;
  std::string name_;
  std::optional<store::PostgresConnection> connection_;
  int last_book_ = 100'000;
};

/// Room for a book on the server, gone with its user. The book itself is made by who opens it.
class ServerBook {
 public:
  ServerBook() : number_(Database::own().next_book()) {}
  ~ServerBook() {
    try {
      Database::own().drop_book(number_);
    } catch (...) {
      // It goes with the database.
    }
  }
  ServerBook(const ServerBook&) = delete;
  ServerBook& operator=(const ServerBook&) = delete;

  const std::string& number() const { return number_; }
  std::string address() const { return Database::own().address_of(number_); }
  std::string schema() const { return store::schema_of(number_); }

 private:
  std::string number_;
};

}  // namespace test_server
