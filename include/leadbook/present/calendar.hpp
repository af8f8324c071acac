// Days with something to do, as a calendar that other programs take in (iCalendar, RFC 5545).
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "leadbook/domain/date/date.hpp"

namespace leadbook::present {

struct CalendarItem {
  std::string uid;  // a calendar that has it already changes it
  Day day;
  std::string summary;
  std::string description;
};

/// Writes each item as a task and as an event of its whole day, with an alarm at nine of the day
/// before. `now` is an ISO time in UTC, "2020-05-22T08:00:00Z".
void write_calendar(std::ostream& out,
                    const std::vector<CalendarItem>& items,
                    const std::string& now);

}  // namespace leadbook::present
