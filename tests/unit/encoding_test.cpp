// Encodings: what a text is found to be, decoding in pieces of any size, and writing back.
#include "leadbook/text/encoding.hpp"

#include <algorithm>
#include <filesystem>
#include <random>

#include "catch.hpp"
#include "leadbook/text/utf8.hpp"
#include "unit/source_rows.hpp"

namespace {

using namespace leadbook::text;
using namespace std::string_literals;
using source_test::bytes_of;

ReadBytes reader_of(const std::string& bytes) {
  return [&bytes](std::uint64_t at, char* to, std::size_t size) {
    const auto from = std::min<std::size_t>(at, bytes.size());
    const auto count = std::min(size, bytes.size() - from);
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(from), count, to);
    return count;
  };
}

/// "GB18030", "UTF-8 mark 3" or "none, 5".
std::string found(const std::string& bytes) {
  const auto search = find_encoding(reader_of(bytes));
  if (!search.found) return "none, " + std::to_string(search.bad_byte);
  const auto mark = search.found->mark;
  return search.found->name + (mark == 0 ? "" : " mark " + std::to_string(mark));
}

Encoding named(const std::string& name) {
  const auto encoding = named_encoding(name, reader_of(""));
  REQUIRE(encoding);
  return *encoding;
}

/// In pieces of a size; the offset of a bad byte where there is one.
std::string decode(const std::string& name, const std::string& bytes, std::size_t piece) {
  Decoder decoder(named(name));
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    const bool last = at + piece >= bytes.size();
    if (const auto bad = decoder.decode(bytes.substr(at, piece), last, text)) {
      return "bad byte at " + std::to_string(*bad);
    }
  }
  return text;
}

}  // namespace

TEST_CASE("an encoding is found by byte order mark, as UTF-8, or as GB18030") {
  CHECK(found("") == "UTF-8");
  CHECK(found("date,amount\n") == "UTF-8");
  CHECK(found("克山县") == "UTF-8");
  CHECK(found("\xEF\xBB\xBF克山县") == "UTF-8 mark 3");
  CHECK(found("\xFF\xFE\x4B\x51") == "UTF-16LE mark 2");
  CHECK(found("\xFE\xFF\x51\x4B") == "UTF-16BE mark 2");
  CHECK(found("\xBF\xCB\xC9\xBD\xCF\xD8") == "GB18030");
  CHECK(found("\x84\x31\x95\x33\xBF\xCB") == "GB18030 mark 4");
}

TEST_CASE("the first byte that no encoding explains is told") {
  CHECK(found("abc\xFF") == "none, 3");
  CHECK(found("\xBF\xCB,\xFFx") == "none, 3");
  CHECK(found("克山县 \xE5\x85") == "none, 10");
  // Far behind the first piece that is read.
  CHECK(found(std::string(600'000, 'x') + "\xBF\xCB\xC9\xBD") == "GB18030");
  CHECK(found(std::string(600'000, 'x') + "\xFF,") == "none, 600000");
}

TEST_CASE("Big5 is told from GB18030 by which characters are usual, or both are named") {
  // 龍江畜產加工園區
  const std::string big5 = "\xC0\x73\xA6\xBF\xAF\x62\xB2\xA3\xA5\x5B\xA4\x75\xB6\xE9\xB0\xCF";
  CHECK(found(big5) == "Big5");
  CHECK(found("county,title\nLongjiang," + big5 + "\n") == "Big5");
  // 龙江畜产加工园区
  CHECK(found("\xC1\xFA\xBD\xAD\xD0\xF3\xB2\xFA\xBC\xD3\xB9\xA4\xD4\xB0\xC7\xF8") == "GB18030");
  // 龍江畜產 in GBK, whose first character no Big5 has.
  CHECK(found("\xFD\x88\xBD\xAD\xD0\xF3\xAE\x61\x81\x7B") == "GB18030");
  // 克, or one as usual in Big5.
  const std::string one = "\xBF\xCB";
  const auto search = leadbook::text::find_encoding(reader_of(one));
  CHECK(!search.found);
  REQUIRE(search.readings.size() == 2);
  CHECK(search.readings[0].name == "GB18030");
  CHECK(search.readings[1].name == "Big5");
}

TEST_CASE("a character counts as whole wherever a piece of the text ends") {
  for (std::size_t size = 65'530; size < 65'540; ++size) {
    CHECK(found(std::string(size, 'x') + "克𠮷") == "UTF-8");
    CHECK(found(std::string(size, 'x') + "\xBF\xCB\x95\x34\xB2\x35") == "GB18030");
  }
}

TEST_CASE("encodings are named as people write them") {
  CHECK(named("UTF8").name == "UTF-8");
  CHECK(named("utf-8").is_utf8());
  CHECK(named("GBK").name == "GBK");
  CHECK(named("gb_2312").name == "GB2312");
  CHECK(named("utf-16").name == "UTF-16LE");
  CHECK(named_encoding("utf-16", reader_of("\xFE\xFF"))->name == "UTF-16BE");
  CHECK(named_encoding("utf-16", reader_of("\xFE\xFF"))->mark == 2);
  CHECK(named("big5").name == "Big5");
  CHECK(named("shift_jis").name == "SHIFT_JIS");
  for (const auto* name : {"", "klingon", "gbk//IGNORE", "internal", "wchar_t", "中文", "hz"}) {
    INFO(name);
    CHECK_FALSE(named_encoding(name, reader_of("")).has_value());
  }
}

TEST_CASE("every usual encoding has a converter") {
  const std::string names(usual_encodings());
  for (const auto name : split(names, ',')) {
    INFO(name);
    CHECK(has_converter(named(std::string(trim(name)))));
  }
}

TEST_CASE("texts decode alike in pieces of any size") {
  const std::string bytes = "a\xBF\xCB\x95\x34\xB2\x35\xC9\xBDz";
  for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
    CHECK(decode("gb18030", bytes, piece) == "a克𠮷山z");
    CHECK(decode("gb18030", bytes + "\xBF", piece) == "bad byte at 10");
    CHECK(decode("gb18030", bytes + "\xFF\xFFz", piece) == "bad byte at 10");
    CHECK(decode("utf-16le", "\x4B\x51\x42\xD8\xB7\xDF\n\0"s, piece) == "克𠮷\n");
  }
}

TEST_CASE("what is written in an encoding reads back, and '?' stands for what it lacks") {
  const std::string text = "克山县 HK$ 1,200\n";
  for (const auto* name : {"utf-8", "gb18030", "gbk", "gb2312", "utf-16le", "utf-16be"}) {
    INFO(name);
    CHECK(decode(name, Encoder(named(name)).encode(text), 7) == text);
  }
  CHECK(Encoder(named("gbk")).encode("a𠮷é🏭b") == "a?\xA8\xA6?b");
  CHECK(Encoder(named("big5")).encode("县") == "?");
}

TEST_CASE("the fast scan finds what the slow one does") {
  std::mt19937 random(20200519);
  const std::vector<std::string> pieces = {"a",
                                           "x\ty\n",
                                           "克山县",
                                           "é",
                                           "𠮷",
                                           "\x07",
                                           "\x7F",
                                           "\xC2\x85",
                                           "\xE5\x85",
                                           "\xFF",
                                           "\xED\xA0\x80",
                                           "\xC0\xAF",
                                           "\xF4\x90\x80\x80",
                                           "\xE0\x80\x80",
                                           "\x1F",
                                           "\xF0\x80\x80\x80",
                                           "plain ascii text ",
                                           "\x80"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    // Mostly clean, so that what is not stands at every place of a word.
    for (auto left = random() % 12; left > 0; --left) {
      text += pieces[random() % (round % 2 == 0 ? pieces.size() : 5)];
    }
    const auto scan = scan_utf8(text);
    const auto bad = first_bad_byte(text);
    INFO(text);
    CHECK((scan.valid == text.size() && !scan.controls) == !bad);
    if (bad && !scan.controls) CHECK(scan.valid == *bad);
  }
}

TEST_CASE("real texts in Chinese encodings decode to their UTF-8 twins") {
  const std::filesystem::path folder = LEADBOOK_SOURCE "/../shared/data/encodings";
  if (!std::filesystem::exists(folder)) {
    WARN("the texts in other encodings are not here; skipped");
    return;
  }
  for (const std::string name : {"gb18030", "gbk", "gb2312", "big5", "big5hkscs"}) {
    INFO(name);
    const auto bytes = bytes_of(folder / (name + ".txt"));
    const auto twin = bytes_of(folder / (name + "-utf8.txt"));
    REQUIRE_FALSE(twin.empty());
    CHECK(decode(name, bytes, 1) == twin);
    CHECK(decode(name, bytes, 4096) == twin);
    CHECK(Encoder(named(name)).encode(twin) == bytes);
  }
  for (const std::string name : {"gb18030", "gbk", "gb2312"}) {
    CHECK(found(bytes_of(folder / (name + ".txt"))) == "GB18030");
    CHECK(decode("gb18030", bytes_of(folder / (name + ".txt")), 4096) ==
          bytes_of(folder / (name + "-utf8.txt")));
  }
}
