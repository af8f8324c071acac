// Copying a book: to a file and to wherever the tests' books are, and back.
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/store/log/copy.hpp"
#include "random_book.hpp"

namespace {

using namespace leadbook;
using Texts = std::vector<std::string>;

/// Every entry of the log, and how its numbers were given.
Texts log_of(store::Db& db) {
  Texts lines;
  store::scan_log(
      db,
      [&](std::vector<store::Entry>& entries) {
        for (const auto& entry : entries) {
          lines.push_back(std::to_string(entry.number) + " " + entry.request + " " + entry.hash);
        }
      },
      [&](std::int64_t entry, const store::EntryRow& row) {
        lines.push_back(std::to_string(entry) + " " + reference_text(row.record) + " " +
                        row.before.value_or("-") + " > " + row.after.value_or("-"));
      });
  return lines;
}

void check_same(store::Db& book, store::Db& copy) {
  CHECK(scratch::damages_of(copy) == Texts());
  CHECK(scratch::records_of(copy) == scratch::records_of(book));
  CHECK(log_of(copy) == log_of(book));
  CHECK(store::head_of(copy).hash == store::head_of(book).hash);
}

}  // namespace

TEST_CASE("a copy of a copy is the book, its log and its counters", "[book_copy]") {
  scratch::Book book;
  random_record::Maker maker(11);
  random_record::fill(book, maker, 4);
  scratch::Folder folder;
  store::Db file({(folder.path / "file.db").string(), ""}, store::Db::Access::create);
  scratch::Home other;
  store::Db back({other.db(), ""}, store::Db::Access::create);
  store::copy_book(book.db, file);
  check_same(book.db, file);
  store::copy_book(file, back);
  check_same(book.db, back);
  // The next record has the number it would have had in the book itself.
  Company company;
  company.name = "next";
  service::BookChange change(back, book.origin());
  const auto added = change.add(company).id;
  change.commit();
  CHECK(added == book.add(company).id);
}

TEST_CASE("a county may be hosted by one entered later", "[book_copy]") {
  scratch::Book book;
  County county;
  for (const auto* name : {"first", "second", "third"}) {
    county.name = name;
    book.add(county);
  }
  // Each but the last names the next as its host.
  for (std::int64_t number = 1; number < 3; ++number) {
    book.write([&](store::Change& change) {
      auto zone = store::find(change.db(), Id<County>{number}).value();
      zone.host = {number + 1};
      change.put(zone);
    });
  }
  scratch::Home other;
  store::Db copy({other.db(), ""}, store::Db::Access::create);
  store::copy_book(book.db, copy);
  check_same(book.db, copy);
}

TEST_CASE("a book is not copied over another", "[book_copy]") {
  scratch::Book book;
  Company company;
  company.name = "A";
  book.add(company);
  scratch::Book other;
  other.add(company);
  const auto head = store::head_of(other.db).hash;
  CHECK_THROWS_AS(store::copy_book(book.db, other.db), Error);
  CHECK(store::head_of(other.db).hash == head);
  CHECK(scratch::damages_of(other.db) == Texts());
}

TEST_CASE("many records of one kind arrive whole", "[book_copy]") {
  scratch::Book book;
  book.write([](store::Change& change) {
    Company company;
    for (int count = 0; count < 12'000; ++count) {
      company.name = "company " + std::to_string(count);
      company.aliases = {"alias\t" + std::to_string(count), "\\N", "line\nend"};
      change.add(company);
    }
  });
  scratch::Home other;
  store::Db copy({other.db(), ""}, store::Db::Access::create);
  store::copy_book(book.db, copy);
  check_same(book.db, copy);
}
