// Who brings a book of a server to a later version, with what rights, and what it is to all books.
#include <cstdlib>

#include "catch.hpp"
#include "unit/scratch_book.hpp"
#include "unit/server_world.hpp"

namespace {

using namespace leadbook;
using server::Answer;
using server::Texts;

const Texts reading = {"company", "list", "-F", "csv", "--columns", "name", "--no-header"};
const Texts adding = {"company", "add", "Gamma Paper"};

std::string number(int version) { return std::to_string(version); }

/// Two books as the program makes them that is built here, and this one of a later version is not.
class City {
 public:
  City() {
    for (const auto* book : {"1", "2"}) {
      earlier(book, "book init --city 2302");
      earlier(book, "company add 'Alpha Foods'");
    }
    store::Db stored({database.address("1"), ""}, store::Db::Access::as_stored);
    version = stored.version();
    REQUIRE(version < store::schema_version());
  }

  /// Runs a command of the earlier program.
  void earlier(const std::string& book, const std::string& words) const {
    const auto line =
        LEADBOOK_BUILD "/bin/leadbook -q --lang en --db '" + database.address(book) + "' " + words;
    INFO(line);
    REQUIRE(std::system(line.c_str()) == 0);
  }

  Answer run(const std::string& book, Texts words, const std::string& account = "leadbook") const {
    return runner::run(database.address(book, account), words);
  }

  Answer upgrade(const std::string& book, const std::string& account = "leadbook") const {
    return run(book, {"book", "upgrade", copies.path.string()}, account);
  }

  server::Database database;
  scratch::Folder copies;
  int version = 0;
};

}  // namespace

TEST_CASE("an earlier book of a server is read by who may, and brought along by its owner alone") {
  if (server::lacks_server()) return;
  const City city;
  const auto viewer = city.database.add_account("viewer", {"1_viewer"});
  const auto writer = city.database.add_account("writer", {"1_writer"});
  const auto owner = city.database.add_account("keeper", {"owner"});
  for (const auto& account : {viewer, writer}) {
    const auto answer = city.run("1", reading, account);
    CHECK(answer.out == "Alpha Foods\n");
    CHECK(answer.err.find("is read in a copy in memory of") != std::string::npos);
    CHECK(city.upgrade("1", account) ==
          Answer{1,
                 "",
                 "leadbook: only the owner of " + city.database.shown("1", account) +
                     " brings it to another version: log in as an account that may take on the "
                     "role " +
                     city.database.name + "_owner\n"});
  }
  CHECK(city.run("1", adding, writer) ==
        Answer{1,
               "",
               "leadbook: " + city.database.shown("1", writer) + " is of version " +
                   number(city.version) + ", this program writes version " +
                   number(store::schema_version()) +
                   ": its owner brings it there with 'leadbook book upgrade'; until then it can be "
                   "read\n"});
  REQUIRE(city.upgrade("1", owner).code == 0);
  CHECK(city.run("1", adding, writer).code == 0);
  CHECK(city.run("1", reading, viewer) == Answer{0, "Alpha Foods\nGamma Paper\n", ""});
  CHECK(server::damages_of(city.database.address("1")) == Texts());
  auto reader = city.database.session(viewer);
  CHECK(reader.texts("SELECT count(*) FROM book_1.visitor") == Texts{"0"});
  CHECK(reader.refusal("DELETE FROM book_1.visitor") == "42501");
  auto official = city.database.session(writer);
  CHECK(official.refusal("DELETE FROM book_1.entry") == "42501");
  CHECK(official.refusal("UPDATE book_1.version SET number = 9") == "42501");
}

TEST_CASE("all books are read as one once each is of the later version; which is not is said") {
  if (server::lacks_server()) return;
  const City city;
  const auto wanted = number(store::schema_version());
  const auto refused = [&](const std::string& which) {
    return Answer{1,
                  "",
                  "leadbook: all books together are read where each is of version " + wanted +
                      ", and these are not: " + which +
                      "; their owner brings an earlier one there with 'leadbook book upgrade'\n"};
  };
  const auto earlier = " (" + number(city.version) + ")";
  CHECK(city.run("all", reading) == refused("1" + earlier + ", 2" + earlier));
  REQUIRE(city.upgrade("1").code == 0);
  CHECK(city.run("all", reading) == refused("2" + earlier));
  // Made by an earlier program, in between: the views do not tell its version.
  city.database.session().run("DROP VIEW book_all.versions");
  CHECK(city.run("all", reading).code == 1);
  REQUIRE(city.upgrade("all").code == 0);
  CHECK(city.run("all", reading) == Answer{0, "Alpha Foods\nAlpha Foods\n", ""});
  CHECK(city.database.session().texts("SELECT count(*) FROM book_all.company") == Texts{"2"});
}

TEST_CASE("a book made beside an earlier one keeps it from being read as one, and says so") {
  if (server::lacks_server()) return;
  const City city;
  REQUIRE(runner::run(city.database.address("3"), {"book", "init", "--city", "2302"}).code == 0);
  const auto answer = city.run("all", reading);
  CHECK(answer.code == 1);
  CHECK(answer.err.find("1 (" + number(city.version) + "), 2 (" + number(city.version) + ");") !=
        std::string::npos);
  // The earlier program sees all three, in what they have in common.
  CHECK(city.database.session().texts("SELECT count(DISTINCT city) FROM book_all.county") ==
        Texts{"1"});
}
