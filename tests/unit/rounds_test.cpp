#include "leadbook/service/records/rounds.hpp"

#include "catch.hpp"
#include "scratch_book.hpp"

namespace {

using namespace leadbook;
using service::Rounds;

Id<Project> add_project(scratch::Book& book) {
  County county;
  county.name = "c";
  Project project;
  project.title = "p";
  project.county = book.add(county).id;
  return book.add(project).id;
}

Negotiation talk(Id<Project> project, const char* date, std::optional<std::int64_t> round = {}) {
  Negotiation negotiation;
  negotiation.project = project;
  negotiation.on = parse_date(date, scratch::today).value();
  negotiation.round = round;
  return negotiation;
}

}  // namespace

TEST_CASE("rounds are counted by date, not in the order of entry", "[rounds]") {
  scratch::Book book;
  const auto project = add_project(book);
  const auto other = add_project(book);
  book.add(talk(project, "2020-05-19"));
  book.add(talk(project, "2020-05-21"));
  book.add(talk(other, "2020-01-01"));
  book.add(talk(project, "2020-04-01"));
  CHECK(service::rounds_of(book.db, {project.number}) == Rounds{{4, 1}, {1, 2}, {2, 3}});
  CHECK(service::rounds_of(book.db, {other.number}) == Rounds{{3, 1}});
  CHECK(service::rounds_of(book.db, {other.number, project.number}) ==
        Rounds{{4, 1}, {1, 2}, {2, 3}, {3, 1}});
  CHECK(service::rounds_of(book.db, {99}).empty());
}

TEST_CASE("a stated round holds and the next count on from it", "[rounds]") {
  scratch::Book book;
  const auto project = add_project(book);
  book.add(talk(project, "2020-04-01"));
  book.add(talk(project, "2020-04-02", 5));
  book.add(talk(project, "2020-04-03"));
  book.add(talk(project, "2020-04-04", 5));
  book.add(talk(project, "2020-04-05"));
  CHECK(service::rounds_of(book.db, {project.number}) ==
        Rounds{{1, 1}, {2, 5}, {3, 6}, {4, 5}, {5, 6}});
}

TEST_CASE("a month comes after its days and one day's talks in the order of entry", "[rounds]") {
  scratch::Book book;
  const auto project = add_project(book);
  book.add(talk(project, "2020-05"));
  book.add(talk(project, "2020-05-20"));
  book.add(talk(project, "2020-05-20"));
  book.add(talk(project, "2020-05-31"));
  CHECK(service::rounds_of(book.db, {project.number}) == Rounds{{2, 1}, {3, 2}, {1, 3}, {4, 4}});
}

TEST_CASE("a talk without a project has the round somebody stated", "[rounds]") {
  scratch::Book book;
  const auto project = add_project(book);
  CHECK(service::round_of(book.db, book.add(talk({}, "2020-05-20", 3))) == 3);
  CHECK(service::round_of(book.db, book.add(talk({}, "2020-05-20"))) == std::nullopt);
  CHECK(service::round_of(book.db, book.add(talk(project, "2020-05-20"))) == 1);
  auto stranger = talk(project, "2020-05-20");
  stranger.id = {99};
  CHECK(service::round_of(book.db, stranger) == std::nullopt);
}
