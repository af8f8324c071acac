#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "catch.hpp"
#include "unit/render_sample.hpp"

using namespace sample;

namespace {

struct Person {
  std::string name;
  std::optional<std::int64_t> trips;
};

}  // namespace

TEST_CASE("a table is made from fields and rows") {
  const std::vector<Field<Person>> fields = {
      {"Name", "name", Align::left, [](const Person& person) -> Cell { return person.name; }},
      {"Trips", "trips", Align::right, [](const Person& person) -> Cell { return person.trips; }},
  };
  const auto table = make_table("people", fields, std::vector<Person>{{"A", 3}, {"B", {}}});
  CHECK(render_to_text(table, Style{}) == "Name  Trips\n────  ─────\nA         3\nB\n");
  Style json;
  json.format = Format::jsonl;
  CHECK(render_to_text(table, json) ==
        "{\"name\":\"A\",\"trips\":3}\n{\"name\":\"B\",\"trips\":null}\n");
}

TEST_CASE("a cell is empty where it has nothing to show") {
  for (const Cell& cell : {Cell{},
                           Cell{""},
                           Cell{List{}},
                           Cell{List{"", ""}},
                           Cell{Link{}},
                           Cell{Object{{"a", ""}}},
                           Cell{std::optional<std::int64_t>{}}}) {
    CHECK(is_empty(cell));
  }
  for (const Cell& cell : {Cell{0},
                           Cell{"a"},
                           Cell{List{"", "a"}},
                           Cell{Link{"P-1", ""}},
                           Cell{Object{{"a", 0}}},
                           Cell{Decimal{}}}) {
    CHECK_FALSE(is_empty(cell));
  }
}

TEST_CASE("a decimal keeps its digits") {
  CHECK(number_text({1250, 2, "mu"}) == "12.50");
  CHECK(number_text({-5, 2, ""}) == "-0.05");
  CHECK(number_text({0, 1, "%"}) == "0.0");
  CHECK(number_text({12, 0, ""}) == "12");
  CHECK(number_text({std::numeric_limits<std::int64_t>::min(), 2, ""}) == "-92233720368547758.08");
}
