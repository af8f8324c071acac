#include <fstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "scratch_book.hpp"
#include "server_world.hpp"

namespace {

using server::Answer;
using server::Texts;

const Texts adding = {"company", "add", "Alpha Foods"};

/// What a command that reads answers an account without the right to it.
Answer may_not_read(const std::string& shown) {
  return {1,
          "",
          "leadbook: this account may not do that in " + shown +
              ": whoever made the book grants the right ('leadbook help server')\n"};
}

/// The same of a command that writes.
Answer may_not(const std::string& shown) { return may_not_read(shown + "; nothing was written"); }

/// The statements the server does not refuse for want of a right, or as a view takes none.
Texts allowed_of(server::Session session, const Texts& statements) {
  Texts allowed;
  for (const auto& statement : statements) {
    const auto state = session.refusal(statement);
    if (state != "42501" && state != "55000") allowed.push_back(statement + ": " + state);
  }
  return allowed;
}

/// What changes neither records nor log nor the tables themselves, but would.
Texts writing_in(const std::string& schema) {
  return {"INSERT INTO " + schema + ".station (id) VALUES (900)",
          "UPDATE " + schema + ".station SET note = 'x'",
          "DELETE FROM " + schema + ".station",
          "TRUNCATE " + schema + ".station",
          "INSERT INTO " + schema + ".entry (number) VALUES (900)",
          "UPDATE " + schema + ".head SET number = 0",
          "CREATE TABLE " + schema + ".other (id BIGINT)",
          "DROP TABLE " + schema + ".station",
          "DROP SCHEMA " + schema + " CASCADE"};
}

/// A line of each sort of writing command, in order.
std::vector<Texts> writing_commands(const std::string& file) {
  return {adding,
          {"company", "edit", "C-1", "--note", "tea"},
          {"project", "add", "Meat duck chain", "--county", "230231", "--investors", "C-1"},
          {"project", "move", "P-1", "negotiating"},
          {"log", "C-1", "talk", "--project", "P-1"},
          {"sign", "P-1", "--amount", "3.2亿", "--kind", "contract"},
          {"negotiation", "remove", "N-1", "--yes"},
          {"undo", "--yes"},
          {"redo", "--yes"},
          {"import", "company", file, "--yes"}};
}

}  // namespace

TEST_CASE("a viewer of a book reads it, and the server refuses it every write") {
  if (server::lacks_server()) return;
  const server::Database database;
  database.make_book();
  REQUIRE(runner::run(database.address(), adding).code == 0);
  const auto viewer = database.add_account("guest", {"1_viewer"});
  CHECK(allowed_of(database.session(viewer), writing_in("book_1")) == Texts());
  CHECK(server::companies_of(database.address("1", viewer)) == Texts{"Alpha Foods"});
  CHECK(runner::run(database.address("1", viewer), {"company", "add", "Beta Paper"}) ==
        may_not(database.shown("1", viewer)));
  CHECK(server::companies_of(database.address()) == Texts{"Alpha Foods"});
}

TEST_CASE("a writer runs every writing command, and its log is whole") {
  if (server::lacks_server()) return;
  const scratch::Folder folder;
  const auto file = folder.path / "companies.csv";
  std::ofstream(file) << "name\nBeta Paper\nGamma Steel\n";
  const server::Database database;
  database.make_book();
  const auto address = database.address("1", database.add_account("official", {"1_writer"}));
  for (const auto& command : writing_commands(file.string())) {
    const auto answer = runner::run(address, command);
    INFO(command[0] << " " << command[1] << ": " << answer.err);
    CHECK(answer.code == 0);
  }
  CHECK(server::companies_of(address) == Texts{"Alpha Foods", "Beta Paper", "Gamma Steel"});
  CHECK(server::damages_of(address) == Texts());
}

TEST_CASE("a writer can neither change nor remove what is in the log") {
  if (server::lacks_server()) return;
  const server::Database database;
  database.make_book();
  const auto writer = database.add_account("official", {"1_writer"});
  CHECK(allowed_of(database.session(writer),
                   {"UPDATE book_1.entry SET actor = 'nobody'",
                    "DELETE FROM book_1.entry",
                    "TRUNCATE book_1.entry CASCADE",
                    "UPDATE book_1.entry_row SET after = NULL",
                    "DELETE FROM book_1.entry_row",
                    "TRUNCATE book_1.entry_row",
                    "DELETE FROM book_1.head",
                    "INSERT INTO book_1.head (id, number, hash) VALUES (1, 0, '')",
                    "TRUNCATE book_1.head",
                    "DELETE FROM book_1.counter",
                    "UPDATE book_1.version SET number = 9",
                    "ALTER TABLE book_1.entry ADD COLUMN other BIGINT",
                    "DROP TABLE book_1.entry_row",
                    "CREATE TABLE book_1.other (id BIGINT)"}) == Texts());
  CHECK(server::damages_of(database.address()) == Texts());
}

TEST_CASE("a writer of one book neither reads nor writes another") {
  if (server::lacks_server()) return;
  const server::Database database;
  database.make_book("1");
  database.make_book("2");
  const auto writer = database.add_account("official", {"1_writer"});
  auto statements = writing_in("book_2");
  statements.push_back("SELECT 1 FROM book_2.entry");
  statements.push_back("SELECT 1 FROM book_2.company");
  statements.push_back("SELECT 1 FROM book_all.company");
  CHECK(allowed_of(database.session(writer), statements) == Texts());
  const auto refused = may_not(database.shown("2", writer));
  CHECK(runner::run(database.address("2", writer), {"company", "list"}) ==
        may_not_read(database.shown("2", writer)));
  CHECK(runner::run(database.address("2", writer), adding) == refused);
  // The only book it has rights to need not be named.
  CHECK(runner::run(database.address("", writer), adding).code == 0);
  CHECK(server::companies_of(database.address("2")) == Texts());
}

TEST_CASE("an analyst reads each book and all as one, and writes none") {
  if (server::lacks_server()) return;
  const server::Database database;
  database.make_book("1");
  database.make_book("2");
  REQUIRE(runner::run(database.address("1"), adding).code == 0);
  REQUIRE(runner::run(database.address("2"), {"company", "add", "Beta Paper"}).code == 0);
  const auto viewer = database.add_account("analyst", {"reader"});
  CHECK(server::companies_of(database.address("1", viewer)) == Texts{"Alpha Foods"});
  CHECK(server::companies_of(database.address("2", viewer)) == Texts{"Beta Paper"});
  CHECK(server::companies_of(database.address("all", viewer)) ==
        Texts{"Alpha Foods", "Beta Paper"});
  for (const auto* schema : {"book_1", "book_2"}) {
    CHECK(allowed_of(database.session(viewer), writing_in(schema)) == Texts());
  }
  CHECK(allowed_of(database.session(viewer),
                   {"INSERT INTO book_all.station (id) VALUES (900)",
                    "DELETE FROM book_all.station",
                    "CREATE VIEW book_all.other AS SELECT 1",
                    "DROP VIEW book_all.station"}) == Texts());
  CHECK(runner::run(database.address("1", viewer), adding) == may_not(database.shown("1", viewer)));
  CHECK(runner::run(database.address("all", viewer), adding).code == 2);
}

TEST_CASE("a book made later is open to the analyst and closed to the other book's writer") {
  if (server::lacks_server()) return;
  const server::Database database;
  database.make_book("1");
  const auto viewer = database.add_account("analyst", {"reader"});
  const auto writer = database.add_account("official", {"1_writer"});
  database.make_book("2");
  CHECK(runner::run(database.address("2", viewer), {"county", "list"}).code == 0);
  CHECK(runner::run(database.address("2", writer), {"county", "list"}) ==
        may_not_read(database.shown("2", writer)));
}

TEST_CASE("who owns the database and may make roles makes books without being a superuser") {
  if (server::lacks_server()) return;
  const server::Database database;
  const auto maker = database.add_account("maker", {});
  database.session().run("ALTER ROLE " + maker + " CREATEROLE");
  database.session().run("ALTER DATABASE " + database.name + " OWNER TO " + maker);
  for (const auto* book : {"1", "2"}) {
    CHECK(runner::run(database.address(book, maker), {"book", "init", "--city", "2302"}).code == 0);
  }
  CHECK(runner::run(database.address("1", maker), adding).code == 0);
  CHECK(server::damages_of(database.address("1", maker)) == Texts());
  CHECK(server::companies_of(database.address("all", maker)) == Texts{"Alpha Foods"});
}

TEST_CASE("a stranger is told what is missing, and makes no book") {
  if (server::lacks_server()) return;
  const server::Database database;
  database.make_book();
  const auto stranger = database.add_account("stranger", {});
  const auto refused = may_not(database.shown("1", stranger));
  CHECK(runner::run(database.address("1", stranger), {"company", "list"}) ==
        may_not_read(database.shown("1", stranger)));
  CHECK(runner::run(database.address("1", stranger), adding) == refused);
  CHECK(runner::run(database.address("2", stranger), {"book", "init", "--city", "2302"}) ==
        may_not(database.shown("2", stranger)));
  CHECK(runner::run(database.address("", stranger), {"company", "list"}) ==
        Answer{1,
               "",
               "leadbook: there is no book at " + database.shown("", stranger) +
                   " yet that you may read: make one with 'leadbook book init --city NAME --book "
                   "NUMBER', or ask its owner for the right\n"});
  CHECK(database.session().texts("SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE "
                                 "'book%' ORDER BY 1") == Texts{"book_1", "book_all"});
}
