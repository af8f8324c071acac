// The rows of a total an item belongs to, computed slowly and from the definition alone.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "slow_totals.hpp"

namespace slow_totals {

/// Keys as text: references of counties and companies, canonical texts of all else, "" of unknown.
using Key = std::vector<std::string>;

class Keys {
 public:
  explicit Keys(const Facts& facts) : facts_(facts) {}

  /// Each row an item belongs to: several, where a dimension has several values for it.
  std::set<Key> of(const Item& item) const {
    std::set<Key> keys = {{}};
    for (const auto dimension : facts_.query().by) {
      std::set<Key> longer;
      for (const auto& value : values_of(item, dimension)) {
        for (auto key : keys) {
          key.push_back(value);
          longer.insert(key);
        }
      }
      keys = longer;
    }
    return keys;
  }

  std::set<std::string> values_of(const Item& item, Dimension dimension) const {
    if (is_time(dimension)) return {span(item, dimension)};
    switch (dimension) {
      case Dimension::company:
        return companies(item);
      case Dimension::flag:
        return flags(item);
      case Dimension::program:
        return programs(item);
      case Dimension::size:
        return sizes(item);
      default:
        return {value(item, dimension)};
    }
  }

  /// Where the capital of an item's project comes from.
  std::optional<PlaceOfOrigin> place(const Item& item) const {
    if (item.project == nullptr) return {};
    auto text = item.project->origin;
    for (const auto& investor : item.project->investors) {
      if (text.empty()) text = record_of(facts_.records().companies, investor.company)->home;
    }
    auto found = place_of_origin(text, facts_.records().book.city_code);
    // Capital said to be foreign is, wherever it is paid from.
    if (item.project->capital == Capital::foreign) {
      if (!found) found.emplace();
      found->origin = Origin::foreign;
    }
    return found;
  }

  std::optional<Wide> planned_cny(const Item& item) const {
    if (item.project == nullptr || !item.project->planned_investment) return {};
    const auto* paper = facts_.first_paper(*item.project);
    const auto on = paper != nullptr ? *paper->on : Date::of(facts_.query().period.last);
    return facts_.conversion().cny(item.project->planned_investment->money, on);
  }

 private:
  std::string span(const Item& item, Dimension dimension) const {
    if (!item.on) return "";
    const auto span = span_holding(dimension, item.on->first);
    return span.contains(*item.on) ? span.text : "";
  }

  std::string value(const Item& item, Dimension dimension) const {
    const auto* county = record_of(facts_.records().counties, item.county);
    const auto* project = item.project;
    switch (dimension) {
      case Dimension::county:
        return county == nullptr ? "" : reference_text({Kind::county, county->id.number});
      case Dimension::city:
        return county == nullptr ? "" : county->city;
      case Dimension::chain:
        return project == nullptr ? "" : project->chain;
      case Dimension::industry:
        return project == nullptr ? "" : project->industry;
      case Dimension::stage:
        return project == nullptr ? "" : std::string(identifier(facts_.stage_at_end(*project)));
      case Dimension::mode:
        return item.mode;
      case Dimension::leader:
        return item.leader;
      case Dimension::currency:
        return item.currency ? std::string(item.currency->code()) : "";
      case Dimension::origin:
        return place(item) ? std::string(identifier(place(item)->origin)) : "";
      case Dimension::source:
        return place(item) ? place(item)->source : "";
      default:
        return project == nullptr ? "" : reference_text({Kind::project, project->id.number});
    }
  }

  std::set<std::string> sizes(const Item& item) const {
    const auto planned = planned_cny(item);
    if (!planned) return {""};
    const auto& [bounds, cumulative] = facts_.query().sizes;
    if (bounds.empty()) {
      return {std::string(identifier(size_band(static_cast<std::int64_t>(*planned))))};
    }
    const auto yuan = [](std::int64_t minor) { return std::to_string(minor / 100); };
    std::set<std::string> keys;
    if (*planned < bounds.front()) keys.insert("below_" + yuan(bounds.front()));
    for (std::size_t at = 0; at < bounds.size(); ++at) {
      if (*planned < bounds[at]) continue;
      const bool is_last = at + 1 == bounds.size();
      if (cumulative || is_last) {
        keys.insert("from_" + yuan(bounds[at]));
      } else if (*planned < bounds[at + 1]) {
        keys.insert(yuan(bounds[at]) + "_to_" + yuan(bounds[at + 1]));
      }
    }
    return keys;
  }

  std::set<std::string> companies(const Item& item) const {
    std::set<std::string> values;
    for (const auto id : item.companies) values.insert(reference_text({Kind::company, id.number}));
    return or_unknown(values);
  }

  std::set<std::string> flags(const Item& item) const {
    std::set<std::string> values;
    for (const auto id : item.companies) {
      for (const auto& flag : record_of(facts_.records().companies, id)->flags) values.insert(flag);
    }
    return or_unknown(values);
  }

  static std::set<std::string> programs(const Item& item) {
    if (item.project == nullptr) return {""};
    return or_unknown({item.project->programs.begin(), item.project->programs.end()});
  }

  static std::set<std::string> or_unknown(const std::set<std::string>& values) {
    return values.empty() ? std::set<std::string>{""} : values;
  }

  const Facts& facts_;
};

}  // namespace slow_totals
