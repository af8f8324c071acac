// How conditions read, in both languages, and what they hold of.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "unit/condition_sample.hpp"

namespace leadbook {
namespace {

using test::parse_sample;

struct Sample {
  std::string_view typed;
  std::string_view canonical;
};

/// The canonical form, or the problem.
std::string read_back(std::string_view text) {
  const auto condition = parse_sample(text);
  return condition ? condition->to_text() : condition.problem().message;
}

void check_samples(const std::vector<Sample>& samples) {
  for (const auto& sample : samples) {
    INFO(sample.typed);
    CHECK(read_back(sample.typed) == sample.canonical);
    CHECK(read_back(sample.canonical) == sample.canonical);
  }
}

bool holds(std::string_view text, const Answer& answer) {
  INFO(text);
  const auto condition = parse_sample(text);
  REQUIRE(condition);
  return condition->holds([&answer](std::size_t) -> const Answer& { return answer; });
}

Date days(int first_month, unsigned first, unsigned last) {
  const auto month = std::chrono::year{2020} / first_month;
  return {month / static_cast<int>(first), month / static_cast<int>(last)};
}

TEST_CASE("a condition reads in English, whatever its case, spacing and spelling of signs") {
  check_samples({
      {"county in (克山,拜泉) and amount >= 1亿 and not stage = terminated",
       "county in ('克山', '拜泉') and amount >= 100000000.00 CNY and not stage = terminated"},
      {"COUNTY IN (Keshan , Baiquan  County) OR Jobs<=3",
       "county in ('Keshan', 'Baiquan County') or jobs <= 3"},
      {"jobs = 1 or jobs = 2 and jobs = 3", "jobs = 1 or jobs = 2 and jobs = 3"},
      {"(jobs = 1 or jobs = 2) and jobs = 3", "(jobs = 1 or jobs = 2) and jobs = 3"},
      {"jobs = 1 or (jobs = 2 or jobs = 3)", "jobs = 1 or jobs = 2 or jobs = 3"},
      {"((jobs = 1 and (jobs == 2)) and jobs = 3)", "jobs = 1 and jobs = 2 and jobs = 3"},
      {"not (jobs = 1 && jobs <> 2) || !jobs≠3", "not (jobs = 1 and jobs != 2) or not jobs != 3"},
      {"not not jobs is 1", "not not jobs = 1"},
      {"jobs is not 1 and jobs is not null and jobs is unknown",
       "jobs != 1 and jobs is not unknown and jobs is unknown"},
      {"jobs not in (1, 2) and jobs in 3", "jobs not in (1, 2) and jobs = 3"},
      {"contract amount between 5000 and 1,000,000 万元 or amount not between 1 and 2",
       "amount between 50000000.00 CNY and 10000000000.00 CNY or "
       "amount not between 10000.00 CNY and 20000.00 CNY"},
      {"Land (mu) >= 10 ha", "land >= 150 mu"},
      {"signed-on = last week or signed on < 昨天 or signed_on in (2020, 2020H1, 2020Q1..2020Q2)",
       "signed_on = 2020-W20 or signed_on < 2020-05-21 or signed_on in (2020, 2020H1, 2020H1)"},
      {"stage = 签约 or stage = In production or stage = 'land-supplied'",
       "stage = signed or stage = in_production or stage = land_supplied"},
  });
}

TEST_CASE("texts stand in quotes or without, up to the next word of the condition") {
  check_samples({
      {"title = Meat duck  chain and jobs = 1", "title = 'Meat duck chain' and jobs = 1"},
      {"title ~ #3-a_b.c/d or title !~ x", "title contains '#3-a_b.c/d' or title not contains 'x'"},
      {"title like Xi'an and title not like \"a and 'b'\"",
       "title contains 'Xi''an' and title not contains 'a and ''b'''"},
      {"title = 'it''s' or title = “甲“”乙” or title = ‘或’ or title = \"a\"\"b\"",
       "title = 'it''s' or title = '甲“乙' or title = '或' or title = 'a\"b'"},
      {"title in (a, 'b, c')or title='d'and jobs=1",
       "title in ('a', 'b, c') or title = 'd' and jobs = 1"},
      {"title = 和平区 or title = 非遗 或 title = 空港",
       "title = '和平区' or title = '非遗' or title = '空港'"},
      {"title contains 'unknown' and title = in-house",
       "title contains 'unknown' and title = 'in-house'"},
  });
}

TEST_CASE("a condition reads in Chinese, with and without blanks, in full and half width") {
  check_samples({
      {"县区属于克山、拜泉且金额不低于1亿并且阶段不等于解约",
       "county in ('克山', '拜泉') and amount >= 100000000.00 CNY and stage != terminated"},
      {"（县区　属于（克山，拜泉）或　合同金额＞＝１亿）且　非　阶段＝签约",
       "(county in ('克山', '拜泉') or amount >= 100000000.00 CNY) and not stage = signed"},
      {"金额介于1亿和5亿之间且签约日期早于2020年上半年",
       "amount between 100000000.00 CNY and 500000000.00 CNY and signed_on < 2020H1"},
      {"日期不介于 2020年1月 至 2020年3月 或者日期不早于去年",
       "signed_on not between 2020-01 and 2020-03 or signed_on >= 2019"},
      {"县区是和平区和金额大于3亿元", "county = '和平区' and amount > 300000000.00 CNY"},
      {"名称含和平区和肉鸭", "title contains '和平区和肉鸭'"},
      {"名称为空港物流与名称不含“且”", "title = '空港物流' and title not contains '且'"},
      {"金额为空且就业人数不为空且名称未知或用地已知",
       "amount is unknown and jobs is not unknown and title is unknown or land is not unknown"},
      {"就业人数小于等于3或就业人数超过5而且不阶段是在谈",
       "jobs <= 3 or jobs > 5 and not stage = negotiating"},
      {"项目名称≠甲 且 用地≤150亩 且 用地≥1公顷",
       "title != '甲' and land <= 150 mu and land >= 15 mu"},
  });
}

TEST_CASE("a condition knows which criteria it asks of") {
  const auto condition = parse_sample("jobs = 1 and (not jobs = 2 or county = 1)");
  REQUIRE(condition);
  CHECK(condition->asks() == std::set<std::size_t>{test::county, test::jobs});
}

TEST_CASE("what is unknown makes neither a comparison nor its negation true") {
  const Answer nothing;
  for (const auto text : {"jobs = 1",
                          "jobs != 1",
                          "not jobs = 1",
                          "jobs >= 0",
                          "jobs not in (1, 2)",
                          "jobs = 1 or not jobs = 1",
                          "jobs between 0 and 9"}) {
    CHECK_FALSE(holds(text, nothing));
  }
  CHECK(holds("jobs is unknown", nothing));
  CHECK(holds("not jobs is not unknown", nothing));
  CHECK(holds("jobs = 1 or jobs is unknown", nothing));
  CHECK(holds("title is unknown", answer_text(" ")));
  CHECK(holds("company is unknown", Numbers{}));
  CHECK_FALSE(holds("company != 1", Numbers{}));
}

TEST_CASE("of several values any may match") {
  const std::vector<std::string> names = {"Meat ＤＵＣＫ", "肉鸭"};
  CHECK(holds("title = 'meat  duck'", answer_texts(names)));
  CHECK(holds("title contains Ｄuck", answer_texts(names)));
  CHECK_FALSE(holds("title = duck", answer_texts(names)));
  CHECK_FALSE(holds("title != 肉鸭", answer_texts(names)));
  CHECK(holds("company in (1, 3)", Numbers{{2, 3}}));
  CHECK_FALSE(holds("company = 1", Numbers{{2, 3}}));
  CHECK_FALSE(holds("company not in (1, 3)", Numbers{{2, 3}}));
}

TEST_CASE("a date compares with a period by its first and last day, as far as it is exact") {
  const Answer may = days(5, 1, 31);
  for (const auto text : {"signed_on = 2020-05",
                          "signed_on = 2020H1",
                          "signed_on < 2020-06",
                          "signed_on <= 2020-05",
                          "signed_on > 2020-04",
                          "signed_on >= 2020-05",
                          "signed_on >= 2020-05-01",
                          "signed_on != 2020H2",
                          "signed_on between 2020-05 and 2020-06"}) {
    CHECK(holds(text, may));
  }
  for (const auto text : {"signed_on = 2020-05-19",
                          "signed_on != 2020-05-19",
                          "signed_on < 2020-05-19",
                          "signed_on >= 2020-05-19",
                          "signed_on <= 2020-05-19",
                          "not signed_on <= 2020-05-19",
                          "signed_on between 2020-04 and 2020-05-30",
                          "signed_on < 2020-05",
                          "signed_on > 2020-05",
                          "signed_on = 2020H2"}) {
    CHECK_FALSE(holds(text, may));
  }
}

TEST_CASE("a foreign amount is compared by what the caller says it is in CNY") {
  auto reading = test::sample_reading();
  reading.to_cny = [](const Money& money) -> Result<Money> {
    return Money{money.minor * 7, Currency()};
  };
  const auto criteria = test::sample_criteria();
  const auto condition = Condition::parse("amount >= 2 USD", criteria, reading);
  REQUIRE(condition);
  CHECK(condition->to_text() == "amount >= 14.00 CNY");
}

}  // namespace
}  // namespace leadbook
