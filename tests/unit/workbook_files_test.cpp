// Real workbooks of many programs: what each begins with, or why it is refused.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "catch.hpp"
#include "ingest/workbook/workbook.hpp"
#include "leadbook/domain/error.hpp"

namespace fs = std::filesystem;
using leadbook::ingest::Row;

namespace {

const fs::path folder = LEADBOOK_SOURCE "/../shared/data/xlsx/tests";

/// What reading a file gives: how many rows, cells with something in them and problems, and the
/// first such cell; or the message.
struct Outcome {
  std::string file;
  std::size_t rows = 0;
  std::size_t cells = 0;
  std::size_t problems = 0;
  std::string start;
};

Outcome outcome_of(const std::string& file) {
  Outcome outcome{file, 0, 0, 0, ""};
  try {
    const auto input = leadbook::ingest::Input::open((folder / file).string());
    leadbook::ingest::open_source(input, {})->each([&](Row& row) {
      ++outcome.rows;
      for (const auto& cell : row.cells) {
        if (!cell.empty() && ++outcome.cells == 1) outcome.start = cell;
      }
      outcome.problems += row.problems.size();
      return true;
    });
  } catch (const leadbook::Error& error) {
    const std::string message = error.what();
    outcome.start = message.substr(message.rfind(file) + file.size());
  }
  return outcome;
}

constexpr const char* of_xls =
    " is a workbook of another kind (.xls): open it in a spreadsheet program and save it as .xlsx";
constexpr const char* of_xlsb =
    " is a workbook of another kind (.xlsb): open it in a spreadsheet program and save it as .xlsx";
constexpr const char* of_ods =
    " is a workbook of another kind (.ods): open it in a spreadsheet program and save it as .xlsx";
constexpr const char* with_password = " is protected by a password: save it without one";
constexpr const char* without_rows = " has no sheet with rows";

// clang-format off
const std::vector<Outcome> outcomes = {
    {"any_sheets.xlsx", 4, 7, 0, "1"},
    {"column_row_ranges.xlsx", 5, 15, 0, "0"},
    {"date.xlsx", 3, 6, 0, "2021-01-01"},
    {"date_1904.xlsx", 3, 6, 0, "2021-01-01"},
    {"date_iso.xlsx", 6, 6, 0, "2021-01-01"},
    {"date_quoted_format.xlsx", 4, 4, 0, "2021-01-01"},
    {"empty_s_attribute.xlsx", 5, 10, 0, "Name"},
    {"empty_shared_string.xlsx", 1, 1, 0, "abc"},
    {"empty_shared_string_value.xlsx", 3, 6, 0, "Name"},
    {"empty_sheet.xlsx", 0, 0, 0, without_rows},
    {"encoded_entities.xlsx", 1, 1, 0, "&"},
    {"errors.xlsx", 7, 7, 7, "#DIV/0!"},
    {"formula.issue.xlsx", 3, 4, 0, "23"},
    {"has_x000D_.xlsx", 1, 1, 0, "ABC\nDEF"},
    {"has_x000D_inline.xlsx", 1, 1, 0, "ABC\nDEF"},
    {"header-row.xlsx", 3, 9, 0, "Note 1"},
    {"hyperlinks.xlsx", 8, 10, 0, "calamine repo"},
    {"inlineStr_cdata.xlsx", 2, 4, 0, "Hello CDATA"},
    {"inlineStr_with_value.xlsx", 2, 14, 0, "NN"},
    {"inventory-table.xlsx", 5, 15, 0, "Item"},
    {"issue127.xlsx", 0, 0, 0, without_rows},
    {"issue221.xlsm", 2, 4, 0, "Cell_A1"},
    {"issue252.xlsx", 0, 0, 0, " is damaged in its part 'xl/_rels/workbook.xml.rels': open it in a spreadsheet program and save it anew as .xlsx"},
    {"issue281.xlsm", 0, 0, 0, without_rows},
    {"issue3.xlsm", 1, 2, 0, "1"},
    {"issue438.xlsx", 5, 10, 0, "x"},
    {"issue446.xlsx", 2, 42, 0, "1"},
    {"issue644.xlsx", 10, 20, 0, "10"},
    {"issue9.xlsx", 4, 4, 0, "test1"},
    {"issue_174.xlsx", 2, 22, 0, "Your Ref #"},
    {"issue_261.xlsx", 55, 250, 0, "String Value 32"},
    {"issue_261_fixed_by_excel.xlsx", 55, 250, 0, "String Value 32"},
    {"issue_391.xlsx", 7, 7, 0, "1"},
    {"issue_419.xlsx", 1, 1, 0, "Hello"},
    {"issue_530.xlsx", 5, 30, 0, "报表导出人："},
    {"issue_553.xlsx", 19, 19, 0, "영어"},
    {"issue_565_multi_axis_shared.xlsx", 4, 16, 0, "0"},
    {"issue_567_absolute_shared.xlsx", 3, 15, 0, "0"},
    {"issue_644.xlsx", 10, 20, 0, "10"},
    {"issues.xlsx", 6, 6, 0, "1"},
    {"merge_cells.xlsx", 2, 4, 0, "Row Merge"},
    {"merged_range.xlsx", 3, 21, 0, "A1"},
    {"minimal_package.xlsx", 195, 6985, 0, "ARREST BOOKINGS for 01/30/17"},
    {"no-header.xlsx", 2, 4, 0, "a"},
    {"non_monotonic_si.xlsx", 6, 18, 0, "1"},
    {"nonstandard-xml-ns-prefix.xlsx", 3, 6, 0, "a"},
    {"pass_protected.xlsb", 0, 0, 0, with_password},
    {"pass_protected.xlsx", 0, 0, 0, with_password},
    {"picture.xlsx", 0, 0, 0, without_rows},
    {"picture_richdata.xlsx", 1, 1, 1, "#VALUE!"},
    {"pictures_in_cell_and_over_cell.xlsx", 2, 2, 2, "#VALUE!"},
    {"pivots.xlsx", 4, 18, 0, "Date"},
    {"readings.xlsx", 4, 16, 0, "Station"},
    {"richtext-after-plain.xlsx", 2, 8, 0, "abcd"},
    {"richtext-namespaced.xlsx", 1, 2, 0, "inline string\nLine 2\nLine 3"},
    {"rph.xlsx", 1, 1, 0, "課きく　毛こ"},
    {"shared_formula_bench.xlsx", 100, 200, 0, "1"},
    {"shared_formula_reversed.xlsx", 5, 10, 0, "1"},
    {"shared_formula_simple.xlsx", 3, 6, 0, "1"},
    {"strict_iso_paths.xlsx", 76, 1368, 0, "Item"},
    {"string-ref.xlsx", 2, 2, 0, "col1"},
    {"table-multiple.xlsx", 5, 15, 0, "Item"},
    {"table_with_absolute_paths.xlsx", 5, 10, 0, "Item"},
    {"table_with_insertrow_attribute.xlsx", 33, 130, 0, "Id"},
    {"temperature-fallible.xlsx", 5, 13, 0, "label"},
    {"temperature-in-middle.xlsx", 3, 6, 0, "label"},
    {"temperature-table.xlsx", 3, 6, 0, "label"},
    {"temperature.xlsx", 3, 6, 0, "label"},
    {"too_small.xls", 0, 0, 0, " is a text of cells, not a workbook: rename it to end in .csv, or read it as one with -F csv"},
    {"vba.xlsm", 0, 0, 0, without_rows},
    {"whitespace_trim.xlsx", 3, 7, 0, "  trimmed value  "},
};
// clang-format on

const std::vector<std::string> refused_kinds = {".xls", ".xlsb", ".ods"};

bool is_workbook(const fs::path& path) {
  const auto kind = path.extension().string();
  return kind == ".xlsx" || kind == ".xlsm" ||
         std::find(refused_kinds.begin(), refused_kinds.end(), kind) != refused_kinds.end();
}

/// What is expected of a file of another kind that the table does not name.
std::string kind_message(const fs::path& file) {
  if (file.extension() == ".xls") return of_xls;
  return file.extension() == ".xlsb" ? of_xlsb : of_ods;
}

Outcome expected_of(const fs::path& file) {
  for (const auto& outcome : outcomes) {
    if (outcome.file == file) return outcome;
  }
  return {file.string(), 0, 0, 0, kind_message(file)};
}

std::vector<std::vector<std::string>> rows_of(const std::string& file, const std::string& sheet) {
  std::vector<std::vector<std::string>> rows;
  const auto input = leadbook::ingest::Input::open((folder / file).string());
  auto source = leadbook::ingest::open_workbook(input);
  if (!sheet.empty()) source = source->sheet(sheet);
  source->each([&rows](Row& row) {
    rows.push_back(row.cells);
    return true;
  });
  return rows;
}

using Rows = std::vector<std::vector<std::string>>;

bool skip() {
  if (fs::exists(folder)) return false;
  WARN("skipped: ../shared/data/xlsx is absent");
  return true;
}

}  // namespace

TEST_CASE("every real workbook is read or refused in words, as the table says") {
  if (skip()) return;
  std::size_t count = 0;
  for (const fs::path& path : fs::directory_iterator(folder)) {
    if (!is_workbook(path)) continue;
    ++count;
    INFO(path);
    const auto expected = expected_of(path.filename());
    const auto outcome = outcome_of(path.filename().string());
    CHECK(outcome.rows == expected.rows);
    CHECK(outcome.cells == expected.cells);
    CHECK(outcome.problems == expected.problems);
    CHECK(outcome.start == expected.start);
  }
  CHECK(count >= outcomes.size());
}

TEST_CASE("days and durations of a real workbook are the same in both epochs") {
  if (skip()) return;
  const Rows days = {{"2021-01-01", "15"}, {"2021-01-02", "16"}, {"255:10:10", "17"}};
  CHECK(rows_of("date.xlsx", "") == days);
  CHECK(rows_of("date_1904.xlsx", "") == days);
}

TEST_CASE("merged cells of a real workbook hold for all their rows") {
  if (skip()) return;
  CHECK(rows_of("merged_range.xlsx", "Sheet2") == Rows{{"A1", "B1", "C1", "", "E1", "F1"},
                                                       {"A1", "B3", "C3", "", "E3", "F1"},
                                                       {"A1", "B4", "C3", "", "E4", "F1"}});
}

TEST_CASE("formulas of a real workbook are read by the values it saved") {
  if (skip()) return;
  CHECK(rows_of("shared_formula_simple.xlsx", "") == Rows{{"1", "2"}, {"2", "4"}, {"3", "6"}});
}

TEST_CASE("hidden sheets of a real workbook are read by name alone, and charts never") {
  if (skip()) return;
  const auto input = leadbook::ingest::Input::open((folder / "any_sheets.xlsx").string());
  const auto source = leadbook::ingest::open_workbook(input);
  CHECK(source->facts().sheet == "Visible");
  CHECK(rows_of("any_sheets.xlsx", "Hidden").empty());
  CHECK_THROWS_AS(rows_of("any_sheets.xlsx", "Chart"), leadbook::Error);
}

TEST_CASE("a sheet that says it reaches to XFD1048576 costs no more than its cells") {
  if (skip()) return;
  CHECK(rows_of("issue_174.xlsx", "") == Rows{{"Your Ref #",
                                               "Contact Name",
                                               "Contact Number",
                                               "Address",
                                               "City ",
                                               "Weight",
                                               "Pieces",
                                               "Material Cost",
                                               "SPL Instruction",
                                               "Remarks",
                                               "Your Company"},
                                              {"123",
                                               "Test Contact Name",
                                               "Test Contact Number",
                                               "Hello Address",
                                               "My City",
                                               "1.5",
                                               "1",
                                               "1.201",
                                               "Nothing SPL",
                                               "No Remarks",
                                               "My Company?"}});
}
