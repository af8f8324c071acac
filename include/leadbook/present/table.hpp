// A listing: headings, JSON keys, alignments and values, written in any format.
#pragma once

#include <functional>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "leadbook/present/cell.hpp"
#include "leadbook/present/style.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::present {

using text::Align;

struct Column {
  std::string heading;  // for people, in the chosen language
  std::string key;      // in JSON, CSV and TSV, the same in every language
  Align align = Align::left;
  bool wraps = false;  // a table of which all columns do is set in text with cells of several lines
};

/// The columns a chart of the rows is of, by key; no `value` for none.
struct ChartOf {
  std::string labels;  // "county,quarter"
  std::string value;
};

struct Table {
  std::string key;  // of the rows in JSON: "projects"
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  std::optional<std::vector<Cell>> total;  // not in CSV, TSV and JSONL, which are data only
  std::vector<std::string> notes;          // nor are these
  std::string title = {};  // of a table of figures, as it is printed: with the unit of its amounts
  std::string drawing = {};  // of the rows, as an element of SVG: below them in HTML, nowhere else
  ChartOf chart = {};        // in a workbook beside them, which draws it itself
};

/// A column together with how it is filled from a row of some type.
template <class Row>
struct Field {
  std::string heading;
  std::string key;
  Align align = Align::left;
  std::function<Cell(const Row&)> value;
};

template <class Row>
Table make_table(std::string key,
                 const std::vector<Field<Row>>& fields,
                 std::type_identity_t<std::span<const Row>> rows) {
  Table table;
  table.key = std::move(key);
  for (const auto& field : fields) {
    table.columns.push_back({field.heading, field.key, field.align});
  }
  table.rows.reserve(rows.size());
  for (const auto& row : rows) {
    auto& cells = table.rows.emplace_back();
    cells.reserve(fields.size());
    for (const auto& field : fields) cells.push_back(field.value(row));
  }
  return table;
}

/// Writes the table in the style's format. In CSV and TSV the amounts of a table of figures are
/// numbers of yuan, their currency in a column beside each.
/// An empty one says "Nothing found." in text only.
void render(std::ostream& out, const Table& table, const Style& style);

}  // namespace leadbook::present

extern template class std::vector<leadbook::present::Column>;
extern template class std::vector<std::vector<leadbook::present::Cell>>;
