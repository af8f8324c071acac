// The hash of a log entry: of the hash before it, its own fields, and the digest of its rows.
#pragma once

#include <optional>
#include <string>

#include "leadbook/store/log/history.hpp"
#include "leadbook/store/record/digest.hpp"

namespace leadbook::store {

class EntryHash {
 public:
  /// Takes the entry's rows in their order; they need not all be in memory.
  void add(const EntryRow& row);
  /// The hash of the entry they belong to; begins anew.
  std::string hex(std::string_view previous, const Entry& entry);

 private:
  Digest rows_;
};

}  // namespace leadbook::store
