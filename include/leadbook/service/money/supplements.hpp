// What a contract is worth after its supplements.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "leadbook/store/record/record.hpp"

namespace leadbook::service {

/// A signing and what amends it.
struct Chain {
  Signing first;                     // which amends nothing
  std::vector<Signing> supplements;  // and those of these, each one's by date
};

/// The chain a signing is part of.
Chain chain_of(store::Db& db, const Signing& signing);

/// The amount a signing stands at: that of the newest supplement in its chain that states one,
/// else its own; nothing where none is known.
std::optional<Amount> effective_amount(const Chain& chain);
std::optional<Amount> effective_amount(store::Db& db, const Signing& signing);

/// The same of many signings, by number.
std::map<std::int64_t, std::optional<Amount>> effective_amounts(
    store::Db& db, const std::vector<Signing>& signings);

}  // namespace leadbook::service
