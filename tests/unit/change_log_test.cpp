#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <nettle/sha2.h>

#include <array>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "random_record.hpp"
#include "scratch_book.hpp"

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
    for (const auto byte : digest) text += fmt_hex(byte);
    return text;
  }

 private:
  static std::string fmt_hex(std::uint8_t byte) {
    const std::string digits = "0123456789abcdef";
    return {digits[byte / 16U], digits[byte % 16U]};
  }
  std::string bytes_;
};

std::string own_hash(store::Db& db, const std::string& previous, std::int64_t number) {
  const auto entry = store::find_entry(db, number).value();
  OwnHash hash;
  hash.add(previous);
  hash.add(std::to_string(entry.number));
  for (const auto& text : {entry.at, entry.actor, entry.command, entry.request}) hash.add(text);
  hash.add(std::to_string(entry.undoes.value_or(0)));
  hash.add(std::to_string(entry.row_count));
  for (const auto& row : store::rows_of(db, number)) {
    hash.add(std::string(identifier(row.record.kind)));
    hash.add(std::to_string(row.record.number));
    for (const auto& state : {row.before, row.after}) {
      hash.add(state ? "1" : "0");
      hash.add(state.value_or(""));
    }
  }
  return hash.hex();
}

/// Random records of every kind, and entries of every sort: added, edited, removed, undone.
void fill(scratch::Book& book, random_record::Maker& maker, int each) {
  for (const auto kind : all_kinds) {
    for (int count = kind == Kind::book ? 1 : each; count > 0; --count) {
      with_record(kind, [&]<class R>() {
        maker.remember({kind, book.add(maker.make<R>()).id.number});
      });
    }
  }
  const auto kept = book.add(company("kept"));
  book.write([&](store::Change& change) {
    auto record = store::find(change.db(), kept.id).value();
    record.note = "edited";
    change.put(record);
  });
  const auto gone = book.add(company("gone"));
  book.write([&](store::Change& change) {
    service::remove_record(change, {Kind::company, gone.id.number});
  });
  store::Change change(book.db, book.origin());
  service::undo(change, {});
}

/// A cell of any table, addressed by the engine's own row number.
struct Cell {
  std::string table;
  std::int64_t row;
  std::string column;
};

/// A second connection, as whoever damages a book has one.
class Vandal {
 public:
  explicit Vandal(const std::filesystem::path& file)
      : database_(file.string(), SQLite::OPEN_READWRITE) {
    database_.exec("PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON;"
                   "PRAGMA synchronous=OFF;");
  }

  std::vector<Cell> cells() {
    std::vector<Cell> all;
    SQLite::Statement columns(database_,
                              "SELECT m.name, c.name FROM sqlite_master AS m, "
                              "pragma_table_info(m.name) AS c WHERE m.type = 'table' "
                              "AND m.name <> 'counter' ORDER BY m.name, c.cid");
    while (columns.executeStep()) {
      const std::string table = columns.getColumn(0).getText();
      SQLite::Statement rows(database_, "SELECT rowid FROM " + table);
      while (rows.executeStep()) {
        all.push_back({table, rows.getColumn(0).getInt64(), columns.getColumn(1).getText()});
      }
    }
    return all;
  }

  store::Value read(const Cell& cell) {
    SQLite::Statement query(database_, "SELECT " + cell.column + where(cell));
    query.executeStep();
    const auto column = query.getColumn(0);
    if (column.isNull()) return {};
    if (column.isInteger()) return std::int64_t{column.getInt64()};
    return column.getString();
  }

  /// False where the engine refuses the value.
  bool write(const Cell& cell, const store::Value& value) {
    try {
      SQLite::Statement update(database_,
                               "UPDATE " + cell.table + " SET " + cell.column +
                                   " = ? WHERE rowid = " + std::to_string(cell.row));
      if (const auto* number = std::get_if<std::int64_t>(&value)) update.bind(1, *number);
      if (const auto* text = std::get_if<std::string>(&value)) update.bind(1, *text);
      update.exec();
      return true;
    } catch (const SQLite::Exception&) {
      return false;
    }
  }

 private:
  static std::string where(const Cell& cell) {
    return " FROM " + cell.table + " WHERE rowid = " + std::to_string(cell.row);
  }
  SQLite::Database database_;
};

/// Another value than this one: a byte more, less or changed, a letter in the other case, NULL.
store::Value damaged(const store::Value& value, random_record::Maker& maker) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    const auto kind = maker.below(4);
    if (kind == 0) return {};
    return kind == 1 ? store::Value(std::string("x")) : store::Value(*number + 1 + maker.below(9));
  }
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr) {
    const store::Value others[] = {std::string(), std::string("x"), std::int64_t{1}};
    return others[maker.below(3)];
  }
  auto changed = *text;
  if (changed.empty() || maker.below(4) == 0) return changed + "x";
  const auto at = static_cast<std::size_t>(maker.below(static_cast<std::int64_t>(text->size())));
  if (maker.below(3) == 0) return changed.erase(at, 1);
  changed[at] = static_cast<char>(changed[at] ^ (maker.below(2) == 0 ? 0x20 : 0x01));
  return changed;
}

bool is_found(store::Db& db) {
  try {
    return !scratch::damages_of(db).empty();
  } catch (const Error&) {
    return true;
  }
}

/// How many of `wanted` damages to cells that `is_meant` takes stay unseen, and which.
template <class IsMeant>
Texts unseen_damages(unsigned seed, int wanted, IsMeant&& is_meant) {
  scratch::Book book;
  random_record::Maker maker(seed);
  fill(book, maker, 3);
  REQUIRE(scratch::damages_of(book.db).empty());
  Vandal vandal(book.file());
  std::vector<Cell> cells;
  for (auto& cell : vandal.cells()) {
    if (is_meant(cell)) cells.push_back(std::move(cell));
  }
  REQUIRE(!cells.empty());
  Texts unseen;
  for (int done = 0; done < wanted;) {
    const auto& cell =
        cells[static_cast<std::size_t>(maker.below(static_cast<std::int64_t>(cells.size())))];
    const auto before = vandal.read(cell);
    if (!vandal.write(cell, damaged(before, maker))) continue;
    const auto after = vandal.read(cell);
    if (after == before) continue;
    ++done;
    if (!is_found(book.db)) unseen.push_back(cell.table + "." + cell.column);
    REQUIRE(vandal.write(cell, before));
  }
  CHECK(scratch::damages_of(book.db) == Texts{});
  return unseen;
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
  const std::string two = R"({"uid":")" + added.uid +
                          R"(","revision":2,"name":"A","kind":"enterprise","aliases":[{"value":"B"}]})";
  book.write([&](store::Change& change) {
    auto record = added;
    record.home.clear();
    record.aliases = {"B"};
    CHECK(change.put(record).revision == 2);
  });
  book.write([&](store::Change& change) { change.remove(added.id); });
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
  fill(book, maker, 2);
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
    const auto& shape = store::shape_of(kind);
    for (int round = 0; round < 100; ++round) {
      with_record(kind, [&]<class R>() {
        auto record = maker.make<R>();
        record.id = {round + 1};
        record.uid = "uid";
        record.revision = 3;
        const auto row = store::to_row(record);
        const auto text = store::snapshot(shape, row);
        INFO(text);
        REQUIRE(store::read_snapshot(shape, row.id, text) == row);
        REQUIRE(store::from_row<R>(row) == record);
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

TEST_CASE("every damage to a cell of a book is found", "[change_log]") {
  CHECK(unseen_damages(4, 1'500, [](const Cell&) { return true; }) == Texts{});
}

TEST_CASE("every damage to a cell of the change log is found", "[change_log]") {
  CHECK(unseen_damages(5, 500, [](const Cell& cell) {
          return cell.table == "entry" || cell.table == "entry_row" || cell.table == "head";
        }) == Texts{});
}

TEST_CASE("every damage to an absent value is found", "[change_log]") {
  scratch::Book book;
  random_record::Maker maker(6);
  fill(book, maker, 2);
  Vandal vandal(book.file());
  Texts unseen;
  int damages = 0;
  for (const auto& cell : vandal.cells()) {
    if (!store::is_null(vandal.read(cell)) || !vandal.write(cell, std::string())) continue;
    ++damages;
    if (!is_found(book.db)) unseen.push_back(cell.table + "." + cell.column);
    REQUIRE(vandal.write(cell, {}));
  }
  CHECK(damages > 100);
  CHECK(unseen == Texts{});
}

TEST_CASE("a record taken out of or put into the tables by hand is found", "[change_log]") {
  scratch::Book book;
  random_record::Maker maker(7);
  fill(book, maker, 2);
  SQLite::Database raw(book.file().string(), SQLite::OPEN_READWRITE);
  raw.exec("PRAGMA foreign_keys=OFF");
  raw.exec("UPDATE company SET id = 99 WHERE name = 'kept'");
  const auto damages = scratch::damages_of(book.db);
  CHECK(std::count(damages.begin(), damages.end(), "C-99 is in the book but not in its change log") ==
        1);
  CHECK(std::count_if(damages.begin(), damages.end(), [](const std::string& damage) {
          return damage.ends_with(" is in the change log but not in the book");
        }) == 1);
}
