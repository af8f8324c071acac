#include <chrono>
#include <string>
#include <thread>

#include "catch.hpp"
#include "server_world.hpp"

namespace {

using server::Answer;
using server::Texts;

const Texts adding = {"company", "add", "Alpha Foods"};
const Answer added = {0, "", "Added C-1 Alpha Foods, Enterprise.  undo: leadbook undo\n"};

/// Refuses the first two companies with a code, at once or at the commit; a sequence keeps count,
/// as what it gave out is not rolled back.
void refuse_twice(const server::Database& database, const std::string& state, bool at_commit) {
  auto session = database.session();
  session.run("CREATE SEQUENCE public.tries");
  session.run(
      "CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
      "IF nextval('public.tries') <= 2 THEN RAISE EXCEPTION 'refused' USING ERRCODE = '" +
      state + "'; END IF; RETURN NEW; END $$");
  session.run(std::string("CREATE ") + (at_commit ? "CONSTRAINT " : "") + "TRIGGER refuse AFTER " +
              "INSERT ON book_1.company " + (at_commit ? "DEFERRABLE INITIALLY DEFERRED " : "") +
              "FOR EACH ROW EXECUTE FUNCTION public.refuse()");
}

/// The process of the server that waits for a lock in this database; "" for none.
std::string waiting_process(server::Session& session) {
  const auto waiting = session.texts(
      "SELECT a.pid FROM pg_stat_activity AS a WHERE a.datname = current_database() AND "
      "a.application_name = 'leadbook' AND a.wait_event_type = 'Lock' AND "
      "a.pid <> pg_backend_pid() ORDER BY a.pid LIMIT 1");
  return waiting.empty() ? "" : waiting.front();
}

/// Waits until a process other than this one waits for a lock; which it is.
std::string await_waiting(server::Session& session, const std::string& other_than = "") {
  for (int look = 0; look < 3000; ++look) {
    const auto process = waiting_process(session);
    if (!process.empty() && process != other_than) return process;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return "";
}

/// Whether the server counts a deadlock in this database, which it does with some delay.
bool had_deadlock(const server::Database& database) {
  for (int look = 0; look < 1000; ++look) {
    if (database.session().texts("SELECT deadlocks FROM pg_stat_database WHERE datname = "
                                 "current_database()") != Texts{"0"}) {
      return true;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

void check_once(const server::Database& database) {
  CHECK(server::companies_of(database.address()) == Texts{"Alpha Foods"});
  CHECK(server::damages_of(database.address()) == Texts());
}

}  // namespace

TEST_CASE("a transaction the server gave up is tried again as a whole") {
  if (server::lacks_server()) return;
  for (const auto* state : {"40001", "40P01", "55P03"}) {
    for (const bool at_commit : {false, true}) {
      const server::Database database;
      database.make_book();
      refuse_twice(database, state, at_commit);
      CHECK(runner::run(database.address(), adding) == added);
      CHECK(database.session().texts("SELECT last_value FROM public.tries") == Texts{"3"});
      check_once(database);
    }
  }
}

TEST_CASE("a transaction refused for another reason is not tried again") {
  if (server::lacks_server()) return;
  for (const bool at_commit : {false, true}) {
    const server::Database database;
    database.make_book();
    refuse_twice(database, "P0001", at_commit);
    CHECK(runner::run(database.address(), adding) ==
          Answer{1,
                 "",
                 "leadbook: the book " + database.shown() +
                     " could not do this; nothing was written\n"});
    CHECK(database.session().texts("SELECT last_value FROM public.tries") == Texts{"1"});
    CHECK(server::companies_of(database.address()) == Texts());
    CHECK(server::damages_of(database.address()) == Texts());
  }
}

TEST_CASE("a command in a deadlock with another session is done once that is over") {
  if (server::lacks_server()) return;
  const server::Database database;
  database.make_book();
  auto other = database.session();
  // Of the two, the command is to find the deadlock.
  other.run("SET deadlock_timeout = '60s'; BEGIN; LOCK TABLE book_1.company IN EXCLUSIVE MODE");
  Answer answer;
  std::thread command([&] { answer = runner::run(database.address(), adding); });
  auto watch = database.session();
  const auto process = await_waiting(watch);
  other.run("UPDATE book_1.head SET number = number; ROLLBACK");
  command.join();
  CHECK(process != "");
  CHECK(answer == added);
  CHECK(had_deadlock(database));
  check_once(database);
}

TEST_CASE("a command outlasts a lock that is held longer than one try waits") {
  if (server::lacks_server()) return;
  const server::Database database;
  database.make_book();
  auto other = database.session();
  other.run("BEGIN; UPDATE book_1.head SET number = number");
  Answer answer;
  std::thread command([&] { answer = runner::run(database.address(), adding); });
  auto watch = database.session();
  const auto first = await_waiting(watch);
  const auto second = await_waiting(watch, first);
  other.run("ROLLBACK");
  command.join();
  CHECK(first != "");
  CHECK(second != "");
  CHECK(answer == added);
  check_once(database);
}
