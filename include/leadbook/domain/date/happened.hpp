// What has happened lies in the past: a date that reaches beyond today means its days so far.
#pragma once

#include <algorithm>

#include "leadbook/domain/date/date.hpp"

namespace leadbook {

/// The days something can have happened on, as a date states them: none after today, but for a
/// date that lies in the future whole.
inline Date happened_by(const Date& date, Day today) {
  if (date.first > today) return date;
  return {date.first, std::min(date.last, today)};
}

}  // namespace leadbook
