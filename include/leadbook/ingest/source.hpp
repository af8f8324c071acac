// A text or workbook of rows to import, whatever its format: opened, found out about, and read as
// often as needed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/ingest/input.hpp"

namespace leadbook::ingest {

enum class Format { csv, tsv, json, jsonl, xlsx };

/// What is wrong in a row: the line, the number of the cell (both from 1; 0 for the row as a
/// whole), and why.
struct RowProblem {
  std::size_t line = 0;
  std::size_t column = 0;
  std::string message;
  bool in_cell = false;  // the row's other cells are what they are

  bool operator==(const RowProblem&) const = default;
};

/// A cell of a sheet that is one with those above or below it: its value stands in each.
struct MergedCell {
  std::size_t column = 0;  // from 1
  std::size_t first_line = 0;
  std::size_t last_line = 0;

  bool operator==(const MergedCell&) const = default;
};

/// A row with the line of its first character, or its number in a sheet. Its cells are what could
/// be read of it where it has problems.
struct Row {
  std::size_t line = 0;
  std::vector<std::string> cells;  // trailing empty ones may be missing where the format has none
  std::vector<RowProblem> problems;
  std::vector<MergedCell> merged = {};
  bool hidden = false;   // or filtered out
  std::string raw = {};  // JSON: the record as it is written, or what stands in its place
};

struct SourceOptions {
  std::optional<Format> format;   // else by the name's ending, else by the content
  std::string encoding;           // else found out
  std::optional<char> delimiter;  // else found out
  std::string list_key;           // of the rows in a JSON object; else its only list of objects
};

/// A sheet of a workbook that can hold rows.
struct SheetFacts {
  std::string name;
  bool hidden = false;
  bool has_rows = false;

  bool operator==(const SheetFacts&) const = default;
};

/// What was found out, for the report of an import.
struct SourceFacts {
  Format format = Format::csv;
  std::string encoding;  // "UTF-8", "GB18030"; "" for a workbook
  bool byte_order_mark = false;
  std::optional<char> delimiter;  // of CSV and TSV
  std::string sheet;              // the one that is read
  std::vector<SheetFacts> sheets;
  std::vector<std::size_t> hidden_columns;  // of that sheet, from 1
  bool dates_from_1904 = false;             // what day bare serial numbers count from
};

class Source {
 public:
  virtual ~Source() = default;

  virtual const SourceFacts& facts() const = 0;

  /// Reads from the start and calls `take` for each row until that answers false. The row is the
  /// source's own, good until `take` returns. Throws Error{failed} where the input cannot be
  /// read, Error{refused} where its text is wrong in a way past which there is no reading on.
  virtual void each(const std::function<bool(Row&)>& take) = 0;

  /// JSON: what the cells are called, in the order in which the names first came; a row may have
  /// fewer. Nothing for formats whose headings are a row.
  virtual const std::vector<std::string>* keys() const { return nullptr; }

  /// Another sheet of a workbook, by its name or its number among those that are not hidden, from
  /// 1; nothing for other formats. Throws Error{usage} where there is no such sheet.
  virtual std::unique_ptr<Source> sheet(const std::string&) const { return nullptr; }
};

/// Opens an input, which must outlive the source; of a workbook the first sheet that has rows and
/// is not hidden. What the first bytes say goes before the name: a workbook is one whatever it is
/// called. Throws Error{usage}, Error{refused} or Error{failed} that says what is
/// wrong and what to do: the byte that no encoding explains, delimiters that tie, a sheet that is
/// not there, a workbook that is damaged, encrypted or of another format.
std::unique_ptr<Source> open_source(const Input& input, const SourceOptions& options);

/// The format of a name: "deals.xlsx"; nothing where its ending says none.
std::optional<Format> format_of_name(std::string_view name);

}  // namespace leadbook::ingest
