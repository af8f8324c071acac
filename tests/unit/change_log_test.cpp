#include <nettle/sha2.h>

#include <array>
#include <string>
#include <vector>

#include "catch.hpp"
#include "random_book.hpp"

namespace {

using namespace leadbook;
using Texts = std::vector<std::string>;

Company company(const std::string& name, const std::string& home = "") {
  Company record;
  record.name = name;
  record.home = home;
  return record;
}

/// An entry's rows as lines: the record, its snapshot before and after, "-" for none.
Texts rows_told(store::Db& db, std::int64_t entry) {
  Texts lines;
  for (const auto& row : store::rows_of(db, entry)) {
    lines.push_back(reference_text(row.record) + " " + row.before.value_or("-") + " > " +
                    row.after.value_or("-"));
  }
  return lines;
}

/// The documented hash, computed here anew: SHA-256 over fields, each behind its length in eight
/// bytes, least significant first.
class OwnHash {
 public:
  void add(const std::string& field) {
    for (unsigned index = 0; index < 8; ++index) {
      bytes_ += static_cast<char>(static_cast<std::uint64_t>(field.size()) >> (8 * index) & 0xff);
    }
    bytes_ += field;
  }

  std::string hex() const {
    sha256_ctx state;
    sha256_init(&state);
    sha256_update(&state, bytes_.size(), reinterpret_cast<const std::uint8_t*>(bytes_.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&state, digest.size(), digest.data());
    std::string text;
    for (const auto byte : digest) text += hex_of(byte);
    return text;
  }

 private:
  static std::string hex_of(std::uint8_t byte) {
    const std::string digits = "0123456789abcdef";
    return {digits[byte / 16U], digits[byte % 16U]};
  }
  std::string bytes_;
};

std::string own_hash(store::Db& db, const std::string& previous, std::int64_t number) {
  const auto entry = store::find_entry(db, number).value();
  OwnHash rows;
  for (const auto& row : store::rows_of(db, number)) {
    rows.add(std::string(identifier(row.record.kind)));
    rows.add(std::to_string(row.record.number));
    for (const auto& state : {row.before, row.after}) {
      rows.add(state ? "1" : "0");
      rows.add(state.value_or(""));
    }
    rows.add(std::to_string(row.line));
  }
  OwnHash hash;
  hash.add(previous);
  hash.add(std::to_string(entry.number));
  for (const auto& text : {entry.at, entry.actor, entry.command, entry.request}) hash.add(text);
  hash.add(std::to_string(entry.undoes.value_or(0)));
  hash.add(std::to_string(entry.row_count));
  hash.add(rows.hex());
  return hash.hex();
}

}  // namespace

TEST_CASE("each command leaves one entry with what was and what is", "[change_log]") {
  scratch::Book book;
  const auto added = book.add(company("A", "Y"));
  CHECK(added.id.number == 1);
  CHECK(added.revision == 1);
  CHECK(added.uid.size() == 32);
  const std::string one =
      R"({"uid":")" + added.uid + R"(","revision":1,"name":"A","kind":"enterprise","home":"Y"})";
  const std::string two =
      R"({"uid":")" + added.uid +
      R"(","revision":2,"name":"A","kind":"enterprise","aliases":[{"value":"B"}]})";
  book.write([&](store::Change& change) {
    auto record = added;
    record.home.clear();
    record.aliases = {"B"};
    CHECK(change.put(record).revision == 2);
  });
  book.write([&](store::Change& change) { change.remove({Kind::company, added.id.number}); });
  CHECK(rows_told(book.db, 1) == Texts{"C-1 - > " + one});
  CHECK(rows_told(book.db, 2) == Texts{"C-1 " + one + " > " + two});
  CHECK(rows_told(book.db, 3) == Texts{"C-1 " + two + " > -"});
  const auto entries = store::list_entries(book.db, {}, 10);
  REQUIRE(entries.size() == 3);
  for (std::size_t at = 0; at < 3; ++at) {
    const auto& entry = entries[at];
    CHECK(entry.number == 3 - static_cast<std::int64_t>(at));
    CHECK(entry.at == "2020-05-22T08:00:00Z");
    CHECK(entry.actor == "tester");
    CHECK(entry.command == "leadbook test");
    CHECK(entry.request == "r" + std::to_string(entry.number));
    CHECK(entry.row_count == 1);
    CHECK(!entry.undoes);
  }
  CHECK(store::list_entries(book.db, Reference{Kind::company, 2}, 10).empty());
  CHECK(store::head_of(book.db).hash == entries.front().hash);
  CHECK(scratch::records_of(book.db) == Texts{});
}

TEST_CASE("an edit that changes nothing writes nothing", "[change_log]") {
  scratch::Book book;
  const auto added = book.add(company("A"));
  const auto head = store::head_of(book.db);
  CHECK(book.write([&](store::Change& change) { CHECK(change.put(added) == added); }) == 0);
  CHECK(book.write([](store::Change&) {}) == 0);
  CHECK(store::head_of(book.db).number == head.number);
  CHECK(store::head_of(book.db).hash == head.hash);
  CHECK(scratch::damages_of(book.db) == Texts{});
}

TEST_CASE("a change that is not committed leaves no trace", "[change_log]") {
  scratch::Book book;
  book.add(company("A"));
  const auto records = scratch::records_of(book.db);
  {
    store::Change change(book.db, book.origin());
    change.add(company("B"));
  }
  CHECK(scratch::records_of(book.db) == records);
  CHECK(store::head_of(book.db).number == 1);
  CHECK(book.add(company("C")).id.number == 2);
}

TEST_CASE("a retried request changes nothing and names its entry", "[change_log]") {
  scratch::Book book;
  book.add(company("A"));
  const store::Origin origin{"2020-05-23T08:00:00Z", "other", "leadbook other", "r1"};
  const auto records = scratch::records_of(book.db);
  std::int64_t seen = 0;
  try {
    store::Change change(book.db, origin);
  } catch (const store::RequestSeen& request) {
    seen = request.entry;
  }
  CHECK(seen == 1);
  CHECK(scratch::records_of(book.db) == records);
  CHECK(scratch::damages_of(book.db) == Texts{});
  CHECK(book.write([](store::Change& change) { change.add(company("B")); }) == 2);
}

TEST_CASE("the chain of hashes is the documented one", "[change_log]") {
  scratch::Book book;
  random_record::Maker maker(1);
  random_record::fill(book, maker, 2);
  const auto head = store::head_of(book.db);
  std::string previous;
  for (std::int64_t number = 1; number <= head.number; ++number) {
    previous = own_hash(book.db, previous, number);
    INFO(number);
    REQUIRE(store::find_entry(book.db, number)->hash == previous);
  }
  CHECK(head.hash == previous);
  CHECK(head.number > 20);
}

TEST_CASE("a snapshot reads back as the same record, whatever its kind", "[change_log]") {
  random_record::Maker maker(2);
  for (const auto kind : all_kinds) {
    for (std::int64_t number = 1; number <= 5; ++number) maker.remember({kind, number});
  }
  for (const auto kind : all_kinds) {
    for (int round = 0; round < 100; ++round) {
      with_record(kind, [&]<class R>() {
        auto record = maker.make<R>();
        record.id = {round + 1};
        record.uid = "uid";
        record.revision = 3;
        const auto text = store::snapshot(AnyRecord(record));
        INFO(text);
        REQUIRE(store::read_snapshot({kind, record.id.number}, text) == AnyRecord(record));
      });
    }
  }
}

TEST_CASE("what is stored reads back as the same record, whatever its kind", "[change_log]") {
  scratch::Book book;
  random_record::Maker maker(3);
  for (const auto kind : all_kinds) {
    for (int count = kind == Kind::book ? 1 : 10; count > 0; --count) {
      with_record(kind, [&]<class R>() {
        auto record = maker.make<R>();
        const auto added = book.add(record);
        record.id = added.id;
        record.uid = added.uid;
        record.revision = 1;
        REQUIRE(added == record);
        REQUIRE(store::find(book.db, added.id) == record);
        maker.remember({kind, added.id.number});
      });
    }
  }
  CHECK(scratch::damages_of(book.db) == Texts{});
}
