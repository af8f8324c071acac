#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "random_book.hpp"
#include "vandal.hpp"

namespace {

using namespace leadbook;
using vandal::Cell;
using Texts = std::vector<std::string>;

Company company(const std::string& name) {
  Company record;
  record.name = name;
  return record;
}

/// Another value than this one: a byte more, less or changed, a letter in the other case, NULL.
store::Value damaged(const store::Value& value, random_record::Maker& maker) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    const auto kind = maker.below(5);
    if (kind == 0) return {};
    if (kind == 2) return std::to_string(*number) + ".5";
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
  random_record::fill(book, maker, 3);
  REQUIRE(scratch::damages_of(book.db).empty());
  const auto vandal = vandal::make_vandal(book);
  auto cells = vandal->cells();
  std::erase_if(cells, [&](const Cell& cell) { return !is_meant(cell); });
  REQUIRE(!cells.empty());
  Texts unseen;
  for (int done = 0; done < wanted;) {
    const auto& cell =
        cells[static_cast<std::size_t>(maker.below(static_cast<std::int64_t>(cells.size())))];
    const auto before = vandal->read(cell);
    if (!vandal->write(cell, damaged(before, maker))) continue;
    const auto after = vandal->read(cell);
    if (after == before) continue;
    ++done;
    if (!is_found(book.db)) unseen.push_back(cell.table + "." + cell.column);
    REQUIRE(vandal->write(cell, before));
  }
  CHECK(scratch::damages_of(book.db) == Texts{});
  return unseen;
}

}  // namespace

// A position that keeps the order of the rows changes nothing that is read: see below for others.
TEST_CASE("every damage to a cell of a book is found", "[log_damage]") {
  CHECK(unseen_damages(4, 600, [](const Cell& cell) { return cell.column != "position"; }) ==
        Texts{});
}

TEST_CASE("every damage to a cell of the change log is found", "[log_damage]") {
  CHECK(unseen_damages(5, 250, [](const Cell& cell) {
          const bool log =
              cell.table == "entry" || cell.table == "entry_row" || cell.table == "head";
          return log && cell.column != "position";
        }) == Texts{});
}

TEST_CASE("two parts of a record that change places are found", "[log_damage]") {
  scratch::Book book;
  auto record = company("A");
  record.aliases = {"B", "C"};
  book.add(record);
  const auto vandal = vandal::make_vandal(book);
  for (const std::string table : {"company_aliases", "entry_row"}) {
    if (table == "entry_row") {
      book.write([](store::Change& change) {
        change.add(company("D"));
        change.add(company("E"));
      });
    }
    const auto positions = vandal::column_of(*vandal, table, "position");
    REQUIRE(positions.size() == (table == "entry_row" ? 3U : 2U));
    const auto& first = positions[positions.size() - 2];
    const auto& second = positions.back();
    REQUIRE(vandal->write(first, std::int64_t{9}));
    REQUIRE(vandal->write(second, std::int64_t{1}));
    CHECK(scratch::damages_of(book.db).size() == 1);
    REQUIRE(vandal->write(second, std::int64_t{2}));
    REQUIRE(vandal->write(first, std::int64_t{1}));
    CHECK(scratch::damages_of(book.db) == Texts{});
  }
}

TEST_CASE("every damage to an absent value is found", "[log_damage]") {
  scratch::Book book;
  random_record::Maker maker(6);
  random_record::fill(book, maker, 4);
  const auto vandal = vandal::make_vandal(book);
  Texts unseen;
  int damages = 0;
  for (const auto& cell : vandal->cells()) {
    if (!store::is_null(vandal->read(cell)) || !vandal->write(cell, std::string())) continue;
    ++damages;
    if (!is_found(book.db)) unseen.push_back(cell.table + "." + cell.column);
    REQUIRE(vandal->write(cell, {}));
  }
  CHECK(damages > 100);
  CHECK(unseen == Texts{});
}

TEST_CASE("a record taken out of or put into the tables by hand is found", "[log_damage]") {
  scratch::Book book;
  random_record::Maker maker(7);
  random_record::fill(book, maker, 2);
  const auto vandal = vandal::make_vandal(book);
  const auto names = vandal::column_of(*vandal, "company", "name");
  const auto kept = std::find_if(names.begin(), names.end(), [&](const Cell& cell) {
    return vandal->read(cell) == store::Value("kept");
  });
  REQUIRE(kept != names.end());
  REQUIRE(vandal->write({"company", kept->row, "id"}, std::int64_t{99}));
  const auto damages = scratch::damages_of(book.db);
  CHECK(std::count(
            damages.begin(), damages.end(), "C-99 is in the book but not in its change log") == 1);
  CHECK(std::count_if(damages.begin(), damages.end(), [](const std::string& damage) {
          return damage.ends_with(" is in the change log but not in the book");
        }) == 1);
}
