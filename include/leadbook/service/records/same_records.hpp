// New records that say what another says already.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "leadbook/domain/record/any_record.hpp"
#include "leadbook/store/db.hpp"
#include "leadbook/store/record/digest.hpp"

namespace leadbook::service {

/// A record that says the same as a new one, or nearly.
struct Alike {
  std::string sentence;
  bool is_same = false;  // else only nearly: told, not refused
};

/// The records of a kind by what makes them the same:
///
///   signing       project (county and plain title), day, kind, amount; nearly the same with two
///                 different contract numbers, and on another day where the amount is known
///   negotiation   day, county, project, counterparts, round, what was said
///   delegation    title, county, leader, first day
///   funds         project, day, amount, capital
///   event         title, county, day
///   task          title, kind, project, county, due day
///   others        all they say, word for word
class SameRecords {
 public:
  /// Reads the book: for many new records.
  SameRecords(store::Db& db, Kind kind);
  /// Reads of the book what may be the same as this one; `project` is that of a signing.
  SameRecords(store::Db& db, const AnyRecord& record, const Project& project);

  /// Which record, or which line of this file, says what this one does; nothing where none does.
  /// `project` is that of a signing, as stored or as it would be made.
  std::optional<Alike> find(const AnyRecord& record, const Project& project) const;

  /// Takes a further record in, with the line it came from.
  void add(const AnyRecord& record, const Project& project, std::size_t line);

 private:
  struct Known {
    std::int64_t id = 0;
    std::size_t line = 0;     // of this file; 0 for a record that was there before
    std::string contract_no;  // of a signing, folded
  };

  void add_known(const store::TextKey& key, const store::TextKey& near, Known known);

  std::unordered_map<store::TextKey, std::vector<Known>, store::TextKeyHash> known_;
  // Signings with an amount, but for their day.
  std::unordered_map<store::TextKey, Known, store::TextKeyHash> near_;
};

}  // namespace leadbook::service
