#include "cli/answers/rank_table.hpp"

#include <algorithm>

#include "cli/totals/cells.hpp"
#include "cli/totals/standing_cells.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Align;
using present::Cell;
using present::Column;
using service::RankedCounty;
using service::Ranking;
using service::RankQuery;

Currency currency_of(const RankQuery& query) { return query.totals.rates.in.value_or(Currency()); }

std::vector<Column> first_columns() {
  return {{say("Place"), "place", Align::right}, {say("County"), "county"}, {say("Code"), "code"}};
}

std::vector<Cell> first_cells(const RankedCounty& county, store::Names& names) {
  const Reference reference{Kind::county, county.county.number};
  return {
      Cell(county.place), present::Link{reference_text(reference), names(reference)}, county.code};
}

std::vector<Column> movement_columns() {
  return {{say("Value before"), "previous_value", Align::right},
          {say("Place before"), "previous_place", Align::right},
          {say("Places gained"), "places_gained", Align::right},
          {say("Movement"), "movement"},
          {say("Gap ahead"), "gap", Align::right},
          {say("List"), "list"}};
}

/// Places before and now, and what is missing; `previous` and `gap` as the values are printed.
std::vector<Cell> movement_cells(const RankedCounty& county, Cell previous, Cell gap) {
  Cell gained;
  if (county.place && county.previous_place) gained = *county.previous_place - *county.place;
  return {std::move(previous),
          Cell(county.previous_place),
          gained,
          movement_cell(county.place, county.previous_place),
          std::move(gap),
          Cell(county.list)};
}

template <class T>
void append(std::vector<T>& all, std::vector<T> more) {
  for (auto& one : more) all.push_back(std::move(one));
}

/// The value ahead that a county's gap is to.
std::optional<std::int64_t> ahead_of(const RankedCounty& county) {
  if (!county.gap) return {};
  return *county.ranked + *county.gap;
}

bool any_listed(const Ranking& ranking) {
  return std::any_of(ranking.rows.begin(), ranking.rows.end(), [](const RankedCounty& county) {
    return county.list.has_value();
  });
}

Cell references(const std::vector<Reference>& records) {
  present::List list;
  for (const auto& record : records) list.emplace_back(record);
  return list;
}

/// A key for each item that no other has: the measure's, with a number where it comes again.
std::vector<std::string> item_keys(const ScoreRule& rule) {
  std::vector<std::string> keys;
  const auto add = [&](Measure measure, const std::string& ending) {
    const auto plain = std::string(identifier(measure)) + ending;
    auto key = plain;
    for (int number = 2; std::find(keys.begin(), keys.end(), key) != keys.end(); ++number) {
      key = plain + "_" + std::to_string(number);
    }
    keys.push_back(key);
  };
  for (const auto& item : rule.items) add(item.measure, "");
  for (const auto& bonus : rule.bonuses) {
    add(bonus.measure, bonus.points < 0 ? "_penalty" : "_bonus");
  }
  return keys;
}

/// Value, base and points of each item and bonus.
std::vector<Cell> item_cells(const ScoreRule& rule, const RankedCounty& county) {
  std::vector<Cell> cells;
  for (std::size_t at = 0; at < county.items.size(); ++at) {
    const auto& item = county.items[at];
    const auto measure = at < rule.items.size() ? rule.items[at].measure
                                                : rule.bonuses[at - rule.items.size()].measure;
    cells.push_back(scaled_cell(measure, item.value, item.currency));
    cells.push_back(scaled_cell(measure, item.base, item.currency));
    cells.push_back(points_cell(item.points));
  }
  return cells;
}

}  // namespace

std::string points_text(std::int64_t hundredths) {
  if (hundredths % 100 == 0) return std::to_string(hundredths / 100);
  return present::number_text({hundredths, 2, ""});
}

RankTable make_measure_table(const RankQuery& query, const Ranking& ranking, store::Names& names) {
  RankTable made;
  const auto measure = query.measure;
  const auto currency = currency_of(query);
  made.drawn = identifier(measure);
  made.table.key = "ranking";
  made.table.columns = first_columns();
  append(made.table.columns, value_columns(measure));
  const bool with_reported = query.totals.with_reported && !is_quotient(measure);
  if (with_reported) {
    made.table.columns.push_back({say("Reported only"), made.drawn + "_reported", Align::right});
  }
  append(made.table.columns, movement_columns());
  if (query.totals.with_records) made.table.columns.push_back({say("Of records"), "records"});
  for (const auto& county : ranking.rows) {
    auto row = first_cells(county, names);
    auto values = value_cells(measure, county.value, currency);
    // Nothing at all is 0 here: the county had nothing to show.
    values.front() = scaled_cell(measure, county.ranked, currency);
    append(row, std::move(values));
    if (with_reported) {
      const auto reported = county.value.reported;
      row.push_back(reported == 0 ? Cell() : part_cell(measure, reported, currency, false));
    }
    append(row,
           movement_cells(county,
                          scaled_cell(measure, county.previous, currency),
                          gap_cell(measure, county.ranked, ahead_of(county), currency)));
    if (query.totals.with_records) row.push_back(references(county.value.records));
    made.table.rows.push_back(std::move(row));
  }
  made.readable = "place,county";
  for (const auto& column : readable_columns(measure)) made.readable += "," + column;
  if (with_reported) made.readable += "," + made.drawn + "_reported";
  made.readable += ",movement,gap";
  if (any_listed(ranking)) made.readable += ",list";
  if (query.totals.with_records) made.readable = "place,county," + made.drawn + ",records";
  return made;
}

RankTable make_score_table(const RankQuery& query, const Ranking& ranking, store::Names& names) {
  const auto& rule = query.score->rule;
  const auto keys = item_keys(rule);
  RankTable made;
  made.drawn = "score";
  made.readable = "place,county,score,movement";
  made.table.key = "ranking";
  made.table.columns = first_columns();
  made.table.columns.push_back({say("Score"), "score", Align::right});
  append(made.table.columns, movement_columns());
  constexpr std::size_t most_items = 4;  // that fit a terminal
  const bool shows_items = keys.size() <= most_items;
  if (!shows_items) made.readable += ",gap";
  const auto add_item = [&](const std::string& name, const std::string& key) {
    made.table.columns.push_back({say("{}: value", name), key + "_value", Align::right});
    made.table.columns.push_back({say("{}: against", name), key + "_base", Align::right});
    made.table.columns.push_back({name, key + "_points", Align::right});
    if (shows_items) made.readable += "," + key + "_points";
  };
  for (std::size_t at = 0; at < rule.items.size(); ++at) add_item(rule.items[at].name, keys[at]);
  for (std::size_t at = 0; at < rule.bonuses.size(); ++at) {
    add_item(rule.bonuses[at].name, keys[rule.items.size() + at]);
  }
  if (any_listed(ranking)) made.readable += ",list";
  for (const auto& county : ranking.rows) {
    auto row = first_cells(county, names);
    row.push_back(points_cell(county.ranked));
    append(row, movement_cells(county, points_cell(county.previous), points_cell(county.gap)));
    append(row, item_cells(rule, county));
    made.table.rows.push_back(std::move(row));
  }
  return made;
}

}  // namespace leadbook::cli
