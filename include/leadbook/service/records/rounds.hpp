// Which round of its project's talks a negotiation is.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "leadbook/store/record/record.hpp"

namespace leadbook::service {

/// Rounds by the number of the negotiation.
using Rounds = std::unordered_map<std::int64_t, std::int64_t>;

/// The round of each negotiation of these projects, and perhaps of others.
Rounds rounds_of(store::Db& db, std::vector<std::int64_t> projects);

/// The same of the negotiations of one project, which come by date.
Rounds rounds_of(const std::vector<Negotiation>& talks);

/// The round of one negotiation; as stated, or nothing, where it belongs to no project.
std::optional<std::int64_t> round_of(store::Db& db, const Negotiation& negotiation);

}  // namespace leadbook::service
