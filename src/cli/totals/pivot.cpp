// Totals with the values of one dimension side by side.
#include <algorithm>
#include <map>

#include "cli/totals/cells.hpp"
#include "cli/totals/table.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Align;
using present::Cell;
using service::Totals;
using service::TotalsKey;
using service::TotalsQuery;
using service::TotalsRow;

using Keys = std::vector<TotalsKey>;

/// All groups of a query by their keys: those of the rows, and the one side by side.
class Grid {
 public:
  Grid(const Totals& totals, std::size_t pivot) {
    for (const auto& row : totals.rows) {
      auto keys = row.keys;
      const auto beside = keys[pivot];
      keys.erase(keys.begin() + static_cast<std::ptrdiff_t>(pivot));
      rows_[{keys, beside}] = &row;
    }
  }

  const TotalsRow* find(const Keys& keys, const TotalsKey& beside) const {
    const auto found = rows_.find({keys, beside});
    return found == rows_.end() ? nullptr : found->second;
  }

 private:
  std::map<std::pair<Keys, TotalsKey>, const TotalsRow*> rows_;
};

/// The same query by other dimensions, for sums in which each record counts once.
TotalsQuery by_others(const TotalsQuery& query, std::vector<Dimension> by) {
  auto other = query;
  other.by = std::move(by);
  return other;
}

std::string beside_key(const TotalsKey& key) {
  if (key.record) return key.text.empty() ? reference_text(*key.record) : key.text;
  return key.text.empty() ? "not_stated" : key.text;
}

}  // namespace

TotalsTable make_pivot_table(Env& env,
                             const TotalsQuery& query,
                             const std::vector<AskedMeasure>& measures,
                             Dimension pivot) {
  for (const auto& asked : measures) {
    if (asked.change != Change::none) {
      throw Error(ErrorKind::usage,
                  say("--pivot: yoy, mom, average and median cannot stand side by side"));
    }
  }
  auto& db = env.db();
  auto by = query.by;
  const auto place = static_cast<std::size_t>(std::find(by.begin(), by.end(), pivot) - by.begin());
  if (place == by.size()) by.push_back(pivot);
  const auto all = by_others(query, by);
  by.erase(by.begin() + static_cast<std::ptrdiff_t>(place));
  const auto cells_of = service::totals(db, all);
  const auto rows = service::totals(db, by_others(query, by));
  const auto beside = service::totals(db, by_others(query, {pivot}));
  const Grid grid(cells_of, place);
  store::Names names(db);
  expect_keys(cells_of.rows, names);

  TotalsTable made;
  auto& table = made.table;
  table.key = "totals";
  for (const auto dimension : by) {
    const auto columns = key_columns(dimension);
    made.readable.push_back(columns.front().key);
    table.columns.insert(table.columns.end(), columns.begin(), columns.end());
  }
  const auto add_column = [&](const std::string& name, const std::string& key, Measure measure) {
    const bool one = measures.size() == 1;
    const auto measure_key = key + "_" + std::string(identifier(measure));
    table.columns.push_back(
        {one ? name : say("{} {}", name, name_of(measure)), one ? key : measure_key, Align::right});
    made.readable.push_back(table.columns.back().key);
  };
  for (const auto& column : beside.rows) {
    const auto& key = column.keys.front();
    for (const auto& asked : measures) {
      add_column(key_text(pivot, key, names), beside_key(key), asked.measure);
    }
  }
  for (const auto& asked : measures) add_column(say("Total"), "total", asked.measure);

  const auto cell = [&](const TotalsRow* row, Measure measure) -> Cell {
    const auto& value =
        row == nullptr ? service::TotalsValue() : row->values[place_of(query, measure)];
    return value_cell(
        measure,
        value,
        row == nullptr ? query.rates.in.value_or(Currency()) : currency_of(query, *row));
  };
  const auto blank_sum = [&](Measure measure) {
    return !query.rates.in && unit_of(measure) == MeasureUnit::money;
  };
  const auto in = query.rates.in.value_or(Currency());
  for (const auto& row : rows.rows) {
    auto& cells = table.rows.emplace_back();
    for (std::size_t index = 0; index < by.size(); ++index) {
      const auto keys = key_cells(by[index], row.keys[index], names);
      cells.insert(cells.end(), keys.begin(), keys.end());
    }
    for (const auto& column : beside.rows) {
      const auto* found = grid.find(row.keys, column.keys.front());
      for (const auto& asked : measures) cells.push_back(cell(found, asked.measure));
    }
    for (const auto& asked : measures) {
      cells.push_back(
          blank_sum(asked.measure)
              ? Cell()
              : value_cell(asked.measure, row.values[place_of(query, asked.measure)], in));
    }
  }
  auto sum = total_key_cells(by);
  for (const auto& column : beside.rows) {
    for (const auto& asked : measures) {
      sum.push_back(value_cell(asked.measure,
                               column.values[place_of(query, asked.measure)],
                               pivot == Dimension::currency && !query.rates.in
                                   ? Currency::parse(column.keys.front().text).value()
                                   : in));
    }
  }
  for (const auto& asked : measures) {
    sum.push_back(blank_sum(asked.measure)
                      ? Cell()
                      : value_cell(asked.measure, beside.sum[place_of(query, asked.measure)], in));
  }
  if (by.empty()) {
    table.rows.assign(1, std::move(sum));
  } else {
    table.total = std::move(sum);
  }
  table.title = title_of(env, query);
  table.notes = totals_notes(all, cells_of);
  return made;
}

}  // namespace leadbook::cli
