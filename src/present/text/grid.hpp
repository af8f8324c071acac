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

  /// Makes a line have at most `width` columns: columns without a value give way, headings wrap,
  /// then texts do, the widest first. False where it cannot.
  bool shrink(std::size_t width);

  void each_row(const std::function<void(const ShownRow&)>& take) const;
  /// The row of sums; nothing where there is none.
  std::optional<ShownRow> total() const;

  /// A line, cells padded to the widths, without trailing blanks; several where a text is wider
  /// than its column, the last of them cut.
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
    std::size_t cells = 0;                 // the widest of its cells
    std::size_t texts = 0;                 // and of those that may be wrapped
    std::size_t word = 0;                  // the widest word of the heading
    std::optional<std::string> unit = {};  // of all its amounts
    bool one_unit = true;
    bool is_dropped = false;

    Align shown_align() const { return unit && one_unit ? Align::right : align; }
  };

  void drop_empty(std::size_t width);
  std::size_t line_width() const;
  /// Narrows what is above its floor, the widest first, until the line has at most `width` columns.
  template <class Floor>
  void narrow(std::size_t width, const Floor& floor);
  void append_line(const ShownRow& row, std::string& to) const;
  void measure(Measured& column, const Cell& cell, const ShownCell& shown);
  /// Appends the row in the form that `read_row` takes off again.
  void append_held(const std::vector<Cell>& row, std::string& to);
  void hold();

  AmountLook unit_;
  bool is_coloured_;
  std::vector<Measured> columns_;
  Spool spool_;
  std::string last_;  // rows that do not make a piece yet
  std::optional<std::string> total_;
  std::size_t count_ = 0;
};

}  // namespace leadbook::present
