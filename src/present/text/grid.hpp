// Rows made into texts and widths, held until all are known, then laid out in columns.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/present/table.hpp"
#include "present/spool.hpp"

namespace leadbook::present {

/// A cell as people see it, made visible, and how many columns of a terminal it takes.
struct ShownCell {
  std::string_view text;
  std::size_t width = 0;
};
using ShownRow = std::vector<ShownCell>;

class Grid {
 public:
  Grid(const std::vector<Column>& columns, const Style& style);

  void add(const std::vector<Cell>& row);
  void set_total(const std::vector<Cell>& row);

  bool is_empty() const { return count_ == 0; }

  /// Shrinks the widest columns until a line has at most `width` columns; false where it cannot.
  bool shrink(std::size_t width);

  void each_row(const std::function<void(const ShownRow&)>& take) const;
  /// The row of sums; nothing where there is none.
  std::optional<ShownRow> total() const;

  /// A line, cells cut and padded to the widths, without trailing blanks.
  void append_row(const ShownRow& row, std::string& to) const;
  void append_headings(std::string& to) const;
  /// A rule under each column.
  void append_rules(std::string& to) const;

 private:
  /// What is known of a column so far.
  struct Measured {
    std::string heading;
    Align align;
    std::size_t width;
    std::size_t least;                     // what it can be shrunk to
    std::optional<std::string> unit = {};  // of all its amounts
    bool one_unit = true;

    Align shown_align() const { return unit && one_unit ? Align::right : align; }
  };

  void measure(Measured& column, const Cell& cell, const ShownCell& shown);
  /// Appends the row in the form that `read_row` takes off again.
  void append_held(const std::vector<Cell>& row, std::string& to);
  void hold();

  AmountUnit unit_;
  std::vector<Measured> columns_;
  Spool spool_;
  std::string last_;  // rows that do not make a piece yet
  std::optional<std::string> total_;
  std::size_t count_ = 0;
};

}  // namespace leadbook::present
