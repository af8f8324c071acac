// What the figures of a total are made of: their numbers and their records.
#include <algorithm>
#include <functional>
#include <map>

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

namespace {

/// What a record adds to a figure, all its parts together, and each in its own currency.
struct Added {
  std::int64_t number = 0;
  present::List own;
};

std::map<Reference, Added> added_by(const std::vector<service::TotalsPart>& parts) {
  std::map<Reference, Added> added;
  for (const auto& part : parts) {
    auto& of = added[part.record];
    of.number += part.number;
    if (part.own) of.own.emplace_back(Amount{*part.own, Qualifier::exact});
  }
  return added;
}

/// The records that a figure is made of, as a listing of their kind with what each adds beside it,
/// and the figure itself below.
present::Table list_parts(Env& env,
                          const std::vector<service::TotalsPart>& parts,
                          const std::function<Cell(std::int64_t)>& shown) {
  const auto added = added_by(parts);
  // A measure is made of records of one kind, and of sums without projects beside them; of none the
  // listing is that of projects.
  const auto kind = added.empty() ? Kind::project : added.begin()->first.kind;
  std::vector<std::int64_t> ids;
  ids.reserve(added.size());
  for (const auto& [record, of] : added) {
    if (record.kind == kind) ids.push_back(record.number);
  }
  auto table = make_listing(env.db(), kind, ids, env.today());
  const auto columns = table.columns.size();
  table.columns.push_back({say("In its own currency"), "own", Align::right});
  table.columns.push_back({say("Adds"), "adds", Align::right});
  std::int64_t sum = 0;
  const auto id = std::find_if(table.columns.begin(), table.columns.end(), [](const auto& column) {
    return column.key == "id";
  });
  for (const auto& [record, of] : added) {
    if (record.kind == kind) continue;
    auto& cells = table.rows.emplace_back(columns);
    cells[static_cast<std::size_t>(id - table.columns.begin())] = Cell(record);
  }
  auto row = table.rows.begin();
  for (const auto& [record, of] : added) {
    row->push_back(of.own.size() == 1 ? of.own.front() : Cell(of.own));
    row->push_back(shown(of.number));
    sum += of.number;
    ++row;
  }
  auto& total = table.total.emplace(columns + 2);
  total.front() = present::total_cell();
  total.back() = shown(sum);
  return table;
}

}  // namespace

TotalsTable list_figure(Env& env, TotalsQuery query, const std::string& cell) {
  const auto name = split_cell(cell, !query.by.empty());
  const auto measure = parse_word<Measure>(name.measure, N_("measure"));
  if (!measure) throw Error(ErrorKind::usage, "--list: " + measure.problem().message);
  query.measures = {*measure};
  query.with_records = true;
  const auto totals = service::totals(env.db(), query);
  const auto* row = name.keys.empty() ? nullptr : &find_row(env, query, totals, name.keys, cell);
  const auto& value = row == nullptr ? totals.sum.front() : row->values.front();
  const auto currency =
      row == nullptr ? query.rates.in.value_or(Currency()) : currency_of(query, *row);
  TotalsTable made;
  const auto& parts = name.base ? value.base_parts : value.parts;
  made.table = list_parts(env, parts, [&](std::int64_t number) {
    return part_cell(*measure, number, currency, name.base);
  });
  const auto kind = parts.empty() ? Kind::project : parts.front().record.kind;
  const auto is_money = [](const auto& part) { return part.own.has_value(); };
  const auto is_foreign = [&](const auto& part) {
    return part.own && part.own->currency != currency;
  };
  const bool of_money = std::any_of(parts.begin(), parts.end(), is_money);
  const auto columns = default_columns(kind);
  for (const auto column : text::split(columns, ',')) {
    // What the paper states is not what it adds.
    if (!of_money || column != "amount") made.readable.emplace_back(column);
  }
  if (std::any_of(parts.begin(), parts.end(), is_foreign)) made.readable.emplace_back("own");
  made.readable.emplace_back("adds");
  made.table.notes = totals_notes(query, totals);
  return made;
}

}  // namespace leadbook::cli
