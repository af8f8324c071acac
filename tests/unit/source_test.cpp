// Sources: what is opened, and what is found out about its format, encoding and delimiter.
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "unit/source_rows.hpp"

namespace {

using namespace source_test;
using namespace std::string_literals;
using leadbook::ingest::format_of_name;

SourceOptions in_encoding(const std::string& name) {
  SourceOptions options;
  options.encoding = name;
  return options;
}

}  // namespace

TEST_CASE("a file is read from any place, as often as wanted") {
  const Folder folder;
  const auto input = Input::open(folder.write("a.csv", "0123456789"));
  CHECK(input.size() == 10);
  CHECK(input.name() == folder / "a.csv");
  std::string piece(4, '-');
  CHECK(input.read(3, piece.data(), 4) == 4);
  CHECK(piece == "3456");
  CHECK(input.read(8, piece.data(), 4) == 2);
  CHECK(piece == "8956");
  CHECK(input.read(10, piece.data(), 4) == 0);
}

TEST_CASE("a stream and a pipe are kept, so that they are read as often as a file") {
  std::string text(300'000, 'x');
  text += "end";
  const auto kept = input_of(text, "standard input");
  CHECK(kept.size() == text.size());
  CHECK(kept.name() == "standard input");
  CHECK(read_input(kept).cells() == std::vector<Cells>{{text}});
  CHECK(read_input(kept).cells() == std::vector<Cells>{{text}});
  const Folder folder;
  const auto pipe = folder / "pipe";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  std::thread writer([&] { std::ofstream(pipe) << "a,b\n"; });
  const auto input = Input::open(pipe);
  writer.join();
  CHECK(read_input(input).cells() == std::vector<Cells>{{"a", "b"}});
}

TEST_CASE("what cannot be opened is told") {
  const Folder folder;
  const auto missing = folder / "missing.csv";
  CHECK_THROWS_WITH(Input::open(missing), "there is no file " + missing);
  CHECK_THROWS_WITH(Input::open("\x1B[31m"), "there is no file ␛[31m");
  CHECK_THROWS_WITH(Input::open(folder / ""), folder / "" + " is a folder: name the file in it"s);
  if (geteuid() == 0) {
    WARN("root may read every file; refusing one is not tested");
    return;
  }
  const auto closed = folder.write("closed.csv", "a");
  std::filesystem::permissions(closed, std::filesystem::perms::none);
  CHECK_THROWS_WITH(Input::open(closed), "the file " + closed + " may not be read by you");
}

TEST_CASE("the format is known by a name's ending") {
  CHECK(format_of_name("deals.csv") == Format::csv);
  CHECK(format_of_name("DEALS.TSV") == Format::tsv);
  CHECK(format_of_name("签约.JSON") == Format::json);
  CHECK(format_of_name("a.b/x.jsonl") == Format::jsonl);
  CHECK(format_of_name("x.xlsx") == Format::xlsx);
  CHECK(format_of_name("x.xls") == std::nullopt);
  CHECK(format_of_name("standard input") == std::nullopt);
}

TEST_CASE("without an ending the content tells the format") {
  CHECK(read_text("a,b\n").facts.format == Format::csv);
  CHECK(read_text("").facts.format == Format::csv);
  CHECK(read_text(" \n[{\"a\":1}]").facts.format == Format::json);
  CHECK(read_text("{\n\"rows\": [{\"a\":1}]}").facts.format == Format::json);
  CHECK(read_text("{\"rows\":[{\"a\":1}]}\n").facts.format == Format::json);
  CHECK(read_text("{\"a\":1}\n{\"a\":2}\n").facts.format == Format::jsonl);
  CHECK(read_text("{\"a\":1,\"b\":[{\"c\":1}]}\r\n{\"a\":2}").facts.format == Format::jsonl);
  CHECK(read_text("{\"a\":1}").facts.format == Format::jsonl);
  CHECK(read_input(input_of("[1]", "x.csv")).facts.format == Format::csv);
  CHECK(read_text("[1]", in_format(Format::tsv)).facts.format == Format::tsv);
}

TEST_CASE("an old workbook is refused whatever its name says") {
  const auto input = input_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more", "deals.csv");
  CHECK_THROWS_WITH(read_input(input),
                    "deals.csv is a workbook of another kind (.xls): open it in a spreadsheet "
                    "program and save it as .xlsx");
}

TEST_CASE("a text is read in the encoding that is found or named, which is told") {
  const auto gbk = read_text("\xCF\xD8,\xBD\xF0\xB6\xEE\n\xBF\xCB\xC9\xBD,1\n");
  CHECK(gbk.facts.encoding == "GB18030");
  CHECK(gbk.cells() == std::vector<Cells>{{"县", "金额"}, {"克山", "1"}});
  const auto wide = read_text("\xFF\xFE\x4B\x51,\0\x71\x5C\n\0"s);
  CHECK(wide.facts.encoding == "UTF-16LE");
  CHECK(wide.facts.byte_order_mark);
  CHECK(wide.cells() == std::vector<Cells>{{"克", "山"}});
  const auto big5 = read_text("\xBF\xA4,1\n", in_encoding("big5"));
  CHECK(big5.facts.encoding == "Big5");
  CHECK(big5.cells() == std::vector<Cells>{{"縣", "1"}});
  CHECK_FALSE(read_text("a,b\n").facts.byte_order_mark);
}

TEST_CASE("bytes of no encoding are refused with their place, as is an encoding that is none") {
  CHECK_THROWS_WITH(
      read_text("a,b\n\xBF\xCB,\xFF\n"),
      "f: the byte 0xFF at offset 7 is neither UTF-8 nor GB18030: save the file as \"CSV UTF-8\", "
      "or name its encoding with --encoding (utf-8, gb18030, gbk, gb2312, utf-16, utf-16le, "
      "utf-16be, big5)");
  CHECK_THROWS_WITH(
      read_text("\xFF\xFE\x4B\x51,\0\0\xD8,\0"s),
      "f: the byte 0x00 at offset 6 is not UTF-16LE: name the file's encoding with --encoding");
  CHECK_THROWS_WITH(read_text("a", in_encoding("klingon")),
                    "there is no encoding 'klingon'; name one of utf-8, gb18030, gbk, gb2312, "
                    "utf-16, utf-16le, utf-16be, big5");
}

TEST_CASE("the delimiter is the one that gives most rows the same cells") {
  const auto delimiter_of = [](const std::string& text) { return read_text(text).facts.delimiter; };
  CHECK(delimiter_of("") == ',');
  CHECK(delimiter_of("合同编号\n1\n2;3\n") == ',');
  CHECK(delimiter_of("a,b\n1,2\n") == ',');
  CHECK(delimiter_of("a;b;c\n1,5;2,5;x\n1;2;3\n") == ';');
  CHECK(delimiter_of("a\tb\n1,5\t2\n") == '\t');
  CHECK(delimiter_of("a|b\n\"1,\n2,\n3,\"|2\n") == '|');
  CHECK(delimiter_of("数据库：分省年度数据\n指标：总值\n县;额\n克山;1\n拜泉;2\n讷河;3\n") == ';');
}

TEST_CASE("a delimiter that another ties with is asked for") {
  CHECK_THROWS_WITH(read_text("a,b;c\n1,2;3\n"),
                    "f: both ',' and ';' would part the cells of its rows: say which does with "
                    "--delimiter");
  CHECK_THROWS_WITH(read_text("a\tb|c\n"),
                    "f: both a tab and '|' would part the cells of its rows: say which does with "
                    "--delimiter");
  SourceOptions options;
  options.delimiter = ';';
  CHECK(read_text("a,b;c\n1,2;3\n", options).cells() ==
        std::vector<Cells>{{"a,b", "c"}, {"1,2", "3"}});
}

TEST_CASE("a source stops where it is told to, and reads again from the start") {
  const auto input = input_of("a,b\n1,2\n3,4\n");
  const auto source = leadbook::ingest::open_source(input, {});
  for (int round = 0; round < 2; ++round) {
    std::vector<Cells> seen;
    source->each([&seen](Row& row) {
      seen.push_back(std::move(row.cells));
      return seen.size() < 2;
    });
    CHECK(seen == std::vector<Cells>{{"a", "b"}, {"1", "2"}});
  }
}

TEST_CASE("statistics exported in GBK are read with their preamble") {
  const std::filesystem::path folder = LEADBOOK_SOURCE "/../shared/data/gbk-csv";
  if (!std::filesystem::exists(folder)) {
    WARN("the statistics are not here; skipped");
    return;
  }
  const auto reading = read_input(Input::open(folder / "分省年度数据.csv"));
  CHECK(reading.facts.encoding == "GB18030");
  CHECK(reading.facts.delimiter == ',');
  CHECK(reading.problems() == Problems{});
  REQUIRE(reading.rows.size() > 30);
  CHECK(reading.rows[0].cells[0] == "数据库：分省年度数据");
  CHECK(reading.rows[3].cells[0] == "地区");
  CHECK(reading.rows[3].cells[1] == "2024年");
  CHECK(reading.rows[4].cells[0] == "北京市");
}
