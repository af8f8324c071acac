// The small inputs of ../shared/data/cases on units, dates and sheets, each with what it must give.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/store/record/record.hpp"
#include "unit/scratch_book.hpp"

namespace {

using namespace leadbook;

const std::filesystem::path data = LEADBOOK_SOURCE "/../shared/data/cases";

struct Run {
  std::vector<std::string> options;
  int code;
};

struct Case {
  std::string file;
  std::vector<Run> runs;
  std::size_t signings;
  std::map<std::string, std::int64_t> sums;  // of all in the book, by currency, in minor units
};

const std::vector<Case> cases = {
    {"units-yen-sign.csv", {{{}, 0}}, 3, {{"CNY", 8'700'000'000}}},
    {"units-dollar-sign.csv", {{{}, 0}}, 5, {{"USD", 2'030'030'000}}},
    {"units-format-yuan.xlsx", {{{}, 0}}, 5, {{"CNY", 25'000'000'000}}},
    {"units-format-own.xlsx", {{{}, 0}}, 3, {{"CNY", 37'000'500'000}}},
    {"units-template-cell.xlsx", {{{}, 0}}, 1, {{"CNY", 3'200'000'000}}},
    {"units-title-list.csv", {{{}, 0}}, 1, {{"CNY", 50'000'000'000}}},
    {"units-title-beside.csv", {{{}, 0}}, 1, {{"CNY", 1'000'000'000'000}}},
    {"units-row.csv", {{{}, 0}}, 1, {{"CNY", 100'000'000}}},
    {"units-heading-required.csv", {{{}, 0}}, 1, {{"CNY", 5'000'000}}},
    {"units-heading-usd.csv", {{{}, 0}}, 1, {{"USD", 100'000'000}}},
    {"units-money-unknown.csv",
     {{{"-q"}, 65}, {{"--map", "盘子（亿元）=amount"}, 0}},
     2,
     {{"CNY", 35'000'000'000}}},
    {"units-currency-column.csv",
     {{{}, 0}},
     3,
     {{"USD", 500'000'000}, {"CNY", 1'200'000'000}, {"HKD", 300'000'050}}},
    {"units-float-noise.csv", {{{}, 0}}, 3, {{"CNY", 3'407'875'333}}},
    {"units-too-fine.csv", {{{}, 65}, {{"--round"}, 0}}, 1, {{"CNY", 1'234'568}}},
    {"units-cells.csv", {{{"--on-error", "skip"}, 3}}, 8, {{"CNY", 19'358'070'000}}},
    {"dates-title-year.csv",
     {{{"--json"}, 65}, {{"--on-error", "skip"}, 3}},
     2,
     {{"CNY", 2'000'000}}},
    {"dates-far-relative.csv", {{{}, 65}}, 0, {}},
    {"dates-times.csv", {{{}, 0}}, 7, {{"CNY", 7'000'000}}},
    {"dates-times.xlsx", {{{}, 0}}, 5, {{"CNY", 5'000'000}}},
    {"dates-european.csv", {{{}, 65}, {{"--date-order", "dmy"}, 0}}, 3, {{"CNY", 60'000'000'000}}},
    {"dates-1904.xlsx", {{{}, 0}}, 2, {{"CNY", 3'000'000'000}}},
    {"sheets-merged-amount.xlsx", {{{"--key", "contract_no"}, 65}}, 0, {}},
    {"sheets-two-heading-rows.xlsx", {{{}, 0}}, 4, {{"CNY", 10'000'000'000}}},
    {"sheets-blank-county.xlsx", {{{}, 65}}, 0, {}},
    {"sheets-subtotal-groups.csv", {{{}, 0}}, 3, {{"CNY", 350'000'000}}},
    {"sheets-subtotal-county-day.csv", {{{}, 0}}, 3, {{"CNY", 350'000'000}}},
    {"sheets-total-first.csv", {{{}, 0}}, 3, {{"CNY", 350'000'000}}},
    {"sheets-total-english.csv", {{{"--default", "county=拜泉"}, 0}}, 1, {{"CNY", 100'000'000}}},
    {"sheets-subtotal-differs.csv", {{{"--strict"}, 65}, {{}, 0}}, 2, {{"CNY", 300'000'000}}},
    {"sheets-two-months.xlsx",
     {{{"--key", "contract_no"}, 0}, {{"--sheet", "*", "--key", "contract_no"}, 0}},
     2,
     {{"CNY", 1'500'000'000}}},
    {"sheets-cover-first.xlsx", {{{}, 0}}, 1, {{"CNY", 500'000'000}}},
    {"sheets-hidden-row.xlsx", {{{}, 0}}, 3, {{"CNY", 6'000'000'000}}},
    {"sheets-at-c4.xlsx", {{{}, 0}}, 2, {{"CNY", 2'000'000'000}}},
    {"sheets-trailing-cells.csv", {{{"--on-error", "skip"}, 3}}, 3, {{"CNY", 31'000'000'000}}},
    {"sheets-control-char.csv", {{{}, 0}}, 1, {{"CNY", 10'000'000'000}}},
    {"sheets-html.xls", {{{}, 65}}, 0, {}},
    {"sheets-csv.xlsx", {{{}, 65}}, 0, {}},
    {"encoding-big5.csv", {{{}, 0}}, 1, {{"USD", 1'000'000'000}}},
    {"encoding-gb18030.csv", {{{"--key", "contract_no"}, 0}}, 3, {{"CNY", 30'000'000'000}}},
    {"parties-joined.csv", {{{}, 0}}, 7, {{"CNY", 7'000'000}}},
    {"parties-english.csv", {{{}, 0}}, 2, {{"CNY", 2'000'000}}},
};

/// The day on which the table of them was drawn up.
const runner::Moment then = {std::chrono::year{2026} / 11 / 26, "2026-11-26T08:00:00Z", {}};

scratch::Answer run(const scratch::Book& book, const std::vector<std::string>& arguments) {
  static int requests = 0;
  return runner::run(book.home().db(), arguments, std::to_string(++requests), "", then);
}

}  // namespace

TEST_CASE("small inputs are taken for what they are") {
  if (!std::filesystem::exists(data)) {
    WARN("skipped: ../shared/data/cases is absent");
    return;
  }
  for (const auto& [file, runs, signings, sums] : cases) {
    INFO(file);
    scratch::Book book;
    REQUIRE(run(book, {"book", "init", "--city", "齐齐哈尔"}).code == 0);
    for (const auto& [options, code] : runs) {
      std::vector<std::string> command = {"import", "signings", (data / file).string()};
      command.insert(command.end(), options.begin(), options.end());
      const auto answer = run(book, command);
      INFO(answer.err);
      CHECK(answer.code == code);
    }
    std::size_t count = 0;
    std::map<std::string, std::int64_t> found;
    store::each_record<Signing>(book.db, [&](const Signing& signing) {
      ++count;
      if (!signing.amount) return;
      found[std::string(signing.amount->money.currency.code())] += signing.amount->money.minor;
    });
    CHECK(count == signings);
    CHECK(found == sums);
  }
}
