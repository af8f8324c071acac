// Drafts held against the book and stored in it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "leadbook/service/draft/report.hpp"
#include "leadbook/service/records/record_writer.hpp"

namespace leadbook::service {

/// A draft as it is to be stored, and where it comes from.
struct Intake {
  DraftRecord draft;
  std::string source;  // "report.txt:3"
};

enum class IntakeEnd : std::uint8_t {
  stored,
  known,  // the book has it already
  left,   // it cannot be stored as it is
};

/// What came of one draft.
struct IntakeResult {
  IntakeEnd end = IntakeEnd::stored;
  Reference record;                    // of what was stored
  std::vector<FieldProblem> problems;  // why it was left, or what the book has
  std::vector<std::string> notes;
};

/// Stores drafts in their order, so that each may name those before it; companies that are named
/// and not in the book are made. Each draft passes the steps of a typed record. What the book has
/// already stays as it is. The caller commits.
std::vector<IntakeResult> store_drafts(store::Change& change,
                                       Resolver& resolver,
                                       const std::vector<Intake>& intakes,
                                       Day today);

}  // namespace leadbook::service
