// JSON and JSON Lines: which records are found, what their values become, and what is refused.
#include <filesystem>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "unit/source_rows.hpp"

namespace {

using namespace source_test;

Reading read_json(const std::string& text, const std::string& list_key = "") {
  auto options = in_format(Format::json);
  options.list_key = list_key;
  return read_text(text, options);
}

Reading read_lines(const std::string& text) { return read_text(text, in_format(Format::jsonl)); }

/// The one cell of a record that has one value, which has no problems.
std::string cell_of(const std::string& value) {
  const auto reading = read_json("[{\"v\":" + value + "}]");
  CHECK(reading.problems() == Problems{});
  return reading.rows.at(0).cells.at(0);
}

Problems problems_of(const std::string& value) {
  return read_json("[{\"a\":\"\",\"v\":" + value + "}]").problems();
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("a number with an exponent is read exactly") {
  CHECK(cell_of("1e2") == "100");
  CHECK(cell_of("1.5E3") == "1500");
  CHECK(cell_of("12E-1") == "1.2");
  CHECK(cell_of("1.25e+1") == "12.5");
  CHECK(cell_of("-0.050E1") == "-0.5");
  CHECK(cell_of("5e-3") == "0.005");
  CHECK(cell_of("0e7") == "0");
  CHECK(cell_of("1e300") == "1e300");
  CHECK(cell_of("\"1e2\"") == "1e2");  // a text
}

TEST_CASE("the records of a JSON list are rows under their keys, on the lines they begin") {
  const auto reading = read_json(
      "[\n  {\"title\": \"肉鸭\", \"county\": \"克山县\"},\n"
      "  {\n    \"county\": \"拜泉县\", \"amount\": 3\n  }, {}\n]\n");
  CHECK(reading.keys == Cells{"title", "county", "amount"});
  CHECK(reading.cells() ==
        std::vector<Cells>{{"肉鸭", "克山县"}, {"", "拜泉县", "3"}, {"", "", ""}});
  CHECK(reading.lines() == std::vector<std::size_t>{2, 3, 5});
  CHECK(reading.problems() == Problems{});
  CHECK(read_json("[]").rows.empty());
}

TEST_CASE("the records of an object are those of its one list of objects") {
  const std::string text =
      R"({"schema":1,"none":[],"notes":["x"],"projects":[{"a":"1"},{"a":"2"}],"total":{"a":"9"}})";
  CHECK(read_json(text).cells() == std::vector<Cells>{{"1"}, {"2"}});
  CHECK(read_json("{\"schema\":1,\"projects\":[]}").rows.empty());
  CHECK(read_json(R"({"a":{"b":[{"c":1}]},"rows":[{"d":"1"}]})").cells() ==
        std::vector<Cells>{{"1"}});
}

TEST_CASE("of several lists of objects the one of the expected name is read") {
  const std::string text = "{\"good\":[{\"a\":1}],\n\"bad\":[{\"a\":2}], \"empty\": []}";
  CHECK(read_json(text, "good").cells() == std::vector<Cells>{{"1"}});
  CHECK(read_json(text, "bad").cells() == std::vector<Cells>{{"2"}});
  CHECK(read_json(text, "empty").rows.empty());
  const auto* message =
      "f:2: both 'good' and 'bad' are lists of records: keep only the one to import";
  CHECK_THROWS_WITH(read_json(text), message);
  CHECK_THROWS_WITH(read_json(text, "ugly"), message);
}

TEST_CASE("an only list of objects is read whatever its name") {
  CHECK(read_json(R"({"x":{"projects":[]},"data":[{"a":1}]})", "projects").cells() ==
        std::vector<Cells>{{"1"}});
  CHECK(read_json(R"([{"a":1}])", "projects").cells() == std::vector<Cells>{{"1"}});
}

TEST_CASE("a JSON text without a list of records is refused") {
  const auto* message =
      "f holds no list of records: write [{…}, {…}], or an object with one such list";
  CHECK_THROWS_WITH(read_json("{\"a\":1}"), message);
  CHECK_THROWS_WITH(read_json("{\"a\":[1,2]}"), message);
  CHECK_THROWS_WITH(read_json("\"a\""), message);
  CHECK_THROWS_WITH(read_json("{\"a\":[1,\n{}]}"),
                    "f:2: the list 'a' holds both objects and other values: make all of it "
                    "objects");
}

TEST_CASE("numbers keep their digits, and words and null become texts") {
  CHECK(cell_of("0.10") == "0.10");
  CHECK(cell_of("12345678901234567890") == "12345678901234567890");
  CHECK(cell_of("-9223372036854775808") == "-9223372036854775808");
  CHECK(cell_of("123456789012345678901234567890") == "123456789012345678901234567890");
  CHECK(cell_of("1.5E+3") == "1500");
  CHECK(cell_of("true") == "true");
  CHECK(cell_of("false") == "false");
  CHECK(cell_of("null").empty());
  CHECK(cell_of("\"'=1\"") == "'=1");
  CHECK(cell_of("\"x\\r\\ny\\u514b\"") == "x\ny克");
}

TEST_CASE("what leadbook exports as objects and lists is read as it writes them in CSV") {
  CHECK(cell_of(R"({"minor":45000000000,"currency":"HKD","decimal":"450000000.00"})") ==
        "450000000.00 HKD");
  CHECK(cell_of(R"({"minor":1,"currency":"CNY","decimal":"0.01","qualifier":"at_least"})") ==
        "at least 0.01 CNY");
  CHECK(cell_of(R"({"ref":"C-3","name":"克山县"})") == "克山县");
  CHECK(cell_of(R"({"ref":"C-3","name":null})") == "C-3");
  CHECK(cell_of("[]").empty());
  CHECK(cell_of(R"(["a;b","c|d",3])") == "a\\;b; c\\|d; 3");
  CHECK(cell_of(R"([{"no":1,"amount":{"minor":100,"currency":"CNY","decimal":"1.00"},)"
                R"("by":{"ref":"O-1","name":"甲"},"note":null},{"ref":"O-2","name":null}])") ==
        "1|1.00 CNY|甲; O-2");
}

TEST_CASE("values that no cell can hold are problems of their row and column") {
  const Problems no_value{
      {1,
       2,
       "this is no value for a cell: write a text, a number, a list of those, or an amount as "
       "leadbook exports it"}};
  CHECK(problems_of("{}") == no_value);
  CHECK(problems_of(R"({"a":1})") == no_value);
  CHECK(problems_of("[[1]]") == no_value);
  CHECK(problems_of(R"([{"a":[1]}])") == no_value);
  CHECK(problems_of(R"({"currency":"HKD","decimal":[]})") == no_value);
  std::string many = "[0";
  for (int item = 0; item < 20'000; ++item) many += ",1";
  CHECK(problems_of(many + "]") == no_value);
  CHECK(problems_of("\"\\u0007\"") ==
        Problems{{1, 2, "the control character U+0007 has no place in a text: take it out"}});
}

TEST_CASE("a key that comes twice is a problem, and the first value stands") {
  const auto reading = read_json(R"([{"a":"1","b":"2","a":"3"},{"a":"4"},{"b":{"x":1,"x":2}}])");
  CHECK(reading.cells()[0] == Cells{"1", "2"});
  CHECK(reading.rows[0].problems == Problems{{1, 1, "the key 'a' comes twice"}});
  CHECK(reading.rows[1].problems == Problems{});
  CHECK(reading.rows[2].problems.at(0) == RowProblem{1, 2, "the key 'x' comes twice"});
}

TEST_CASE("an item that is no object is a problem of its row, and reading goes on") {
  const auto reading = read_json("[1,\n[{\"a\":2}],\n{\"a\":3},null]");
  const std::string bare = "this is a bare value, not an object with the record's keys";
  CHECK(reading.problems() ==
        Problems{{1, 0, bare},
                 {2, 0, "this is a list, not an object with the record's keys"},
                 {3, 0, bare}});
  CHECK(reading.cells() == std::vector<Cells>{{}, {}, {"3"}, {}});
}

TEST_CASE("a mistake in JSON ends the reading with its line and column") {
  CHECK_THROWS_WITH(read_json("[{\"县\": 1},\n {\"县\": x}]"),
                    "f:2: column 8: the JSON goes wrong at the end of '\"县\": x'");
  CHECK_THROWS_WITH(read_json("[{\"a\":1}"), "f:1: column 8: it ends before the JSON is complete");
  CHECK_THROWS_WITH(read_json("[{\"a\":\"1"), "f:1: column 8: it ends before the JSON is complete");
  CHECK_THROWS_WITH(read_json("[{\"a\":1e999}]"), "f:1: column 12: the number 1e999 is too large");
  CHECK_THROWS_WITH(read_json(std::string("[]\0", 3)),
                    "f:1: column 3: the JSON goes wrong at the end of '[]<U+0001>'");
  CHECK_NOTHROW(read_json("[" + nested(63) + "]"));
  CHECK_THROWS_WITH(read_json(nested(65)),
                    "f:1: column 65: objects and lists stand more than 64 deep in one another");
}

TEST_CASE("each line of JSON Lines is a record, and a bad one is a problem of its row") {
  const auto reading =
      read_lines("{\"a\":1}\r\n\n  \n{\"a\":\n{\"b\":2,\"a\":3} x\n[1]\n{\"a\":4}\n" + nested(70) +
                 "\n{\"b\":5}");
  CHECK(reading.lines() == std::vector<std::size_t>{1, 4, 5, 6, 7, 8, 9});
  CHECK(reading.cells() == std::vector<Cells>{{"1"}, {}, {}, {}, {"4", ""}, {}, {"", "5"}});
  CHECK(reading.problems() ==
        Problems{{4, 0, "character 5: it ends before the JSON is complete"},
                 {5, 0, "character 15: the JSON goes wrong at the end of '3} x'"},
                 {6, 0, "this is a list, not an object with the record's keys"},
                 {8, 0, "character 65: objects and lists stand more than 64 deep in one another"}});
  CHECK(reading.keys == Cells{"a", "b"});
}

TEST_CASE("records and lines are whole wherever the reader's buffer happens to end") {
  for (std::size_t size = 262'100; size < 262'150; ++size) {
    const std::string text = "{\"a\":\"" + std::string(size, 'x') + "克\",\"b\":1}\n{\"a\":2}\n";
    CHECK(read_lines(text).cells() ==
          std::vector<Cells>{{std::string(size, 'x') + "克", "1"}, {"2", ""}});
    CHECK(read_lines(text).lines() == std::vector<std::size_t>{1, 2});
  }
}

TEST_CASE("a record without end is given up") {
  CHECK_THROWS_WITH(read_json("[{\"a\":\"" + std::string(9'000'000, 'x') + "\"}]"),
                    "f:1: the record has no end within 4000000 bytes: is a quote left open?");
  std::string small = "[{\"a\":1}";
  for (int row = 0; row < 1'000'000; ++row) small += ",{\"a\":1}";
  CHECK(read_json(small + "]").rows.size() == 1'000'001);
}

TEST_CASE("JSON is read again after a reading that came to no end") {
  const auto input = input_of("[{\"a\":1},{\"b\":[{", "x.json");
  const auto source = leadbook::ingest::open_source(input, {});
  for (int round = 0; round < 2; ++round) {
    std::size_t rows = 0;
    const auto count = [&rows](Row&) {
      ++rows;
      return true;
    };
    CHECK_THROWS_AS(source->each(count), leadbook::Error);
    CHECK(rows == 1);
    source->each([](Row& row) { return row.cells == Cells{}; });
  }
  CHECK(*source->keys() == Cells{"a", "b"});
}

TEST_CASE("JSON may be in any encoding") {
  const auto reading = read_json("[{\"\xCF\xD8\":\"\xBF\xCB\xC9\xBD\"}]");
  CHECK(reading.facts.encoding == "GB18030");
  CHECK(reading.keys == Cells{"县"});
  CHECK(reading.cells() == std::vector<Cells>{{"克山"}});
}

TEST_CASE("of the JSON test suite all that is JSON is read and nothing else") {
  const std::filesystem::path folder = LEADBOOK_SOURCE "/../shared/data/json-parsing/test_parsing";
  if (!std::filesystem::exists(folder)) {
    WARN("the JSON test suite is not here; skipped");
    return;
  }
  std::size_t counts[3] = {0, 0, 0};
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto name = entry.path().filename().string();
    std::string problem;
    try {
      read_input(Input::open(entry.path()));
    } catch (const leadbook::Error& error) {
      problem = error.what();
    }
    // A text may be JSON and hold no records.
    const bool refused =
        !problem.empty() && problem.find("no list of records") == std::string::npos;
    INFO(name << ": " << problem);
    if (name[0] == 'i') CHECK(++counts[2] > 0);
    if (name[0] == 'y') CHECK((++counts[0] > 0 && !refused));
    if (name[0] == 'n') CHECK((++counts[1] > 0 && refused));
  }
  CHECK(counts[0] == 95);
  CHECK(counts[1] == 188);
  CHECK(counts[2] == 35);
}
