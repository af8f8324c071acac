// What is refused as a condition, the words with which it is, and the place that is shown.
#include <string>
#include <string_view>

#include "catch.hpp"
#include "unit/condition_sample.hpp"

namespace leadbook {
namespace {

struct Refusal {
  std::string text;
  std::string message;
  std::size_t column;
};

std::string refused(std::string_view text) {
  const auto condition = test::parse_sample(text);
  return condition ? condition->to_text() : condition.problem().message;
}

const std::string quotes = "; a value with signs or words of the condition in it stands in quotes";
const std::string quoted = "; one with signs or words of the condition in it stands in quotes";
const std::string names = "county, title, amount, jobs, land, signed_on, stage, company";

const Refusal refusals[] = {
    {"and jobs = 1", "expected a condition such as county = ..., 'not' or '('", 0},
    {"jobs = 1 and", "expected a condition such as county = ..., 'not' or '('", 12},
    {"jobs = 1 or )", "expected a condition such as county = ..., 'not' or '('", 12},
    {"not", "expected a condition such as county = ..., 'not' or '('", 3},
    {"()", "expected a condition such as county = ..., 'not' or '('", 1},
    {"'jobs' = 1", "expected a condition such as county = ..., 'not' or '('", 0},
    {"stag = signed", "there is no 'stag' to ask of; did you mean 'stage'?", 0},
    {"jobs = 1 and Total value >= 3",
     "there is no 'Total value' to ask of; there are " + names,
     13},
    {"县区=克山 且 合同全额大于1亿",
     "there is no '合同全额' to ask of; did you mean '合同金额'?",
     13},
    {"县区=克山且合同全额大于1亿", "there is no '克山且合同全额大于1亿'", 5},
    {"title = a and b", "there is no 'b' to ask of; there are " + names, 14},
    {"jobs", "expected a comparison after 'jobs': =, !=, <, <=, >, >=, in, between, is unknown", 4},
    {"  Title  xyz", "expected a comparison after 'Title': =, !=, in, contains, is unknown", 9},
    {"county and jobs = 1", "expected a comparison after 'county': =, !=, in, is unknown", 7},
    {"stage >= signed",
     "'>=' is for numbers, amounts and dates; 'stage' can be compared by =, !=, in, is unknown",
     6},
    {"名称 介于 1 和 2",
     "'介于' is for numbers, amounts and dates; 'title' can be compared by =, !=, in, contains, is "
     "unknown",
     5},
    {"amount not like 3",
     "'not like' is for texts; 'amount' can be compared by =, !=, <, <=, >, >=, in, between, is "
     "unknown",
     7},
    {"amount >= ", "expected an amount such as 1亿 after '>='", 10},
    {"jobs >= and jobs = 1", "expected a whole number after '>='" + quoted, 8},
    {"land = )", "expected an area such as 150亩 after '='", 7},
    {"title = , a", "expected a text after '='", 8},
    {"signed_on < = 2020", "expected a date such as 2020-05-19 or 2020H1 after '<'" + quoted, 12},
    {"stage is", "expected a choice such as lead after 'is'", 8},
    {"county in", "expected a name or a reference after 'in'", 9},
    {"county in (1, )", "expected a name or a reference after 'in'", 14},
    {"county = (1, 2)", "'=' compares with one value; several are asked with 'in'", 9},
    {"county = 1, 2", "expected 'and' or 'or'; several values are asked with 'in'", 10},
    {"jobs in ()", "the list is empty; it needs a whole number", 9},
    {"jobs in (1, 2", "this '(' is never closed", 8},
    {"title in (a 'b')", "expected ',' or ')' after a value of the list", 12},
    {"jobs between 1", "expected 'and' and a second value after 'between'", 14},
    {"jobs between and 1", "expected a whole number after 'between'" + quoted, 13},
    {"jobs between 1 or 2", "expected 'and' and a second value after 'between'", 15},
    {"jobs between 3 and 1", "3 is more than 1; a range begins with the smaller value", 13},
    {"signed_on between 2020-05 and 2020-04",
     "2020-05 is more than 2020-04; a range begins with the smaller value",
     18},
    {"jobs = 1 and (jobs = 2", "this '(' is never closed", 13},
    {"jobs = 1) and jobs = 2", "this ')' closes nothing", 8},
    {"(jobs = 1 'x')", "expected 'and', 'or' or ')'" + quotes, 10},
    {"jobs = 1 jobs < 2", "'1 jobs' is not a whole number", 7},
    {"title = 1 title < 2", "expected 'and', 'or' or the end" + quotes, 16},
    {"名称 = 中车（齐齐哈尔）", "expected 'and', 'or' or the end" + quotes, 11},
    {"title = 'it''s", "this quotation mark is never closed", 8},
    {"title = ' '", "the value is empty; what is not known is asked with 'is unknown'", 8},
    {"title like duck%",
     "'like' finds a text anywhere in another; leave the '%' out, or write 'contains' to find a "
     "'%'",
     11},
    {"jobs = 1.5", "'1.5' is not a whole number", 7},
    {"land = x", "'x' is not an area: write 150, 150.5亩, 10 ha or 3000 m²", 7},
    {"signed_on = 2020-13",
     "'2020-13' is not a date: there is no month 13; months run from 1 to 12. A date is written "
     "2020-05-19, May 19 or 5月19日.",
     12},
    {"stage = terminted", "there is no stage 'terminted'; did you mean 'terminated'?", 8},
    {"county in (1, 依安)", "there is no '依安'", 14},
    {"amount > 5亿美元", "'5亿美元' is in USD; amounts are compared in CNY, so write it in CNY", 9},
    {"amount > over 3亿",
     "'over 3亿' is no exact amount; write the amount alone, behind <, <=, > or >=",
     9},
    {"amount > 未披露", "'未披露' is no amount; what is not known is asked with 'is unknown'", 9},
    {"amount = '1亿元（约1.4亿港元）'", "'1亿元（约1.4亿港元）' is more than one amount", 9},
};

TEST_CASE("a refused condition says what was expected, over the text and a caret at the place") {
  for (const auto& refusal : refusals) {
    INFO(refusal.text);
    const std::string caret = std::string(refusal.column, ' ') + "^";
    CHECK(refused(refusal.text) == refusal.message + "\n" + refusal.text + "\n" + caret);
  }
}

TEST_CASE("of a long condition what surrounds the place is shown") {
  std::string before;
  for (int times = 0; times < 20; ++times) before += "县区 = 克山 and ";
  const std::string message = "there is no 'bogus' to ask of; there are " + names + "\n";
  CHECK(refused(before + "bogus = 1") ==
        message + "…区 = 克山 and 县区 = 克山 and 县区 = 克山 and 县区 = 克山 and bogus = 1\n" +
            std::string(63, ' ') + "^");
  CHECK(refused(before + "bogus = 1 and " + before) ==
        message + "…山 and 县区 = 克山 and 县区 = 克山 and bogus = 1 and 县区 = 克山 and …\n" +
            std::string(40, ' ') + "^");
}

TEST_CASE("what is no text, too long, too deep or nothing at all is refused as a condition") {
  CHECK(refused("") == "the condition is empty; write one such as county = ...");
  CHECK(refused(" \n　") == "the condition is empty; write one such as county = ...");
  CHECK(refused(std::string(10'001, ' ')) == "the condition is longer than 10000 bytes");
  CHECK(refused("jobs = \x1b[1m") ==
        "the condition holds a byte that is not text\njobs = ␛[1m\n       ^");
  CHECK(refused("名称 = \xff") ==
        "the condition holds a byte that is not text\n名称 = \uFFFD\n       ^");
  CHECK(refused(std::string("jobs\0= 1", 8)) ==
        "the condition holds a byte that is not text\njobs␀= 1\n    ^");
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '(') + "jobs = 1" + std::string(levels, ')');
  };
  CHECK(refused(nested(100)) == "jobs = 1");
  CHECK(refused(nested(101)).starts_with("the condition is nested deeper than 100 levels\n"));
  CHECK(refused(std::string(10'000, '!')).starts_with("the condition is nested deeper than"));
}

TEST_CASE("an error that is not about the text ends the reading of a condition") {
  auto reading = test::sample_reading();
  reading.resolve = [](Kind, std::string_view) -> std::int64_t {
    throw Error(ErrorKind::busy, "the book is busy");
  };
  const auto criteria = test::sample_criteria();
  CHECK_THROWS_AS(Condition::parse("county = 1", criteria, reading), Error);
}

}  // namespace
}  // namespace leadbook
