#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/figures/check.hpp"
#include "scratch_book.hpp"
#include "service/figures/beginning.hpp"
#include "service/figures/indicator.hpp"
#include "service/figures/value.hpp"

namespace {

using namespace leadbook;
using service::FigureVerdict;

/// A figure of Qiqihar as an import would read it.
Figure figure(const char* indicator, const char* period, const char* printed) {
  Figure made;
  made.area = "齐齐哈尔市";
  made.indicator = indicator;
  made.period = parse_date(period, scratch::today).value();
  made.printed = printed;
  return made;
}

Figure counted(const char* indicator, const char* period, std::int64_t count) {
  auto made = figure(indicator, period, std::to_string(count).c_str());
  made.count = count;
  return made;
}

Figure priced(const char* indicator, const char* period, const char* amount) {
  auto made = figure(indicator, period, amount);
  made.amount = parse_amount(amount).value().amount;
  return made;
}

Figure shared(const char* indicator, const char* period, const char* percent) {
  auto made = figure(indicator, period, percent);
  made.percent = parse_percent(percent).value();
  return made;
}

/// A book of Qiqihar with its counties.
struct Scene {
  Scene() {
    const auto made = book.run({"book", "init", "--city", "Qiqihar"});
    REQUIRE(made.code == 0);
  }

  Id<Figure> add(const Figure& made) { return book.add(made).id; }

  service::FigureCheck check(std::vector<std::int64_t> figures = {}) {
    service::FigureQuery query;
    query.figures = std::move(figures);
    query.today = scratch::today;
    query.zones = zones;
    return service::check_figures(book.db, query);
  }

  void change(Id<Figure> id, const std::function<void(Figure&)>& edit) {
    book.write([&](store::Change& change) {
      auto stored = store::find(change.db(), id).value();
      edit(stored);
      change.put(stored);
    });
  }

  /// The first finding of a figure but those against the book, as it is explained.
  std::string explained(Id<Figure> id) {
    for (const auto& finding : check({id.number}).findings) {
      if (finding.test != service::FigureTest::book) return finding.explanation;
    }
    return "";
  }

  /// "formula rounding 9879" for each finding of a figure but those against the book.
  std::vector<std::string> found(Id<Figure> id) {
    std::vector<std::string> lines;
    for (const auto& finding : check({id.number}).findings) {
      if (finding.test == service::FigureTest::book) continue;
      auto line =
          std::string(identifier(finding.test)) + " " + std::string(identifier(finding.verdict));
      if (finding.computed) line += " " + std::to_string(finding.computed->value);
      lines.push_back(line);
    }
    return lines;
  }

  std::string against_book(Id<Figure> id) {
    for (const auto& finding : check({id.number}).findings) {
      if (finding.test == service::FigureTest::book) {
        return std::string(identifier(finding.verdict)) + ": " + finding.explanation;
      }
    }
    return "";
  }

  scratch::Book book;
  Zones zones = Zones::own;
};

using Lines = std::vector<std::string>;

std::string meaning(const char* printed, std::int64_t count) {
  Figure made;
  made.count = count;
  made.printed = printed;
  const auto read = service::read_printed(made, 0).value();
  auto text = std::to_string(read.step) + " ";
  text += std::to_string(static_cast<std::int64_t>(read.span.low)) + "..";
  return read.span.high >= service::endless
             ? text
             : text + std::to_string(static_cast<std::int64_t>(read.span.high));
}

std::string amount_meaning(const char* printed) {
  const auto read = service::read_printed(priced("x", "2020", printed), 0).value();
  const auto high = read.span.high;
  auto text = std::to_string(static_cast<std::int64_t>(read.span.low)) + "..";
  return high >= service::endless ? text : text + std::to_string(static_cast<std::int64_t>(high));
}

std::string measure_of(const char* indicator) {
  const auto meaning = service::meaning_of(indicator);
  if (!meaning) return "";
  const auto text = meaning->measure ? std::string(identifier(*meaning->measure)) : "quantity";
  return text + (meaning->exact ? "" : " in part");
}

}  // namespace

TEST_CASE("a printed number means all that it rounds", "[figure_check]") {
  CHECK(meaning("422", 422) == "1 422..422");
  CHECK(meaning("more than 50", 50) == "1 50..");
  CHECK(meaning("50多个", 50) == "1 50..");
  CHECK(meaning("50个以上", 50) == "1 50..");
  CHECK(meaning("29 projects exceed 1 billion yuan", 29) == "1 29..29");
  CHECK(meaning("eight specialized teams", 8) == "1 8..8");
  CHECK(meaning("约100家", 100) == "1 95..105");
  CHECK(meaning("近100家", 100) == "1 90..100");
  CHECK(meaning("不超过100家", 0) == "1 0..0");
  CHECK(meaning("4.2万户", 42'000) == "1000 41500..42500");
  CHECK(meaning("1,234 in 2020", 1'234) == "1 1234..1234");
  CHECK(meaning("", 7) == "1 7..7");
  CHECK(amount_meaning("101.1 billion yuan") == "10105000000000..10115000000000");
  CHECK(amount_meaning("more than 100 billion yuan") == "10000000000000..");
  CHECK(amount_meaning("172亿元") == "1715000000000..1725000000000");
  CHECK(amount_meaning("4.50亿元") == "44950000000..45050000000");
}

TEST_CASE("an indicator means the measure its words are about", "[figure_check]") {
  CHECK(measure_of("signed") == "signed");
  CHECK(measure_of("签约项目数") == "signed");
  CHECK(measure_of("Planned investment of new manufacturing projects") ==
        "planned_investment in part");
  CHECK(measure_of("签约项目计划总投资") == "planned_investment in part");
  CHECK(measure_of("签约项目履约率") == "performance_rate in part");
  CHECK(measure_of("履约率") == "performance_rate");
  CHECK(measure_of("签约金额同比增长") == "quantity in part");
  CHECK(measure_of("Specialized teams coordinated to solve key issues") == "");
  const auto alike = [](const char* left, const char* right) {
    return service::are_alike(service::words_of(left), service::words_of(right));
  };
  CHECK(alike("Planned investment of new industrial manufacturing projects",
              "Planned investment of new manufacturing projects"));
  CHECK_FALSE(alike("Planned investment of projects that held ceremonies",
                    "Planned investment of new manufacturing projects"));
  CHECK_FALSE(alike("亿元以上项目数", "10亿元以上项目数"));
  CHECK_FALSE(alike("实际利用内资", "实际利用外资"));
}

TEST_CASE("the published identities hold", "[figure_check]") {
  Scene scene;
  scene.add(counted("签约项目", "2020", 247));
  scene.add(counted("履约项目", "2020", 244));
  scene.add(counted("开工项目", "2020", 222));
  CHECK(scene.found(scene.add(shared("履约率", "2020", "98.8%"))) ==
        Lines{"formula rounding 9879"});
  CHECK(scene.found(scene.add(shared("开工率", "2020", "89.9%"))) ==
        Lines{"formula rounding 8988"});
  scene.add(counted("签约项目", "2019", 3'086));
  scene.add(counted("开工项目", "2019", 2'454));
  scene.add(counted("投产项目", "2019", 2'154));
  CHECK(scene.found(scene.add(shared("开工率", "2019", "79.5%"))) ==
        Lines{"formula rounding 7952"});
  CHECK(scene.found(scene.add(shared("投产率", "2019", "87.8%"))) ==
        Lines{"formula rounding 8778"});
  scene.add(priced("合同金额", "2018", "1077亿元"));
  scene.add(priced("到位资金", "2018", "370亿元"));
  CHECK(scene.found(scene.add(shared("资金到位率", "2018", "34.4%"))) ==
        Lines{"formula rounding 3435"});
  scene.add(shared("完成率", "2017-01..2017-10", "125.64%"));
  CHECK(scene.found(scene.add(shared("超进度", "2017-01..2017-10", "42.31%"))) ==
        Lines{"formula equal 4231"});
}

TEST_CASE("a rate that its own numbers do not make is wrong", "[figure_check]") {
  Scene scene;
  scene.add(counted("签约项目", "2020", 247));
  scene.add(counted("开工项目", "2020", 222));
  CHECK(scene.found(scene.add(shared("开工率", "2020", "98.9%"))) == Lines{"formula wrong 8988"});
  // Of another source there is nothing to hold it against.
  auto elsewhere = shared("开工率", "2020", "89.9%");
  elsewhere.source = "elsewhere";
  CHECK(scene.found(scene.add(elsewhere)) == Lines{"period differs 9890"});
}

TEST_CASE("growth is held against the year before and shares against their whole",
          "[figure_check]") {
  Scene scene;
  scene.add(priced("签约金额", "2019", "80亿元"));
  const auto whole = scene.add(priced("签约金额", "2020", "100亿元"));
  CHECK(scene.found(scene.add(shared("签约金额同比增长", "2020", "25%"))) ==
        Lines{"formula equal 2500"});
  auto part = priced("省外资金", "2020", "30亿元");
  part.part_of = whole;
  scene.add(part);
  CHECK(scene.found(scene.add(shared("省外资金占比", "2020", "30%"))) ==
        Lines{"formula equal 3000"});
}

TEST_CASE("parts printed in any precision add up, and a part ten times too large does not",
          "[figure_check]") {
  std::mt19937 random(5);
  const auto below = [&](int limit) {
    return static_cast<int>(random() % static_cast<unsigned>(limit));
  };
  for (int round = 0; round < 12; ++round) {
    Scene scene;
    std::vector<std::int64_t> exact;
    for (int count = 2 + below(4); count > 0; --count) exact.push_back(100'000 + below(900'000));
    std::int64_t sum = 0;
    for (const auto value : exact) sum += value;
    // In 元 exactly or in 万元 with two decimals, as each was printed.
    const auto print = [&](std::int64_t value) {
      if (below(2) == 0) return std::to_string(value) + "元";
      const auto hundreds = (value + 50) / 100;
      return std::to_string(hundreds / 100) + "." + std::to_string(hundreds % 100 + 100).substr(1) +
             "万元";
    };
    const auto whole = scene.add(priced("数额", "2020", print(sum).c_str()));
    std::vector<Figure> parts;
    for (const auto value : exact) {
      auto part = priced("分项", "2020", print(value).c_str());
      part.part_of = whole;
      part.id = scene.add(part);
      parts.push_back(part);
    }
    INFO(round);
    const auto honest = scene.found(whole);
    REQUIRE(honest.size() == 1);
    REQUIRE((honest.front().starts_with("parts equal") ||
             honest.front().starts_with("parts rounding")));
    scene.book.write([&](store::Change& change) {
      auto slipped = store::find(change.db(), parts.front().id).value();
      slipped.amount->money.minor *= 10;
      slipped.printed = format_amount(*slipped.amount);
      change.put(slipped);
    });
    const auto off = scene.found(whole);
    REQUIRE(off.size() == 1);
    REQUIRE(off.front().starts_with("parts suspected"));
  }
}

TEST_CASE("parts that are more than the whole are wrong, fewer are some of it", "[figure_check]") {
  Scene scene;
  const auto whole = scene.add(counted("数量", "2020", 100));
  auto part = counted("分项", "2020", 60);
  part.part_of = whole;
  scene.add(part);
  CHECK(scene.found(whole) == Lines{"parts partial 60"});
  scene.add(part);
  CHECK(scene.found(whole) == Lines{"parts wrong 120"});
}

TEST_CASE("a period cannot hold less than one within it", "[figure_check]") {
  Scene scene;
  scene.add(counted("外出招商", "2020", 100));
  CHECK(scene.found(scene.add(counted("外出招商", "2020Q1", 101))) == Lines{"period wrong 100"});
  CHECK(scene.found(scene.add(counted("外出招商", "2020Q2", 40))) == Lines{});
  const auto half = scene.add(counted("外出招商", "2020H1", 141));
  CHECK(scene.found(half) == Lines{"period wrong 100", "period equal 141"});
}

TEST_CASE("a month as large as the year beside it is suspected", "[figure_check]") {
  scratch::Book book;
  REQUIRE(book.run({"book", "init", "--city", "Zhaoqing"}).code == 0);
  REQUIRE(book.run({"import", "figures", LEADBOOK_SOURCE "/data/zhaoqing/figures.csv"}).code == 0);
  service::FigureQuery query;
  query.today = scratch::today;
  const auto check = service::check_figures(book.db, query);
  CHECK(check.figures == std::map<FigureVerdict, std::int64_t>{{FigureVerdict::unchecked, 7},
                                                               {FigureVerdict::partial, 8},
                                                               {FigureVerdict::suspected, 1}});
  for (const auto& finding : check.findings) {
    if (finding.verdict != FigureVerdict::suspected) continue;
    CHECK(finding.figure.number == 6);
    CHECK(finding.against == std::vector<Reference>{{Kind::figure, 8}});
    CHECK(finding.explanation ==
          "A period so short as large as F-8 (2023, 101,100,000,000.00 CNY): 11.6 times its daily "
          "pace; a tenth of it would fit (亿 taken for billion?).");
  }
}

TEST_CASE("the book agrees, holds a part, or shows a slip", "[figure_check]") {
  Scene scene;
  REQUIRE(scene.book.run({"project", "add", "Ducks", "--county", "Baiquan"}).code == 0);
  const auto sign = [&](const char* amount) {
    return scene.book.run({"sign", "P-1", "--amount", amount, "--on", "2019-05-01"}).code;
  };
  REQUIRE(sign("4.2496亿元") == 0);
  auto told = priced("合同金额", "2019", "4.25亿元");
  told.area = "Baiquan";
  const auto id = scene.add(told);
  CHECK(scene.against_book(id) ==
        "rounding: The book holds 424,960,000.00 CNY, which is printed so.");
  CHECK(scene.against_book(scene.add(priced("合同金额", "2019", "5亿元"))) ==
        "partial: The book holds 424,960,000.00 CNY of 500,000,000.00 CNY.");
  CHECK(scene.against_book(scene.add(priced("合同金额", "2019", "42.5亿元"))) ==
        "suspected: The book holds 424,960,000.00 CNY, not 4,250,000,000.00 CNY; a tenth of it "
        "would fit (亿 taken for billion?).");
  CHECK(scene.against_book(scene.add(priced("合同金额", "2019", "4.1亿元"))) ==
        "differs: The book holds 424,960,000.00 CNY, more than the 410,000,000.00 CNY printed.");
  CHECK(scene.against_book(scene.add(counted("签约项目", "2019", 1))) ==
        "equal: The book holds 1 as well.");
  // Of a day it is not stated since when it counts: that day, the month and the year are tried.
  CHECK(scene.against_book(scene.add(counted("签约项目", "2019-05-01", 1))) ==
        "equal: Since when it counts is not stated. Counted from 2019-05-01: The book holds 1 as "
        "well.");
  CHECK(scene.against_book(scene.add(counted("签约项目", "2019-06-03", 1))) ==
        "equal: Since when it counts is not stated. Counted from 2019-01-01: The book holds 1 as "
        "well.");
  CHECK(scene.against_book(scene.add(counted("签约项目", "2019-06-03", 4))) ==
        "unchecked: Since when it counts is not stated; the book holds 0 from 2019-06-03, 0 from "
        "2019-06-01, 1 from 2019-01-01.");
}

TEST_CASE("a rate is held against each pair it could be made of", "[figure_check]") {
  Scene scene;
  scene.add(priced("到位资金", "2023", "103.13亿元"));
  scene.add(priced("到位资金年度目标", "2023", "95亿元"));
  const auto rate = scene.add(shared("完成率", "2023", "118.56%"));
  CHECK(scene.found(rate) == Lines{"formula wrong 10856"});
  // However many figures more the source prints.
  scene.add(priced("合同金额", "2023", "212.4亿元"));
  scene.add(counted("签约项目", "2023", 103));
  CHECK(scene.found(rate) == Lines{"formula wrong 10856"});
  CHECK(scene.explained(rate) ==
        "F-1 / F-2 = 10,313,000,000.00 CNY / 9,500,000,000.00 CNY = 108.56%, not 118.56%.");
  CHECK(scene.found(scene.add(shared("到位资金完成率", "2023", "108.56%"))) ==
        Lines{"formula equal 10856"});
  // A figure that would fit, but is of something else, is named.
  scene.add(priced("固定资产投资", "2023", "112.632亿元"));
  CHECK(scene.found(rate) == Lines{"formula wrong 10856"});
  CHECK(
      scene.explained(rate) ==
      "F-1 / F-2 = 10,313,000,000.00 CNY / 9,500,000,000.00 CNY = 108.56%, not 118.56%. F-7 / F-2 "
      "= 11,263,200,000.00 CNY / 9,500,000,000.00 CNY = 118.56% would fit, which is of something "
      "else.");
}

TEST_CASE("all pairs that fit are named, those of the rate's own subject before others",
          "[figure_check]") {
  Scene scene;
  scene.add(counted("签约项目", "2020", 200));
  scene.add(counted("开工项目", "2020", 150));
  scene.add(counted("工业签约项目", "2020", 80));
  scene.add(counted("工业开工项目", "2020", 60));
  const auto all = scene.add(shared("开工率", "2020", "75%"));
  CHECK(scene.explained(all) == "F-2 / F-1 = 150 / 200 = 75%.");
  const auto industry = scene.add(shared("工业项目开工率", "2020", "50%"));
  CHECK(scene.explained(industry) == "F-4 / F-3 = 60 / 80 = 75%, not 50%.");
  // Of the same words, two pairs may make one rate.
  scene.add(counted("签约项目", "2021", 100));
  scene.add(counted("开工项目", "2021", 100));
  scene.add(counted("投产项目", "2021", 50));
  CHECK(scene.explained(scene.add(shared("投产率", "2021", "50%"))) ==
        "F-9 / F-7 = 50 / 100 = 50%; F-9 / F-8 = 50 / 100 = 50%.");
}

TEST_CASE("digits cut off are told apart from a wrong number", "[figure_check]") {
  Scene scene;
  scene.add(counted("签约项目", "2020", 247));
  scene.add(counted("开工项目", "2020", 222));
  CHECK(scene.found(scene.add(shared("开工率", "2020", "89.8%"))) ==
        Lines{"formula truncated 8988"});
  const auto other = scene.add(shared("开工率", "2020", "89.7%"));
  CHECK(scene.found(other).front() == "formula wrong 8988");
  CHECK(scene.found(scene.add(shared("开工率", "2020", "89.87%"))).front() ==
        "formula truncated 8988");
}

TEST_CASE("parts that are said to be all must add up", "[figure_check]") {
  Scene scene;
  auto whole = priced("投资总额", "2023", "784亿元");
  const auto id = scene.add(whole);
  Id<Figure> last;
  for (const auto* amount : {"236.5亿元", "357.9亿元", "110.6亿元", "49.3亿元"}) {
    auto part = priced("产业投资", "2023", amount);
    part.part_of = id;
    last = scene.add(part);
  }
  CHECK(scene.found(id) == Lines{"parts partial 7543000000000"});
  scene.change(last, [](Figure& part) { part.whole = Completeness::whole; });
  CHECK(scene.found(id) == Lines{"parts wrong 7543000000000"});
  auto number = counted("项目总数", "2023", 219);
  number.whole = Completeness::whole;
  const auto counted_id = scene.add(number);
  for (const std::int64_t count : {150, 68}) {
    auto part = counted("分项数", "2023", count);
    part.part_of = counted_id;
    scene.add(part);
  }
  CHECK(scene.found(counted_id) == Lines{"parts wrong 218"});
}

TEST_CASE("the parts of each breakdown are all of the total", "[figure_check]") {
  Scene scene;
  const auto id = scene.add(counted("项目总数", "2023", 10));
  const auto add_part = [&](const char* indicator, std::int64_t count, const char* breakdown) {
    auto part = counted(indicator, "2023", count);
    part.part_of = id;
    part.breakdown = breakdown;
    scene.add(part);
  };
  add_part("工业项目数", 6, "按产业");
  add_part("农业项目数", 4, "按产业");
  add_part("省内项目数", 3, "按来源");
  add_part("省外项目数", 5, "按来源");
  // A subset in words is no addend of any.
  add_part("其中10亿元以上项目数", 9, "");
  CHECK(scene.found(id) == Lines{"parts equal 10", "parts wrong 8"});
}

TEST_CASE("where the numbers of the same parts add up, so must their amounts", "[figure_check]") {
  Scene scene;
  const auto number = scene.add(counted("签约项目总数", "2023", 30));
  const auto amount = scene.add(priced("签约项目投资额", "2023", "100亿元"));
  const auto add_part = [&](const char* name, std::int64_t count, const char* money) {
    auto part = counted((std::string(name) + "项目数").c_str(), "2023", count);
    part.part_of = number;
    scene.add(part);
    auto priced_part = priced((std::string(name) + "项目投资额").c_str(), "2023", money);
    priced_part.part_of = amount;
    scene.add(priced_part);
  };
  add_part("新能源", 10, "40亿元");
  add_part("电子信息", 20, "50亿元");
  CHECK(scene.found(number) == Lines{"parts equal 30"});
  CHECK(scene.found(amount) == Lines{"parts wrong 900000000000"});
  CHECK(scene.explained(amount) ==
        "F-4 + F-6 = 9,000,000,000.00 CNY: less than the whole, though the same parts are all of "
        "it: F-1 = F-3 + F-5.");
}

TEST_CASE("a subset in words is no more than what it is of", "[figure_check]") {
  Scene scene;
  scene.add(counted("签约项目", "2023", 422));
  scene.add(priced("计划总投资", "2023", "101.1亿元"));
  CHECK(scene.found(scene.add(counted("其中1亿元以上签约项目", "2023", 429))) ==
        Lines{"parts wrong 422", "parts suspected"});
  CHECK(scene.found(scene.add(counted("其中10亿元以上签约项目", "2023", 5))) == Lines{});
  CHECK(scene.found(scene.add(counted("其中50亿元以上签约项目", "2023", 6))) ==
        Lines{"parts wrong 5", "parts suspected"});
}

TEST_CASE("the words of a figure say since when it counts", "[figure_check]") {
  const auto days = [](const char* period, const char* indicator) {
    auto made = figure(indicator, period, "");
    const auto counted = service::counted_span(made, service::meaning_of(indicator));
    return date_text(counted.days) + (counted.is_known ? "" : "?");
  };
  CHECK(days("2024-05-20", "今年以来签约项目") == "2024-01-01..2024-05-20");
  CHECK(days("2024-05-20", "Projects signed since January") == "2024-01-01..2024-05-20");
  CHECK(days("2024-05", "1-5月签约项目") == "2024-01-01..2024-05-31");
  CHECK(days("2024-05-20", "1至5月签约项目") == "2024-01-01..2024-05-20");
  CHECK(days("2024", "1—5月份签约项目") == "2024-01-01..2024-05-31");
  CHECK(days("2024-05-15", "5月1日至15日签约项目") == "2024-05-01..2024-05-15");
  CHECK(days("2024-05", "1日至15日签约项目") == "2024-05-01..2024-05-15");
  CHECK(days("2024-05-20", "3月以来签约项目") == "2024-03-01..2024-05-20");
  CHECK(days("2024-05-20", "本月签约项目") == "2024-05-01..2024-05-20");
  CHECK(days("2024-05-20", "二季度签约项目") == "2024-04-01..2024-05-20");
  CHECK(days("2024-05-20", "集中签约仪式签约项目") == "2024-05-20");
  CHECK(days("2024-05-20", "Projects signed at the ceremony") == "2024-05-20");
  CHECK(days("2024-05-20", "签约项目") == "2024-05-20?");
  CHECK(days("2024-05", "签约项目") == "2024-05");
  CHECK(days("2024", "今年签约项目") == "2024");
}

TEST_CASE("a figure of a ceremony or since January is held against the book", "[figure_check]") {
  Scene scene;
  REQUIRE(scene.book.run({"project", "add", "Ducks", "--county", "Baiquan"}).code == 0);
  REQUIRE(scene.book.run({"sign", "P-1", "--amount", "2亿元", "--on", "2019-05-01"}).code == 0);
  REQUIRE(scene.book.run({"sign", "P-1", "--amount", "3亿元", "--on", "2019-02-01"}).code == 0);
  CHECK(scene.against_book(scene.add(priced("集中签约仪式合同金额", "2019-05-01", "2亿元"))) ==
        "equal: The book holds 200,000,000.00 CNY as well.");
  CHECK(scene.against_book(scene.add(priced("今年以来合同金额", "2019-05-06", "5亿元"))) ==
        "equal: The book holds 500,000,000.00 CNY as well.");
  CHECK(scene.against_book(scene.add(priced("1-4月合同金额", "2019", "3亿元"))) ==
        "equal: The book holds 300,000,000.00 CNY as well.");
}

TEST_CASE("two sources of one figure are held against each other", "[figure_check]") {
  Scene scene;
  auto first = counted("签约项目", "2019", 422);
  first.source = "report";
  scene.add(first);
  auto second = counted("Signed projects", "2019", 420);
  second.source = "news";
  CHECK(scene.found(scene.add(second)) == Lines{"period differs 422"});
  auto third = priced("签约金额", "2019", "101.1亿元");
  third.source = "report";
  scene.add(third);
  auto fourth = priced("合同金额", "2019", "101亿元");
  fourth.source = "news";
  CHECK(scene.found(scene.add(fourth)) == Lines{"period rounding 1011000000000"});
}

TEST_CASE("a second currency makes a rate that is held against the book's", "[figure_check]") {
  Scene scene;
  REQUIRE(scene.book.run({"rate", "add", "USD", "6.9", "--on", "2019-01-02"}).code == 0);
  scene.add(priced("合同金额", "2019", "69亿元"));
  CHECK(scene.found(scene.add(priced("合同金额", "2019", "10亿美元"))) ==
        Lines{"currency rounding"});
  const auto wrong = scene.add(priced("签约金额", "2018", "8亿美元"));
  scene.add(wrong.number == 0 ? Figure() : priced("签约金额", "2018", "69亿元"));
  REQUIRE(scene.book.run({"rate", "add", "USD", "6.8", "--on", "2017-12-29"}).code == 0);
  const auto later = scene.add(priced("签约金额", "2018", "54.4亿元"));
  CHECK(scene.found(later).back() == "currency rounding");
  // Both in one text.
  auto told = priced("利用外资", "2019", "10亿美元");
  told.printed = "10亿美元（约合690亿元人民币）";
  const auto id = scene.add(told);
  CHECK(scene.found(id) == Lines{"currency suspected"});
  CHECK(
      scene.explained(id) ==
      "1,000,000,000.00 USD and 69,000,000,000.00 CNY make 69.0000 CNY for 1 USD; the book's rate "
      "is 6.8000 to 6.9000; a tenth of it would fit (亿 taken for billion?).");
}

TEST_CASE("completion without a printed target is of the book's own, growth of what it holds",
          "[figure_check]") {
  Scene scene;
  const auto run = [&](std::vector<std::string> line) { REQUIRE(scene.book.run(line).code == 0); };
  run({"target", "set", "Baiquan", "contract_amount", "8亿元", "--period", "2019"});
  run({"project", "add", "Ducks", "--county", "Baiquan"});
  run({"sign", "P-1", "--amount", "4亿元", "--on", "2018-05-01"});
  run({"sign", "P-1", "--amount", "6亿元", "--on", "2019-05-02"});
  const auto add = [&](Figure made) {
    made.area = "拜泉县";
    return scene.add(made);
  };
  add(priced("合同金额", "2019-01..2019-06", "6亿元"));
  CHECK(scene.found(add(shared("合同金额完成率", "2019-01..2019-06", "75%"))) ==
        Lines{"formula equal 7500"});
  const auto wrong = add(shared("合同金额完成率", "2019-01..2019-06", "85%"));
  CHECK(scene.explained(wrong) ==
        "F-1 / TG-1 = 600,000,000.00 CNY / 800,000,000.00 CNY = 75%, not 85%.");
  CHECK(scene.against_book(add(shared("合同金额同比增长", "2019", "50%"))) ==
        "equal: The book makes 50% against 2018.");
}

TEST_CASE("odd values of rates and growth are judged", "[figure_check]") {
  Scene scene;
  scene.add(priced("签约金额", "2018", "0元"));
  scene.add(priced("签约金额", "2019", "80亿元"));
  scene.add(priced("签约金额", "2020", "70亿元"));
  scene.add(priced("签约金额", "2021", "1000亿元"));
  CHECK(scene.found(scene.add(shared("签约金额同比增长", "2019", "12%"))) ==
        Lines{"formula wrong"});
  CHECK(scene.found(scene.add(shared("签约金额同比增长", "2020", "-12.5%"))) ==
        Lines{"formula equal -1250"});
  CHECK(scene.found(scene.add(shared("签约金额同比下降", "2020", "12.5%"))) ==
        Lines{"formula equal -1250"});
  CHECK(scene.found(scene.add(shared("签约金额同比增长", "2020", "12.5%"))).front() ==
        "formula wrong -1250");
  CHECK(scene.found(scene.add(shared("签约金额同比增长", "2021", "1328.57%"))) ==
        Lines{"formula equal 132857"});
  // A month before.
  scene.add(counted("外出招商", "2020-01", 40));
  scene.add(counted("外出招商", "2020-02", 50));
  CHECK(scene.found(scene.add(shared("外出招商环比增长", "2020-02", "25%"))) ==
        Lines{"formula equal 2500"});
  // Behind the sequence, printed without a sign.
  scene.add(shared("完成率", "2017-01..2017-10", "73.33%"));
  CHECK(scene.found(scene.add(shared("欠进度", "2017-01..2017-10", "10%"))) ==
        Lines{"formula equal -1000"});
}

TEST_CASE("a park's figures count in its county where they are asked for so", "[figure_check]") {
  Scene scene;
  const auto run = [&](std::vector<std::string> line) { REQUIRE(scene.book.run(line).code == 0); };
  run({"county", "add", "北方园区", "--host", "Baiquan"});
  run({"county", "add", "兴农镇", "--host", "Baiquan"});
  run({"project", "add", "Ducks", "--county", "Baiquan"});
  run({"project", "add", "Geese", "--county", "北方园区"});
  run({"project", "add", "Hens", "--county", "兴农镇"});
  for (const auto* project : {"P-1", "P-2", "P-3"}) {
    run({"sign", project, "--amount", "1亿元", "--on", "2019-05-01"});
  }
  auto told = priced("合同金额", "2019", "3亿元");
  told.area = "Baiquan";
  const auto id = scene.add(told);
  auto of_park = priced("合同金额", "2019", "1亿元");
  of_park.area = "北方园区";
  const auto park = scene.add(of_park);
  CHECK(scene.against_book(id) ==
        "partial: The book holds 200,000,000.00 CNY of 300,000,000.00 CNY.");
  scene.zones = Zones::host;
  CHECK(scene.against_book(id) == "equal: The book holds 300,000,000.00 CNY as well.");
  CHECK(scene.against_book(park) == "equal: The book holds 100,000,000.00 CNY as well.");
}

TEST_CASE("a figure that is not there is refused", "[figure_check]") {
  Scene scene;
  CHECK_THROWS_AS(scene.check({9}), Error);
}
