#include "service/totals/tally.hpp"

#include <algorithm>
#include <numeric>

#include "service/totals/sum.hpp"

namespace leadbook::service {
namespace {

/// The shares of a group are of the whole, which is known only at the end.
void divide_by_whole(Measure measure, TotalsValue& value, const TotalsValue& sum) {
  if (measure == Measure::share_of_count || measure == Measure::share_of_amount) {
    value.divisor = sum.number;
  }
}

}  // namespace

bool TotalsValue::is_known(Measure measure) const {
  switch (unit_of(measure)) {
    case MeasureUnit::count:
      return measure != Measure::forecast_jobs || known > 0;
    case MeasureUnit::money:
    case MeasureUnit::area:
      return known > 0 || number != 0;
    case MeasureUnit::percent:
    case MeasureUnit::per_mu:
      break;
  }
  // A share of amounts nobody stated is not 0.
  if (measure == Measure::share_of_amount && counted > 0 && known == 0 && number == 0) return false;
  return divisor != 0;
}

std::int32_t KeyTable::of_text(const std::string& text, std::int64_t order) {
  const auto [at, is_new] = texts_.emplace(text, static_cast<std::int32_t>(keys_.size()));
  if (is_new) keys_.push_back({{text, {}}, order});
  return at->second;
}

std::int32_t KeyTable::of_record(const Reference& record,
                                 const std::string& text,
                                 std::int64_t order) {
  const auto [at, is_new] =
      records_.emplace(record.number, static_cast<std::int32_t>(keys_.size()));
  if (is_new) keys_.push_back({{text, record}, order});
  return at->second;
}

bool KeyTable::is_before(std::int32_t left, std::int32_t right) const {
  const auto& one = keys_[static_cast<std::size_t>(left)];
  const auto& other = keys_[static_cast<std::size_t>(right)];
  const auto unknown = [](const Entry& entry) {
    return entry.key.text.empty() && !entry.key.record;
  };
  if (unknown(one) != unknown(other)) return unknown(other);
  if (one.order != other.order) return one.order < other.order;
  return one.key < other.key;
}

Tally::Tally(const TotalsQuery& query, bool with_records)
    : query_(query), with_records_(with_records), tables_(query.by.size()) {
  places_.fill(-1);
  for (std::size_t index = 0; index < query.measures.size(); ++index) {
    places_[static_cast<std::size_t>(query.measures[index])] = static_cast<int>(index);
  }
  sum_.resize(query.measures.size());
}

std::size_t Tally::group(std::span<const std::int32_t> keys) {
  if (keys.size() == 1) {
    const auto key = static_cast<std::size_t>(keys.front());
    if (key >= single_.size()) single_.resize(key + 1);
    if (single_[key] != 0) return single_[key] - 1;
    single_[key] = keys_.size() + 1;
  } else {
    const std::string bytes(reinterpret_cast<const char*>(keys.data()), keys.size_bytes());
    const auto [at, is_new] = groups_.emplace(bytes, keys_.size());
    if (!is_new) return at->second;
  }
  keys_.emplace_back(keys.begin(), keys.end());
  values_.emplace_back(query_.measures.size());
  return keys_.size() - 1;
}

void Tally::add_to(TotalsValue& value, const Addend& addend) const {
  add_checked(value.number, addend.number);
  add_checked(value.divisor, addend.divisor);
  value.counted += addend.counted;
  value.known += addend.known;
  if (!with_records_) return;
  const auto of = addend.of.number != 0 ? addend.of : addend.record;
  const auto note = [](std::vector<Reference>& list, const Reference& record) {
    if (record.number != 0 && (list.empty() || list.back() != record)) list.push_back(record);
  };
  note(value.records, addend.record);
  note(value.base, addend.base);
  if (addend.record.number != 0) {
    value.parts.push_back({addend.record, addend.number, addend.own, of});
  }
  if (addend.base.number != 0)
    value.base_parts.push_back({addend.base, addend.divisor, {}, addend.base});
}

void Tally::add(Measure measure, std::span<const std::size_t> groups, const Addend& addend) {
  const auto place = place_of(measure);
  if (place < 0 || groups.empty()) return;
  const auto index = static_cast<std::size_t>(place);
  for (const auto group : groups) add_to(values_[group][index], addend);
  add_to(sum_[index], addend);
}

void Tally::add_known(Measure measure, std::span<const std::size_t> groups) {
  const auto place = place_of(measure);
  if (place < 0) return;
  const auto index = static_cast<std::size_t>(place);
  for (const auto group : groups) ++values_[group][index].known;
  ++sum_[index].known;
}

Totals Tally::take() {
  std::vector<std::size_t> order(keys_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    for (std::size_t dimension = 0; dimension < tables_.size(); ++dimension) {
      const auto one = keys_[left][dimension];
      const auto other = keys_[right][dimension];
      if (one != other) return tables_[dimension].is_before(one, other);
    }
    return left < right;
  });
  Totals totals;
  for (const auto group : order) {
    TotalsRow row;
    for (std::size_t dimension = 0; dimension < tables_.size(); ++dimension) {
      row.keys.push_back(tables_[dimension].key(keys_[group][dimension]));
    }
    row.values = std::move(values_[group]);
    totals.rows.push_back(std::move(row));
  }
  totals.sum = sum_;
  for (std::size_t index = 0; index < query_.measures.size(); ++index) {
    const auto measure = query_.measures[index];
    for (auto& row : totals.rows) divide_by_whole(measure, row.values[index], sum_[index]);
    divide_by_whole(measure, totals.sum[index], sum_[index]);
  }
  return totals;
}

}  // namespace leadbook::service
