// What is due (到期事项): what was promised, ordered and planned, by when, and the command that
// closes it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/domain/word.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

enum class DueThing {
  next_step,    // of the last talk about a project, or with a firm where there is none
  promise,      // made in a talk by either side
  task,         // an obstacle or a follow-up
  directive,    // a task a leader ordered
  trip_report,  // of a trip that is over
  start,        // of construction, as planned
  completion,
  production,
  waiver,  // an accepted reason for being late that ends
};

/// Weeks run from Monday to Sunday.
enum class DueTime { overdue, today, this_week, next_week, later, no_day };

struct DueItem {
  DueThing thing = DueThing::task;
  DueTime time = DueTime::overdue;
  std::optional<Day> on;  // the last day it can be done without being late; of promises also none
  std::int64_t days_late = 0;
  Reference record;
  std::int64_t part = 0;  // which of its promises or waivers, from 1; 0 for the record itself
  std::string text;       // what is to be done; a project's or trip's name where it is theirs
  std::string owner;      // who is to do it; "" where nobody is named
  Id<County> county;
  Id<Project> project;
  Id<Company> company;               // with whom it was talked about
  std::string uid;                   // the same whenever this is due, of no other thing
  std::vector<std::string> command;  // that closes it, without "leadbook"
};

struct DueQuery {
  Day today;
  std::optional<Day> until;  // the last day due; the end of next week where none is named
  Id<County> county;         // only what belongs to it
  Id<Project> project;
  std::string owner;  // only owners whose name holds this, whatever its case
};

/// The last day of the week after that of a day.
Day end_of_next_week(Day day);

/// What is due until a day and not done, the longest overdue first, and last what was promised
/// without a day. A next step gives way to that
/// of a later talk about its project (or with its firm), a plan is done with its stage; what ended
/// otherwise (a talk broken off, a project terminated or suspended) is due no more. A task and a
/// talk without county belong to that of their project.
std::vector<DueItem> find_due(store::Db& db, const DueQuery& query);

}  // namespace leadbook::service

namespace leadbook {

template <>
std::span<const Word<service::DueThing>> words<service::DueThing>();
template <>
std::span<const Word<service::DueTime>> words<service::DueTime>();

}  // namespace leadbook
