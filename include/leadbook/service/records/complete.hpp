// What follows from other records, so that nobody types it twice.
#pragma once

#include <string>
#include <vector>

#include "leadbook/domain/record/record_text.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// Adds texts for required fields that were left out and follow from other records: a transfer is
/// from the first-contact county of its project to the one that hosts it, where these differ; a
/// company is of the kind that its name tells.
void infer_inputs(store::Db& db, Kind kind, std::vector<FieldInput>& inputs, Reading& reading);

/// Finds the trip a negotiation belongs to before its day is read, which has the trip's year.
void find_trip(store::Db& db,
               const AnyRecord& record,
               std::vector<FieldInput>& inputs,
               Reading& reading);

/// Fills what a new record leaves open and others say: a negotiation's project, where its
/// counterpart has just one, and its county. Answers what it filled in, each in a sentence.
std::vector<std::string> complete(store::Db& db, AnyRecord& record);

}  // namespace leadbook::service
