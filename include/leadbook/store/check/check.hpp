// Proving a book whole, part by part.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "leadbook/store/log/history.hpp"
#include "leadbook/store/record/record.hpp"

namespace leadbook::store {

/// What a check proves, in the order it does so.
enum class Proof {
  place,     // where the book lies, and who may reach it
  settings,  // how the engine keeps it, and that its tables are those of its version
  storage,   // the engine's own check
  chain,     // the change log, hash by hash
  replay,    // the tables, row by row against the log
  counters,  // the numbers given
  derived,   // what is worked out from records and kept
  rules,     // what must hold within a record
  head,      // that an entry known from elsewhere is in the log
};

struct Finding {
  std::string what;
  std::string remedy;  // "" for that of its part
};

/// One part of a check. Of many findings the first twenty are kept, the others counted.
struct CheckPart {
  Proof proof;
  std::int64_t count = 0;  // of what was looked at
  std::vector<Finding> damages;
  std::int64_t more_damages = 0;
  std::vector<Finding> notes;  // what is odd, but no damage
  std::int64_t more_notes = 0;
  bool looked_at = true;  // not where an earlier part is damaged that this one builds on

  void damage(std::string what, std::string remedy = "");
  void note(std::string what, std::string remedy = "");
};

struct CheckReport {
  std::vector<CheckPart> parts;
  Head head;
  std::int64_t whole_until = 0;  // the last entry before the first one damaged

  const CheckPart& part(Proof proof) const;
  /// All that is wrong, each in a sentence.
  std::vector<std::string> damages() const;
  /// How much that is, with what was not kept.
  std::int64_t damage_count() const;
};

/// How far a part has come: so many of so many entries or records.
struct CheckProgress {
  Proof proof;
  std::int64_t done = 0;
  std::int64_t all = 0;
};

/// What looks on while a book is checked; each may be empty.
struct CheckWatch {
  std::function<void(const CheckProgress&)> progress;
  /// Each record of the tables that is what the log says; one that cannot be read is damage.
  std::function<void(AnyRecord&)> record;
};

/// Adds a part to a check that `prove` fills; what it cannot read is damage of that part.
void add_part(CheckReport& report,
              const CheckWatch& watch,
              Proof proof,
              const std::function<void(CheckPart&)>& prove);

/// Adds a part that is not looked at.
void leave_out(CheckReport& report, Proof proof);

/// Proves all but what is derived from records and the rules of these: place, settings, storage,
/// chain, replay and counters. What cannot be read is damage and not thrown; throws only where the
/// book cannot be reached any more.
CheckReport check_book(Db& db, const CheckWatch& watch = {});

}  // namespace leadbook::store
