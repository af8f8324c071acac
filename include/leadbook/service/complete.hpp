// What follows from other records, so that nobody types it twice.
#pragma once

#include <string>
#include <vector>

#include "leadbook/store/record.hpp"

namespace leadbook::service {

/// Fills what a new record leaves open and others say: a negotiation's project, where its
/// counterpart has just one, and its county. Answers what it filled in, each in a sentence.
std::vector<std::string> complete(store::Db& db, Kind kind, store::RecordRow& row);

}  // namespace leadbook::service
