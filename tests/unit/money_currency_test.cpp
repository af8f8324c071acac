// The table of currencies and the names by which each is found.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "domain/amount/currency_table.hpp"
#include "leadbook/domain/amount/money.hpp"

namespace leadbook {
namespace {

std::string code_of(std::string_view text) {
  const auto currency = Currency::parse(text);
  return currency ? std::string(currency->code()) : currency.problem().message;
}

}  // namespace

TEST_CASE("each currency is found by its code, its names and its synonyms alone") {
  std::string_view before;
  for (const auto& row : currency_rows()) {
    CHECK(before < row.code);
    before = row.code;
    CHECK(code_of(row.code) == row.code);
    CHECK(code_of(row.english) == row.code);
    CHECK(code_of(row.chinese) == row.code);
    std::istringstream synonyms{std::string(row.synonyms)};
    for (std::string synonym; std::getline(synonyms, synonym, '|');) {
      INFO(synonym);
      CHECK(code_of(synonym) == row.code);
    }
  }
}

TEST_CASE("currencies are found by what people type") {
  for (const auto text : {"元", "人民币", "RMB", "yuan", "￥", "¥", "CNY", " cny ", "Renminbi"}) {
    CHECK(code_of(text) == "CNY");
  }
  for (const auto text : {"港币", "港元", "HK$", "HK dollar", "Hong Kong Dollars", "ＨＫＤ"}) {
    CHECK(code_of(text) == "HKD");
  }
  for (const auto text : {"美元", "美金", "US$", "$", "US dollars", "dollars"}) {
    CHECK(code_of(text) == "USD");
  }
  CHECK(code_of("日圆") == "JPY");
  CHECK(code_of("新元") == "SGD");
  CHECK(code_of("新台币") == "TWD");
}

TEST_CASE("an unknown currency is answered with the nearest one") {
  CHECK(code_of("HKDD") == "there is no currency 'HKDD'; did you mean 'HKD'?");
  CHECK(code_of("美园") == "there is no currency '美园'; did you mean '美元'?");
  CHECK(code_of("") == "there is no currency '': give an ISO code such as CNY, HKD or USD");
  CHECK(code_of("doubloons of gold") ==
        "there is no currency 'doubloons of gold': give an ISO code such as CNY, HKD or USD");
}

TEST_CASE("a currency knows its minor digits and its name") {
  CHECK(Currency{}.code() == "CNY");
  CHECK(Currency{}.minor_digits() == 2);
  CHECK(Currency{}.name() == "Yuan Renminbi");
  CHECK(Currency::parse("JPY")->minor_digits() == 0);
  CHECK(Currency::parse("KWD")->minor_digits() == 3);
  CHECK(Currency::parse("HKD")->name() == "Hong Kong Dollar");
}

TEST_CASE("the table agrees with the list of ISO 4217 on codes and minor units") {
  const auto list =
      std::filesystem::path(LEADBOOK_SOURCE) / "../shared/data/currencies/iso4217_zh.csv";
  std::ifstream file(list);
  if (!file) {
    WARN("skipped: ../shared/data/currencies is absent");
    return;
  }
  std::string line;
  std::getline(file, line);
  int compared = 0;
  while (std::getline(file, line)) {
    if (line.size() < 10 || line[7] != ',') continue;
    const bool has_minor_unit = line[8] >= '0' && line[8] <= '9';
    const auto* row = find_currency(line.substr(0, 3));
    INFO(line);
    CHECK((row != nullptr) == has_minor_unit);
    if (row == nullptr) continue;
    CHECK(row->minor_digits == line[8] - '0');
    ++compared;
  }
  CHECK(compared == 165);
}

}  // namespace leadbook
