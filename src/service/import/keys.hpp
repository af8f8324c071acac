// Which record of the book a row speaks of: by the fields that were named as its key, or, where
// there are none, by saying what a record says already.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "leadbook/store/log/change.hpp"

namespace leadbook::service {

/// A record that a row was matched with, and the line of the row that did so first; 0 for none.
struct KnownRecord {
  std::int64_t id = 0;     // 0 for a row refused
  std::size_t line = 0;    // of this file
  std::size_t others = 0;  // further records of the book with the same key
};

/// What the fields of a key hold in one record.
struct RecordKey {
  std::int64_t number = 0;  // of the record, where the key is its number
  std::vector<store::Value> values;

  /// Whether there is nothing in any of the fields.
  bool is_blank() const;
  /// The key as people read it: "HT-001".
  std::string text(Kind kind) const;
};

/// The records of a kind by a key of some fields, or by their number or identity.
class KeyIndex {
 public:
  /// `names` are fields of the kind, none of a list, or "id" or "uid" alone. Reads the book. Throws
  /// Error{usage} for any other name.
  KeyIndex(store::Db& db, Kind kind, const std::vector<std::string>& names);

  RecordKey key_of(const AnyRecord& record) const;

  /// What a key names, to be changed as rows come; a new entry where the book has none.
  KnownRecord& at(const RecordKey& key);

 private:
  bool by_number_;
  store::StoredFields fields_;
  std::unordered_map<store::TextKey, KnownRecord, store::TextKeyHash> known_;
};

/// Records that say the same: of signings the same county, project title, company, amount, kind of
/// paper and phase; of other kinds word for word.
class SameRecords {
 public:
  SameRecords(store::Db& db, Kind kind);

  /// The record, or the line of this file, that says what this row does; nothing for neither.
  /// `project` is that of a signing, as stored or as it would be made.
  const KnownRecord* find(const AnyRecord& record, const Project& project) const;

  /// Takes a further record in, with the line it came from.
  void add(const AnyRecord& record, const Project& project, std::size_t line);

 private:
  std::unordered_map<store::TextKey, KnownRecord, store::TextKeyHash> known_;
};

/// A project's title as titles are compared: without case, width, spaces and the word 项目.
std::string plain_title(std::string_view title);

}  // namespace leadbook::service
