#include "service/totals/counties.hpp"

#include <algorithm>
#include <tuple>

#include "leadbook/domain/place/county_kind.hpp"

namespace leadbook::service {
namespace {

/// Whether a place of this kind counts with the county it lies in.
bool counts_with_host(const std::string& kind, Zones zones) {
  if (kind == identifier(CountyKind::town)) return true;
  const bool is_zone = kind == identifier(CountyKind::zone) || kind == identifier(CountyKind::park);
  return is_zone && zones == Zones::host;
}

}  // namespace

Counties::Counties(store::Db& db, std::optional<Zones> zones) {
  std::vector<std::int64_t> hosts;  // in the order of the counties, 0 for none
  db.each(store::statement("county_cities"), {}, [&](store::Row& row) {
    counties_.push_back({row.integer("id"), row.text("code"), row.text("city")});
    const bool elsewhere = zones && counts_with_host(row.text("kind"), *zones);
    hosts.push_back(elsewhere ? row.integer_or_zero("host_id") : 0);
  });
  find_hosts(hosts);
  std::vector<CountyFacts*> by_code;
  for (auto& county : counties_) by_code.push_back(&county);
  std::sort(by_code.begin(), by_code.end(), [](const CountyFacts* left, const CountyFacts* right) {
    return std::forward_as_tuple(left->code.empty(), left->code, left->number) <
           std::forward_as_tuple(right->code.empty(), right->code, right->number);
  });
  std::int64_t place = 0;
  for (auto* county : by_code) {
    county->place = place++;
    if (find(county->number) == county) listed_.push_back(county->number);
  }
}

void Counties::find_hosts(const std::vector<std::int64_t>& hosts) {
  for (std::size_t at = 0; at < counties_.size(); ++at) {
    auto counted = at;
    // A park may lie in a town of a county; who lies in himself counts by himself.
    for (std::size_t steps = 0; hosts[counted] != 0; ++steps) {
      const auto host = place_of(hosts[counted]);
      if (host == counties_.size() || steps == counties_.size()) {
        counted = at;
        break;
      }
      counted = host;
    }
    counties_[at].counted = static_cast<std::int64_t>(counted);
  }
}

std::size_t Counties::place_of(std::int64_t number) const {
  // They are most often numbered without a gap.
  const auto guess = static_cast<std::size_t>(number - 1);
  if (guess < counties_.size() && counties_[guess].number == number) return guess;
  const auto found = std::lower_bound(
      counties_.begin(),
      counties_.end(),
      number,
      [](const CountyFacts& facts, std::int64_t wanted) { return facts.number < wanted; });
  return found == counties_.end() || found->number != number
             ? counties_.size()
             : static_cast<std::size_t>(found - counties_.begin());
}

CountyFacts* Counties::find(std::int64_t number) {
  const auto place = place_of(number);
  if (place == counties_.size()) return nullptr;
  return &counties_[static_cast<std::size_t>(counties_[place].counted)];
}

std::vector<std::int64_t> Counties::counted_in(std::int64_t number) const {
  std::vector<std::int64_t> numbers = {number};
  const auto place = static_cast<std::int64_t>(place_of(number));
  for (const auto& county : counties_) {
    if (county.counted == place && county.number != number) numbers.push_back(county.number);
  }
  return numbers;
}

}  // namespace leadbook::service
