#include "leadbook/service/money/supplements.hpp"

#include <set>

namespace leadbook::service {
namespace {

/// The supplements of a signing and the supplements of these, by date.
std::vector<Signing> chain_of(store::Db& db, const Signing& signing) {
  std::vector<Signing> chain = {signing};
  std::set<std::int64_t> seen = {signing.id.number};
  for (std::size_t at = 0; at < chain.size(); ++at) {
    const auto found =
        store::select<Signing>(db, "signing_supplements", {{"id", chain[at].id.number}});
    for (const auto& supplement : found) {
      if (seen.insert(supplement.id.number).second) chain.push_back(supplement);
    }
  }
  return chain;
}

}  // namespace

std::optional<Amount> effective_amount(store::Db& db, const Signing& signing) {
  const Signing* newest = &signing;
  const auto chain = chain_of(db, signing);
  for (const auto& supplement : chain) {
    if (supplement.id == signing.id || !supplement.amount || !supplement.on) continue;
    const bool first = newest == &signing;
    if (first || newest->on->last <= supplement.on->last) newest = &supplement;
  }
  return newest->amount;
}

}  // namespace leadbook::service
