// The rows of a CSV text as RFC 4180 has them, one at a time with the lines they stand on.
#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leadbook::ingest {

/// What is wrong in a row: the line, the number of the cell (both from 1), and why.
struct CsvProblem {
  std::size_t line = 0;
  std::size_t column = 0;
  std::string message;

  bool operator==(const CsvProblem&) const = default;
};

/// A row with the line of its first character; where it has problems, its cells mean nothing.
struct CsvRow {
  std::size_t line = 0;
  std::vector<std::string> cells;
  std::vector<CsvProblem> problems;
};

/// Reads UTF-8 text with or without a byte order mark, its lines ending in LF or CRLF. A line end
/// within quotes belongs to the cell, as LF. An apostrophe that keeps a spreadsheet from taking a
/// cell for a formula ('=1) is taken off. Lines of nothing are passed over.
class CsvReader {
 public:
  explicit CsvReader(std::istream& in) : in_(in), buffer_(buffer_size) {}

  /// The next row; nothing at the end. The first row says how many cells each must have. A row is
  /// read to its end whatever is wrong with it, and so is the text, except past a row without
  /// limit. Throws Error{failed} where the text cannot be read on.
  std::optional<CsvRow> next();

 private:
  enum class Stop { comma, line, text };

  static constexpr std::size_t buffer_size = 65'536;

  bool has_byte();
  bool next_is(char byte) { return has_byte() && buffer_[at_] == byte; }
  bool find_byte(std::string_view stops, std::string& cell);
  void skip_byte_order_mark();
  CsvRow read_row();
  Stop read_plain(CsvRow& row, std::string& cell, bool after_quote);
  Stop read_quoted(CsvRow& row, std::string& cell);
  void check_text(CsvRow& row, const std::string& cell, std::size_t line) const;
  void check_width(CsvRow& row);

  std::istream& in_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  std::size_t line_ = 0;
  std::size_t width_ = 0;
  std::size_t row_bytes_ = 0;
  bool ended_ = false;
};

}  // namespace leadbook::ingest
