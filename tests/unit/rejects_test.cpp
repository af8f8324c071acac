// The file of refused rows: their cells as they came, and that it is read again as its input was.
#include "leadbook/ingest/rejects.hpp"

#include <filesystem>
#include <optional>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "unit/source_rows.hpp"

namespace {

using namespace source_test;
using namespace std::string_literals;
using leadbook::ingest::RejectWriter;
namespace fs = std::filesystem;

constexpr auto reason = "=1 is \"no\" amount";

/// What is written of all rows of a text but its headings, refused for the same reason.
std::string rejects_of(const std::string& text,
                       const SourceOptions& options = {},
                       const std::string& why = reason) {
  const Folder folder;
  const auto input = input_of(text);
  const auto source = leadbook::ingest::open_source(input, options);
  std::optional<Cells> headings;
  if (source->keys() == nullptr) {
    source->each([&headings](Row& row) {
      headings = row.cells;
      return false;
    });
  }
  RejectWriter writer(folder / "r", source->facts(), headings ? *headings : *source->keys());
  bool first = headings.has_value();
  source->each([&](Row& row) {
    if (!first) writer.add(row, {"b", why});
    first = false;
    return true;
  });
  writer.finish();
  CHECK(folder.names() == std::vector<std::string>{"r"});
  return bytes_of(folder / "r");
}

}  // namespace

TEST_CASE("refused CSV rows keep their cells, their width and their delimiter") {
  CHECK(rejects_of("a,b\n1,\"x,\n\"\"y\"\"\"\n\n=2\n3,4,5\n") ==
        "_line,_column,_reason,_import,a,b\n"
        "2,b,\"'=1 is \"\"no\"\" amount\",,1,\"x,\n\"\"y\"\"\"\n"
        "5,b,\"'=1 is \"\"no\"\" amount\",,=2\n"
        "6,b,\"'=1 is \"\"no\"\" amount\",,3,4,5\n");
  CHECK(rejects_of("a;b\n1,5;2\n", {}, "no") ==
        "_line;_column;_reason;_import;a;b\n2;b;no;;1,5;2\n");
}

TEST_CASE("refused TSV rows are escaped as leadbook's own export") {
  const auto text = rejects_of("a\tb\nx\\ty\\\\\t\\\"q\\\"\n", in_format(Format::tsv), "no");
  CHECK(text == "_line\t_column\t_reason\t_import\ta\tb\n2\tb\tno\t\tx\\ty\\\\\t\\\"q\"\n");
  CHECK(read_text(text, in_format(Format::tsv)).cells()[1] ==
        Cells{"2", "b", "no", "", "x\ty\\", "\"q\""});
}

TEST_CASE("refused rows of JSON are as they were, behind what is said of each") {
  CHECK(rejects_of(R"([{"a": 0.10,"b":"克"}, {"b":null,"c":[1,{"d":2}]},
 7, "x\ty", [1,[2]], null])") ==
        "[\n"
        R"({"_line":1,"_column":"b","_reason":"=1 is \"no\" amount"},)"
        "\n"
        R"({"a": 0.10,"b":"克"},)"
        "\n"
        R"({"_line":1,"_column":"b","_reason":"=1 is \"no\" amount"},)"
        "\n"
        R"({"b":null,"c":[1,{"d":2}]},)"
        "\n"
        R"({"_line":2,"_column":"b","_reason":"=1 is \"no\" amount"},)"
        "\n7,\n"
        R"({"_line":2,"_column":"b","_reason":"=1 is \"no\" amount"},)"
        "\n"
        R"("x\ty",)"
        "\n"
        R"({"_line":2,"_column":"b","_reason":"=1 is \"no\" amount"},)"
        "\n[1,[2]],\n"
        R"({"_line":2,"_column":"b","_reason":"=1 is \"no\" amount"},)"
        "\nnull\n]\n");
  CHECK(rejects_of("[]") == "[]\n");
  CHECK(rejects_of("{\"a\": 1.50}\n{\"a\":\n  {\"b\":{\"c\":1}}\r\n[2]\n", {}, "no") ==
        "{\"_line\":1,\"_column\":\"b\",\"_reason\":\"no\"}\n{\"a\": 1.50}\n"
        "{\"_line\":2,\"_column\":\"b\",\"_reason\":\"no\"}\n{\"a\":\n"
        "{\"_line\":3,\"_column\":\"b\",\"_reason\":\"no\"}\n{\"b\":{\"c\":1}}\r\n"
        "{\"_line\":4,\"_column\":\"b\",\"_reason\":\"no\"}\n[2]\n");
}

TEST_CASE("refused rows are in the encoding of their input") {
  CHECK(rejects_of("\xCF\xD8,b\n\xBF\xCB\xC9\xBD,1\n", {}, "不") ==
        "_line,_column,_reason,_import,\xCF\xD8,b\n2,b,\xB2\xBB,,\xBF\xCB\xC9\xBD,1\n");
  SourceOptions gbk;
  gbk.encoding = "gbk";
  CHECK(rejects_of("a,b\n\xBF\xCB,1\n", gbk, "🏭") ==
        "_line,_column,_reason,_import,a,b\n2,b,?,,\xBF\xCB,1\n");
  CHECK(rejects_of("\xEF\xBB\xBF"
                   "a,b\n1,2\n",
                   {},
                   "no") == "\xEF\xBB\xBF_line,_column,_reason,_import,a,b\n2,b,no,,1,2\n");
  const auto wide = rejects_of("\xFF\xFE" + "a\0,\0b\0\n\0\x4B\x51,\0\x32\0\n\0"s, {}, "no");
  CHECK(wide.substr(0, 4) == "\xFF\xFE_\0"s);
  const auto again = read_text(wide);
  CHECK(again.facts.encoding == "UTF-16LE");
  CHECK(again.cells()[1] == Cells{"2", "b", "no", "", "克", "2"});
}

TEST_CASE("refused rows of a workbook are CSV with a byte order mark") {
  const Folder folder;
  SourceFacts facts;
  facts.format = Format::xlsx;
  const Cells headings = {"县", "金额"};
  RejectWriter writer(folder / "r.csv", facts, headings);
  writer.add({7, {"克山县", "x"}, {}}, {"金额", "no"});
  writer.finish();
  CHECK(bytes_of(folder / "r.csv") ==
        "\xEF\xBB\xBF_line,_column,_reason,_import,县,金额\n7,金额,no,,克山县,x\n");
}

TEST_CASE("rows that are refused once more get the columns of that once") {
  CHECK(rejects_of("_line,_column,_reason,_import,a,b\n2,b,old,,1,2\n", {}, "no") ==
        "_line,_column,_reason,_import,a,b\n2,b,no,,1,2\n");
}

TEST_CASE("what was refused alike shares a file, and what earlier commands left goes") {
  const Folder folder;
  SourceFacts commas;
  SourceFacts semicolons;
  semicolons.delimiter = ';';
  const Cells headings = {"a", "b"};
  const auto name = folder / "r.csv";
  std::ofstream(folder / "r-2.csv") << "_line,_column,_reason,a\n2,,old,1\n";
  std::ofstream(folder / "r-3.csv") << "_line,_column,_reason,a\n2,,old,1\n";
  std::ofstream(folder / "r-4.csv") << "a book\n";
  {
    leadbook::ingest::RejectFiles files(name);
    const leadbook::ingest::ImportRun run = {{"year", {"2024"}}};
    auto& file = files.file_for(commas, headings, run);
    CHECK(file.path() == name);
    file.add({2, {"1", "x"}, {}}, {"b", "no"});
    CHECK(&files.file_for(commas, headings, run) == &file);
    file.add({3, {"2", "y"}, {}}, {"b", "no", "ab"});
    auto& other = files.file_for(semicolons, headings, run);
    CHECK(other.path() == folder / "r-2.csv");
    other.add({2, {"3", "z"}, {}}, {"b", "no"});
    files.finish();
  }
  CHECK(bytes_of(name) ==
        "_line,_column,_reason,_import,a,b\n"
        "2,b,no,\"{\"\"year\"\":[\"\"2024\"\"]}\",1,x\n"
        "3,b,no,\"{\"\"unmended\"\":[\"\"ab\"\"],\"\"year\"\":[\"\"2024\"\"]}\",2,y\n");
  CHECK(fs::exists(folder / "r-2.csv"));
  CHECK_FALSE(fs::exists(folder / "r-3.csv"));
  leadbook::ingest::RejectFiles(name).finish();
  CHECK_FALSE(fs::exists(name));
  CHECK_FALSE(fs::exists(folder / "r-2.csv"));
  CHECK(bytes_of(folder / "r-4.csv") == "a book\n");
  CHECK_THROWS_AS(leadbook::ingest::RejectFiles(folder / "r-4.csv"), leadbook::Error);
}

TEST_CASE("the file appears when it is finished, in place of an older one") {
  const Folder folder;
  const Cells headings = {"a"};
  std::ofstream(folder / "r.csv") << "old";
  fs::create_symlink("r.csv", folder / "link.csv");
  {
    RejectWriter writer(folder / "r.csv", {}, headings);
    writer.add({2, {"1"}, {}}, {"", "no"});
    CHECK(folder.names().size() == 3);
  }
  CHECK(folder.names().size() == 2);
  CHECK(bytes_of(folder / "r.csv") == "old");
  RejectWriter writer(folder / "link.csv", {}, headings);
  const std::string large(100'000, 'x');
  writer.add({2, {large}, {}}, {"", "no"});
  CHECK(bytes_of(folder / "r.csv") == "old");
  writer.finish();
  CHECK(fs::is_symlink(folder / "link.csv"));
  CHECK(bytes_of(folder / "r.csv") == "_line,_column,_reason,_import,a\n2,,no,," + large + "\n");
  CHECK(folder.names().size() == 2);
}

TEST_CASE("where no file can be written none is begun") {
  const Folder folder;
  const Cells headings = {"a"};
  const auto nowhere = folder / "none/r.csv";
  CHECK_THROWS_WITH(RejectWriter(nowhere, {}, headings),
                    "the file " + nowhere + " cannot be written");
  CHECK_THROWS_WITH(RejectWriter("/dev/null", {}, headings),
                    "the file /dev/null cannot be written");
  CHECK(fs::is_character_file("/dev/null"));
}
