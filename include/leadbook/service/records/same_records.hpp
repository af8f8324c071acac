// New records that say what another says already.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "leadbook/domain/record/any_record.hpp"
#include "leadbook/store/db.hpp"
#include "leadbook/store/record/digest.hpp"

namespace leadbook::service {

/// The records of a kind by what they say: of signings the county, the project's title, the
/// company, the amount, the kind of paper and the phase; of other kinds all, word for word.
class SameRecords {
 public:
  /// Reads the book.
  SameRecords(store::Db& db, Kind kind);

  /// Which record, or which line of this file, says what this one does; nothing where none does.
  /// `project` is that of a signing, as stored or as it would be made.
  std::optional<std::string> refusal(const AnyRecord& record, const Project& project) const;

  /// Takes a further record in, with the line it came from.
  void add(const AnyRecord& record, const Project& project, std::size_t line);

 private:
  struct Known {
    std::int64_t id = 0;
    std::size_t line = 0;  // of this file; 0 for a record that was there before
  };

  std::unordered_map<store::TextKey, Known, store::TextKeyHash> known_;
};

}  // namespace leadbook::service
