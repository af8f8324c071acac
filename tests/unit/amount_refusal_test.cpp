// What is refused as an amount, and the words with which it is.
#include <optional>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "leadbook/domain/amount/money.hpp"

namespace leadbook {
namespace {

const std::string_view refused[] = {
    "3.2",
    "十二",
    "3千",
    "0",
    "-3亿元",
    "¥-3",
    "−3亿元",
    "负三亿元",
    "minus 3 yuan",
    "(3亿元)",
    "0.001元",
    "0.5 JPY",
    "1.2345 KWD",
    "1,00,000元",
    "12,34元",
    "1,0000元",
    "1234,567元",
    "0,123元",
    "3亿亿",
    "3万万元",
    "3亿万元",
    "三亿亿元",
    "三点二亿万",
    "3 million亿",
    "3亿billion",
    "3 million bn",
    "3点2亿元",
    "三.5亿元",
    "3百二十万元",
    "三百5万元",
    "1e9",
    "1e9元",
    "0x10",
    "0x10元",
    "1.5.2",
    "1.5.2亿元",
    "NaN",
    "inf",
    "nan元",
    "Infinity",
    "4.5亿港",
    "3.2亿美园",
    "1.740,00",
    "1.740,00 EUR",
    "1.740.000 EUR",
    "٣٫٢亿元",
    "३亿元",
    "²亿元",
    "①亿元",
    "½亿元",
    "3\x01亿元",
    "3亿元\x1b[m",
    "\xff亿元",
    "3\xe4\xba元",
    "3兆元",
    "兆",
    "5-3亿元",
    "5~3亿元",
    "3亿至3亿元",
    "5 to 3 million",
    "亿元",
    "元",
    "CNY",
    "abc",
    ".5亿元",
    "5.亿元",
    "007亿元",
    "00元",
    "1 000 000元",
    "3亿5",
    "3万5",
    "3万5元",
    "三千五元",
    "一亿五",
    "二零二零万元",
    "三百零元",
    "3.5亿2000万元",
    "3亿2000亿",
    "1千5百万",
    "3 USD CNY",
    "USD 3 HKD",
    "$3亿元",
    "¥500 JPY",
    "3亿元元",
    "¥¥5",
    "CNY CNY 5",
    "约超3亿元",
    "近3亿元以上",
    "3亿元/年",
    "3亿元/5",
    "3/5",
    "3亿元(一期)",
    "3亿元(约2亿美元",
    "3亿元 5亿元",
    "3亿,5",
    "+3亿元",
    "3亿元-",
    "3亿元。。",
    "3 myriad",
    "3个元",
    "3usdx",
    "3亿 yuanx",
    "overx 3亿",
    "92233720368547758.08元",
    "99999999999999999999亿",
    "9223372036854775808 JPY",
    "999999999999999999999元",
    "一百亿亿元",
    "0.0000000000000000000000001亿元",
    "5百慕大",
    "3亿\u202E元",
    "🐂亿元",
    "3亿🐂",
};

std::string refusal(std::string_view text) {
  const auto parsed = parse_amount(text);
  return parsed ? "accepted" : parsed.problem().message;
}

}  // namespace

TEST_CASE("what is no amount, or not surely one, is refused") {
  for (const auto text : refused) {
    INFO(text);
    const auto parsed = parse_amount(text);
    CHECK_FALSE(bool(parsed));
    if (!parsed) CHECK(parsed.problem().message != "");
  }
  CHECK_FALSE(bool(parse_amount(std::string(300, '1') + "元")));
  CHECK_FALSE(bool(parse_amount("3/5", AmountUnit::yi)));
  CHECK_FALSE(bool(parse_amount("1e9", AmountUnit::yuan)));
  CHECK_FALSE(bool(parse_amount("3.2", AmountUnit::automatic)));
}

TEST_CASE("a number without a unit is told what to add") {
  CHECK(refusal("3.2") ==
        "'3.2' has no unit: write 3.2亿, 3.2万元, 3.2 million yuan, or give --unit");
  CHECK(refusal("3千") == "'3千' has no unit: write 3千亿, 3千万元, or give --unit");
  CHECK(refusal("十二") == "'十二' has no unit: write 十二亿, 十二万元, or give --unit");
}

TEST_CASE("a misspelt unit or currency is answered with the one meant") {
  CHECK(refusal("4.5亿港") ==
        "'4.5亿港' is not an amount: '港' was not understood; did you mean '港币'?");
  CHECK(refusal("3.2亿美园") ==
        "'3.2亿美园' is not an amount: '美园' was not understood; did you mean '美元'?");
  CHECK(refusal("3 milion yuan") ==
        "'3 milion yuan' is not an amount: 'milion' was not understood; did you mean 'million'?");
  CHECK(refusal("abuot 3亿元") ==
        "'abuot 3亿元' is not an amount: 'abuot' was not understood; did you mean 'about'?");
  CHECK(refusal("1e9") == "'1e9' is not an amount: 'e' was not understood");
  CHECK(refusal("0x10") == "'0x10' is not an amount: 'x' was not understood");
}

TEST_CASE("units that differ tenfold are never taken together") {
  CHECK(refusal("3亿billion") ==
        "'3亿billion' has both '亿' and 'billion': keep one, and mind that 1亿 = 0.1 billion and "
        "1万 = 0.01 million");
  CHECK(refusal("3 million亿") ==
        "'3 million亿' has both 'million' and '亿': keep one, and mind that 1亿 = 0.1 billion and "
        "1万 = 0.01 million");
  CHECK(refusal("3亿亿") == "'3亿亿' has two units, '亿' and '亿': keep one");
  CHECK(refusal("3兆元") ==
        "'3兆元': 兆 is a million to some and a million million to others: write 百万 or 万亿");
}

TEST_CASE("each other refusal says what is wrong with the amount") {
  CHECK(refusal("-3亿元") == "'-3亿元' is negative: an amount of money is 0 or more");
  CHECK(refusal("¥-3") == "'¥-3' is negative: an amount of money is 0 or more");
  CHECK(refusal("0.001元") ==
        "'0.001元' is finer than the smallest part of CNY, which has 2 decimals");
  CHECK(refusal("1.5日元") ==
        "'1.5日元' is finer than the smallest part of JPY, which has 0 decimals");
  CHECK(refusal("92233720368547758.08元") ==
        "'92233720368547758.08元' is too large for an amount of money");
  for (const std::string text : {"1,00,000元", "12,34元", "1.5.2", "1.740,00 EUR"}) {
    CHECK(refusal(text) == "'" + text +
                               "' is not a number: group thousands by threes with commas and use "
                               "one point for decimals, as in 1,234,567.89");
  }
  CHECK(refusal("3点2亿") == "'3点2亿' mixes digits and Chinese numerals: write 3.2亿 or 三点二亿");
  CHECK(refusal("三千五元") ==
        "'三千五元' has no single reading: write the number in digits, as in 3500万");
  CHECK(refusal("NaN") ==
        "there is no number in 'NaN': write an amount such as 3.2亿, 5000万元, HK$450 million or "
        "320,000.00 CNY");
  CHECK(refusal("5-3亿元") ==
        "'5-3亿元' is a range: give one amount, with 'at least' or 'up to' before it if need be");
  CHECK(refusal("USD 3 HKD") == "'USD 3 HKD' names two currencies, USD and HKD: keep one");
  CHECK(refusal("约超3亿元") == "'约超3亿元' says both 'about' and 'over': keep one");
  CHECK(refusal("3\x01亿") ==
        "'3␁亿' holds a control character or is not UTF-8: type the amount anew");
}

}  // namespace leadbook
