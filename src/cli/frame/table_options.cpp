#include "cli/frame/table_options.hpp"

#include <algorithm>

#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

std::size_t column_index(const std::vector<present::Column>& columns, std::string_view name) {
  std::vector<std::string> keys;
  for (std::size_t index = 0; index < columns.size(); ++index) {
    const auto& column = columns[index];
    if (column.key == name || column.heading == name) return index;
    keys.push_back(column.key);
  }
  std::string all;
  for (const auto& key : keys) all += (all.empty() ? "" : ", ") + key;
  throw Error(ErrorKind::usage,
              say("there is no column '{}'; there are {}", text::visible(name), all));
}

/// Negative, zero or positive, as text compares; a wrong order of kinds cannot happen in a column.
int compare(const present::Cell& left, const present::Cell& right) {
  const auto order = [](const auto& a, const auto& b) { return a < b ? -1 : (b < a ? 1 : 0); };
  if (left.value.index() == right.value.index()) {
    if (const auto* number = std::get_if<std::int64_t>(&left.value)) {
      return order(*number, std::get<std::int64_t>(right.value));
    }
    if (const auto* amount = std::get_if<Amount>(&left.value)) {
      const auto& other = std::get<Amount>(right.value);
      const int by_currency = order(amount->money.currency, other.money.currency);
      return by_currency != 0 ? by_currency : order(amount->money.minor, other.money.minor);
    }
    if (const auto* date = std::get_if<Date>(&left.value)) {
      return order(*date, std::get<Date>(right.value));
    }
    if (const auto* decimal = std::get_if<present::Decimal>(&left.value)) {
      return order(decimal->minor, std::get<present::Decimal>(right.value).minor);
    }
    if (const auto* reference = std::get_if<Reference>(&left.value)) {
      return order(*reference, std::get<Reference>(right.value));
    }
  }
  return order(present::plain_text(left), present::plain_text(right));
}

}  // namespace

std::vector<std::size_t> columns_named(const std::vector<present::Column>& columns,
                                       const std::string& names) {
  std::vector<std::size_t> chosen;
  if (names.empty()) {
    for (std::size_t index = 0; index < columns.size(); ++index) chosen.push_back(index);
    return chosen;
  }
  for (const auto name : text::split(names, ',')) {
    chosen.push_back(column_index(columns, text::trim(name)));
  }
  return chosen;
}

void choose_columns(present::Table& table, const std::string& names) {
  if (names.empty()) return;
  const auto chosen = columns_named(table.columns, names);
  const auto keep = [&](auto& cells) {
    std::decay_t<decltype(cells)> kept;
    for (const auto index : chosen) kept.push_back(cells[index]);
    cells = std::move(kept);
  };
  keep(table.columns);
  for (auto& row : table.rows) keep(row);
  if (table.total) keep(*table.total);
}

std::optional<SortColumn> sort_column(const std::vector<present::Column>& columns,
                                      const std::string& name) {
  if (name.empty()) return {};
  const bool descending = name.front() == '-';
  return SortColumn{column_index(columns, std::string_view(name).substr(descending ? 1 : 0)),
                    descending};
}

bool SortColumn::puts_before(const present::Cell& left, const present::Cell& right) const {
  const bool left_empty = present::is_empty(left);
  const bool right_empty = present::is_empty(right);
  if (left_empty || right_empty) return !left_empty && right_empty;
  const int order = compare(left, right);
  return descending ? order > 0 : order < 0;
}

void sort_rows(present::Table& table, const std::string& name) {
  const auto by = sort_column(table.columns, name);
  if (!by) return;
  std::stable_sort(table.rows.begin(), table.rows.end(), [&](const auto& left, const auto& right) {
    return by->puts_before(left[by->index], right[by->index]);
  });
}

std::optional<std::int64_t> read_limit(const std::string& limit) {
  if (limit.empty()) return {};
  const auto count = parse_count(limit);
  if (!count) throw Error(ErrorKind::usage, "--limit: " + count.problem().message);
  return *count;
}

void limit_rows(present::Table& table, const std::string& limit) {
  const auto count = read_limit(limit);
  if (count && table.rows.size() > static_cast<std::size_t>(*count)) {
    table.rows.resize(static_cast<std::size_t>(*count));
  }
}

}  // namespace leadbook::cli
