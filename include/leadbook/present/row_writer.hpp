// Rows written one at a time, in any format, without holding them all.
#pragma once

#include <memory>
#include <ostream>
#include <vector>

#include "leadbook/present/table.hpp"

namespace leadbook::present {

class RowWriter {
 public:
  virtual ~RowWriter() = default;

  /// Writes a row that has a cell for each column.
  virtual void add(const std::vector<Cell>& cells) = 0;

  /// Writes what follows the rows; nothing may be added after it. A workbook reaches the stream
  /// only now. Throws Error{failed} where it cannot be made.
  virtual void finish() = 0;
};

/// Begins an output of the rows to come. Of `head` the key, columns, total and notes count; it need
/// not outlive the call. Only text, whose columns are as wide as their widest cell, holds the rows
/// until the end. Throws Error{failed} where a workbook cannot be written on this machine.
std::unique_ptr<RowWriter> open_rows(std::ostream& out, const Table& head, const Style& style);

/// As `open_rows`, but nothing reaches `out` before all is finished, so that who reads it slowly
/// keeps nobody waiting: rows are held in memory while they are few, then in a file without a name.
std::unique_ptr<RowWriter> open_held_rows(std::ostream& out, const Table& head, const Style& style);

}  // namespace leadbook::present
