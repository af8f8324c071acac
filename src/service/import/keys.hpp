// Which record of the book a row speaks of, by the fields that were named as its key.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "leadbook/store/record/digest.hpp"
#include "leadbook/store/record/record.hpp"

namespace leadbook::service {

/// What the fields of a key hold in one record, or its number.
using RecordKey = std::vector<store::Value>;

/// Whether there is nothing in any of the fields.
bool is_blank(const RecordKey& key);

/// A record that a row was matched with, and the line of the row that did so first; 0 for none.
struct KnownRecord {
  std::int64_t id = 0;     // 0 for a row refused
  std::size_t line = 0;    // of this file
  std::size_t others = 0;  // further records of the book with the same key
};

/// The records of a kind by a key of some fields, or by their number or identity. Texts that differ
/// in case, width or blanks alone are the same key.
class KeyIndex {
 public:
  /// `names` are fields of the kind, none of a list, or "id" or "uid" alone. Reads the book. Throws
  /// Error{usage} for any other name.
  KeyIndex(store::Db& db, Kind kind, const std::vector<std::string>& names);

  RecordKey key_of(const AnyRecord& record) const;

  /// What a key names, to be changed as rows come; a new entry where the book has none.
  KnownRecord& at(const RecordKey& key) { return known_[store::key_of(folded(key))]; }

  /// The key as people read it: "HT-001".
  std::string text_of(const RecordKey& key) const;

 private:
  static RecordKey folded(RecordKey key);

  Kind kind_;
  bool by_number_;
  store::StoredFields fields_;
  std::unordered_map<store::TextKey, KnownRecord, store::TextKeyHash> known_;
};

}  // namespace leadbook::service
