#include "service/totals/counties.hpp"

#include <algorithm>
#include <tuple>

namespace leadbook::service {

Counties::Counties(store::Db& db) {
  db.each(store::statement("county_cities"), {}, [&](store::Row& row) {
    counties_.push_back({row.integer("id"), row.text("code"), row.text("city")});
  });
  std::vector<CountyFacts*> by_code;
  for (auto& county : counties_) by_code.push_back(&county);
  std::sort(by_code.begin(), by_code.end(), [](const CountyFacts* left, const CountyFacts* right) {
    return std::forward_as_tuple(left->code.empty(), left->code, left->number) <
           std::forward_as_tuple(right->code.empty(), right->code, right->number);
  });
  for (auto* county : by_code) {
    county->place = static_cast<std::int64_t>(listed_.size());
    listed_.push_back(county->number);
  }
}

CountyFacts* Counties::find(std::int64_t number) {
  // They are most often numbered without a gap.
  const auto guess = static_cast<std::size_t>(number - 1);
  if (guess < counties_.size() && counties_[guess].number == number) return &counties_[guess];
  const auto found = std::lower_bound(
      counties_.begin(),
      counties_.end(),
      number,
      [](const CountyFacts& facts, std::int64_t wanted) { return facts.number < wanted; });
  return found == counties_.end() || found->number != number ? nullptr : &*found;
}

}  // namespace leadbook::service
