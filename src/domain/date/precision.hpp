// The calendar spans a date can stand for, and which of them a date is.
#pragma once

#include "leadbook/domain/date/date.hpp"

namespace leadbook::dates {

enum class Precision { day, third, month, quarter, half, year, span };

Precision precision_of(const Date& date);

using leadbook::year_of;
/// 1 to 12.
int month_of(Day day);
/// 1 to 31.
int day_of(Day day);

/// How many days the month has in the year.
int days_in_month(int year, int month);
Day make_day(int year, int month, int day);

/// The same day so many months later, or before where that is negative; the last of a month that
/// has no such day.
Day add_months(Day day, int months);

/// `third` 1, 2 or 3: 上旬 is the 1st to the 10th, 中旬 to the 20th, 下旬 to the month's end.
Date third_of(int year, int month, int third);
/// `count` whole months from the first of `month`: a month, a quarter, a half or a year.
Date months_from(int year, int month, int count);

/// Which third of the month the day lies in, 1 to 3.
int third_at(Day day);

/// The Monday of the day's week.
Day monday_of(Day day);

/// A week of the ISO calendar.
struct Week {
  int year;
  int number;
};

Week week_of(Day day);

}  // namespace leadbook::dates
