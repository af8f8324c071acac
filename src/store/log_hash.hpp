// The hash of a log entry: of the hash before it, its own fields, and each of its rows.
#pragma once

#include <optional>
#include <string>

#include "leadbook/store/history.hpp"
#include "store/digest.hpp"

namespace leadbook::store {

class EntryHash {
 public:
  EntryHash(std::string_view previous, const Entry& entry);
  void add(const EntryRow& row);
  std::string hex() { return digest_.hex(); }

 private:
  Digest digest_;
};

}  // namespace leadbook::store
