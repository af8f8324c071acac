#include <algorithm>
#include <cstddef>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "leadbook/text/utf8.hpp"
#include "text/graphemes.hpp"

namespace text = leadbook::text;
using Lines = std::vector<std::string>;

namespace {

constexpr const char* unicode_folder = LEADBOOK_SOURCE "/../shared/data/unicode/";

/// The file's lines without comments; none where the file is absent.
Lines read_unicode_file(const std::string& name) {
  Lines lines;
  std::ifstream file(unicode_folder + name);
  if (!file) WARN("skipped: there is no " << name << " in ../shared/data/unicode");
  for (std::string line; std::getline(file, line);) {
    line.erase(std::min(line.find('#'), line.size()));
    if (!text::trim(line).empty()) lines.push_back(line);
  }
  return lines;
}

char32_t parse_code(const std::string& hexadecimal) {
  return static_cast<char32_t>(std::stoul(hexadecimal, nullptr, 16));
}

std::string describe(const std::u32string& codes) {
  std::ostringstream shown;
  for (const char32_t code : codes) shown << std::hex << static_cast<unsigned long>(code) << ' ';
  return shown.str();
}

/// The graphemes of a line such as "÷ 0020 × 0308 ÷".
std::vector<std::u32string> parse_breaks(const std::string& line) {
  std::vector<std::u32string> graphemes;
  std::istringstream words(line);
  for (std::string word; words >> word;) {
    if (word == "÷") {
      graphemes.emplace_back();
    } else if (word != "×") {
      graphemes.back() += parse_code(word);
    }
  }
  graphemes.pop_back();
  return graphemes;
}

std::vector<std::u32string> split_graphemes(const std::string& bytes) {
  std::vector<std::u32string> graphemes;
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const auto grapheme = text::first_grapheme(rest);
    graphemes.push_back(text::decode(grapheme.bytes));
    rest.remove_prefix(grapheme.bytes.size());
  }
  return graphemes;
}

}  // namespace

TEST_CASE("a simple width is that of the text, which is shown as it is") {
  const auto check = [](char32_t code) {
    const auto one = text::encode(std::u32string(1, code));
    const auto width = text::simple_width(one);
    if (!width) return false;
    INFO(std::hex << static_cast<unsigned long>(code));
    CHECK(*width == text::first_grapheme(one).columns);
    return true;
  };
  int simple = 0;
  for (char32_t code = 1; code < 0x30000; ++code) {
    if (code < 0xD800 || code > 0xDFFF) simple += check(code);
  }
  CHECK(simple == 95 + 0x9FFF - 0x4E00 + 1);
  CHECK(text::simple_width("P-31 拜泉县") == 11U);
  CHECK(text::simple_width("") == 0U);
  for (const auto* other : {"a\tb", "é", "，", "\xE6\x8B", "\xE6\x8B\x41", "泉\xCC\x81"}) {
    CHECK_FALSE(text::simple_width(other));
  }
}

TEST_CASE("Han and full-width take two columns, combining marks none, emoji sequences two") {
  const std::map<std::string, std::size_t> widths = {{"", 0},         {"Baiquan", 7},
                                                     {"拜泉县", 6},   {"ＡＢ", 4},
                                                     {"ﾊﾝ", 2},       {"é", 1},
                                                     {"e\u0301", 1},  {"…", 1},
                                                     {"“”", 2},       {"👍", 2},
                                                     {"👍🏽", 2}, {"👨‍👩‍👧", 2},
                                                     {"🇨🇳", 2},       {"1\uFE0F\u20E3", 2},
                                                     {"❤\uFE0F", 2},  {"❤", 1},
                                                     {"한", 2},       {"\u1112\u1161\u11AB", 2},
                                                     {"𠮷", 2},       {"\U0003FFF0", 2},
                                                     {"\xFF", 1},     {"\u0301", 0},
                                                     {"亿元 3.2", 8}};
  for (const auto& [shown, columns] : widths) {
    INFO(shown);
    CHECK(text::display_width(shown) == columns);
  }
}

TEST_CASE("the width of every wide character is that of the Unicode standard") {
  std::vector<std::string> wrong;
  for (const auto& line : read_unicode_file("EastAsianWidth.txt")) {
    const auto semicolon = line.find(';');
    const std::string range = line.substr(0, semicolon);
    const std::string kind(text::trim(std::string_view(line).substr(semicolon + 1)));
    if (kind != "W" && kind != "F") continue;
    const auto dots = range.find("..");
    const char32_t first = parse_code(range);
    const char32_t last = dots == std::string::npos ? first : parse_code(range.substr(dots + 2));
    for (char32_t code = first; code <= last; ++code) {
      const std::string shown = text::encode(std::u32string(1, code));
      // Marks on the letter before them add nothing; what is unassigned is not printed as it is.
      const auto added = text::display_width("x" + shown) - 1;
      const bool mark_on_letter = added == 0;
      if (!mark_on_letter && added != 2 && text::visible(shown) == shown) {
        wrong.push_back(describe(std::u32string(1, code)));
      }
    }
  }
  CHECK(wrong == Lines{});
}

TEST_CASE("text falls into the graphemes of the Unicode standard") {
  for (const auto& line : read_unicode_file("GraphemeBreakTest.txt")) {
    const auto expected = parse_breaks(line);
    std::u32string codes;
    bool surrogate = false;
    for (const auto& grapheme : expected) codes += grapheme;
    for (const char32_t code : codes) surrogate = surrogate || (code >= 0xD800 && code <= 0xDFFF);
    if (surrogate) continue;
    INFO(describe(codes));
    CHECK(split_graphemes(text::encode(codes)) == expected);
  }
}

TEST_CASE("cut, pad and wrap keep to the columns they are given, whatever the text") {
  const Lines texts = {"拜泉县肉鸭全产业链项目",
                       "Meat duck 全产业链 chain",
                       "👨‍👩‍👧👍🏽🇨🇳 emoji",
                       "e\u0301a\u0300o\u0308 combining",
                       "supercalifragilistic"};
  for (const auto& shown : texts) {
    for (std::size_t columns = 2; columns < 30; ++columns) {
      INFO(shown << " in " << columns);
      CHECK(text::display_width(text::cut(shown, columns)) <= columns);
      CHECK(text::display_width(text::pad(text::cut(shown, columns), columns)) == columns);
      std::string joined;
      for (const auto& line : text::wrap(shown, columns)) {
        CHECK(text::display_width(line) <= columns);
        joined += line;
      }
      std::erase(joined, ' ');
      std::string solid = shown;
      std::erase(solid, ' ');
      CHECK(joined == solid);
    }
  }
}
