// The rows of a total added up slowly, and told as text beside those of the fast one.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "slow_keys.hpp"
#include "slow_totals.hpp"

namespace slow_totals {

/// Which things a condition certainly holds of.
using Holds = std::function<bool(const Item&)>;

/// The values of a total as text: by measure and row, and the sum in the row of no keys.
using Told = std::map<std::string, std::string>;

struct Tally {
  Wide number = 0;
  Wide divisor = 0;
  std::int64_t counted = 0;
  std::int64_t known = 0;
  std::set<Reference> records;
  std::set<Reference> base;

  void add(const Item& item, bool known_here) {
    number += item.number;
    divisor += item.divisor;
    counted += item.counted ? 1 : 0;
    known += known_here ? 1 : 0;
    records.insert(item.records.begin(), item.records.end());
    base.insert(item.base.begin(), item.base.end());
  }

  bool is_nothing(bool is_share) const {
    return number == 0 && counted == 0 && known == 0 && (is_share || divisor == 0);
  }

  std::string told(bool with_records) const {
    std::string text = std::to_string(static_cast<std::int64_t>(number)) + " / " +
                       std::to_string(static_cast<std::int64_t>(divisor)) + ", " +
                       std::to_string(known) + " of " + std::to_string(counted);
    if (!with_records) return text;
    for (const auto& record : records) text += " " + reference_text(record);
    text += " |";
    for (const auto& record : base) text += " " + reference_text(record);
    return text;
  }
};

inline bool is_share(Measure measure) {
  return measure == Measure::share_of_count || measure == Measure::share_of_amount;
}

/// Amounts of several currencies have no sum.
inline bool has_sum(const TotalsQuery& query, Measure measure) {
  return query.rates.in || unit_of(measure) != MeasureUnit::money;
}

inline std::string name_of_row(Measure measure, const Key& key) {
  std::string name(identifier(measure));
  for (const auto& part : key) name += " [" + part + "]";
  return name;
}

inline void tell(
    Told& told, const TotalsQuery& query, Measure measure, const Key& key, const Tally& tally) {
  if (tally.is_nothing(is_share(measure))) return;
  told[name_of_row(measure, key)] = tally.told(query.with_records);
}

inline void tell_slow(Told& told, const Slow& slow, Measure measure, const Holds& holds) {
  const auto& query = slow.facts().query();
  const Keys keys(slow.facts());
  std::map<Key, Tally> rows;
  Tally sum;
  for (const auto& item : slow.items_of(measure)) {
    if (!holds(item)) continue;
    sum.add(item, item.known);
    for (const auto& key : keys.of(item)) {
      // A paper is known in the rows it stands in itself.
      const bool here = item.opens.empty() || keys.of(item.opens.front()).count(key) != 0;
      rows[key].add(item, item.known && here);
    }
  }
  for (auto& [key, tally] : rows) {
    if (is_share(measure)) tally.divisor = sum.number;
    tell(told, query, measure, key, tally);
  }
  if (is_share(measure)) sum.divisor = sum.number;
  if (has_sum(query, measure)) tell(told, query, measure, {"sum"}, sum);
}

/// What a total should be; rows in which there is nothing are left out.
inline Told tell_slow(const Records& records, const TotalsQuery& query, const Holds& holds) {
  const Slow slow(records, query);
  Told told;
  for (const auto measure : query.measures) tell_slow(told, slow, measure, holds);
  return told;
}

inline Tally tally_of(const service::TotalsValue& value) {
  return {value.number,
          value.divisor,
          value.counted,
          value.known,
          {value.records.begin(), value.records.end()},
          {value.base.begin(), value.base.end()}};
}

inline Key key_of(const service::TotalsRow& row, const TotalsQuery& query) {
  Key key;
  for (std::size_t index = 0; index < query.by.size(); ++index) {
    const auto& value = row.keys[index];
    const bool is_record = query.by[index] == Dimension::county ||
                           query.by[index] == Dimension::company ||
                           query.by[index] == Dimension::project;
    const auto record = value.record ? reference_text(*value.record) : std::string();
    key.push_back(is_record ? record : value.text);
  }
  return key;
}

/// What a total is; every row is there once.
inline Told tell(const service::Totals& totals, const TotalsQuery& query) {
  Told told;
  std::set<Key> seen;
  for (const auto& row : totals.rows) {
    const auto key = key_of(row, query);
    CHECK(seen.insert(key).second);
    for (std::size_t index = 0; index < query.measures.size(); ++index) {
      tell(told, query, query.measures[index], key, tally_of(row.values[index]));
    }
  }
  for (std::size_t index = 0; index < query.measures.size(); ++index) {
    const auto measure = query.measures[index];
    if (has_sum(query, measure)) tell(told, query, measure, {"sum"}, tally_of(totals.sum[index]));
  }
  return told;
}

/// What is told otherwise, or by one of the two alone.
inline std::vector<std::string> differences(const Told& expected, const Told& got) {
  std::vector<std::string> lines;
  for (const auto& [name, text] : expected) {
    const auto found = got.find(name);
    if (found == got.end()) lines.push_back(name + ": " + text + ", but no such row");
    if (found != got.end() && found->second != text) {
      lines.push_back(name + ": " + text + ", but " + found->second);
    }
  }
  for (const auto& [name, text] : got) {
    if (expected.count(name) == 0) lines.push_back(name + ": nothing, but " + text);
  }
  return lines;
}

}  // namespace slow_totals
