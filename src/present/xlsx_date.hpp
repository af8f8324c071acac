// Days as spreadsheets count them.
#pragma once

#include <chrono>

#include "leadbook/domain/date.hpp"

namespace leadbook::present {

inline constexpr const char* xlsx_date_format = "yyyy-mm-dd";

/// The serial number of a day, of which 1900-01-01 is the first. Spreadsheets take 1900 for a leap
/// year, so that from March on there is one day more.
inline double xlsx_serial(Day day) {
  constexpr Day before(std::chrono::year{1899} / 12 / 31);
  constexpr Day march(std::chrono::year{1900} / 3 / 1);
  const auto days = (day - before).count() + (day >= march ? 1 : 0);
  return static_cast<double>(days);
}

}  // namespace leadbook::present
