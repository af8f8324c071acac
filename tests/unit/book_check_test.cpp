#include <SQLiteCpp/Database.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/check/check.hpp"
#include "random_book.hpp"
#include "vandal.hpp"

namespace {

using namespace leadbook;
namespace fs = std::filesystem;
using store::Proof;
using Texts = std::vector<std::string>;

/// A book in a file with records of all kinds, closed.
class Filled {
 public:
  Filled() {
    random_record::Maker maker(11);
    random_record::fill(book_, maker, 2);
  }

  std::string file() const { return book_.home().db(); }

  /// Does something to the file past all rules.
  void run(const std::string& sql) const {
    SQLite::Database database(file(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON;");
    database.exec(sql);
  }

  store::CheckReport check(const service::CheckOptions& options = {}) const {
    store::Db db({file(), ""}, store::Db::Access::read);
    return service::check_whole(db, options);
  }

 private:
  scratch::Book book_;
};

Texts what(const std::vector<store::Finding>& findings) {
  Texts texts;
  for (const auto& finding : findings) texts.push_back(finding.what);
  return texts;
}

/// The parts that found something wrong.
std::vector<Proof> wrong_parts(const store::CheckReport& report) {
  std::vector<Proof> parts;
  for (const auto& part : report.parts) {
    if (!part.damages.empty()) parts.push_back(part.proof);
  }
  return parts;
}

std::vector<Proof> only(Proof proof) { return {proof}; }

}  // namespace

TEST_CASE("a whole book is proved in every part", "[book_check]") {
  const Filled book;
  service::CheckOptions options;
  options.known = book.check().head;
  int told = 0;
  options.progress = [&](const store::CheckProgress&) { ++told; };
  const auto report = book.check(options);
  std::vector<Proof> parts;
  for (const auto& part : report.parts) {
    parts.push_back(part.proof);
    CHECK(part.looked_at);
    CHECK(what(part.damages) == Texts{});
    CHECK((part.count > 0 || part.proof == Proof::storage));
  }
  CHECK(parts == std::vector<Proof>{Proof::place,
                                    Proof::settings,
                                    Proof::storage,
                                    Proof::chain,
                                    Proof::replay,
                                    Proof::counters,
                                    Proof::derived,
                                    Proof::rules,
                                    Proof::head});
  CHECK(report.whole_until == report.head.number);
  CHECK(told >= static_cast<int>(parts.size()) - 1);
}

TEST_CASE("what is odd with a book's file is noted and no damage", "[book_check]") {
  const Filled book;
  REQUIRE(::chmod(book.file().c_str(), 0644) == 0);
  fs::create_hard_link(book.file(), book.file() + ".second");
  book.run("CREATE TABLE mine (id INTEGER)");
  const auto report = book.check();
  CHECK(report.damage_count() == 0);
  CHECK(what(report.part(Proof::place).notes) ==
        Texts{"others than its owner may reach it (mode 644)",
              "the file has a second name, and locks on one do not hold for the other"});
  CHECK(report.part(Proof::place).notes.front().remedy == "chmod 600 " + book.file());
  CHECK(what(report.part(Proof::settings).notes) ==
        Texts{"the book has a table mine that is none of its own"});
}

TEST_CASE("tables and settings that are not the version's are found", "[book_check]") {
  const Filled book;
  book.run("DROP INDEX project_county");
  CHECK(wrong_parts(book.check()) == only(Proof::settings));
  CHECK(what(book.check().part(Proof::settings).damages) ==
        Texts{"the book lacks its index project_county"});
  book.run("CREATE INDEX project_county ON project (station_id)");
  CHECK(what(book.check().part(Proof::settings).damages) ==
        Texts{"the book's index project_county is not that of its version"});
  book.run("DROP INDEX project_county; CREATE INDEX project_county ON project (county_id);");
  CHECK(wrong_parts(book.check()) == std::vector<Proof>{});
  book.run("PRAGMA journal_mode=WAL;");
  CHECK(what(book.check().part(Proof::settings).damages) ==
        Texts{"the engine's journal_mode is wal: what was told as written may be lost"});
}

TEST_CASE("a counter that is not the last number given is found", "[book_check]") {
  const Filled book;
  for (const std::string by : {"+ 1", "- 1"}) {
    book.run("UPDATE counter SET last = last " + by + " WHERE kind = 'company'");
    const auto report = book.check();
    CHECK(wrong_parts(report) == only(Proof::counters));
    CHECK(report.damage_count() == 1);
    book.run("UPDATE counter SET last = last " + std::string(by == "+ 1" ? "- 1" : "+ 1") +
             " WHERE kind = 'company'");
  }
  book.run("INSERT INTO counter (kind, last) VALUES ('secret', 3)");
  CHECK(wrong_parts(book.check()) == only(Proof::counters));
}

TEST_CASE("what builds on a damaged part is not looked at", "[book_check]") {
  const Filled book;
  book.run("UPDATE company SET note = note || 'x' WHERE id = 1");
  auto report = book.check();
  CHECK(wrong_parts(report) == only(Proof::replay));
  CHECK_FALSE(report.part(Proof::derived).looked_at);
  book.run("UPDATE entry_row SET kind = 'nothing' WHERE entry = 2");
  report = book.check();
  CHECK_FALSE(report.part(Proof::replay).looked_at);
  CHECK_FALSE(report.part(Proof::counters).looked_at);
  CHECK(report.whole_until < report.part(Proof::chain).count + 1);
}

TEST_CASE("a book of another chain does not pass for one a hash is known of", "[book_check]") {
  const Filled book;
  const auto head = book.check().head;
  service::CheckOptions options;
  const auto damages = [&](std::int64_t number, const std::string& hash) {
    options.known = store::Head{number, hash};
    return what(book.check(options).part(Proof::head).damages);
  };
  CHECK(damages(head.number, head.hash.substr(0, 12)) == Texts{});
  CHECK(damages(head.number, "0123456789ab") == Texts{"entry " + std::to_string(head.number) +
                                                      " is another one: its hash is " + head.hash});
  CHECK(damages(head.number + 1, head.hash).size() == 1);
  // The last hash may still stand where the log before it was altered.
  book.run("UPDATE entry SET actor = 'somebody else' WHERE number = 1");
  CHECK(damages(head.number, head.hash) ==
        Texts{"entry " + std::to_string(head.number) +
              " bears this hash, but the log before it is damaged"});
}

TEST_CASE("many damages are counted and the first twenty told", "[book_check]") {
  scratch::Book book;
  book.write([](store::Change& change) {
    for (int count = 0; count < 150; ++count) {
      Company company;
      company.name = "Firm " + std::to_string(count);
      change.add(company);
    }
  });
  SQLite::Database(book.home().db(), SQLite::OPEN_READWRITE).exec("UPDATE company SET note = 'x'");
  const auto report = service::check_whole(book.db);
  CHECK(report.part(Proof::replay).damages.size() == 20);
  CHECK(report.part(Proof::replay).more_damages == 130);
  CHECK(report.damage_count() == 150);
}

TEST_CASE("a repair makes the tables what the log says, and names what it set right",
          "[book_check]") {
  scratch::Book book;
  random_record::Maker maker(12);
  random_record::fill(book, maker, 3);
  const auto records = scratch::records_of(book.db);
  const auto head = store::head_of(book.db);
  scratch::Folder folder;
  const auto vandal = vandal::make_vandal(book);
  auto cells = vandal->cells();
  std::erase_if(cells, [](const vandal::Cell& cell) {
    return cell.table == "entry" || cell.table == "entry_row" || cell.table == "head";
  });
  int damages = 0;
  for (std::size_t at = 0; at < cells.size(); at += 61) {
    if (vandal->write(cells[at], std::string("damaged"))) ++damages;
  }
  REQUIRE(damages > 20);
  const auto made = folder.path / "made.db";
  store::Outcome outcome;
  const auto repair = service::repair_book(book.db, made, {}, outcome);
  CHECK(repair.head.hash == head.hash);
  CHECK(repair.set_right.size() > 5);
  store::Db db({made.string(), ""}, store::Db::Access::write);
  CHECK(scratch::damages_of(db) == Texts{});
  CHECK(scratch::records_of(db) == records);
  CHECK_THROWS_AS(service::repair_book(book.db, made, {}, outcome), Error);
  CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 1);
}

TEST_CASE("a repair refuses a damaged log and says how far it is whole", "[book_check]") {
  const Filled book;
  book.run("UPDATE entry SET command = 'leadbook harmless' WHERE number = 7");
  scratch::Folder folder;
  store::Db db({book.file(), ""}, store::Db::Access::read);
  store::Outcome outcome;
  try {
    service::repair_book(db, folder.path / "made.db", {}, outcome);
    FAIL("a damaged log was taken for whole");
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find("whole only up to entry 6") != std::string::npos);
  }
  CHECK(fs::is_empty(folder.path));
}
