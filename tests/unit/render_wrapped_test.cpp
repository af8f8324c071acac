#include <sstream>
#include <string>

#include "catch.hpp"
#include "leadbook/present/table.hpp"

namespace {

using namespace leadbook;

/// Two columns whose cells take several lines, and one without a second cell.
present::Table lanes() {
  present::Table table;
  table.key = "lanes";
  for (const auto* heading : {"Signed, no land", "供地未开工"}) {
    table.columns.push_back({heading, heading, present::Align::left, true});
  }
  table.rows = {{"P-1 Meat duck chain\nKeshan County", "P-2 肉鸭全产业链项目\n克山县"},
                {present::Cell(), "P-3 \x1b[31mred"}};
  return table;
}

std::string text_of(const present::Table& table, std::size_t width) {
  present::Style style;
  style.width = width;
  std::ostringstream out;
  present::render(out, table, style);
  return out.str();
}

}  // namespace

TEST_CASE("columns that wrap stand side by side, each cell whole", "[present]") {
  CHECK(text_of(lanes(), 31) ==
        "Signed, no     │ 供地未开工\n"
        "land           │\n"
        "───────────────┼───────────────\n"
        "P-1 Meat duck  │ P-2 肉鸭全产业\n"
        "chain          │ 链项目\n"
        "Keshan County  │ 克山县\n"
        "───────────────┼───────────────\n"
        "               │ P-3 ␛[31mred\n");
}

TEST_CASE("columns that wrap fit any terminal that is not very narrow", "[present]") {
  for (std::size_t width = 20; width <= 160; ++width) {
    const auto shown = text_of(lanes(), width);
    for (const auto line : text::split(shown, '\n')) {
      INFO(width << " " << line);
      REQUIRE(text::display_width(line) <= width);
    }
  }
}

TEST_CASE("a table of which only some columns wrap is set as any other", "[present]") {
  auto table = lanes();
  table.columns.back().wraps = false;
  auto plain = lanes();
  for (auto& column : plain.columns) column.wraps = false;
  CHECK(text_of(table, 80) == text_of(plain, 80));
}
