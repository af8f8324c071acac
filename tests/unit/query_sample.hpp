// A small book that statements of a user's own are run on.
#pragma once

#include <string>
#include <vector>

#include "scratch_book.hpp"

namespace query_sample {

using namespace leadbook;
using scratch::Answer;
using Texts = std::vector<std::string>;

inline Amount yuan(std::int64_t minor) { return {{minor, {}}, Qualifier::exact}; }

inline Date day(int month, unsigned of_month) {
  const Day found = std::chrono::year{2020} / month / static_cast<int>(of_month);
  return {found, found};
}

/// Two projects, the second without a signing.
struct Sample {
  Sample() {
    County keshan;
    keshan.name = "克山县";
    keshan.english = "Keshan County";
    keshan.code = "230229";
    keshan.city = "齐齐哈尔市";
    keshan.kind = CountyKind::county;
    Project duck;
    duck.title = "Meat duck chain";
    duck.county = book.add(keshan).id;
    duck.planned_investment = yuan(32'000'000'050);
    duck.planned_start = Date{day(6, 1).first, day(6, 30).last};
    duck = book.add(duck);
    Project wind = duck;
    wind.title = "Wind farm";
    wind.planned_investment = {};
    wind.planned_start = {};
    book.add(wind);
    Signing signing;
    signing.project = duck.id;
    signing.on = day(5, 19);
    signing.amount = yuan(20'000'000'000);
    book.add(signing);
  }

  Answer sql(const std::string& statement, Texts more = {"-F", "csv"}) {
    Texts words = {"sql", statement};
    words.insert(words.end(), more.begin(), more.end());
    return book.run(words);
  }

  scratch::Book book;
};

}  // namespace query_sample
