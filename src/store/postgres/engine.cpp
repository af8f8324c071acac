// The engine for books on a PostgreSQL server, one schema each.
#include "store/engine.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/check/examine.hpp"
#include "store/postgres/book.hpp"
#include "store/postgres/connection.hpp"
#include "store/postgres/error.hpp"
#include "store/postgres/query.hpp"
#include "store/upgrade/copy_tables.hpp"

namespace leadbook::store {
namespace {

/// What an action on a connection of its own answers, errors told in words of our own.
template <class Action>
auto on_server(const Place& place, Action&& action) {
  const auto address = parse_postgres_address(place);
  try {
    PostgresConnection connection(address);
    return action(connection);
  } catch (const ServerError& error) {
    throw_server_error(error, address);
  } catch (const ConnectionLost&) {
    throw TryAgain{connection_lost()};
  }
}

class PostgresEngine final : public Engine {
 public:
  PostgresEngine(const Place& place, Db::Access access);

  void each(const std::string& sql, const Parameters& parameters, const EachRow& each) override {
    guarded([&] { connection_.each(sql, parameters, each); });
  }
  QueryAnswer query(const Query& query) override;
  void insert(const Table& table, const std::vector<std::vector<Value>>& rows) override {
    guarded([&] { connection_.insert(table, rows); });
  }
  void begin() override;
  void commit() override;
  void roll_back() noexcept override;
  void end_reading() override;
  void examine_place(CheckPart& part) override {
    examine_rights(*this, schema_of(address_.book), part);
  }
  void examine_settings(CheckPart& part) override {
    examine_server(*this, schema_of(address_.book), part);
  }
  std::vector<std::string> damages() override;
  std::string place() const override { return address_.shown; }
  int version() override;
  std::unique_ptr<Engine> in_memory() override;
  void begin_upgrade() override;
  void run_step(std::string_view migration) override;
  void finish_upgrade(int version) override;

 private:
  void choose_book(Db::Access access);
  void open_book(Db::Access access);
  void start_session(bool reads);
  int stored_version();
  void open_all(Db::Access access);
  void refuse_other_versions();

  /// Runs something on the server, its errors told in words of our own.
  template <class Action>
  void guarded(Action&& action) {
    try {
      action();
    } catch (const ServerError& error) {
      throw_server_error(error, address_);
    } catch (const ConnectionLost&) {
      throw TryAgain{connection_lost()};
    }
  }

  PostgresAddress address_;
  PostgresConnection connection_;
  bool reading_ = false;  // within the one transaction of a reader
};

PostgresEngine::PostgresEngine(const Place& place, Db::Access access)
    : address_(parse_postgres_address(place)), connection_(address_) {
  guarded([&] {
    choose_book(access);
    if (address_.book == all_books) {
      open_all(access);
    } else {
      open_book(access);
    }
  });
}

/// The only book of a server need not be named, except to make it.
void PostgresEngine::choose_book(Db::Access access) {
  if (!address_.book.empty()) return;
  const auto books = books_on(connection_);
  if (books.size() == 1) {
    address_.book = books.front();
    address_.shown += "?book=" + address_.book;
    return;
  }
  const auto place = text::visible(address_.shown);
  if (books.empty() && access != Db::Access::create) {
    fail(
        say("there is no book at {} yet that you may read: make one with 'leadbook book init "
            "--city NAME --book NUMBER', or ask its owner for the right",
            place));
  }
  std::string list;
  for (const auto& book : books) list += (list.empty() ? "" : ", ") + book;
  throw Error(
      ErrorKind::usage,
      books.empty()
          ? say("name the new book of {} with --book and its county's division code, as 230229",
                place)
          : say("name the book with --book or ?book= behind the address; at {} there are: {}",
                place,
                list));
}

/// The settings of a session. A reader's transaction begins with it; that it reads the version
/// keeps the tables what they are until its end.
void PostgresEngine::start_session(bool reads) {
  const auto schema = schema_of(address_.book);
  // Waiting is cut into pieces, between which the whole command is tried anew. A server set to
  // confirm what it has not stored is asked to store it first.
  connection_.run("SET search_path = " + schema +
                  ", pg_temp; SET standard_conforming_strings = on; SET lock_timeout = '5s'; " +
                  (reads ? "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
                         : "SELECT set_config('synchronous_commit', 'on', false) "
                           "WHERE current_setting('synchronous_commit') IN ('off', 'local')"));
  reading_ = reads;
  const auto version = stored_version();
  if (version > schema_version()) refuse_newer_book(address_.shown, version);
}

int PostgresEngine::stored_version() {
  int version = 0;
  connection_.each("SELECT number FROM " + schema_of(address_.book) + ".version",
                   {},
                   [&](Row& row) { version = static_cast<int>(row.integer("number")); });
  return version;
}

int PostgresEngine::version() {
  int version = 0;
  guarded([&] { version = stored_version(); });
  return version;
}

std::unique_ptr<Engine> PostgresEngine::in_memory() {
  auto copy = open_sqlite(address_.shown, Db::Access::memory, version());
  copy_tables(*this, *copy);
  return copy;
}

/// Its owner holds the head, behind which writers wait, and keeps other makers of books away.
void PostgresEngine::begin_upgrade() {
  guarded([&] { begin_server_upgrade(connection_, address_); });
}

/// Readers have read the version: once it is this one's alone, nobody reads a table that changes.
void PostgresEngine::run_step(std::string_view migration) {
  guarded([&] { run_server_step(connection_, migration); });
}

void PostgresEngine::finish_upgrade(int version) {
  guarded([&] { finish_server_upgrade(connection_, address_.book, version); });
}

void PostgresEngine::open_book(Db::Access access) {
  const bool reads = access == Db::Access::read || access == Db::Access::as_stored;
  const auto name = text::visible(address_.shown);
  try {
    start_session(reads);
  } catch (const ServerError& error) {
    // No such schema, or a schema that is no book.
    if (error.state != "3F000" && error.state != "42P01") throw;
    if (access != Db::Access::create) {
      fail(
          say("there is no book at {} yet: make one with 'leadbook book init --city NAME', or "
              "name another with --db",
              name));
    }
    if (connection_.parameter("server_encoding") != "UTF8") {
      fail(
          say("the database of {} is not in UTF-8: a book needs one made with 'createdb "
              "--encoding UTF8 --template template0 NAME'",
              name));
    }
    make_server_book(connection_, address_.book);
    start_session(false);
  }
}

/// Views are of what all books have: where one is of another version, something may be missing.
void PostgresEngine::refuse_other_versions() {
  bool told = false;  // views made by a program of version 1 do not tell it
  connection_.each("SELECT 1 WHERE to_regclass('book_all.versions') IS NOT NULL", {}, [&](Row&) {
    told = true;
  });
  const std::string number = told ? "coalesce(v.number, 1)" : "1";
  const std::string versions = told ? " LEFT JOIN book_all.versions AS v ON v.book = s.book" : "";
  std::string others;
  connection_.each(
      "SELECT s.book, " + number + " AS number FROM book_all.settings AS s" + versions + " WHERE " +
          number + " <> :version ORDER BY CAST(s.book AS bigint)",
      {{"version", std::int64_t{schema_version()}}},
      [&](Row& row) {
        others += others.empty() ? "" : ", ";
        others += row.text("book") + " (" + std::to_string(row.integer("number")) + ")";
      });
  if (others.empty()) return;
  fail(
      say("all books together are read where each is of version {}, and these are not: {}; their "
          "owner brings an earlier one there with 'leadbook book upgrade'",
          schema_version(),
          others));
}

/// Every book as one, for reading.
void PostgresEngine::open_all(Db::Access access) {
  if (access != Db::Access::read) {
    throw Error(ErrorKind::usage,
                say("all books together are for reading: name the one to write with --book NUMBER; "
                    "'leadbook book list' lists them"));
  }
  connection_.run(
      "SET search_path = book_all, pg_temp; SET standard_conforming_strings = on; "
      "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
  reading_ = true;
  std::string ways;
  try {
    refuse_other_versions();
    connection_.each("SELECT DISTINCT frameworks AS way FROM book_all.settings", {}, [&](Row& row) {
      ways += (ways.empty() ? "" : ", ") + row.text("way");
    });
  } catch (const ServerError& error) {
    if (error.state != "3F000" && error.state != "42P01") throw;
    fail(say("{} has no views over all books: 'leadbook book init' with one of them makes them",
             text::visible(address_.shown)));
  }
  // A figure counted in two ways would be no figure.
  if (ways.find(',') != std::string::npos) {
    fail(
        say("the books count framework agreements in different ways ({}): make them alike with "
            "'leadbook book edit --frameworks', then ask again",
            ways));
  }
}

QueryAnswer PostgresEngine::query(const Query& query) {
  QueryAnswer answer;
  guarded([&] {
    std::string database;
    connection_.each(
        "SELECT current_database() AS name", {}, [&](Row& row) { database = row.text("name"); });
    const bool all = address_.book == all_books;
    const auto viewer =
        all ? role_of(database, "", "reader") : role_of(database, address_.book, "viewer");
    answer = query_server(connection_, schema_of(address_.book), viewer, query);
  });
  end_reading();
  return answer;
}

void PostgresEngine::begin() {
  guarded([&] { connection_.run("BEGIN"); });
}

void PostgresEngine::commit() {
  try {
    if (connection_.run("COMMIT") != "COMMIT") {
      throw ServerError{"25P02"};  // the server had given the transaction up
    }
  } catch (const ServerError& error) {
    throw_server_error(error, address_);
  } catch (...) {
    // The connection is lost, or there was no memory for the server's answer.
    throw Unconfirmed{};
  }
}

void PostgresEngine::roll_back() noexcept {
  try {
    connection_.run("ROLLBACK");
  } catch (...) {
    // Where the connection is gone the server rolls back by itself.
  }
}

void PostgresEngine::end_reading() {
  if (!reading_) return;
  reading_ = false;
  guarded([&] { connection_.run("COMMIT"); });
}

std::vector<std::string> PostgresEngine::damages() {
  std::vector<std::string> damages;
  each(
      "SELECT 1 FROM pg_constraint AS c JOIN pg_namespace AS n ON n.oid = c.connamespace "
      "WHERE n.nspname = :schema AND NOT c.convalidated "
      "UNION ALL SELECT 1 FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid "
      "JOIN pg_namespace AS n ON n.oid = c.relnamespace "
      "WHERE n.nspname = :schema AND NOT i.indisvalid",
      {{"schema", schema_of(address_.book)}},
      [&](Row&) { damages.push_back(say("the server no longer keeps a rule of the book")); });
  return damages;
}

}  // namespace

std::unique_ptr<Engine> open_postgres(const Place& place, Db::Access access) {
  return std::make_unique<PostgresEngine>(place, access);
}

std::vector<std::string> books_of_server(const Place& place) { return on_server(place, books_on); }

void renew_server_views(const Place& place) { on_server(place, make_server_views); }

}  // namespace leadbook::store
