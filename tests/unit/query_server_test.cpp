// Statements of a user's own on a server: all books as one, and what an account may read.
#include "catch.hpp"
#include "server_world.hpp"

namespace {

using namespace leadbook;
using server::Answer;
using Words = std::vector<std::string>;

void done(const Answer& answer) {
  INFO(answer.err);
  REQUIRE(answer.code == 0);
}

Answer sql(const std::string& address, const std::string& statement) {
  return runner::run(address, {"sql", statement, "-F", "csv"});
}

}  // namespace

TEST_CASE("a statement over all books reads every one") {
  if (server::lacks_server()) return;
  server::Database database;
  for (const auto* book : {"230229", "230231"}) {
    database.make_book(book);
    done(runner::run(database.address(book), {"new", "Duck", "--county", "230229"}));
    done(runner::run(database.address(book),
                     {"sign", "P-1", "--amount", "2亿元", "--on", "2020-05-01"}));
  }
  const auto all = database.address("all");
  CHECK(sql(all, "select ref, title, county_code, stage from project order by ref") ==
        Answer{0,
               "ref,title,county_code,stage\n"
               "P-230229.1,Duck,230229,signed\n"
               "P-230231.1,Duck,230229,signed\n",
               ""});
  CHECK(sql(all, "select county, sum(amount_minor) as fen from posting group by county") ==
        Answer{0, "county,fen\n克山县,40000000000\n", ""});
  CHECK(sql(all, "select * from book_230229.project").code == 2);
  CHECK(sql(all, "select * from county_same").code == 2);
}

TEST_CASE("an account that only views a book runs statements on it and on no other") {
  if (server::lacks_server()) return;
  server::Database database;
  database.make_book("1");
  database.make_book("2");
  const auto viewer = database.add_account("eve", {"1_viewer"});
  const auto statement = "select count(*) as n from county";
  CHECK(sql(database.address("1", viewer), statement) == Answer{0, "n\n16\n", ""});
  CHECK(sql(database.address("2", viewer), statement).code == 1);
  const auto reader = database.add_account("ray", {"reader"});
  CHECK(sql(database.address("2", reader), statement) == Answer{0, "n\n16\n", ""});
  CHECK(sql(database.address("all", reader), statement) == Answer{0, "n\n16\n", ""});
}

TEST_CASE("a statement runs as the book's viewer, whoever asks") {
  if (server::lacks_server()) return;
  server::Database database;
  database.make_book("1");
  CHECK(sql(database.address("1"), "select current_user as name") ==
        Answer{0, "name\n" + database.name + "_1_viewer\n", ""});
  const auto writer = database.add_account("wen", {"1_writer"});
  CHECK(sql(database.address("1", writer), "select current_user as name") ==
        Answer{0, "name\n" + writer + "\n", ""});
}

TEST_CASE("a table beside the books is out of reach") {
  if (server::lacks_server()) return;
  server::Database database;
  database.make_book("1");
  database.session().run(
      "CREATE TABLE public.payroll (name TEXT); CREATE SCHEMA \"Büro\"; "
      "CREATE TABLE \"Büro\".payroll (name TEXT); "
      "CREATE FUNCTION public.leak() RETURNS TEXT LANGUAGE sql AS 'SELECT ''x'''");
  const auto address = database.address("1");
  for (const auto* statement : {"select * from payroll",
                                "select * from public.payroll",
                                "select * from PUBLIC . payroll",
                                "select * from \"public\".payroll",
                                "select * from \"Büro\".payroll",
                                "select * from Büro.payroll",
                                "select leak()",
                                "select public.leak()",
                                "select null::public.payroll"}) {
    INFO(statement);
    CHECK(sql(address, statement).code == 2);
  }
}
