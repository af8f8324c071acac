// Catching a row that says what a record of the book already says, word for word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>

#include "leadbook/store/record.hpp"

namespace leadbook::service {

/// The contents of all records of one kind, by their hashes.
class SameRecords {
 public:
  SameRecords(store::Db& db, Kind kind);

  /// The record with exactly this content, whatever its number and identity.
  std::optional<std::int64_t> find(const store::RecordRow& row) const;

  /// Takes a further record in, under the number it was given.
  void add(const store::RecordRow& row);

 private:
  std::size_t hash_of(const store::RecordRow& row) const;

  store::Db& db_;
  const store::RecordShape& shape_;
  std::unordered_multimap<std::size_t, std::int64_t> ids_;
};

}  // namespace leadbook::service
