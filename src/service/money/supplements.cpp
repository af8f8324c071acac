#include "leadbook/service/money/supplements.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

#include "leadbook/store/record/many.hpp"

namespace leadbook::service {
namespace {

/// What of a supplement an amount follows from.
struct Amendment {
  std::int64_t id = 0;
  std::int64_t amends = 0;
  std::optional<Date> on;
  std::optional<Amount> amount;
};

Amendment amendment_of(const Signing& signing) {
  return {signing.id.number, signing.amends.number, signing.on, signing.amount};
}

/// Those that amend a signing, then those that amend these and so on; of one signing in the order
/// they come in.
template <class Amending, class AmendedBy>
std::vector<Amending> level_by_level(std::int64_t first,
                                     const std::vector<Amending>& all,
                                     const AmendedBy& numbers) {
  std::map<std::int64_t, std::vector<const Amending*>> amending;  // by what they amend
  for (const auto& one : all) amending[numbers(one).second].push_back(&one);
  std::vector<Amending> chain;
  std::set<std::int64_t> seen = {first};
  const auto take = [&](std::int64_t amended) {
    for (const auto* one : amending[amended]) {
      if (seen.insert(numbers(*one).first).second) chain.push_back(*one);
    }
  };
  take(first);
  for (std::size_t at = 0; at < chain.size(); ++at) take(numbers(chain[at]).first);
  return chain;
}

/// Of two of one day the later in the chain counts.
std::optional<Amount> newest_amount(const std::optional<Amount>& own,
                                    const std::vector<Amendment>& chain) {
  const Amendment* newest = nullptr;
  for (const auto& amendment : chain) {
    if (!amendment.amount || !amendment.on) continue;
    if (newest == nullptr || newest->on->last <= amendment.on->last) newest = &amendment;
  }
  return newest == nullptr ? own : newest->amount;
}

/// By the signing each chain begins with, in the order of dates.
std::map<std::int64_t, std::vector<Amendment>> read_amendments(
    store::Db& db, std::span<const std::int64_t> numbers) {
  std::map<std::int64_t, std::vector<Amendment>> amendments;
  while (!numbers.empty()) {
    const auto together = store::first_together(numbers);
    numbers = numbers.subspan(together.size());
    store::Parameters parameters;
    const auto condition = store::picked("id", together, "n", parameters);
    auto sql = store::statement("signing_amendments");
    sql.replace(sql.find("{condition}"), std::string_view("{condition}").size(), condition);
    db.each(sql, parameters, [&](store::Row& row) {
      store::Cursor cursor(row.values());
      const auto first = cursor.integer();
      const auto id = cursor.integer();
      const auto amends = cursor.integer();
      const auto on = store::Codec<std::optional<Date>>::read(cursor);
      amendments[first].push_back(
          {id, amends, on, store::Codec<std::optional<Amount>>::read(cursor)});
    });
  }
  return amendments;
}

}  // namespace

Chain chain_of(store::Db& db, const Signing& signing) {
  std::vector<std::int64_t> numbers;
  db.each(store::statement("signing_family"), {{"id", signing.id.number}}, [&](store::Row& row) {
    numbers.push_back(row.integer("id"));
  });
  std::map<std::int64_t, Signing> family;
  for (auto& record : store::find(db, Kind::signing, numbers)) {
    auto& one = std::get<Signing>(record);
    family.emplace(one.id.number, std::move(one));
  }
  Chain chain{signing, {}};
  std::set<std::int64_t> seen = {signing.id.number};
  while (chain.first.amends && seen.insert(chain.first.amends.number).second) {
    chain.first = family.at(chain.first.amends.number);
  }
  std::vector<Signing> by_date;
  by_date.reserve(family.size());
  for (auto& [number, one] : family) by_date.push_back(std::move(one));
  std::stable_sort(by_date.begin(), by_date.end(), [](const Signing& left, const Signing& right) {
    return std::pair(left.on->last, left.on->first) < std::pair(right.on->last, right.on->first);
  });
  chain.supplements = level_by_level(chain.first.id.number, by_date, [](const Signing& one) {
    return std::pair(one.id.number, one.amends.number);
  });
  return chain;
}

std::optional<Amount> effective_amount(const Chain& chain) {
  std::vector<Amendment> amendments;
  for (const auto& supplement : chain.supplements) amendments.push_back(amendment_of(supplement));
  return newest_amount(chain.first.amount, amendments);
}

std::optional<Amount> effective_amount(store::Db& db, const Signing& signing) {
  return effective_amounts(db, {signing}).at(signing.id.number);
}

std::map<std::int64_t, std::optional<Amount>> effective_amounts(
    store::Db& db, const std::vector<Signing>& signings) {
  std::vector<std::int64_t> numbers;
  numbers.reserve(signings.size());
  for (const auto& signing : signings) numbers.push_back(signing.id.number);
  const auto amendments = read_amendments(db, store::ascending(std::move(numbers)));
  std::map<std::int64_t, std::optional<Amount>> amounts;
  for (const auto& signing : signings) {
    const auto number = signing.id.number;
    const auto found = amendments.find(number);
    amounts[number] = signing.amount;
    if (found == amendments.end()) continue;
    const auto chain = level_by_level(
        number, found->second, [](const Amendment& one) { return std::pair(one.id, one.amends); });
    amounts[number] = newest_amount(signing.amount, chain);
  }
  return amounts;
}

}  // namespace leadbook::service
