// New records that say what another says already.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "leadbook/domain/record/any_record.hpp"
#include "leadbook/store/db.hpp"
#include "leadbook/store/record/digest.hpp"

namespace leadbook::service {

/// Two records of the book that say the same.
struct SamePair {
  std::int64_t first = 0;
  std::int64_t again = 0;     // the later one
  bool on_other_day = false;  // of signings: all the same but the day
};

/// A record that says the same as a new one, or nearly.
struct Alike {
  std::string sentence;
  bool is_same = false;  // else only nearly: told, not refused
};

/// The records of a kind by what makes them the same:
///
///   signing       project (county and plain title), day, kind, amount; nearly the same with two
///                 different contract numbers, and, where the amount is known, on another day or
///                 under a shortened title of the county where no two firms tell them apart
///   negotiation   day, county, project, counterparts, round, what was said; nearly the same with
///                 the day and the counterparts alone
///   delegation    title, county, leader, first day; nearly the same with all but the title or the
///                 leader, or on another day of the month
///   funds         project, day, amount, capital; nearly the same on another day of the month
///   event         title, county, day; nearly the same elsewhere or on another day of the month
///   task          title, kind, project, county, due day; nearly the same with another kind or day
///   contact       company and name
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

  /// The records that say what another of their book says already, each with the first that does,
  /// in order; of signings of a known amount also those that do on another day.
  std::vector<SamePair> pairs() const;

  /// Takes a further record in, with the line it came from.
  void add(const AnyRecord& record, const Project& project, std::size_t line);

 private:
  /// As small as may be: an import keeps one of every record of the book and of its file.
  struct Known {
    std::int64_t id = 0;
    std::uint32_t line = 0;         // of this file; 0 for a record that was there before
    std::optional<Date> on = {};    // of a signing
    std::uint64_t contract_no = 0;  // what stands for a signing's; 0 for none
    bool has_amount = false;        // of a signing
  };
  /// A signing of a known amount, by kind, amount, county and day.
  struct OfDay {
    std::int64_t id = 0;
    std::uint32_t line = 0;
    std::uint32_t title = 0;  // where its plain title begins in `titles_`
  };

  static Known known_of(const AnyRecord& record, std::size_t line);
  void add_of_day(const Signing& signing,
                  std::int64_t county,
                  std::string_view title,
                  std::size_t line);
  void add_known(const AnyRecord& record, const Project& project, std::size_t line);
  std::optional<Alike> find_near(const AnyRecord& record) const;
  std::optional<Alike> find_shortened(const AnyRecord& record, const Project& project) const;
  bool may_share_company(const Signing& signing, const Project& project, std::int64_t other) const;

  store::Db& db_;

  // By what makes them the same, of signings but for their day.
  std::unordered_multimap<store::TextKey, Known, store::TextKeyHash> known_;
  // By what makes them nearly the same, of all other kinds.
  std::unordered_multimap<store::TextKey, Known, store::TextKeyHash> near_;
  std::unordered_multimap<std::uint64_t, OfDay> of_days_;
  std::string titles_;  // each with a 0 behind it
};

}  // namespace leadbook::service
