#include "cli/totals/table.hpp"

#include <algorithm>
#include <map>

#include "cli/totals/cells.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Align;
using present::Cell;
using service::TotalsKey;
using service::TotalsQuery;
using service::TotalsRow;
using service::TotalsValue;

/// The totals of the period a measure is compared with, to be looked up by the keys of this one.
class Earlier {
 public:
  Earlier(store::Db& db, const TotalsQuery& query, Change change) : by_(query.by), change_(change) {
    auto earlier = query;
    earlier.with_records = false;
    earlier.period = shifted(query.period);
    // Month by month the month before lies within the period itself, but for the first.
    if (change == Change::month_over_month && has_time()) {
      const auto first = span_holding(time(), query.period.first);
      earlier.period = period_of(period_before(first).first, query.period.last);
    }
    const auto totals = service::totals(db, earlier);
    has_records_ = service::has_records(db, earlier.period);
    for (const auto& row : totals.rows) values_[row.keys] = row.values;
    sum_ = totals.sum;
    has_sum_ = change != Change::month_over_month || !has_time();
  }

  const TotalsValue* find(const TotalsRow& row, std::size_t place) const {
    auto keys = row.keys;
    for (std::size_t index = 0; index < by_.size(); ++index) {
      if (!is_time(by_[index]) || keys[index].text.empty()) continue;
      const auto span = parse_period(keys[index].text, Day());
      if (!span) return nullptr;
      keys[index].text = shifted(*span).text;
    }
    const auto found = values_.find(keys);
    return found == values_.end() ? nullptr : &found->second[place];
  }

  const TotalsValue* find_sum(std::size_t place) const { return has_sum_ ? &sum_[place] : nullptr; }
  bool has_records() const { return has_records_; }

 private:
  Period shifted(const Period& period) const {
    return change_ == Change::year_over_year ? year_before(period) : period_before(period);
  }
  bool has_time() const { return std::any_of(by_.begin(), by_.end(), is_time); }
  Dimension time() const { return *std::find_if(by_.begin(), by_.end(), is_time); }

  std::vector<Dimension> by_;
  Change change_;
  std::map<std::vector<TotalsKey>, std::vector<TotalsValue>> values_;
  std::vector<TotalsValue> sum_;
  bool has_sum_ = true;
  bool has_records_ = false;
};

using EarlierByChange = std::map<Change, Earlier>;

EarlierByChange read_earlier(store::Db& db,
                             const TotalsQuery& query,
                             const std::vector<AskedMeasure>& measures) {
  EarlierByChange earlier;
  for (const auto& [measure, change] : measures) {
    if (change == Change::none || earlier.count(change) != 0) continue;
    earlier.emplace(change, Earlier(db, query, change));
  }
  return earlier;
}

std::string change_key(const AskedMeasure& asked) {
  return std::string(identifier(asked.measure)) +
         (asked.change == Change::year_over_year ? "_yoy" : "_mom");
}

void add_change_columns(const AskedMeasure& asked, TotalsTable& made) {
  const auto change =
      asked.change == Change::year_over_year ? say("year on year") : say("on the period before");
  const auto key = change_key(asked);
  made.table.columns.push_back({say("{}, {}", name_of(asked.measure), change), key, Align::right});
  made.table.columns.push_back(
      {say("{} then", name_of(asked.measure)), key + "_then", Align::right});
  made.readable.push_back(key);
}

/// The cells of all measures of a row, or of the sum where there is no row.
std::vector<Cell> measure_cells(const TotalsQuery& query,
                                const std::vector<AskedMeasure>& measures,
                                const std::vector<TotalsValue>& values,
                                const TotalsRow* row,
                                const EarlierByChange& earlier) {
  std::vector<Cell> cells;
  const auto currency =
      row == nullptr ? query.rates.in.value_or(Currency()) : currency_of(query, *row);
  const bool mixed = row == nullptr && !query.rates.in;
  for (const auto& asked : measures) {
    const auto place = place_of(query, asked.measure);
    const bool blank = mixed && unit_of(asked.measure) == MeasureUnit::money;
    if (asked.change == Change::none) {
      auto more = value_cells(asked.measure, values[place], currency);
      if (blank) more.front() = Cell();
      cells.insert(cells.end(), more.begin(), more.end());
      continue;
    }
    const auto& then = earlier.at(asked.change);
    const auto* before = row == nullptr ? then.find_sum(place) : then.find(*row, place);
    const bool no_base = row == nullptr && before == nullptr;
    const auto base = base_of(asked.measure, before, then.has_records());
    cells.push_back(blank || no_base ? Cell()
                                     : change_cell(asked.measure, &values[place], before, base));
    cells.push_back(before == nullptr || blank ? Cell()
                                               : value_cell(asked.measure, *before, currency));
  }
  return cells;
}

void add_measure_columns(const std::vector<AskedMeasure>& measures, TotalsTable& made) {
  for (const auto& asked : measures) {
    if (asked.change != Change::none) {
      add_change_columns(asked, made);
      continue;
    }
    const auto columns = value_columns(asked.measure);
    made.table.columns.insert(made.table.columns.end(), columns.begin(), columns.end());
    const auto readable = readable_columns(asked.measure);
    made.readable.insert(made.readable.end(), readable.begin(), readable.end());
  }
}

void append(std::vector<Cell>& cells, std::vector<Cell> more) {
  cells.insert(cells.end(), more.begin(), more.end());
}

void add_key_columns(const std::vector<Dimension>& by, TotalsTable& made) {
  for (const auto dimension : by) {
    const auto columns = key_columns(dimension);
    made.readable.push_back(columns.front().key);
    made.table.columns.insert(made.table.columns.end(), columns.begin(), columns.end());
  }
}

}  // namespace

Currency currency_of(const TotalsQuery& query, const TotalsRow& row) {
  if (query.rates.in) return *query.rates.in;
  for (std::size_t index = 0; index < query.by.size(); ++index) {
    if (query.by[index] != Dimension::currency || row.keys[index].text.empty()) continue;
    return Currency::parse(row.keys[index].text).value();
  }
  return Currency();
}

TotalsTable make_totals_table(Env& env,
                              const TotalsQuery& query,
                              const std::vector<AskedMeasure>& measures) {
  auto& db = env.db();
  const auto totals = service::totals(db, query);
  const auto earlier = read_earlier(db, query, measures);
  store::Names names(db);
  expect_keys(totals.rows, names);
  TotalsTable made;
  made.table.key = "totals";
  add_key_columns(query.by, made);
  add_measure_columns(measures, made);
  for (const auto& row : totals.rows) {
    auto& cells = made.table.rows.emplace_back();
    for (std::size_t index = 0; index < query.by.size(); ++index) {
      append(cells, key_cells(query.by[index], row.keys[index], names));
    }
    append(cells, measure_cells(query, measures, row.values, &row, earlier));
  }
  auto sum = total_key_cells(query.by);
  append(sum, measure_cells(query, measures, totals.sum, nullptr, earlier));
  if (query.by.empty()) {
    made.table.rows.assign(1, std::move(sum));
  } else {
    made.table.total = std::move(sum);
  }
  for (const auto dimension : query.by) {
    made.labels += (made.labels.empty() ? "" : ",") + std::string(identifier(dimension));
  }
  made.chart = identifier(measures.front().measure);
  made.table.title = title_of(env, query.measures, query.period);
  made.table.notes = totals_notes(query, totals);
  return made;
}

}  // namespace leadbook::cli
