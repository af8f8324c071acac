#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/present/row_writer.hpp"
#include "unit/render_sample.hpp"

using namespace sample;

namespace {

std::string row_by_row(const Table& table, const Style& style) {
  Table head = table;
  head.rows.clear();
  std::ostringstream out;
  const auto writer = open_rows(out, head, style);
  head = {};
  for (const auto& row : table.rows) writer->add(row);
  writer->finish();
  return out.str();
}

}  // namespace

TEST_CASE("rows written one at a time give what the whole table gives, in every format") {
  for (const auto& word : leadbook::words<Format>()) {
    if (word.value == Format::xlsx) continue;  // holds the time of its making
    INFO(word.identifier);
    Style style;
    style.format = word.value;
    for (auto table : {projects(), Table{"notes", {{"Note", "note"}}, {}, {}, {}}}) {
      CHECK(row_by_row(table, style) == render_to_text(table, style));
    }
  }
}

TEST_CASE("held rows reach the output all at once, the same, however many they are") {
  // Many more than are held in memory.
  constexpr int many = 1'500;
  Table table{"notes", {{"Note", "note"}, {"Number", "number", Align::right}}, {}, {}, {}};
  for (int i = 0; i < many; ++i) {
    table.rows.push_back({std::string(static_cast<std::size_t>(i % 7), 'x') + "拜泉" +
                              std::string(5'000, static_cast<char>('a' + i % 26)),
                          i});
  }
  for (const auto& word : leadbook::words<Format>()) {
    if (word.value == Format::xlsx) continue;  // holds the time of its making
    INFO(word.identifier);
    Style style;
    style.format = word.value;
    std::ostringstream out;
    const auto writer = open_held_rows(out, {"notes", table.columns, {}, {}, {}}, style);
    for (const auto& row : table.rows) writer->add(row);
    CHECK(out.str().empty());
    writer->finish();
    const bool same = out.str() == render_to_text(table, style);
    CHECK(same);
    CHECK(out.str().size() > 7'000'000);
  }
}

TEST_CASE("what cannot be held is told by its folder") {
  const char* before = std::getenv("TMPDIR");
  const std::string kept = before == nullptr ? "" : before;
  ::setenv("TMPDIR", "/nowhere", 1);
  std::string told;
  try {
    std::ostringstream out;
    Style style;
    style.format = Format::csv;
    const auto writer = open_held_rows(out, {"notes", {{"Note", "note"}}, {}, {}, {}}, style);
    for (int i = 0; i < 100; ++i) writer->add({std::string(100'000, 'x')});
  } catch (const leadbook::Error& error) {
    told = error.what();
  }
  before == nullptr ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", kept.c_str(), 1);
  CHECK(told ==
        "what is to be shown cannot be kept in /nowhere, which is full or closed to you: name "
        "another folder in TMPDIR");
}

TEST_CASE("rows reach the output before the last is written, but for text and workbooks") {
  for (const auto format :
       {Format::csv, Format::tsv, Format::json, Format::jsonl, Format::md, Format::html}) {
    Style style;
    style.format = format;
    std::ostringstream out;
    const auto writer = open_rows(out, {"notes", {{"Note", "note"}}, {}, {}, {}}, style);
    for (int i = 0; i < 100; ++i) writer->add({std::string(10'000, 'x')});
    INFO(leadbook::identifier(format));
    CHECK(out.str().size() > 900'000);
    writer->finish();
    CHECK(out.str().size() > 1'000'000);
  }
}

TEST_CASE("JSON escapes what it must, has one member a column, and lays out nested values") {
  Table table;
  table.key = "rows";
  table.columns = {{"A", "a"}, {"A", "a"}, {"B", "b"}};
  table.rows = {{"q\"\\\n\x01", "other", List{Object{{"x", 1}}, List{}, Object{}}}, {1, 2, Cell{}}};
  Style style;
  style.format = Format::json;
  CHECK(render_to_text(table, style) == R"({
  "schema": 1,
  "rows": [
    {
      "a": "q\"\\\n\u0001",
      "b": [
        {
          "x": 1
        },
        [],
        {}
      ]
    },
    {
      "a": 1,
      "b": null
    }
  ]
}
)");
  style.format = Format::jsonl;
  CHECK(render_to_text(table, style) ==
        "{\"a\":\"q\\\"\\\\\\n\\u0001\",\"b\":[{\"x\":1},[],{}]}\n{\"a\":1,\"b\":null}\n");
}
