// Which round of its project's talks a negotiation is.
#pragma once

#include <map>
#include <optional>

#include "leadbook/store/record.hpp"

namespace leadbook::service {

/// The round of each negotiation of a project, by number of the negotiation.
std::map<std::int64_t, std::int64_t> rounds_of(store::Db& db, Id<Project> project);

/// The round of one negotiation; as stated, or nothing, where it belongs to no project.
std::optional<std::int64_t> round_of(store::Db& db, const Negotiation& negotiation);

}  // namespace leadbook::service
