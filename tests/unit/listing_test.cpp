#include "leadbook/store/record/listing.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "catch.hpp"
#include "cli/frame/output.hpp"
#include "cli/record/row_maker.hpp"
#include "leadbook/text/embedded.hpp"
#include "random_book.hpp"

namespace {

using namespace leadbook;
using Numbers = std::vector<std::int64_t>;

/// A book that is the same in every test, with records of all kinds that name one another.
struct Sample {
  Sample() {
    random_record::Maker maker(20200522);
    random_record::fill(book, maker, 12);
  }
  scratch::Book book;
};

std::string text_of(Kind kind) { return store::statement(std::string(identifier(kind)) + "_list"); }

bool is_listed(Kind kind) {
  for (const auto& file : embedded::statements()) {
    if (file.name == std::string(identifier(kind)) + "_list") return true;
  }
  return false;
}

/// The filters of a list statement, each with a value it may be given.
store::Parameters filters_of(Kind kind) {
  store::Parameters filters;
  static const std::map<std::string, store::Value> known = {
      {"county", std::int64_t{3}},
      {"project", std::int64_t{4}},
      {"company", std::int64_t{5}},
      {"station", std::int64_t{2}},
      {"delegation", std::int64_t{3}},
      {"from", std::string("1950-01-01")},
      {"until", std::string("2150")},
      {"due_from", std::string("1950-01-01")},
      {"due_until", std::string("2150")},
      {"overdue", std::string("2100-01-01")},
      {"open", std::string("yes")},
      {"closed", std::string("yes")},
      {"kind", std::string("")},
      {"stage", std::string("lead")},
      {"outcome", std::string("intent")},
      {"mode", std::string("online")},
      {"status", std::string("done")},
      {"mechanism", std::string("")},
      {"capital", std::string("domestic")},
      {"indicator", std::string("")},
      {"currency", std::string("CNY")},
  };
  const auto sql = text_of(kind);
  for (auto at = sql.find(':'); at != std::string::npos; at = sql.find(':', at + 1)) {
    const auto end = sql.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at + 1);
    static std::set<std::string> names;
    const auto& name = *names.insert(sql.substr(at + 1, end - at - 1)).first;
    const auto is_known = [&](const store::Parameter& filter) { return filter.name == name; };
    if (std::any_of(filters.begin(), filters.end(), is_known)) continue;
    const auto value = known.find(name);
    filters.push_back({name, value == known.end() ? store::Value("%1%") : value->second});
  }
  return filters;
}

/// What lets everything pass.
store::Value nothing(const store::Parameter& filter) {
  const bool is_switch = filter.name == "open" || filter.name == "closed";
  return is_switch ? store::Value(std::string("no")) : store::Value();
}

Numbers numbers_whole(store::Db& db, Kind kind, const store::Parameters& filters) {
  Numbers numbers;
  db.each(text_of(kind), filters, [&](store::Row& row) { numbers.push_back(row.integer("id")); });
  return numbers;
}

}  // namespace

TEST_CASE("a list statement cut to its filters answers what the whole one does") {
  Sample sample;
  auto& db = sample.book.db;
  for (const auto kind : all_kinds) {
    if (!is_listed(kind)) continue;
    const auto given = filters_of(kind);
    auto none = given;
    for (auto& filter : none) filter.value = nothing(filter);
    INFO(identifier(kind));
    const auto all = store::list_statement({kind, none}, {});
    CHECK(all.parameters.empty());
    CHECK(all.sql.find("WHERE") == std::string::npos);
    CHECK(store::listed_numbers(db, {kind, none}) == numbers_whole(db, kind, none));
    for (std::size_t index = 0; index < given.size(); ++index) {
      auto one = none;
      one[index] = given[index];
      INFO(one[index].name);
      const auto cut = store::list_statement({kind, one}, {});
      CHECK(cut.sql.find("OR :") == std::string::npos);
      CHECK(cut.sql.size() > all.sql.size());
      CHECK(store::listed_numbers(db, {kind, one}) == numbers_whole(db, kind, one));
    }
    CHECK(store::listed_numbers(db, {kind, given}) == numbers_whole(db, kind, given));
  }
}

TEST_CASE("a listing is cut after its first rows and can be had by number") {
  Sample sample;
  auto& db = sample.book.db;
  auto none = filters_of(Kind::signing);
  for (auto& filter : none) filter.value = nothing(filter);
  store::Listing listing{Kind::signing, none};
  auto all = store::listed_numbers(db, listing);
  listing.limit = 5;
  CHECK(store::listed_numbers(db, listing) == Numbers(all.begin(), all.begin() + 5));
  listing = {Kind::signing, none, {}, true};
  std::sort(all.begin(), all.end());
  CHECK(store::listed_numbers(db, listing) == all);
}

TEST_CASE("a statement orders by a column as its cells are ordered") {
  Sample sample;
  auto& db = sample.book.db;
  int ordered = 0;
  for (const auto kind : all_kinds) {
    if (!is_listed(kind)) continue;
    auto filters = filters_of(kind);
    for (auto& filter : filters) filter.value = nothing(filter);
    store::Names names(db);
    const auto maker = cli::row_maker(db, kind, names, scratch::today);
    const auto columns = maker->columns();
    for (std::size_t column = 0; column < columns.size(); ++column) {
      for (const bool descending : {false, true}) {
        store::Listing listing{kind, filters};
        const auto keys = maker->order_by(column, descending);
        if (keys.empty()) continue;
        ++ordered;
        INFO(identifier(kind) << " by " << columns[column].key << (descending ? ", last" : ""));
        std::vector<std::pair<present::Cell, std::int64_t>> rows;
        maker->choose({0, column});
        maker->make_listed(listing, [&](std::vector<present::Cell>& cells) {
          rows.emplace_back(cells[1], std::get<Reference>(cells[0].value).number);
        });
        const cli::SortColumn by{column, descending};
        std::stable_sort(rows.begin(), rows.end(), [&](const auto& left, const auto& right) {
          return by.puts_before(left.first, right.first);
        });
        Numbers sorted;
        for (const auto& row : rows) sorted.push_back(row.second);
        listing.order = keys;
        CHECK(store::listed_numbers(db, listing) == sorted);
      }
    }
  }
  CHECK(ordered > 200);
}

TEST_CASE("rows of few, of many and of scattered numbers are what each number has alone") {
  Sample sample;
  auto& db = sample.book.db;
  std::vector<Numbers> wanted = {{}, {7}, {9, 2, 30, 5}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}};
  // Far apart, and more than are looked up at once.
  Numbers scattered;
  for (std::int64_t number = 0; number < 3'000; ++number) scattered.push_back(3 + number * 100);
  wanted.push_back(scattered);
  for (const auto& numbers : wanted) {
    std::vector<AnyRecord> alone;
    for (const auto number : numbers) {
      if (auto record = store::find(db, {Kind::project, number}))
        alone.push_back(std::move(*record));
    }
    CHECK(store::find(db, Kind::project, numbers) == alone);
  }
}

TEST_CASE("names read for many records are what each is called") {
  Sample sample;
  auto& db = sample.book.db;
  std::vector<Reference> records;
  for (const auto kind : all_kinds) {
    for (const std::int64_t number : {2, 1, 12, 5, 999}) records.push_back({kind, number});
  }
  store::Names names(db);
  names.read(records);
  for (const auto& record : records) {
    INFO(reference_text(record));
    CHECK(names(record) == store::name_of(db, record));
  }
}
