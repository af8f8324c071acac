// Amounts as they are printed in each unit and language, and their arithmetic.
#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "leadbook/domain/amount/money.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook {
namespace {

using enum AmountUnit;
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

Money money(std::int64_t minor, std::string_view currency = "CNY") {
  return {.minor = minor, .currency = *Currency::parse(currency)};
}

class InChinese {
 public:
  InChinese() { use_language(Language::chinese, "/nonexistent"); }
  ~InChinese() { use_language(Language::english, "/nonexistent"); }
};

}  // namespace

TEST_CASE("money prints exactly in every unit") {
  CHECK(format_money(money(32'000'000'000)) == "320,000,000.00 CNY");
  CHECK(format_money(money(32'000'000'000), wan) == "32,000万 CNY");
  CHECK(format_money(money(32'000'000'000), yi) == "3.2亿 CNY");
  CHECK(format_money(money(1), yi) == "0.0000000001亿 CNY");
  CHECK(format_money(money(0), wan) == "0万 CNY");
  CHECK(format_money(money(0)) == "0.00 CNY");
  CHECK(format_money(money(5)) == "0.05 CNY");
  CHECK(format_money(money(-123'456)) == "-1,234.56 CNY");
  CHECK(format_money(money(-12'345)) == "-123.45 CNY");
  CHECK(format_money(money(500, "JPY")) == "500 JPY");
  CHECK(format_money(money(1'234'567, "KWD")) == "1,234.567 KWD");
  CHECK(format_money(money(12'345, "JPY"), wan) == "1.2345万 JPY");
  CHECK(format_money(money(most), yi) == "922,337,203.6854775807亿 CNY");
  CHECK(format_money(money(least)) == "-92,233,720,368,547,758.08 CNY");
}

TEST_CASE("the automatic unit is the largest that the amount fills") {
  CHECK(format_money(money(999'999), automatic) == "9,999.99 CNY");
  CHECK(format_money(money(1'000'000), automatic) == "1万 CNY");
  CHECK(format_money(money(9'999'999'999), automatic) == "9,999.999999万 CNY");
  CHECK(format_money(money(10'000'000'000), automatic) == "1亿 CNY");
  CHECK(format_money(money(100'000'000, "JPY"), automatic) == "1亿 JPY");
}

TEST_CASE("a qualifier stands before the amount as a word") {
  const Money amount = money(45'000'000'000, "HKD");
  using enum Qualifier;
  CHECK(format_amount({.money = amount, .qualifier = exact}, yi) == "4.5亿 HKD");
  CHECK(format_amount({.money = amount, .qualifier = about}, yi) == "about 4.5亿 HKD");
  CHECK(format_amount({.money = amount, .qualifier = nearly}, yi) == "nearly 4.5亿 HKD");
  CHECK(format_amount({.money = amount, .qualifier = over}, yi) == "over 4.5亿 HKD");
  CHECK(format_amount({.money = amount, .qualifier = at_least}, yi) == "at least 4.5亿 HKD");
  CHECK(format_amount({.money = amount, .qualifier = at_most}, yi) == "up to 4.5亿 HKD");
  const InChinese chinese;
  CHECK(format_amount({.money = amount, .qualifier = exact}, yi) == "4.5亿港币");
  CHECK(format_amount({.money = amount, .qualifier = about}, yi) == "约4.5亿港币");
  CHECK(format_amount({.money = amount, .qualifier = nearly}, yi) == "近4.5亿港币");
  CHECK(format_amount({.money = amount, .qualifier = over}, yi) == "超4.5亿港币");
  CHECK(format_amount({.money = amount, .qualifier = at_least}, yi) == "至少4.5亿港币");
  CHECK(format_amount({.money = amount, .qualifier = at_most}, yi) == "至多4.5亿港币");
  CHECK(format_money(money(32'000'000'000)) == "320,000,000.00元");
  CHECK(format_money(money(32'000'000'000), wan) == "32,000万元");
}

TEST_CASE("decimal text has the digits of the minor unit and no separators") {
  CHECK(decimal_text(money(32'000'000'000)) == "320000000.00");
  CHECK(decimal_text(money(-5)) == "-0.05");
  CHECK(decimal_text(money(1500, "JPY")) == "1500");
  CHECK(decimal_text(money(1, "KWD")) == "0.001");
}

TEST_CASE("a sum stays in one currency and within 64 bits") {
  CHECK(*add(money(1), money(2)) == money(3));
  CHECK(*add(money(most - 1), money(1)) == money(most));
  CHECK(*add(money(least), money(most)) == money(-1));
  const auto too_large = add(money(most), money(1));
  REQUIRE_FALSE(bool(too_large));
  CHECK(
      too_large.problem().message ==
      "the sum of 92,233,720,368,547,758.07 CNY and 0.01 CNY is too large for an amount of money");
  CHECK_FALSE(bool(add(money(least), money(-1))));
  const auto mixed = add(money(1), money(1, "HKD"));
  REQUIRE_FALSE(bool(mixed));
  CHECK(mixed.problem().message == "CNY and HKD cannot be added: convert one of them first");
}

TEST_CASE("units and qualifiers are read by their names") {
  CHECK(*parse_amount_unit("yuan") == yuan);
  CHECK(*parse_amount_unit("元") == yuan);
  CHECK(*parse_amount_unit("万") == wan);
  CHECK(*parse_amount_unit("万元") == wan);
  CHECK(*parse_amount_unit("亿") == yi);
  CHECK(*parse_amount_unit("YI") == yi);
  CHECK(*parse_amount_unit("auto") == automatic);
  const auto unit = parse_amount_unit("兆");
  REQUIRE_FALSE(bool(unit));
  CHECK(unit.problem().message ==
        "there is no unit '兆': use yuan (元), wan (万), yi (亿) or auto");
  constexpr std::array qualifiers = {Qualifier::exact,
                                     Qualifier::about,
                                     Qualifier::nearly,
                                     Qualifier::over,
                                     Qualifier::at_least,
                                     Qualifier::at_most};
  for (const auto qualifier : qualifiers) {
    CHECK(*parse_qualifier(qualifier_identifier(qualifier)) == qualifier);
  }
  CHECK(qualifier_identifier(Qualifier::at_least) == "at_least");
  CHECK_FALSE(bool(parse_qualifier("circa")));
}

}  // namespace leadbook
