#include "cli/totals/table.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <span>

#include "cli/totals/cells.hpp"
#include "leadbook/service/standing/county_values.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Align;
using present::Cell;
using service::Totals;
using service::TotalsKey;
using service::TotalsQuery;
using service::TotalsRow;
using service::TotalsValue;

constexpr std::size_t most_spans = 400;

/// The totals of the period a measure is compared with, to be looked up by the keys of this one.
class Earlier {
 public:
  Earlier(store::Db& db, const TotalsQuery& query, Change change) : by_(query.by), change_(change) {
    auto earlier = query;
    earlier.with_records = earlier.with_parts = false;
    earlier.period = shifted(query.period);
    // Month by month the month before lies within the period itself, but for the first.
    if (change == Change::month_over_month && has_time()) {
      const auto first = span_holding(time(), query.period.first);
      earlier.period = period_of(period_before(first).first, query.period.last);
    }
    const auto totals = service::totals(db, earlier);
    find_spans_with_records(db, query, earlier.period);
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
  /// Whether the book holds anything of the time that a row, or the sum, is compared with.
  bool has_records(const TotalsRow* row) const {
    if (row == nullptr || !has_time()) return has_records_;
    for (std::size_t index = 0; index < by_.size(); ++index) {
      if (!is_time(by_[index]) || row->keys[index].text.empty()) continue;
      const auto found = spans_.find(row->keys[index].text);
      return found == spans_.end() ? has_records_ : found->second;
    }
    return has_records_;
  }

 private:
  /// Of the whole time and, by spans of it, of each: what lies before the first record is not 0.
  void find_spans_with_records(store::Db& db, const TotalsQuery& query, const Period& whole) {
    has_records_ = service::has_records(db, whole);
    if (!has_time()) return;
    for (auto day = query.period.first; day <= query.period.last && spans_.size() < most_spans;) {
      const auto span = span_holding(time(), day);
      spans_[span.text] = service::has_records(db, shifted(span));
      day = span.last + std::chrono::days{1};
    }
  }

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
  std::map<std::string, bool> spans_;  // by the span a row is of
};

using EarlierByChange = std::map<Change, Earlier>;

EarlierByChange read_earlier(store::Db& db,
                             const TotalsQuery& query,
                             const std::vector<AskedMeasure>& measures) {
  EarlierByChange earlier;
  for (const auto& [measure, change] : measures) {
    if (change == Change::none || is_of_one(change) || earlier.count(change) != 0) continue;
    earlier.emplace(change, Earlier(db, query, change));
  }
  return earlier;
}

std::string change_key(Change change) {
  switch (change) {
    case Change::year_over_year:
      return "_yoy";
    case Change::month_over_month:
      return "_mom";
    case Change::average:
      return "_average";
    case Change::median:
      return "_median";
    case Change::none:
      break;
  }
  return "";
}

std::string change_name(Change change) {
  switch (change) {
    case Change::year_over_year:
      return say("year on year");
    case Change::month_over_month:
      return say("on the period before");
    case Change::average:
      return say("average of a project");
    case Change::median:
      return say("median of the projects");
    case Change::none:
      break;
  }
  return "";
}

void add_change_columns(const AskedMeasure& asked, TotalsTable& made) {
  const auto change = change_name(asked.change);
  const auto key = std::string(identifier(asked.measure)) + change_key(asked.change);
  made.table.columns.push_back({say("{}, {}", name_of(asked.measure), change), key, Align::right});
  made.readable.push_back(key);
  if (is_of_one(asked.change)) return;
  made.table.columns.push_back(
      {say("{} then", name_of(asked.measure)), key + "_then", Align::right});
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
      if (query.with_reported && !is_quotient(asked.measure)) {
        const auto reported = values[place].reported;
        cells.push_back(reported == 0 ? Cell()
                                      : part_cell(asked.measure, reported, currency, false));
      }
      continue;
    }
    if (is_of_one(asked.change)) {
      cells.push_back(blank ? Cell()
                            : of_one_cell(asked.measure, values[place], asked.change, currency));
      continue;
    }
    const auto& then = earlier.at(asked.change);
    const auto* before = row == nullptr ? then.find_sum(place) : then.find(*row, place);
    const bool no_base = row == nullptr && before == nullptr;
    const auto base = base_of(asked.measure, before, then.has_records(row));
    cells.push_back(blank || no_base ? Cell()
                                     : change_cell(asked.measure, &values[place], before, base));
    cells.push_back(before == nullptr || blank ? Cell()
                                               : value_cell(asked.measure, *before, currency));
  }
  return cells;
}

void add_measure_columns(const TotalsQuery& query,
                         const std::vector<AskedMeasure>& measures,
                         TotalsTable& made) {
  for (const auto& asked : measures) {
    if (asked.change != Change::none) {
      add_change_columns(asked, made);
      continue;
    }
    const auto columns = value_columns(asked.measure);
    made.table.columns.insert(made.table.columns.end(), columns.begin(), columns.end());
    const auto readable = readable_columns(asked.measure);
    made.readable.insert(made.readable.end(), readable.begin(), readable.end());
    if (!query.with_reported || is_quotient(asked.measure)) continue;
    const auto key = std::string(identifier(asked.measure)) + "_reported";
    made.table.columns.push_back({say("Reported only"), key, Align::right});
    made.readable.push_back(key);
  }
}

/// A row's number on one scale for its order; nothing known stands last.
std::optional<service::Scaled> order_value(const TotalsQuery& query, const TotalsRow& row) {
  return service::scaled_value(query.measures.front(), row.values.front());
}

/// Of the rows that share all keys but the last, those with the most of the first measure, the
/// greatest first. Where the last key is unknown a row is none of them.
std::vector<const TotalsRow*> top_rows(const TotalsQuery& query,
                                       const Totals& totals,
                                       std::int64_t top) {
  std::vector<const TotalsRow*> rows;
  const auto group = [](const TotalsRow& row) {
    return std::span(row.keys).first(row.keys.size() - 1);
  };
  for (auto first = totals.rows.begin(); first != totals.rows.end();) {
    auto last = first;
    std::vector<const TotalsRow*> of_group;
    for (; last != totals.rows.end(); ++last) {
      const auto one = group(*first);
      const auto other = group(*last);
      if (!std::equal(one.begin(), one.end(), other.begin(), other.end())) break;
      const auto& key = last->keys.back();
      const auto value = order_value(query, *last);
      if (value && *value != 0 && (key.record || !key.text.empty())) of_group.push_back(&*last);
    }
    std::stable_sort(of_group.begin(), of_group.end(), [&](const auto* left, const auto* right) {
      return order_value(query, *left) > order_value(query, *right);
    });
    const auto kept = std::min(of_group.size(), static_cast<std::size_t>(top));
    rows.insert(rows.end(), of_group.begin(), of_group.begin() + static_cast<std::ptrdiff_t>(kept));
    first = last;
  }
  return rows;
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
                              const std::vector<AskedMeasure>& measures,
                              std::optional<std::int64_t> top) {
  auto& db = env.db();
  const auto totals = service::totals(db, query);
  const auto earlier = read_earlier(db, query, measures);
  store::Names names(db);
  expect_keys(totals.rows, names);
  TotalsTable made;
  made.table.key = "totals";
  add_key_columns(query.by, made);
  add_measure_columns(query, measures, made);
  std::vector<const TotalsRow*> rows;
  if (top && !query.by.empty()) {
    rows = top_rows(query, totals, *top);
  } else {
    for (const auto& row : totals.rows) rows.push_back(&row);
  }
  for (const auto* shown : rows) {
    const auto& row = *shown;
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
  made.table.title = title_of(env, query);
  made.table.notes = totals_notes(query, totals);
  if (top) {
    made.table.notes.push_back(say(
        "The {} with the most: {}; the total is of all.", *top, name_of(query.measures.front())));
  }
  return made;
}

}  // namespace leadbook::cli
