#include "leadbook/service/supplements.hpp"

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
  std::optional<Amount> amount = signing.amount;
  std::optional<Date> on = signing.on;
  for (const auto& supplement : chain_of(db, signing)) {
    if (!supplement.amount || !supplement.on || !on || supplement.on->last < on->last) continue;
    amount = supplement.amount;
    on = supplement.on;
  }
  return amount;
}

}  // namespace leadbook::service
