// Bulletins made from the book: facts by the services that answer totals, rank, targets, board and
// what is due, and sentences made from these facts alone.
#pragma once

#include <optional>
#include <string>

#include "leadbook/domain/bulletin/bulletin.hpp"
#include "leadbook/domain/record/county.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

struct BulletinQuery {
  BulletinKind kind = BulletinKind::monthly;
  Period period;  // cut off at the day where that lies within
  Day today;
  std::optional<Day> at = {};  // as at the end of this day, by the records' own days; else today
  Id<County> county = {};      // none for all of the book
  std::string remarks = {};    // the office's own words, one paragraph a line
  std::string sender = {};     // who signs; the book's office where none is named

  Day day() const { return at.value_or(today); }
};

/// The whole period of a kind that was over last before a day, or that the day ends.
Period last_period(BulletinKind kind, Day day);

/// In the chosen language. Nothing is praised, explained or computed against a time the book holds
/// no record of. Throws as `totals` does.
Bulletin make_bulletin(store::Db& db, const BulletinQuery& query);

}  // namespace leadbook::service
