// Exporting a book kind by kind and importing the files into an empty one gives the same records.
#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/record_text.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"
#include "unit/valid_record.hpp"

namespace {

using namespace leadbook;
using Lines = std::vector<std::string>;

constexpr int each = 40;

bool is_in_files(Kind kind) { return kind != Kind::book && kind != Kind::import; }

/// Every record that files can hold, as it is stored, how often it was written left out.
Lines records_of(store::Db& db, Kind kind) {
  Lines records;
  store::each_record(db, kind, [&](AnyRecord& record) {
    set_revision(record, 0);
    records.push_back(reference_text(reference_of(record)) + " " + store::snapshot(record));
  });
  return records;
}

/// What the records say, without the numbers and identities the book gave them.
Lines contents_of(store::Db& db, Kind kind) {
  Lines records;
  const auto name = [&db](const Reference& record) { return store::canonical_name_of(db, record); };
  store::each_record(db, kind, [&](const AnyRecord& record) {
    std::string line;
    for (const auto& text : write_fields(record, name)) line += text + "\x1f";
    records.push_back(line);
  });
  std::sort(records.begin(), records.end());
  return records;
}

/// Exports a kind of one book and imports the file into another; what either command refused.
std::string carry_over(scratch::Book& from,
                       scratch::Book& to,
                       Kind kind,
                       const std::string& format,
                       const Lines& export_options,
                       const Lines& import_options) {
  scratch::Folder folder;
  const auto file = (folder.path / ("rows." + format)).string();
  const std::string word(identifier(kind));
  Lines arguments = {"export", word, "-F", format, "-o", file};
  arguments.insert(arguments.end(), export_options.begin(), export_options.end());
  if (tells_of_persons(kind)) arguments.emplace_back("--personal");
  auto answer = from.run(arguments);
  if (answer.code != 0) return "export " + word + ": " + answer.err;
  // The days of random records lie in any year.
  arguments = {"-y", "import", word, file};
  arguments.insert(arguments.end(), import_options.begin(), import_options.end());
  answer = to.run(arguments);
  return answer.code == 0 ? "" : "import " + word + ": " + answer.err;
}

/// The first record the two have not in common, as both have it.
void expect_same(const Lines& expected, const Lines& found, Kind kind) {
  INFO("of kind " << identifier(kind));
  CHECK(found.size() == expected.size());
  const auto [of_found, of_expected] = std::mismatch(
      found.begin(),
      found.begin() + static_cast<std::ptrdiff_t>(std::min(found.size(), expected.size())),
      expected.begin());
  if (of_expected != expected.end() && of_found != found.end()) CHECK(*of_found == *of_expected);
}

void expect_round_trip(const std::string& format, const Lines& export_options) {
  for (const unsigned seed : {1U, 2U}) {
    scratch::Book book;
    valid_record::Maker(seed, valid_record::Names::any).fill(book, each);
    scratch::Book copy;
    for (const auto kind : all_kinds) {
      if (!is_in_files(kind)) continue;
      CHECK(carry_over(book, copy, kind, format, export_options, {"--key", "id"}) == "");
      expect_same(records_of(book.db, kind), records_of(copy.db, kind), kind);
    }
    CHECK(scratch::damages_of(copy.db) == Lines{});
    const auto head = store::head_of(copy.db).number;
    for (const auto kind : all_kinds) {
      if (!is_in_files(kind)) continue;
      CHECK(carry_over(book, copy, kind, format, export_options, {"--key", "id"}) == "");
    }
    // What is the same already is not written again.
    CHECK(store::head_of(copy.db).number == head);
  }
  use_language(Language::english, "");
}

}  // namespace

TEST_CASE("records exported as CSV come back") { expect_round_trip("csv", {}); }

TEST_CASE("records exported as TSV come back") { expect_round_trip("tsv", {}); }

TEST_CASE("records exported as JSON come back") { expect_round_trip("json", {}); }

TEST_CASE("records exported as JSON Lines come back") { expect_round_trip("jsonl", {}); }

TEST_CASE("records exported as a workbook come back") {
  expect_round_trip("xlsx", {"--lang", "en"});
}

TEST_CASE("records exported as a workbook with Chinese headings come back") {
  expect_round_trip("xlsx", {"--lang", "zh"});
}

TEST_CASE("records whose names are distinct come back without their numbers") {
  scratch::Book book;
  valid_record::Maker(3, valid_record::Names::distinct).fill(book, each);
  scratch::Book copy;
  for (const auto kind : all_kinds) {
    if (!is_in_files(kind)) continue;
    CHECK(carry_over(book, copy, kind, "csv", {}, {}) == "");
    expect_same(contents_of(book.db, kind), contents_of(copy.db, kind), kind);
  }
  CHECK(scratch::damages_of(copy.db) == Lines{});
}
