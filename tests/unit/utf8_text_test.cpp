#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "leadbook/text/utf8.hpp"

namespace text = leadbook::text;
using Lines = std::vector<std::string>;
using Parts = std::vector<std::string_view>;

TEST_CASE("clean text has no bad byte, tab and newline included") {
  CHECK(text::first_bad_byte("") == std::nullopt);
  CHECK(text::first_bad_byte("Baiquan\t拜泉\n👨‍👩‍👧 é") == std::nullopt);
  CHECK(text::first_bad_byte("\xF4\x8F\xBF\xBF") == std::nullopt);
}

TEST_CASE("the first byte that is not strict UTF-8 or a control character is told") {
  CHECK(text::first_bad_byte("ab\xFF") == 2U);
  CHECK(text::first_bad_byte("拜\xE6\xB3") == 3U);
  CHECK(text::first_bad_byte("a\xC0\xAF") == 1U);
  CHECK(text::first_bad_byte("\xED\xA0\x80") == 0U);
  CHECK(text::first_bad_byte("\xF4\x90\x80\x80") == 0U);
  CHECK(text::first_bad_byte("a\x1B[31m") == 1U);
  CHECK(text::first_bad_byte("a\r\n") == 1U);
  CHECK(text::first_bad_byte("ab\x7F") == 2U);
  CHECK(text::first_bad_byte("a\u0085") == 1U);
  CHECK(text::first_bad_byte(std::string_view("a\0b", 3)) == 1U);
}

TEST_CASE("a text is cut with an ellipsis and never within a grapheme") {
  CHECK(text::cut("拜泉县肉鸭", 10) == "拜泉县肉鸭");
  CHECK(text::cut("拜泉县肉鸭", 9) == "拜泉县肉…");
  CHECK(text::cut("拜泉县肉鸭", 8) == "拜泉县…");
  CHECK(text::cut("duck chain", 5) == "duck…");
  CHECK(text::cut("👨‍👩‍👧👨‍👩‍👧", 3) == "👨‍👩‍👧…");
  CHECK(text::cut("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
  CHECK(text::cut("拜泉", 1) == "…");
  CHECK(text::cut("拜泉", 0) == "");
}

TEST_CASE("a text is padded to columns on either side") {
  CHECK(text::pad("拜泉", 6) == "拜泉  ");
  CHECK(text::pad("拜泉", 6, text::Align::right) == "  拜泉");
  CHECK(text::pad("拜泉", 3) == "拜泉");
  CHECK(text::pad("", 2) == "  ");
}

TEST_CASE("lines break at spaces and between Han characters") {
  CHECK(text::wrap("", 5) == Lines{""});
  CHECK(text::wrap("meat duck chain", 9) == Lines{"meat duck", "chain"});
  CHECK(text::wrap("meat duck chain", 10) == Lines{"meat duck", "chain"});
  CHECK(text::wrap("拜泉县肉鸭全产业链", 8) == Lines{"拜泉县肉", "鸭全产业", "链"});
  CHECK(text::wrap("在Baiquan县", 6) == Lines{"在", "Baiqua", "n县"});
  CHECK(text::wrap("one\ntwo three", 5) == Lines{"one", "two", "three"});
  CHECK(text::wrap("duck  ", 4) == Lines{"duck"});
  CHECK(text::wrap("拜泉", 1) == Lines{"拜", "泉"});
}

TEST_CASE("no line begins with the punctuation that ends a clause") {
  CHECK(text::wrap("达成意向，签约", 8) == Lines{"达成意", "向，签约"});
  CHECK(text::wrap("投资（一期）", 6) == Lines{"投资", "（一", "期）"});
}

TEST_CASE("what could steer a terminal is made visible") {
  CHECK(text::visible("拜泉 👨‍👩‍👧") == "拜泉 👨‍👩‍👧");
  CHECK(text::visible("\x1B[31mred\n\t") == "␛[31mred␊␉");
  CHECK(text::visible("\x7F\u009B") == "␡<U+009B>");
  CHECK(text::visible("a\u202Eb\u2066c\uFEFF") == "a<U+202E>b<U+2066>c<U+FEFF>");
  CHECK(text::visible("a\xFFz") == "a\uFFFDz");
}

TEST_CASE("folding makes width, case, form and blanks equal") {
  CHECK(text::fold("  ＡＢＣ　 Ltd.\t") == "abc ltd.");
  CHECK(text::fold("Straße") == "strasse");
  CHECK(text::fold("e\u0301") == "\u00E9");
  CHECK(text::fold("拜泉（一期）") == "拜泉(一期)");
  CHECK(text::fold("a  B   c") == "a b c");
  CHECK(text::fold(" 　") == "");
  CHECK(text::fold("拜\xFF") == "拜\uFFFD");
}

TEST_CASE("code points come back as they were") {
  const std::string mixed = "a\u00E9拜👨‍👩‍👧";
  CHECK(text::decode(mixed) == U"a\u00E9拜👨‍👩‍👧");
  CHECK(text::encode(text::decode(mixed)) == mixed);
  CHECK(text::encode(U"\U0010FFFF") == "\xF4\x8F\xBF\xBF");
  CHECK(text::decode("a\xFF") == U"a\uFFFD");
}

TEST_CASE("blanks of both widths are trimmed") {
  CHECK(text::trim("　\u00A0 拜泉 \n") == "拜泉");
  CHECK(text::trim(" \t") == "");
}

TEST_CASE("a text is split at every separator, empty parts kept") {
  CHECK(text::split("a|b||", '|') == Parts{"a", "b", "", ""});
  CHECK(text::split("", '|') == Parts{""});
}

TEST_CASE("edits are counted by code point, neighbours swapped once") {
  CHECK(text::edit_distance("", "拜泉") == 2);
  CHECK(text::edit_distance("拜泉", "依安") == 2);
  CHECK(text::edit_distance("singed", "signed") == 1);
  CHECK(text::edit_distance("kitten", "sitting") == 3);
  CHECK(text::edit_distance("ca", "abc") == 3);
  CHECK(text::edit_distance("lead", "lead") == 0);
}

TEST_CASE("the closest candidates come best first and not from afar") {
  const Lines stages = {"lead", "signed", "started", "suspended"};
  CHECK(text::closest("singed", stages) == Lines{"signed"});
  CHECK(text::closest("STARTD", stages) == Lines{"started"});
  CHECK(text::closest("construction", stages).empty());
  CHECK(text::closest("x", Lines{"y"}).empty());
  // Half of a Chinese word is another word, unless it begins alike.
  CHECK(text::closest("美园", Lines{"美元"}) == Lines{"美元"});
  CHECK(text::closest("来元", Lines{"澳元"}).empty());
  CHECK(text::closest("框架协仪", Lines{"框架协议"}) == Lines{"框架协议"});
  CHECK(text::closest("aaaa", Lines{"aabb", "aaab", "aaaa"}, 2) == Lines{"aaaa", "aaab"});
}
