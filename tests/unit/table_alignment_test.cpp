#include <utf8proc.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "leadbook/text/utf8.hpp"
#include "unit/render_sample.hpp"

using namespace sample;

namespace {

struct Glyph {
  std::string text;
  std::size_t column;
  std::size_t columns;
};

/// The line as a terminal sets it, measured by the Unicode library alone.
std::vector<Glyph> set_line(std::string_view line) {
  std::vector<Glyph> glyphs;
  utf8proc_int32_t previous = 0;
  utf8proc_int32_t state = 0;
  while (!line.empty()) {
    utf8proc_int32_t code = 0;
    const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(line.data()),
                                        static_cast<utf8proc_ssize_t>(line.size()),
                                        &code);
    REQUIRE(bytes > 0);
    const bool starts = glyphs.empty() || utf8proc_grapheme_break_stateful(previous, code, &state);
    if (starts) {
      const std::size_t column = glyphs.empty() ? 0 : glyphs.back().column + glyphs.back().columns;
      glyphs.push_back({"", column, 0});
    }
    auto& glyph = glyphs.back();
    glyph.text += line.substr(0, static_cast<std::size_t>(bytes));
    const auto columns = static_cast<std::size_t>(utf8proc_charwidth(code));
    glyph.columns = std::min<std::size_t>(2, glyph.columns + columns);
    previous = code;
    line.remove_prefix(static_cast<std::size_t>(bytes));
  }
  return glyphs;
}

std::size_t width_of(std::string_view line) {
  const auto glyphs = set_line(line);
  return glyphs.empty() ? 0 : glyphs.back().column + glyphs.back().columns;
}

/// Where the rule's strokes begin, by column.
std::set<std::size_t> column_starts(std::string_view rule) {
  std::set<std::size_t> starts;
  bool blank = true;
  for (const auto& glyph : set_line(rule)) {
    if (blank && glyph.text != " ") starts.insert(glyph.column);
    blank = glyph.text == " ";
  }
  return starts;
}

/// Where the line has something after two blanks, or at its beginning.
std::set<std::size_t> text_starts(std::string_view line) {
  std::set<std::size_t> starts;
  std::size_t blanks = 2;
  for (const auto& glyph : set_line(line)) {
    if (blanks >= 2 && glyph.text != " ") starts.insert(glyph.column);
    blanks = glyph.text == " " ? blanks + 1 : 0;
  }
  return starts;
}

class RandomTables {
 public:
  Table make(std::size_t columns) {
    Table table;
    for (std::size_t i = 0; i < columns; ++i) {
      table.columns.push_back({make_text(6), std::to_string(i)});
    }
    for (int row = 0; row < 8; ++row) {
      auto& cells = table.rows.emplace_back();
      for (std::size_t i = 0; i < columns; ++i) cells.emplace_back(make_text(30));
    }
    return table;
  }

 private:
  std::string make_text(std::size_t most) {
    static const std::vector<std::string> pieces = {"拜",
                                                    "泉",
                                                    "县",
                                                    "（",
                                                    "，",
                                                    "Ａ",
                                                    "a",
                                                    "W",
                                                    "i",
                                                    "-",
                                                    "é",
                                                    "e\u0301",
                                                    "o\u0308\u0323",
                                                    "👍",
                                                    "👨‍👩‍👧",
                                                    "👍🏽",
                                                    "🇨🇳",
                                                    "😀",
                                                    "한",
                                                    "ﾊ",
                                                    "𠮷",
                                                    "…",
                                                    "Я",
                                                    "—",
                                                    "\x1B",
                                                    "\n",
                                                    "\u202E"};
    std::string text;
    for (std::size_t count = 1 + random_() % most; count > 0; --count) {
      text += pieces[random_() % pieces.size()];
    }
    return text;
  }

  std::mt19937 random_{20200519};
};

}  // namespace

TEST_CASE("columns agree on every line, whatever the text and however narrow the terminal") {
  RandomTables tables;
  for (std::size_t width = 30; width <= 130; ++width) {
    Style style;
    style.width = width;
    const std::string output = render_to_text(tables.make(4), style);
    INFO(width << "\n" << output);
    const auto lines = leadbook::text::split(output, '\n');
    REQUIRE(lines.size() >= 11);
    const auto rule = std::find_if(
        lines.begin(), lines.end(), [](std::string_view line) { return line.starts_with("─"); });
    REQUIRE(rule != lines.end());
    const auto starts = column_starts(*rule);
    REQUIRE(starts.size() == 4);
    // The further lines of a row hold only what its texts have left.
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      const auto own = text_starts(lines[i]);
      CHECK(std::includes(starts.begin(), starts.end(), own.begin(), own.end()));
      CHECK(width_of(lines[i]) <= width);
    }
  }
}

TEST_CASE("no line of a block or a card exceeds the terminal") {
  RandomTables tables;
  for (std::size_t width = 12; width <= 60; ++width) {
    Style style;
    style.width = width;
    Card card = project_card();
    card.sections[0].facts.emplace_back("备注", tables.make(1).rows[0][0]);
    for (const auto& output :
         {render_to_text(tables.make(9), style), render_to_text(card, style)}) {
      INFO(width << "\n" << output);
      for (const auto line : leadbook::text::split(output, '\n')) {
        CHECK(width_of(line) <= width);
      }
    }
  }
}
