// The funnel: how far projects came on the stage ladder, by cohort of their first contact.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/record/records.hpp"
#include "leadbook/domain/standing/dimension.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

struct FunnelQuery {
  std::optional<Period> period;     // of the first contact
  std::optional<Dimension> by;      // county, chain or origin
  std::optional<Dimension> cohort;  // month, quarter or year of the first contact
  Day today;
  bool list_missing = false;   // what has no rate is left out of amounts and listed
  std::optional<Day> at = {};  // as at the end of this day, by the records' own days; else today

  Day day() const { return at.value_or(today); }
};

/// Stays in a stage, in days.
struct Stays {
  std::int64_t count = 0;
  std::int64_t doubled_median = 0;  // of two in the middle, their sum

  bool operator==(const Stays&) const = default;
};

/// Minor units of CNY, of the projects whose planned investment is known.
struct KnownSum {
  std::int64_t known = 0;
  std::int64_t minor = 0;

  bool operator==(const KnownSum&) const = default;
};

struct FunnelStep {
  Stage stage = Stage::lead;
  std::int64_t reached = 0;  // ever stood here or higher; 0 of the stages off the ladder
  std::int64_t now = 0;      // stand here
  KnownSum reached_amount;
  KnownSum now_amount;
  Stays finished;    // with both days known
  Stays unfinished;  // up to today

  bool operator==(const FunnelStep&) const = default;
};

struct FunnelGroup {
  std::optional<Period> cohort;      // nothing where none was asked or the day is not known enough
  std::optional<Id<County>> county;  // by county
  std::string name;                  // a chain, or the identifier of an origin; "" for unknown
  std::int64_t projects = 0;
  std::vector<FunnelStep> steps;  // one a stage, in the order of the stages

  bool operator==(const FunnelGroup&) const = default;
};

struct Funnel {
  std::vector<FunnelGroup> groups;   // by cohort, the unknown one last, then by name; of counties
                                     // every one of the book where no cohort is asked
  std::vector<std::string> missing;  // amounts without a rate, with their project
  std::int64_t undated = 0;  // not counted, as it cannot be told whether they fall into the period
};

/// The day a project first appeared: the earliest of its lead, its moves, its negotiations and its
/// signings, by the last day a date can mean.
///
/// A project has reached a stage where it ever stood there or higher, whatever became of it. Its
/// amount is the planned investment in CNY at the rate of its first signing, else of its first
/// contact, else of today. Throws Error{failed} for a missing rate and a sum that does not fit.
Funnel funnel(store::Db& db, const FunnelQuery& query);

}  // namespace leadbook::service
