#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/amount/quantity.hpp"

namespace {

using namespace leadbook;

std::string read_back(const char* text) {
  const auto percent = parse_percent(text);
  return percent ? std::to_string(percent->hundredths) + " " + percent_text(*percent) : "refused";
}

}  // namespace

TEST_CASE("a percentage is read in its forms, to two decimals", "[percent]") {
  CHECK(read_back("98.8%") == "9880 98.8%");
  CHECK(read_back("98.8") == "9880 98.8%");
  CHECK(read_back("98.8 percent") == "9880 98.8%");
  CHECK(read_back("-3.25％") == "-325 -3.25%");
  CHECK(read_back(" 100 % ") == "10000 100%");
  CHECK(read_back("0") == "0 0%");
  CHECK(read_back("125.60%") == "12560 125.6%");
  CHECK(read_back("-0.05%") == "-5 -0.05%");
}

TEST_CASE("what is no percentage is refused", "[percent]") {
  for (const auto* text : {"",
                           "%",
                           "-",
                           "98.8.1",
                           "98.875%",
                           "1e2",
                           "98 8",
                           "9.9%%",
                           "nine",
                           "98.8 per mille",
                           "1/2"}) {
    INFO(text);
    CHECK(read_back(text) == "refused");
  }
  CHECK(read_back("99999999999999999999%") == "refused");
  CHECK(read_back("92233720368547758.08%") == "refused");
}

TEST_CASE("every percentage is read as it is written", "[percent]") {
  for (std::int64_t hundredths = -20'050; hundredths <= 20'050; hundredths += 7) {
    const Percent percent = {hundredths};
    INFO(percent_text(percent));
    CHECK(parse_percent(percent_text(percent)).value() == percent);
  }
}
