// The stage ladder (GLOSSARY's lifecycle) and how dated moves, signings and negotiations climb it.
#pragma once

#include <optional>
#include <vector>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/record/record.hpp"
#include "leadbook/domain/word.hpp"

namespace leadbook {

/// In the ladder's order; suspended and terminated are off it.
enum class Stage {
  lead,
  valid_lead,
  negotiating,
  intent,
  signed_,
  procedures,
  land_supplied,
  started,
  civil_works_done,
  completed,
  in_production,
  at_capacity,
  suspended,
  terminated,
};

template <>
std::span<const Word<Stage>> words<Stage>();

inline bool is_on_ladder(Stage stage) { return stage < Stage::suspended; }

/// A move somebody stated, with its date and, off the ladder, its reason.
struct StageMove {
  Stage stage = Stage::lead;
  std::optional<Date> on;
  std::string reason;
  std::string document;
  std::string actor;

  bool operator==(const StageMove&) const = default;
};

/// A record that moves its project: a contract to signed, a letter of intent to intent, ...
struct StageCause {
  Stage stage = Stage::lead;
  Date on;
  Reference by;
};

/// Whether a paper of that day or an earlier one makes more of a project than a move states, which
/// gives no reason: the stage then stands below the project's own papers.
bool falls_below(const StageMove& move, const StageCause& paper);

/// One stay in a stage.
struct StageSpell {
  Stage stage = Stage::lead;
  std::optional<Date> since;    // nothing where nobody stated when the lead was named
  std::optional<Date> until;    // nothing while it lasts
  std::optional<Reference> by;  // the record that moved it here
  std::string reason;
  std::string document;

  bool operator==(const StageSpell&) const = default;
};

/// The stays of a project, oldest first, never empty: it begins as a lead. Moves and causes are
/// taken by date (moves first within a day, but one that suspends or ends the project after all
/// else of its day). A stated move always holds; a cause holds only where the project stands lower
/// on the ladder, and never while suspended or terminated. Moving from suspended to a stage is a
/// restart.
std::vector<StageSpell> stage_history(std::optional<Date> lead_on,
                                      const std::vector<StageMove>& moves,
                                      const std::vector<StageCause>& causes);

/// Days spent in a stay up to `today`, from the last day its start can mean; nothing where the
/// start is unknown.
std::optional<std::int64_t> days_in(const StageSpell& spell, Day today);

}  // namespace leadbook
