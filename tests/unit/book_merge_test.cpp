// A book and its copy go their own ways by random commands; merging must lose nothing of either.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/service/records/taken.hpp"
#include "random_commands.hpp"
#include "scratch_book.hpp"

namespace {

using namespace leadbook;
using random_commands::Script;
using Texts = std::vector<std::string>;

/// The companies by identity, which refer to nothing whose number could change.
std::map<std::string, std::string> companies_of(store::Db& db) {
  std::map<std::string, std::string> companies;
  store::each_record(db, Kind::company, [&](const AnyRecord& company) {
    companies[identity_of(company)] = store::content_text(company);
  });
  return companies;
}

/// Every record of a book by kind and identity.
std::set<std::pair<Kind, std::string>> identities_of(store::Db& db) {
  std::set<std::pair<Kind, std::string>> identities;
  for (const auto kind : all_kinds) {
    store::each_record(
        db, kind, [&](const AnyRecord& record) { identities.emplace(kind, identity_of(record)); });
  }
  return identities;
}

class Travellers {
 public:
  explicit Travellers(unsigned seed) : script_(seed) {
    REQUIRE(runner::run(home(), {"book", "init", "--city", "2302"}).code == 0);
    act(home(), 40);
    const auto copied = runner::run(home(), {"book", "copy", home(), trip()});
    INFO(copied.err);
    REQUIRE(copied.code == 0);
  }

  std::string home() const { return home_.db(); }
  std::string trip() const { return (folder_.path / "trip.db").string(); }

  void act(const std::string& db, int commands) {
    for (; commands > 0; --commands) {
      const auto step = script_.next();
      const auto request = "act-" + std::to_string(++requests_);
      runner::run(db, step.words, request, step.input);
    }
  }

  scratch::Answer merge() { return runner::run(home(), {"book", "merge", trip()}); }

  static store::Db open(const std::string& db) { return {{db, ""}, store::Db::Access::read}; }

 private:
  scratch::Home home_;
  scratch::Folder folder_;
  Script script_;
  int requests_ = 0;
};

/// The records of the copy that the book has neither by identity nor by number, except those it
/// had removed itself.
Texts missing(store::Db& home,
              store::Db& trip,
              const std::set<std::pair<Kind, std::string>>& removed_at_home) {
  Texts missing;
  for (const auto kind : all_kinds) {
    store::each_record(trip, kind, [&](const AnyRecord& record) {
      const auto& identity = identity_of(record);
      if (store::number_of_identity(home, kind, identity) != 0) return;
      if (removed_at_home.count({kind, identity}) != 0) return;
      if (service::holder_of_number(home, record) != 0) return;
      missing.push_back(reference_text(reference_of(record)) + " " + store::snapshot(record));
    });
  }
  return missing;
}

std::set<std::pair<Kind, std::string>> without(std::set<std::pair<Kind, std::string>> all,
                                               const std::set<std::pair<Kind, std::string>>& less) {
  for (const auto& one : less) all.erase(one);
  return all;
}

}  // namespace

TEST_CASE("merging a copy loses nothing of either book, and twice changes nothing",
          "[book_merge]") {
  const unsigned seeds = test_server::is_chosen() ? 6 : 25;
  unsigned taken_over = 0;
  unsigned conflicts = 0;
  for (unsigned seed = 1; seed <= seeds; ++seed) {
    INFO("seed " << seed);
    Travellers books(seed);
    auto ever_here = [&] {
      auto db = Travellers::open(books.home());
      return identities_of(db);
    }();
    for (int round = 0; round < 2; ++round) {
      books.act(books.home(), 25);
      books.act(books.trip(), 25);
      const auto [before, removed] = [&] {
        auto db = Travellers::open(books.home());
        const auto now = identities_of(db);
        return std::pair(store::head_of(db).number, without(ever_here, now));
      }();
      const auto answer = books.merge();
      INFO(answer.err);
      REQUIRE(answer.code == 0);
      for (auto at = answer.err.find("Conflict: "); at != std::string::npos;
           at = answer.err.find("Conflict: ", at + 1)) {
        ++conflicts;
      }
      auto home = Travellers::open(books.home());
      auto trip = Travellers::open(books.trip());
      CHECK(scratch::damages_of(home) == Texts());
      CHECK(missing(home, trip, removed) == Texts());
      const auto head = store::head_of(home);
      taken_over += static_cast<unsigned>(head.number - before);
      home.end_reading();
      CHECK(books.merge().err.ends_with("that is not here already.\n"));
      auto again = Travellers::open(books.home());
      CHECK(store::head_of(again).hash == head.hash);
      ever_here.merge(identities_of(again));
    }
  }
  CHECK(taken_over > 8 * seeds);
  CHECK(conflicts * 2 >= seeds);
}

TEST_CASE("what only one of two books changed is as it was changed", "[book_merge]") {
  for (unsigned seed = 101; seed <= 105; ++seed) {
    INFO("seed " << seed);
    Travellers books(seed);
    runner::run(books.home(), {"company", "add", "Home Only", "--allow-twins"});
    runner::run(books.trip(), {"company", "add", "Trip Only", "--allow-twins"});
    books.act(books.trip(), 30);
    const auto theirs = [&] {
      auto db = Travellers::open(books.trip());
      return companies_of(db);
    }();
    const auto ours = [&] {
      auto db = Travellers::open(books.home());
      return companies_of(db);
    }();
    REQUIRE(books.merge().code == 0);
    auto db = Travellers::open(books.home());
    // The book had one company that the copy had not; of all others the copy's word holds.
    auto expected = theirs;
    for (const auto& [uid, text] : ours) {
      if (text.find("Home Only") != std::string::npos) expected[uid] = text;
    }
    CHECK(companies_of(db) == expected);
  }
}

TEST_CASE("a field both books changed keeps this book's text, and both are in the log",
          "[book_merge]") {
  Travellers books(7);
  for (const auto& db : {books.home(), books.trip()}) {
    const auto request = db == books.home() ? "home" : "trip";
    REQUIRE(runner::run(db, {"book", "edit", "--note", request, "--name", "same"}).code == 0);
  }
  const auto answer = books.merge();
  CHECK(answer.code == 0);
  CHECK(answer.err.find("'home' here") != std::string::npos);
  CHECK(answer.err.find("'trip' in the other book") != std::string::npos);
  auto db = Travellers::open(books.home());
  CHECK(store::find(db, Id<Book>{1})->note == "home");
  const auto entries = store::list_entries(db, Reference{Kind::book, 1}, 2);
  REQUIRE(entries.size() == 2);
  const auto taken = store::rows_of(db, entries[1].number).front();
  const auto kept = store::rows_of(db, entries[0].number).front();
  CHECK(taken.after->find("\"note\":\"trip\"") != std::string::npos);
  CHECK(kept.before == taken.after);
  CHECK(kept.after->find("\"note\":\"home\"") != std::string::npos);
}
