// The rows of a CSV or TSV text, one at a time with the lines they stand on.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/text_source.hpp"
#include "leadbook/ingest/source.hpp"

namespace leadbook::ingest {

enum class CsvForm {
  rfc4180,  // cells in quotes where they need it
  escaped,  // \t \n \r \\ \" for those; quotes only as spreadsheets put them around whole cells
};

/// Reads rows as they are, of any width. A line end is LF or CRLF, within quotes a part of the
/// cell, as LF. An apostrophe that keeps a spreadsheet from taking a cell for a formula ('=1) is
/// taken off. Lines of nothing are passed over.
class CsvRows {
 public:
  CsvRows(TextReader reader, char delimiter, CsvForm form);

  /// The next row, good until the next call; nothing at the end. A row is read to its end whatever
  /// is wrong with it, and so is the text, except past a row without limit.
  Row* next();

 private:
  enum class Stop { cell, line, text };
  using Stops = std::array<bool, 256>;

  bool has_byte();
  bool next_is(char byte) { return has_byte() && *at_ == byte; }
  bool take_until(const Stops& stops, std::string& cell);
  std::string& add_cell();
  Stop read_cell();
  Stop read_plain(std::string& cell, bool after_quote);
  Stop read_quoted(std::string& cell);
  Stop leave_quotes(std::string& cell, std::size_t line);
  void check_text(const std::string& cell, std::size_t line);
  void add_problem(std::size_t line, std::string message);

  TextReader reader_;
  char delimiter_;
  CsvForm form_;
  Stops plain_stops_{};
  Stops quoted_stops_{};
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  Row row_;
  std::size_t cells_ = 0;  // of the row so far
  std::size_t line_ = 1;
  std::size_t row_bytes_ = 0;
  bool suspicious_ = false;  // whether the cell may hold what no text may
  bool ended_ = false;
};

}  // namespace leadbook::ingest
