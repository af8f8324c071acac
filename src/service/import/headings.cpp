#include "service/import/headings.hpp"

#include <algorithm>

#include "leadbook/domain/naming/heading.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/import/asides.hpp"
#include "service/import/cells.hpp"

namespace leadbook::service {
namespace {

using Names = std::vector<std::string>;

std::size_t count_filled(const Names& cells) {
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [](const std::string& cell) {
        return !text::trim(cell).empty();
      }));
}

Names trimmed(const ingest::Row& row) {
  Names names;
  for (const auto& cell : row.cells) names.emplace_back(text::trim(cell));
  return names;
}

const std::string& at(const Names& names, std::size_t column) {
  static const std::string none;
  return column < names.size() ? names[column] : none;
}

bool is_known(const ColumnRules& rules, const std::string& name) {
  return !name.empty() && count_headings(rules, {name}) > 0;
}

/// "合计", "总额": the whole of what the heading above says.
bool is_whole(const std::string& name) {
  constexpr std::string_view words[] = {
      "合计", "小计", "总计", "总额", "总数", "总量", "计", "total"};
  const auto plain = plain_heading(name);
  return std::find(std::begin(words), std::end(words), plain) != std::end(words);
}

/// "金额", "名称": what says nothing without the heading above.
bool is_general(const std::string& name) {
  constexpr std::string_view words[] = {
      "金额", "数额", "名称", "日期", "时间", "数量", "个数", "数", "amount", "name", "date"};
  const auto plain = plain_heading(read_heading(name).name);
  return std::find(std::begin(words), std::end(words), plain) != std::end(words);
}

std::string without_part_word(const std::string& name) {
  constexpr std::string_view word = "其中";
  std::string_view rest = name;
  if (!rest.starts_with(word)) return name;
  rest.remove_prefix(word.size());
  for (const std::string_view colon : {":", "："}) {
    if (rest.starts_with(colon)) rest.remove_prefix(colon.size());
  }
  return rest.empty() ? name : std::string(text::trim(rest));
}

/// One row of headings that stands over another.
class HeadingPair {
 public:
  HeadingPair(const ColumnRules& rules, Names upper, const ingest::Row& lower)
      : rules_(rules), upper_(std::move(upper)), lower_(own_cells(lower)) {
    for (const auto& cell : lower.merged) is_merged_ = is_merged_ || cell.first_line < lower.line;
    width_ = std::max(upper_.size(), lower_.size());
  }

  /// Each cell below stands under a heading that reaches over it, and names something; others
  /// reach over both rows.
  bool is_one() const {
    std::size_t below = 0;
    bool has_beside = false;
    bool has_both = is_merged_;
    bool has_known = false;
    for (std::size_t column = 0; column < width_; ++column) {
      const auto& name = at(lower_, column);
      if (name.empty()) {
        has_both = has_both || is_known(rules_, at(upper_, column));
        continue;
      }
      ++below;
      if (is_figure(name)) return false;
      const auto group = group_of(column);
      // A cell below a heading of its own is a value, where nothing joins the two.
      if (!group || (at(upper_, column) == name && !is_merged_)) return false;
      has_beside = has_beside || at(upper_, column).empty();
      has_known = has_known || is_known(rules_, without_part_word(name)) || is_whole(name) ||
                  is_known(rules_, *group + name);
    }
    return below > 0 && has_known && has_both && (has_beside || is_merged_);
  }

  HeadingRows joined() const {
    HeadingRows both;
    for (std::size_t column = 0; column < width_; ++column) {
      both.names.push_back(name_of(column));
      both.parts.push_back(!at(lower_, column).empty());
    }
    return both;
  }

 private:
  /// The heading that reaches over a column: its own, where the next one has none and is named
  /// below as well, or the nearest to the left.
  std::optional<std::string> group_of(std::size_t column) const {
    std::size_t first = column;
    while (first > 0 && at(upper_, first).empty()) --first;
    if (first != column) {
      // Between the two every column is named below.
      for (auto between = first; between <= column; ++between) {
        if (at(lower_, between).empty()) return std::string();
      }
      return at(upper_, first);
    }
    if (at(upper_, column).empty()) return std::string();
    const bool reaches = at(upper_, column + 1).empty() && !at(lower_, column + 1).empty();
    if (reaches || is_merged_) return at(upper_, column);
    return {};
  }

  std::string name_of(std::size_t column) const {
    const auto& below = at(lower_, column);
    auto above = below.empty() ? at(upper_, column) : group_of(column).value_or("");
    if (below.empty() || above.empty()) return below.empty() ? above : below;
    if (is_whole(below)) return above;
    const auto name = without_part_word(below);
    const auto parts = read_heading(above);
    const auto both = parts.name + name;
    const auto twice = std::count(lower_.begin(), lower_.end(), below) > 1;
    const bool needs_both = twice || is_general(name) || !is_known(rules_, name);
    const bool takes_both = needs_both && is_known(rules_, both);
    const bool takes_above = !takes_both && is_general(name) && is_known(rules_, above);
    const auto chosen = takes_above ? parts.name : takes_both || twice ? both : name;
    const bool lacks_unit = read_heading(name).unit.empty() && !parts.unit.empty();
    if (lacks_unit) return chosen + "（" + parts.unit + "）";
    if (chosen == parts.name) return chosen + "（" + read_heading(name).unit + "）";
    return chosen;
  }

  const ColumnRules& rules_;
  Names upper_;
  Names lower_;
  bool is_merged_ = false;  // a heading reaches over both rows
  std::size_t width_ = 0;
};

/// The row that names most, by the rule of find_headings.
std::optional<std::size_t> best_row(const ColumnRules& rules,
                                    const std::vector<ingest::Row>& rows) {
  std::optional<std::size_t> best;
  std::size_t most = 0;
  for (const bool lone : {false, true}) {
    if (best) break;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const auto filled = count_filled(rows[row].cells);
      const auto known = count_headings(rules, rows[row].cells);
      if ((filled == 1) != lone || known <= most) continue;
      best = row;
      most = known;
      if (known >= 2 && known * 2 >= filled) break;
    }
  }
  return best;
}

}  // namespace

std::optional<HeadingRows> find_headings(const ColumnRules& rules,
                                         const std::vector<ingest::Row>& rows,
                                         std::size_t line) {
  std::optional<std::size_t> best;
  if (line == 0) {
    best = best_row(rules, rows);
  } else {
    const auto found = std::find_if(
        rows.begin(), rows.end(), [line](const ingest::Row& row) { return row.line == line; });
    if (found != rows.end()) best = static_cast<std::size_t>(found - rows.begin());
  }
  if (!best) return {};
  HeadingRows headings{*best, *best, trimmed(rows[*best]), {}};
  headings.parts.resize(headings.names.size());
  if (*best > 0 && line == 0) {
    const HeadingPair above(rules, trimmed(rows[*best - 1]), rows[*best]);
    if (count_filled(rows[*best - 1].cells) > 1 && above.is_one()) {
      headings = above.joined();
      headings.first = *best - 1;
      headings.last = *best;
    }
  }
  constexpr std::size_t most_rows = 3;
  while (headings.last + 1 < rows.size() && headings.last - headings.first + 1 < most_rows) {
    const auto& next = rows[headings.last + 1];
    if (is_row_of_units(own_cells(next))) break;
    const HeadingPair below(rules, headings.names, next);
    if (!below.is_one()) break;
    auto joined = below.joined();
    joined.first = headings.first;
    joined.last = headings.last + 1;
    for (std::size_t column = 0; column < headings.parts.size(); ++column) {
      if (headings.parts[column]) joined.parts[column] = true;
    }
    headings = std::move(joined);
  }
  return headings;
}

bool has_headings(const ColumnRules& rules, ingest::Source& source) {
  constexpr std::size_t enough = 30;
  std::size_t rows = 0;
  bool found = false;
  source.each([&](ingest::Row& row) {
    const auto filled = count_filled(row.cells);
    const auto known = count_headings(rules, row.cells);
    found = known >= 2 && known * 2 >= filled;
    return !found && ++rows < enough;
  });
  return found;
}

}  // namespace leadbook::service
