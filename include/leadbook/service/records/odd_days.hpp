// Days out of the ordinary: they may be right, and are asked about before they are kept.
#pragma once

#include <string>
#include <vector>

#include "leadbook/domain/record/any_record.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// A day ahead of what is said to have happened.
struct DayToCome {
  std::string field;
  std::string day;  // "签约日期 2031-05-19（周一）"

  bool operator==(const DayToCome&) const = default;
};
std::vector<DayToCome> days_to_come(const AnyRecord& record, Day today);

/// What is odd about a record's days, each in a sentence: something to come that is said to have
/// happened, a trip of more than 60 days, a meeting outside its trip's days, a day more than ten
/// years ahead.
std::vector<std::string> odd_days(store::Db& db, const AnyRecord& record, Day today);

}  // namespace leadbook::service
