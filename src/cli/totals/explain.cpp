// What the figures of a total are made of: their numbers and their records.
#include <algorithm>

#include "cli/frame/output.hpp"
#include "cli/record/columns.hpp"
#include "cli/totals/cells.hpp"
#include "cli/totals/table.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using present::Align;
using present::Cell;
using service::TotalsKey;
using service::TotalsQuery;
using service::TotalsRow;
using service::TotalsValue;

constexpr std::size_t shown_at_most = 12;

/// "S-1, S-2 and 98 more" for people; all of them for programs.
Cell record_list(const std::vector<Reference>& records, bool for_people) {
  if (!for_people) {
    present::List list;
    for (const auto& record : records) list.emplace_back(record);
    return list;
  }
  std::string text;
  for (std::size_t index = 0; index < std::min(records.size(), shown_at_most); ++index) {
    text += (index == 0 ? "" : " ") + reference_text(records[index]);
  }
  if (records.size() > shown_at_most) {
    text += " " + say("and {} more", records.size() - shown_at_most);
  }
  return text;
}

std::vector<Cell> explain(Measure measure,
                          const TotalsValue& value,
                          const Currency& currency,
                          bool for_people) {
  const auto cells = value_cells(measure, value, currency);
  const bool quotient = value_columns(measure).size() == 4 && value.divisor != 0;
  return {Cell(measure),
          cells.front(),
          cells.size() > 1 ? cells[1] : Cell(),
          record_list(value.records, for_people),
          quotient ? record_list(value.base, for_people) : Cell()};
}

/// Whether what was typed names this key: its text, the name people see, or the record it is.
bool is_named(Env& env,
              Dimension dimension,
              const TotalsKey& key,
              const std::string& typed,
              store::Names& names) {
  const auto folded = text::fold(typed);
  if (text::fold(key.text) == folded || text::fold(key_text(dimension, key, names)) == folded) {
    return true;
  }
  if (!key.record || typed.empty()) return false;
  return env.resolver().find_exact(key.record->kind, typed) == key.record->number;
}

const TotalsRow& find_row(Env& env,
                          const TotalsQuery& query,
                          const service::Totals& totals,
                          const std::vector<std::string>& keys,
                          const std::string& cell) {
  store::Names names(env.db());
  expect_keys(totals.rows, names);
  for (const auto& row : totals.rows) {
    bool same = keys.size() == row.keys.size();
    for (std::size_t index = 0; same && index < keys.size(); ++index) {
      same = is_named(env, query.by[index], row.keys[index], keys[index], names);
    }
    if (same) return row;
  }
  throw Error(ErrorKind::not_found,
              say("--list: there is no figure '{}'; write KEY:MEASURE with a key for each of --by, "
                  "as they stand in the table",
                  text::visible(cell)));
}

/// "龙江县,2020Q1" and "signed" of "龙江县,2020Q1:signed".
struct FigureName {
  std::vector<std::string> keys;
  std::string measure;
  bool base = false;
};

FigureName split_cell(const std::string& cell, bool has_dimensions) {
  FigureName name;
  const auto colon = cell.rfind(':');
  name.measure = colon == std::string::npos ? cell : cell.substr(colon + 1);
  constexpr std::string_view base = ".base";
  if (name.measure.ends_with(base)) {
    name.base = true;
    name.measure.erase(name.measure.size() - base.size());
  }
  if (colon == std::string::npos || !has_dimensions) return name;
  const auto keys = cell.substr(0, colon);
  if (keys.empty()) return name;
  for (const auto key : text::split(keys, ',')) name.keys.emplace_back(text::trim(key));
  return name;
}

}  // namespace

TotalsTable make_explanation(Env& env, const TotalsQuery& asked) {
  auto query = asked;
  query.with_records = true;
  auto& db = env.db();
  const auto totals = service::totals(db, query);
  store::Names names(db);
  expect_keys(totals.rows, names);
  const bool for_people = prints_for_people(env);
  TotalsTable made;
  auto& table = made.table;
  table.key = "figures";
  for (const auto dimension : query.by) {
    const auto columns = key_columns(dimension);
    made.readable.push_back(columns.front().key);
    table.columns.insert(table.columns.end(), columns.begin(), columns.end());
  }
  const std::vector<present::Column> columns = {{say("Measure"), "measure"},
                                                {say("Value"), "value", Align::right},
                                                {say("Made of"), "made_of", Align::right},
                                                {say("Records"), "records"},
                                                {say("Divided by"), "base"}};
  for (const auto& column : columns) {
    table.columns.push_back(column);
    made.readable.push_back(column.key);
  }
  const auto add = [&](std::vector<Cell> cells,
                       const std::vector<TotalsValue>& values,
                       const Currency& currency) {
    for (std::size_t index = 0; index < query.measures.size(); ++index) {
      // A sheet of zeros hides what is to be explained.
      if (for_people && values[index].counted == 0 && values[index].number == 0) continue;
      auto& row = table.rows.emplace_back(cells);
      const auto more = explain(query.measures[index], values[index], currency, for_people);
      row.insert(row.end(), more.begin(), more.end());
    }
  };
  for (const auto& row : totals.rows) {
    if (query.by.empty()) break;  // the sum says the same
    std::vector<Cell> cells;
    for (std::size_t index = 0; index < query.by.size(); ++index) {
      const auto keys = key_cells(query.by[index], row.keys[index], names);
      cells.insert(cells.end(), keys.begin(), keys.end());
    }
    add(std::move(cells), row.values, currency_of(query, row));
  }
  auto sum = total_key_cells(query.by);
  add(std::move(sum), totals.sum, query.rates.in.value_or(Currency()));
  table.notes = totals_notes(query, totals);
  return made;
}

TotalsTable list_figure(Env& env, TotalsQuery query, const std::string& cell) {
  const auto name = split_cell(cell, !query.by.empty());
  const auto measure = parse_word<Measure>(name.measure, N_("measure"));
  if (!measure) throw Error(ErrorKind::usage, "--list: " + measure.problem().message);
  query.measures = {*measure};
  query.with_records = true;
  auto& db = env.db();
  const auto totals = service::totals(db, query);
  const auto& value = name.keys.empty()
                          ? totals.sum.front()
                          : find_row(env, query, totals, name.keys, cell).values.front();
  auto records = name.base ? value.base : value.records;
  std::sort(records.begin(), records.end());
  records.erase(std::unique(records.begin(), records.end()), records.end());
  // A measure is made of records of one kind; of none the listing is that of projects.
  const auto kind = records.empty() ? Kind::project : records.front().kind;
  std::vector<std::int64_t> ids;
  for (const auto& record : records) ids.push_back(record.number);
  TotalsTable made;
  made.table = make_listing(db, kind, ids, env.today());
  const auto columns = default_columns(kind);
  for (const auto column : text::split(columns, ',')) made.readable.emplace_back(column);
  return made;
}

}  // namespace leadbook::cli
