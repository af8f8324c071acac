// Rows of a table that are no records: totals, group headings, rows of units or column numbers,
// signatures below, another table.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/ingest/source.hpp"
#include "service/import/columns.hpp"

namespace leadbook::service {

enum class Aside {
  headings,  // once more, as files put together from several have them
  units,     // （万元）, 个
  numbers,   // 1, 2, 3 ...
  total,     // 合计, 拜泉县小计（2个）, Subtotal
  part,      // 其中: what a total is made of, said without a total of its own
  group,     // 一、工业项目
  note,      // a footnote, a signature
  example,   // of this program's template
  table,     // of another table, whose headings stand in the first such row
};

/// What a text says of sums.
struct SumWord {
  bool is_sum = false;
  bool is_part = false;   // 其中
  bool is_whole = false;  // of all rows: 合计, Grand Total; else of some
  bool is_sure = false;   // the word alone; else a name that ends with it
};
SumWord sum_word(std::string_view text);

/// Whether a text is how offices number groups: 一、 （一） 第一部分 II.; `alone` for nothing
/// behind the number.
bool begins_group(std::string_view text);
bool is_group_number(std::string_view text);

/// Whether a text is a number, with or without a unit.
bool is_figure(std::string_view text);

/// Whether a row counts the columns: 1, 2, 3 and so on.
bool is_row_of_numbers(const std::vector<std::string>& cells);

/// The texts of a row that are its own, not merged into it from above; trimmed.
std::vector<std::string> own_cells(const ingest::Row& row);

/// Tells the rows of one table apart, which come in order.
class AsideFinder {
 public:
  /// `headings` are the rows that name the columns, as they stand.
  AsideFinder(const ColumnRules& rules,
              const ImportColumns& columns,
              const std::vector<std::vector<std::string>>& headings);

  /// Nothing for a record.
  std::optional<Aside> find(const ingest::Row& row);

  /// Whether the last answer could be wrong: a project may be called so.
  bool was_unsure() const { return unsure_; }

  /// Whether the last row is the heading of another table.
  bool begins_table() const { return begins_table_; }

  /// What the last row is called, and by what word it is a sum.
  const std::string& said() const { return said_; }
  const SumWord& word() const { return word_; }

  /// Whether the last row is a group only because its number is one of a group's.
  bool was_by_number() const { return by_number_; }

 private:
  struct Filled {
    std::size_t column = 0;
    std::string text;
  };

  bool is_heading(const ingest::Row& row) const;
  bool is_other_heading(const std::vector<Filled>& filled) const;
  bool is_example(const std::vector<Filled>& filled) const;
  std::optional<Aside> find_sum(const std::vector<Filled>& filled);
  bool is_group(const std::vector<Filled>& filled);
  bool is_note(const std::vector<Filled>& filled);
  bool is_name_of_row(std::size_t column) const;
  bool names_row(std::size_t column) const;
  static bool counts_columns(const std::vector<Filled>& filled);
  bool is_complete(const std::vector<Filled>& filled) const;
  bool has_day(const std::vector<Filled>& filled) const;
  std::size_t count_telling(const std::vector<Filled>& filled, std::size_t but) const;
  const ColumnTarget& target(std::size_t column) const;

  const ColumnRules& rules_;
  const ImportColumns& columns_;
  std::vector<std::vector<std::string>> headings_;  // without blank cells at their ends
  std::set<std::string, std::less<>> heading_texts_;
  std::vector<bool> names_row_;      // by column
  std::vector<std::size_t> needed_;  // columns of fields that a record must have
  bool in_other_table_ = false;
  bool has_notes_ = false;
  bool unsure_ = false;
  bool by_number_ = false;
  bool begins_table_ = false;
  std::string said_;
  SumWord word_;
};

}  // namespace leadbook::service
