// What a check finds of a book on a server that a file does not have.
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/service/check/check.hpp"
#include "server_world.hpp"

namespace {

using namespace leadbook;
using server::Texts;
using store::Proof;

store::CheckReport check(const std::string& address) {
  store::Db db({address, ""}, store::Db::Access::read);
  return service::check_whole(db);
}

Texts damages(const store::CheckReport& report, Proof proof) {
  Texts texts;
  for (const auto& finding : report.part(proof).damages) texts.push_back(finding.what);
  return texts;
}

}  // namespace

TEST_CASE("rights on a server's book that nobody is to have are found", "[server_check]") {
  if (server::lacks_server()) return;
  const server::Database database;
  database.make_book();
  const auto address = database.address();
  CHECK(check(address).damage_count() == 0);
  const auto clerk = database.add_account("clerk", {});
  auto session = database.session();
  session.run("GRANT DELETE ON book_1.entry TO " + clerk);
  session.run("GRANT SELECT ON book_1.project TO PUBLIC");
  const auto report = check(address);
  CHECK(damages(report, Proof::place) ==
        Texts{clerk + " may DELETE book_1.entry", "PUBLIC may SELECT book_1.project"});
  CHECK(report.part(Proof::place).damages.front().remedy ==
        "REVOKE DELETE ON book_1.entry FROM " + clerk);
  session.run("REVOKE DELETE ON book_1.entry FROM " + clerk);
}

TEST_CASE("what a server's book lacks of its tables is found, and its settings are noted",
          "[server_check]") {
  if (server::lacks_server()) return;
  const server::Database database;
  database.make_book();
  const auto address = database.address();
  // The server of the tests does not wait for its disk.
  const auto whole = check(address);
  CHECK(damages(whole, Proof::settings) == Texts{});
  CHECK(whole.part(Proof::settings).notes.front().remedy == "ALTER SYSTEM SET fsync = on");
  database.session().run("DROP INDEX book_1.project_county");
  CHECK(damages(check(address), Proof::settings) ==
        Texts{"the book lacks its index project_county"});
}

TEST_CASE("a server's book is made anew from its log, into a file", "[server_check]") {
  if (server::lacks_server()) return;
  const server::Database database;
  database.make_book();
  const auto address = database.address();
  REQUIRE(runner::run(address, {"company", "add", "Alpha Foods"}).code == 0);
  database.session().run("UPDATE book_1.company SET name = 'Spoiled'");
  CHECK(damages(check(address), Proof::replay) ==
        Texts{"C-1 differs from what the change log says"});
  const scratch::Folder folder;
  const auto file = (folder.path / "made.db").string();
  const auto answer = runner::run(address, {"book", "check", "--repair", file});
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  CHECK(server::damages_of(file) == Texts{});
  CHECK(server::companies_of(file) == Texts{"Alpha Foods"});
}
