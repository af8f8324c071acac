// Bringing a copy of a book that went its own way back into the book.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "leadbook/store/log/change.hpp"

namespace leadbook::service {

struct MergeReport {
  std::int64_t entries = 0;            // taken over
  std::int64_t known = 0;              // here already
  std::vector<std::string> renamed;    // "P-40 is P-57 here: Meat duck chain"
  std::vector<std::string> conflicts;  // what both changed, with both versions and the one kept
};

/// Takes over the entries of `other` since the two books were one, each under its own name, time
/// and command; a request that is here already is passed over, so that merging twice changes
/// nothing. Records are the same by identity, else by credit code, contract number, code or rate
/// day. Of a field that both changed this book's text is kept: the entry holds the other's, and a
/// further entry of the merging command takes it back, so that both are in the log. The change is
/// not yet committed. Throws Error{conflict} where the books have no entry in common.
MergeReport merge_book(store::Db& other, store::Change& change);

}  // namespace leadbook::service
