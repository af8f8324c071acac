#include "service/derived/posting_blocks.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "leadbook/service/history/undo.hpp"
#include "leadbook/service/records/remove.hpp"
#include "leadbook/service/totals/totals.hpp"
#include "leadbook/store/record/names.hpp"
#include "totals_sample.hpp"

namespace {

using namespace leadbook;
using namespace totals_sample;

/// The next project is the first of another part of the book.
void fill_part(scratch::Book& book, std::int64_t part) {
  store::Db::Transaction transaction(book.db);
  book.db.run(store::statement("counter_put"),
              {{"kind", std::string("project")}, {"last", part * service::projects_per_part - 3}});
  transaction.commit();
}

std::vector<std::string> lines_of(store::Db& db) {
  std::vector<std::string> lines;
  db.each(store::statement("posting_block_all"), {}, [&](store::Row& row) {
    lines.push_back(std::to_string(row.integer("part")) + " " + row.text("on_until") + " " +
                    row.text("papers"));
  });
  return lines;
}

const std::vector<Measure> measures = {
    Measure::signed_, Measure::contracts, Measure::contract_amount};

}  // namespace

TEST_CASE("blocks of postings follow every change, in every part of the book") {
  scratch::Book book;
  totals_book::Generator generator(20200522);
  const auto county = add_county(book);
  add_rate(book, "USD", "2013-01-01", 70'000'000'000);
  std::vector<Signing> papers;
  for (const std::int64_t part : {1, 2}) {
    fill_part(book, part);
    for (int count = 0; count < 6; ++count) {
      const auto project = book.add(in_county(county));
      for (int more = generator.below(3); more >= 0; --more) {
        const auto* code = generator.chance(2) ? "USD" : "CNY";
        const auto worth = generator.chance(4)
                               ? std::nullopt
                               : std::optional(amount(100 + generator.below(1'000), code));
        const char* days[] = {"2020-05-01", "2020-05-02", "2020-05", "2020"};
        papers.push_back(book.add(signed_on(project, days[generator.below(4)], worth)));
      }
    }
  }
  const auto check = [&](const std::string& after) {
    INFO(after);
    CHECK(scratch::damages_of(book.db).empty());
    for (const auto* period : {"2020", "2020Q2", "2020-05", "2020-05-02", "2021"}) {
      INFO(period);
      told(book, query_of(period, measures, {Dimension::county}));
      told(book, query_of(period, measures, {Dimension::currency, Dimension::month}));
    }
  };
  check("adding");
  CHECK(book.db.number(store::statement("posting_block_last")) == 2);
  const auto before = lines_of(book.db);
  int written = 0;
  for (std::size_t index = 0; index < papers.size(); index += 3) {
    auto paper = papers[index];
    book.write([&](store::Change& change) {
      auto stored = store::find(change.db(), paper.id).value();
      stored.on = on("2020-05-02");
      stored.amount = amount(7, "USD");
      change.put(stored);
    });
    ++written;
  }
  check("editing");
  for (std::size_t index = 0; index < papers.size(); index += 4) {
    const Reference record{Kind::signing, papers[index].id.number};
    if (!store::dependents_of(book.db, record).empty()) continue;
    book.write([&](store::Change& change) { service::remove_record(change, record); });
    ++written;
  }
  check("removing");
  CHECK(lines_of(book.db) != before);
  for (; written > 0; --written) {
    service::BookChange change(book.db, book.origin());
    service::undo(change, {});
  }
  check("undoing");
  CHECK(lines_of(book.db) == before);
}

TEST_CASE("a block nobody could have written is damage") {
  scratch::Book book;
  const auto project = small_book(book);
  book.add(signed_on(project, "2020-05-01", amount(100)));
  REQUIRE(lines_of(book.db).size() == 1);
  const auto total = [&] { service::totals(book.db, query_of("2020", measures)); };
  total();
  const std::string whole = "1 1 1 f 100 CNY\n";
  for (const auto* text : {"x\n",
                           "1 1 1 f 100 CNY",
                           "1 1 1 z 100 CNY\n",
                           "1 1 1 f 100 ???\n",
                           "1 1 1 f 99999999999999999999 CNY\n",
                           "1 1 1 f 100 CNY@2020-13-01\n",
                           "1 1 1 f 100 CNY>\n",
                           "1 1 1 f - CNY\n",
                           "1 1 1"}) {
    INFO(text);
    store::Db::Transaction transaction(book.db);
    book.db.run(store::statement("posting_block_erase"),
                {{"part", std::int64_t{0}}, {"day", std::string("2020-05-01")}});
    book.db.insert(store::posting_block_table(),
                   {std::int64_t{0}, std::string("2020-05-01"), std::string(text)});
    transaction.commit();
    CHECK_THROWS_AS(total(), Error);
    CHECK(service::check_derived(book.db).size() == 1);
  }
  store::Db::Transaction transaction(book.db);
  book.db.run(store::statement("posting_block_erase"),
              {{"part", std::int64_t{0}}, {"day", std::string("2020-05-01")}});
  book.db.insert(store::posting_block_table(), {std::int64_t{0}, std::string("2020-05-01"), whole});
  transaction.commit();
  CHECK(service::check_derived(book.db).empty());
}
