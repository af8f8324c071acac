#include "leadbook/present/text/bars.hpp"

#include <random>

#include "catch.hpp"
#include "leadbook/text/utf8.hpp"

using leadbook::present::Bar;
using leadbook::present::draw_bars;
namespace text = leadbook::text;

TEST_CASE("bars are drawn to an eighth of a column, and rows of 0 are kept") {
  CHECK(draw_bars({{"克山县", "16", 16}, {"Baiquan", "1", 1}, {"依安县", "0", 0}, {"Nehe", "", {}}},
                  28,
                  true) ==
        "克山县  █████████████████ 16\n"
        "Baiquan █▏                 1\n"
        "依安县                     0\n"
        "Nehe\n");
}

TEST_CASE("bars of '#' are for terminals that know no more") {
  CHECK(draw_bars({{"克山县", "4", 4}, {"依安县", "1", 1}}, 20, false) ==
        "克山县 ########### 4\n"
        "依安县 ###         1\n");
}

TEST_CASE("values below 0 stand left of the line of 0, on the scale of the others") {
  CHECK(draw_bars({{"A", "10", 10}, {"B", "-5", -5}, {"C", "0", 0}}, 21, true) ==
        "A      │██████████ 10\n"
        "B █████│           -5\n"
        "C      │            0\n");
  CHECK(draw_bars({{"B", "-5", -5}, {"C", "-1", -1}}, 20, false) ==
        "B ##############| -5\n"
        "C            ###| -1\n");
}

TEST_CASE("what is not 0 has a bar however small it is, and nothing is drawn of nothing") {
  CHECK(draw_bars({{"A", "", 1'000'000}, {"B", "", 1}}, 14, true) == "A ███████████\nB ▏\n");
  CHECK(draw_bars({{"A", "0", 0}}, 14, true) == "A            0\n");
  CHECK(draw_bars({}, 14, true) == "");
}

TEST_CASE("no line of bars is wider than the terminal, whatever the values") {
  std::mt19937_64 random(3);
  for (int round = 0; round < 500; ++round) {
    std::vector<Bar> bars;
    for (auto count = random() % 6; count > 0; --count) {
      Bar bar;
      for (auto length = random() % 30; length > 0; --length) bar.label += "县";
      bar.value = static_cast<std::int64_t>(random() >> (random() % 64));
      if (random() % 3 == 0) bar.value = -*bar.value;
      bar.text = std::to_string(*bar.value);
      bars.push_back(bar);
    }
    for (const std::size_t columns : {50u, 80u, 200u}) {
      const auto lines = draw_bars(bars, columns, random() % 2 == 0);
      for (const auto line : text::split(lines, '\n')) {
        CHECK(text::display_width(line) <= columns);
      }
    }
  }
}
