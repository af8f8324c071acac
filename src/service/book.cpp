#include "leadbook/service/book.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/store/record/lookup.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

void add_book_record(store::Change& change, const Division& city, const std::string& name) {
  const auto known = store::find(change.db(), Id<Book>{1});
  if (known && known->city_code != city.code) {
    throw Error(ErrorKind::conflict,
                say("this book is of {} ({}) already; make another with --db FILE",
                    known->city,
                    known->city_code));
  }
  if (known) return;
  Book book;
  book.name = name.empty() ? std::string(city.name) : name;
  book.city = city.name;
  book.city_code = city.code;
  book.report_days = 15;
  change.add(book);
}

bool has_county(store::Db& db, std::string_view code) {
  return store::number_holder(db, Kind::county, std::string(code)) != 0;
}

}  // namespace

std::size_t init_book(store::Change& change, const Division& city, const std::string& name) {
  add_book_record(change, city, name);
  std::size_t added = 0;
  for (const auto& division : counties_of(city.code)) {
    if (has_county(change.db(), division.code)) continue;
    County county;
    county.code = division.code;
    county.name = division.name;
    county.short_name = division.short_name;
    county.english = division.english;
    county.pinyin = division.pinyin;
    county.kind = county_kind(division);
    county.city = city.name;
    county.source = "GB/T 2260";
    change.add(county);
    ++added;
  }
  return added;
}

std::vector<std::pair<Kind, std::int64_t>> count_records(store::Db& db) {
  std::vector<std::pair<Kind, std::int64_t>> counts;
  for (const auto kind : all_kinds) {
    if (kind == Kind::book) continue;
    counts.emplace_back(kind, store::count_records(db, kind));
  }
  return counts;
}

}  // namespace leadbook::service
