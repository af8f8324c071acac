// What a contract is worth after its supplements.
#pragma once

#include <optional>

#include "leadbook/store/record/record.hpp"

namespace leadbook::service {

/// The amount a signing stands at: that of the newest supplement in its chain that states one,
/// else its own; nothing where none is known.
std::optional<Amount> effective_amount(store::Db& db, const Signing& signing);

}  // namespace leadbook::service
