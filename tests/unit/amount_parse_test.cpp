// The forms in which amounts of money are typed, and what each one is.
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "leadbook/domain/amount/money.hpp"

namespace leadbook {
namespace {

using enum Qualifier;

struct Accepted {
  std::string_view text;
  std::int64_t minor;
  std::string_view currency = "CNY";
  Qualifier qualifier = exact;
  std::optional<AmountUnit> bare = std::nullopt;
};

constexpr std::int64_t yi = 10'000'000'000;  // 亿 in fen
constexpr std::int64_t wan = 1'000'000;      // 万 in fen

const Accepted accepted[] = {
    {"10亿元", 10 * yi},
    {"10 亿元", 10 * yi},
    {" 10亿元 ", 10 * yi},
    {"10亿元\r\n", 10 * yi},
    {"１０亿元", 10 * yi},
    {"１，０００．５万元", 100'050 * wan / 100},
    {"4.5亿港币", 45 * yi / 10, "HKD"},
    {"4.5億港幣", 45 * yi / 10, "HKD"},
    {"港币4.5亿元", 45 * yi / 10, "HKD"},
    {"5000万", 5000 * wan},
    {"5,000万", 5000 * wan},
    {"3.1个亿", 31 * yi / 10},
    {"三个亿", 3 * yi},
    {"2000余万元", 2000 * wan, "CNY", over},
    {"30多亿元", 30 * yi, "CNY", over},
    {"3个多亿", 3 * yi, "CNY", over},
    {"10亿余元", 10 * yi, "CNY", over},
    {"10亿多元", 10 * yi, "CNY", over},
    {"10亿元余", 10 * yi, "CNY", over},
    {"二十余亿元", 20 * yi, "CNY", over},
    {"近3亿元", 3 * yi, "CNY", nearly},
    {"将近3亿元", 3 * yi, "CNY", nearly},
    {"超10亿元", 10 * yi, "CNY", over},
    {"超过10亿元", 10 * yi, "CNY", over},
    {"逾10亿元", 10 * yi, "CNY", over},
    {"约10亿元", 10 * yi, "CNY", about},
    {"约人民币10亿元", 10 * yi, "CNY", about},
    {"人民币约10亿元", 10 * yi, "CNY", about},
    {"10亿元左右", 10 * yi, "CNY", about},
    {"约10亿元左右", 10 * yi, "CNY", about},
    {"10亿左右", 10 * yi, "CNY", about},
    {"10亿元以上", 10 * yi, "CNY", at_least},
    {"10亿元以内", 10 * yi, "CNY", at_most},
    {"不少于10亿元", 10 * yi, "CNY", at_least},
    {"至少10亿元", 10 * yi, "CNY", at_least},
    {"至多10亿元", 10 * yi, "CNY", at_most},
    {"不超过10亿元", 10 * yi, "CNY", at_most},
    {"US$521.5m", 52'150'000'000, "USD"},
    {"US$ 521.5 m", 52'150'000'000, "USD"},
    {"$521.5m", 52'150'000'000, "USD"},
    {"HK$450 million", 45 * yi / 10, "HKD"},
    {"450 million Hong Kong dollars", 45 * yi / 10, "HKD"},
    {"450 million hong kong dollar", 45 * yi / 10, "HKD"},
    {"HKD 450,000,000", 45 * yi / 10, "HKD"},
    {"HKD450,000,000.00", 45 * yi / 10, "HKD"},
    {"1 billion Yuan", 10 * yi},
    {"1 billion RMB", 10 * yi},
    {"RMB 1 billion", 10 * yi},
    {"RMB 1 billion yuan", 10 * yi},
    {"1.2bn USD", 12 * yi, "USD"},
    {"1.2 B usd", 12 * yi, "USD"},
    {"USD1.2bn", 12 * yi, "USD"},
    {"￥3,200,000.50", 320'000'050},
    {"¥3,200,000.5", 320'000'050},
    {"￥3,200,000.50元", 320'000'050},
    {"CNY 320,000,000.00", 32 * yi / 10},
    {"320,000,000.00 CNY", 32 * yi / 10},
    {"320000000 cny", 32 * yi / 10},
    {"2.1亿美元", 21 * yi / 10, "USD"},
    {"2.1亿美金", 21 * yi / 10, "USD"},
    {"10亿元人民币", 10 * yi},
    {"人民币10亿元", 10 * yi},
    {"10亿人民币", 10 * yi},
    {"more than 100 billion yuan", 1000 * yi, "CNY", over},
    {"More than 100 billion", 1000 * yi, "CNY", over},
    {"nearly 3 million yuan", 300 * wan, "CNY", nearly},
    {"about US$5m", 500 * wan, "USD", about},
    {"up to €20m", 2000 * wan, "EUR", at_most},
    {"over £1bn", 10 * yi, "GBP", over},
    {"at least 5 million yuan", 500 * wan, "CNY", at_least},
    {"5 million yuan or more", 500 * wan, "CNY", at_least},
    {"no more than 5 million yuan", 500 * wan, "CNY", at_most},
    {">= 5万元", 5 * wan, "CNY", at_least},
    {"$100m+", 10'000'000'000, "USD", at_least},
    {"over 4.5亿 HKD", 45 * yi / 10, "HKD", over},
    {"四百二十五亿元", 425 * yi},
    {"三点二亿元", 32 * yi / 10},
    {"三点零二亿元", 302 * yi / 100},
    {"十二万", 12 * wan},
    {"两亿", 2 * yi},
    {"三亿零五百万元", 3 * yi + 500 * wan},
    {"一万二千三百四十五元", 1'234'500},
    {"三千零五元", 300'500},
    {"三千五百元", 350'000},
    {"三万亿元", 30'000 * yi},
    {"叁佰万元整", 300 * wan},
    {"零元", 0},
    {"0元", 0},
    {"0.00 HKD", 0, "HKD"},
    {"3亿2000万元", 32 * yi / 10},
    {"3亿2000余万元", 32 * yi / 10, "CNY", over},
    {"3万5000元", 35 * wan / 10},
    {"3千元", 300'000},
    {"5百元", 50'000},
    {"5十元", 5'000},
    {"3千万元", 3000 * wan},
    {"2百万美元", 200 * wan, "USD"},
    {"3十亿元", 30 * yi},
    {"1.5万亿元", 15'000 * yi},
    {"5千亿元", 5000 * yi},
    {"5k CNY", 500'000},
    {"5K", 500'000},
    {"5 thousand yuan", 500'000},
    {"5mn yuan", 500 * wan},
    {"2 trillion yuan", 20'000 * yi},
    {"2tn JPY", 2'000'000'000'000, "JPY"},
    {"3.2 hundred million yuan", 32 * yi / 10},
    {"100亿日元", 10'000'000'000, "JPY"},
    {"500 JPY", 500, "JPY"},
    {"1.234 KWD", 1234, "KWD"},
    {"3亿韩元", 300'000'000, "KRW"},
    {"S$3m", 300 * wan, "SGD"},
    {"A$3m", 300 * wan, "AUD"},
    {"C$3m", 300 * wan, "CAD"},
    {"NT$3m", 300 * wan, "TWD"},
    {"300万新台币", 300 * wan, "TWD"},
    {"300万新加坡元", 300 * wan, "SGD"},
    {"300万新元", 300 * wan, "SGD"},
    {"300万澳元", 300 * wan, "AUD"},
    {"300万加元", 300 * wan, "CAD"},
    {"300万英镑", 300 * wan, "GBP"},
    {"300万瑞士法郎", 300 * wan, "CHF"},
    {"300万欧元", 300 * wan, "EUR"},
    {"5百慕大元", 500, "BMD"},
    {"5万多布拉", 5 * wan, "STN"},
    {"5万多米尼加比索", 5 * wan, "DOP"},
    {"约旦第纳尔5", 5000, "JOD"},
    {"0.01元", 1},
    {"0.00000001亿元", 100},
    {"3.2000000000000000000000亿元", 32 * yi / 10},
    {"92233720368547758.07元", INT64_MAX},
    {"9223372036854775807 JPY", INT64_MAX, "JPY"},
    {"3.2", 320, "CNY", exact, AmountUnit::yuan},
    {"3.2", 32'000 * 100, "CNY", exact, AmountUnit::wan},
    {"3.2", 32 * yi / 10, "CNY", exact, AmountUnit::yi},
    {"3.12345678", 312'345'678 * std::int64_t{100}, "CNY", exact, AmountUnit::yi},
    {"约3.2", 32 * yi / 10, "CNY", about, AmountUnit::yi},
    {"十二", 12 * wan, "CNY", exact, AmountUnit::wan},
    {"3千", 3000 * wan, "CNY", exact, AmountUnit::wan},
    {"HKD 4.5", 450, "HKD", exact, AmountUnit::yi},
    {"5000万", 5000 * wan, "CNY", exact, AmountUnit::yi},
    {"超百亿元", 100 * yi, "CNY", over},
    {"过亿元", yi, "CNY", over},
    {"過億元", yi, "CNY", over},
    {"上亿元", yi, "CNY", at_least},
    {"上千万", 1000 * wan, "CNY", at_least},
    {"近百亿元", 100 * yi, "CNY", nearly},
    {"1。12億美元", 112'000'000 * 100LL, "USD"},
    {"4 billion 280 million yuan", 428 * yi / 10},
    {"4 billion and 280 million yuan", 428 * yi / 10},
    {"120-million-yuan", 12'000 * wan},
    {"100w", 100 * wan},
    {"100W元", 100 * wan},
    {"1.2亿（RMB）", 12 * yi / 10},
    {"500万(美元)", 500 * wan, "USD"},
    {"半个亿", yi / 2},
    {"半亿元", yi / 2},
    {"1个半亿", 15 * yi / 10},
    {"一个半亿", 15 * yi / 10},
    {"1.5个亿", 15 * yi / 10},
    {"half a billion yuan", 5 * yi},
    {"2亿来元", 2 * yi, "CNY", about},
    {"十来亿元", 10 * yi, "CNY", about},
    {"74.24199999999999万元", 74'242'000},
    {"0.30000000000000004万元", 300'000},
    {"3333.3333333333335万元", 3'333'333'333},
    {"１２３．５", 12'350 * wan / 100, "CNY", exact, AmountUnit::wan},
    {"5000以上", 5000 * wan, "CNY", at_least, AmountUnit::wan},
};

struct WithUnit {
  std::string_view text;
  std::string_view unit;
  std::int64_t minor;
  std::string_view currency = "CNY";
};

// A sign and a code leave the unit in force, a scale and a word for the currency do not.
const WithUnit with_unit[] = {
    {"￥1,200.00", "万元", 1200 * wan},
    {"500", "万美元", 500 * wan, "USD"},
    {"$500", "万美元", 500 * wan, "USD"},
    {"US$30", "万美元", 30 * wan, "USD"},
    {"500 USD", "万元", 500 * wan, "USD"},
    {"RMB 500", "万元", 500 * wan},
    {"300美元", "万美元", 30'000, "USD"},
    {"300 dollars", "US$ million", 30'000, "USD"},
    {"1亿元", "万元", yi},
    {"5亿", "万美元", 5 * yi, "USD"},
    {"100元", "万元", 10'000},
    {"$1,230", "Millions", 123'000'000'000, "USD"},
    {"3千", "万元", 3000 * wan},
    {"7", "10,000 yuan", 7 * wan},
    {"7", "RMB 100 million", 7 * yi},
    {"7", "10 000 yuan", 7 * wan},
    {"7", "'000 USD", 700'000, "USD"},
    {"7", "RMB mn", 700 * wan},
    {"7", "千元", 700'000},
    {"7", "港币万元", 7 * wan, "HKD"},
};

}  // namespace

TEST_CASE("every form of the manual is read to the last fen") {
  for (const auto& form : accepted) {
    INFO(form.text);
    const auto parsed = parse_amount(form.text, form.bare);
    if (!parsed) FAIL(parsed.problem().message);
    const Amount expected{
        .money = {.minor = form.minor, .currency = *Currency::parse(form.currency)},
        .qualifier = form.qualifier};
    REQUIRE(parsed->amount.has_value());
    CHECK(*parsed->amount == expected);
    CHECK(parsed->note == "");
  }
}

TEST_CASE("a unit in force counts what states no scale of its own") {
  for (const auto& [text, unit, minor, currency] : with_unit) {
    INFO(text << " under " << unit);
    const auto money_unit = parse_money_unit(unit);
    if (!money_unit) FAIL(money_unit.problem().message);
    const auto parsed = parse_amount(text, AmountRules{.unit = *money_unit});
    if (!parsed) FAIL(parsed.problem().message);
    REQUIRE(parsed->amount.has_value());
    CHECK(parsed->amount->money == Money{minor, *Currency::parse(currency)});
  }
}

TEST_CASE("what is no unit of money is none") {
  for (const auto text :
       {"", "10", "万吨", "亩", "元/亩", "万美元港币", "个", "0 yuan", "拜泉县商务局"}) {
    INFO(text);
    CHECK_FALSE(parse_money_unit(text));
  }
}

TEST_CASE("a number too fine is rounded where a computation printed it or somebody says so") {
  const auto printed = parse_amount("74.24199999999999万元");
  REQUIRE(bool(printed));
  CHECK(printed->is_rounded);
  CHECK_FALSE(parse_amount("1.23456789万元"));
  const auto rounded = parse_amount("1.23456789万元", AmountRules{.rounds = true});
  REQUIRE(bool(rounded));
  CHECK(rounded->is_rounded);
  CHECK(rounded->amount->money.minor == 1'234'568);
  CHECK_FALSE(parse_amount("3.2万元")->is_rounded);
}

TEST_CASE("words that tell of a size and of no amount are kept") {
  for (const auto text : {"数千万元",
                          "十几亿元",
                          "数亿元",
                          "近十几亿元",
                          "几百万美元",
                          "两三亿元",
                          "七八千万",
                          "数千",
                          "several hundred million yuan",
                          "tens of millions of yuan",
                          "面议",
                          "未透露",
                          "undisclosed"}) {
    INFO(text);
    const auto parsed = parse_amount(text);
    if (!parsed) FAIL(parsed.problem().message);
    CHECK_FALSE(parsed->amount.has_value());
    CHECK(parsed->kept == text);
  }
  CHECK(parse_amount("不详")->kept == "");
  CHECK(parse_amount("5.215亿美元(约40.7亿港元)")->kept == "5.215亿美元(约40.7亿港元)");
}

TEST_CASE("a range is at least its lower end, and its words are kept") {
  struct Range {
    std::string_view text;
    std::int64_t minor;
    std::string_view currency = "CNY";
    std::optional<AmountUnit> bare = std::nullopt;
  };
  static constexpr Range ranges[] = {
      {"3-5亿元", 3 * yi},
      {"3至5亿元", 3 * yi},
      {"3~5 亿", 3 * yi},
      {"3—5亿元", 3 * yi},
      {"3亿-5亿元", 3 * yi},
      {"3亿元到5亿元", 3 * yi},
      {"从3亿到5亿元", 3 * yi},
      {"约3-5亿元左右", 3 * yi},
      {"三至五亿元", 3 * yi},
      {"三至五千万元", 3000 * wan},
      {"三十至五十万元", 30 * wan},
      {"5000万元至1亿元", 5000 * wan},
      {"3,000万-5,000万元", 3000 * wan},
      {"1~2亿美元", yi, "USD"},
      {"3亿-5亿美元", 3 * yi, "USD"},
      {"$3-5 million", 300'000'000, "USD"},
      {"USD 3-5 million", 300'000'000, "USD"},
      {"between 3 and 5 billion yuan", 30 * yi},
      {"3-5", 3 * yi, "CNY", AmountUnit::yi},
  };
  for (const auto& [text, minor, currency, bare] : ranges) {
    INFO(text);
    const auto parsed = parse_amount(text, bare);
    if (!parsed) FAIL(parsed.problem().message);
    CHECK(parsed->amount == Amount{{minor, *Currency::parse(currency)}, at_least});
    CHECK(parsed->kept == text);
    CHECK(parsed->note.find("is a range") != std::string::npos);
  }
  const auto in_column = parse_amount("3-5", AmountRules{.unit = MoneyUnit{10'000, {}}});
  REQUIRE(bool(in_column));
  CHECK(in_column->amount == Amount{{3 * wan, Currency()}, at_least});
  for (const auto text : {"5-3亿元", "3亿元-5亿美元", "3-5", "2020-05-19"}) {
    INFO(text);
    CHECK_FALSE(parse_amount(text));
  }
}

TEST_CASE("an amount said to be unknown is empty, never zero") {
  for (const auto text : {"undisclosed",
                          "Undisclosed",
                          "未披露",
                          "未公布",
                          "未知",
                          "unknown",
                          "--",
                          "—",
                          "-",
                          "－",
                          "n/a",
                          "",
                          "  ",
                          "\u3000"}) {
    INFO(text);
    const auto parsed = parse_amount(text, AmountUnit::wan);
    REQUIRE(bool(parsed));
    CHECK_FALSE(parsed->amount.has_value());
    CHECK(parsed->note == "");
  }
}

TEST_CASE("of two amounts the first is taken and the second named in the note") {
  const Amount expected{.money = {.minor = 52'150'000'000, .currency = *Currency::parse("USD")},
                        .qualifier = exact};
  struct Pair {
    std::string_view text, left_out;
  };
  for (const auto& [text, left_out] :
       {Pair{"5.215亿美元(约40.7亿港元)", "(约40.7亿港元)"},
        Pair{"5.215亿美元（折合人民币36亿元）", "（折合人民币36亿元）"},
        Pair{"US$521.5m, about HK$4.07bn", ", about HK$4.07bn"},
        Pair{"US$521.5m / 36亿元 / 40.7亿港元", "/ 36亿元 / 40.7亿港元"},
        Pair{"5.215亿美元\n(约40.7亿港元)", "(约40.7亿港元)"}}) {
    INFO(text);
    const auto parsed = parse_amount(text);
    if (!parsed) FAIL(parsed.problem().message);
    CHECK(parsed->amount == expected);
    CHECK(parsed->note == "took 5.215亿 USD and left out '" + std::string(left_out) + "'");
  }
}

}  // namespace leadbook
