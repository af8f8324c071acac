#include "domain/date/precision.hpp"

#include <algorithm>
#include <chrono>

#include "leadbook/domain/date/date.hpp"

namespace leadbook::dates {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

std::chrono::month month_number(int month) {
  return std::chrono::month{static_cast<unsigned>(month)};
}

}  // namespace

int month_of(Day day) {
  return static_cast<int>(static_cast<unsigned>(year_month_day{day}.month()));
}

int day_of(Day day) { return static_cast<int>(static_cast<unsigned>(year_month_day{day}.day())); }

int days_in_month(int year, int month) {
  const Day last = std::chrono::year{year} / month_number(month) / std::chrono::last;
  return day_of(last);
}

Day make_day(int year, int month, int day) {
  return std::chrono::year{year} / month_number(month) / day;
}

Day add_months(Day day, int months) {
  const int count = year_of(day) * 12 + month_of(day) - 1 + months;
  const int year = count / 12;
  const int month = count % 12 + 1;
  return make_day(year, month, std::min(day_of(day), days_in_month(year, month)));
}

Date third_of(int year, int month, int third) {
  const Day first = make_day(year, month, third * 10 - 9);
  if (third == 3) return {first, make_day(year, month, days_in_month(year, month))};
  return {first, first + days{9}};
}

Date months_from(int year, int month, int count) {
  const int last = month + count - 1;
  return {make_day(year, month, 1), make_day(year, last, days_in_month(year, last))};
}

int third_at(Day day) { return std::min(3, (day_of(day) + 9) / 10); }

Precision precision_of(const Date& date) {
  if (date.is_day()) return Precision::day;
  const int year = year_of(date.first);
  const int month = month_of(date.first);
  if (date == third_of(year, month, third_at(date.first))) return Precision::third;
  if (date == months_from(year, month, 1)) return Precision::month;
  if (month % 3 == 1 && date == months_from(year, month, 3)) return Precision::quarter;
  if (month % 6 == 1 && date == months_from(year, month, 6)) return Precision::half;
  if (month == 1 && date == months_from(year, month, 12)) return Precision::year;
  return Precision::span;
}

Day monday_of(Day day) { return day - days{std::chrono::weekday{day}.iso_encoding() - 1}; }

Week week_of(Day day) {
  // The week belongs to the year its Thursday lies in.
  const Day thursday = monday_of(day) + days{3};
  const int year = year_of(thursday);
  return {year, static_cast<int>((thursday - make_day(year, 1, 1)).count() / 7) + 1};
}

}  // namespace leadbook::dates
