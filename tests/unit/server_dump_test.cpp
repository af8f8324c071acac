// A book backed up on its server: by `book backup`, and by the server's own means as the README
// tells.
#include <cstdlib>
#include <filesystem>
#include <string>

#include "catch.hpp"
#include "server_world.hpp"

namespace {

using namespace leadbook;
using server::Texts;

/// Runs a line of the shell with the programs of the newest server in reach.
int run_line(const std::string& line) {
  const auto setup =
      "PATH=$(dirname \"$(printf '%s\\n' /usr/lib/postgresql/*/bin/pg_dump | sort -V | "
      "tail -n 1)\"):$PATH; export PGOPTIONS=--client-min-messages=warning PGHOST=" +
      server::folder() + " PGUSER=leadbook; ";
  return std::system((setup + line).c_str());
}

void fill(const server::Database& database, const std::string& book) {
  database.make_book(book);
  for (const Texts& command : {Texts{"company", "add", "Alpha Foods"},
                               Texts{"new", "肉鸭全产业链", "--county", "拜泉"},
                               Texts{"log", "Alpha", "谈妥合同内容", "--project", "P-1"},
                               Texts{"sign", "P-1", "--amount", "10亿元", "--on", "2020-05-01"}}) {
    const auto answer = runner::run(database.address(book), command);
    INFO(answer.err);
    REQUIRE(answer.code == 0);
  }
}

store::Head head_of(const std::string& address) {
  store::Db db({address, ""}, store::Db::Access::read);
  return store::head_of(db);
}

}  // namespace

TEST_CASE("a dump of a book's schema brings the book back, rights and views too", "[server_dump]") {
  if (server::lacks_server()) return;
  server::Database database;
  fill(database, "230231");
  fill(database, "230229");
  const auto address = database.address("230231");
  const auto before = head_of(address);
  scratch::Folder folder;
  const auto dump = (folder.path / "dump.sql").string();
  REQUIRE(run_line("pg_dump --schema=book_230231 " + database.name + " > " + dump) == 0);
  REQUIRE(runner::run(address, {"company", "add", "Written after the dump"}).code == 0);
  REQUIRE(run_line("psql -q -v ON_ERROR_STOP=1 -c 'DROP SCHEMA book_230231 CASCADE' " +
                   database.name + " && psql -q -v ON_ERROR_STOP=1 " + database.name + " < " +
                   dump + " > /dev/null 2> " + dump + ".log") == 0);
  CHECK(head_of(address).hash == before.hash);
  CHECK(server::damages_of(address) == Texts{});
  // The views over all books went with the schema.
  CHECK(runner::run(address, {"book", "init", "--city", "2302"}).code == 0);
  const auto all = runner::run(database.address("all"), {"project", "list", "-F", "csv"});
  INFO(all.err);
  CHECK(all.code == 0);
  const auto writer = database.add_account("clerk", {"230231_writer"});
  CHECK(runner::run(database.address("230231", writer), {"company", "add", "By a clerk"}).code ==
        0);
}

TEST_CASE("a server's book is backed up into a file that restores elsewhere", "[server_dump]") {
  if (server::lacks_server()) return;
  server::Database database;
  fill(database, "230231");
  scratch::Folder folder;
  const auto address = database.address("230231");
  const auto head = head_of(address);
  const auto none = runner::run(address, {"book", "backup"});
  CHECK(none.code == 2);
  const auto answer = runner::run(address, {"book", "backup", folder.path.string()});
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  const auto file = folder.path / ("book_230231-2020-05-22-" + std::to_string(head.number) + "-" +
                                   head.hash.substr(0, 12) + ".db");
  REQUIRE(std::filesystem::exists(file));
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);
  const auto restored = (folder.path / "new" / "book.db").string();
  CHECK(runner::run(restored, {"book", "restore", file.string()}).code == 0);
  CHECK(server::damages_of(restored) == Texts{});
  CHECK(head_of(restored).hash == head.hash);
  CHECK(runner::run(address, {"book", "restore", file.string(), "-y"}).code == 2);
  // One record of it comes back on the server.
  REQUIRE(runner::run(address, {"company", "edit", "C-1", "--name", "Spoiled"}).code == 0);
  const auto record = runner::run(address, {"book", "restore", file.string(), "--record", "C-1"});
  INFO(record.err);
  CHECK(record.code == 0);
  CHECK(server::companies_of(address) == Texts{"Alpha Foods"});
  CHECK(server::damages_of(address) == Texts{});
}
