// Numbers that only one record may have: contract numbers, credit codes, county codes, and of
// rates the currency with its day.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "leadbook/store/record/record.hpp"

namespace leadbook::service {

/// The record that has this record's number, itself included; 0 where none has.
std::int64_t holder_of_number(store::Db& db, const AnyRecord& record);

/// The fields that make up the number, by their place in `fields_of(kind)`.
std::vector<std::size_t> numbering_fields(Kind kind);

/// Why a record cannot have its number: that names the other one which has it already; nothing
/// where none has.
std::optional<std::string> taken_refusal(store::Db& db, const AnyRecord& record);

/// Whether two records of a kind have the same such number, or none.
bool has_same_number(const AnyRecord& left, const AnyRecord& right);

/// The numbers of a kind, read once: for many new records, none of which asks the book.
class TakenNumbers {
 public:
  TakenNumbers(store::Db& db, Kind kind);

  /// As `taken_refusal`.
  std::optional<std::string> refusal(const AnyRecord& record) const;
  /// Tells of a record made since.
  void remember(const AnyRecord& record);

 private:
  store::Db& db_;
  std::unordered_map<std::string, std::int64_t> holders_;
};

}  // namespace leadbook::service
