// What the text of a field may need to be understood, and how a record is named in one.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/id.hpp"

namespace leadbook {

/// What the days of a field are, which decides how one is read that is not written whole.
enum class Days {
  happened,  // the latest such day not after today; after it where the record is planned
  due,       // the first such day from the record's own day on, else from today on
  follows,   // what has happened from the record's own day on: the end of a trip
  any,       // the nearest: a period
};

/// What a text may need to be understood.
struct Reading {
  Day today;
  std::optional<AmountUnit> unit = {};  // of bare numbers
  bool unit_holds = false;              // also of numbers with a sign or a code
  /// The number of the record a text refers to; throws Error{not_found} with the nearest ones.
  std::function<std::int64_t(Kind, std::string_view)> resolve = {};
  /// Whether a text is the whole name of one record, whatever stands in it.
  std::function<bool(Kind, std::string_view)> is_named = {};
  std::optional<FileDates> dates = {};   // in a file, where the clock says nothing
  Days days = Days::happened;            // of the field that is read
  std::optional<Day> own_day = {};       // of the record that is read: what is due counts from it
  std::optional<Day> trip = {};          // the first day of the trip in which the record's day lies
  bool echoes_days = false;              // says what a day was taken for
  bool is_planned = false;               // what the record tells of has not happened yet
  std::vector<std::string> doubts = {};  // of the year that was understood: to be asked about
  std::vector<std::string> notes = {};   // what was understood in a way worth saying
  std::vector<std::string> kept = {};    // words of amounts for the record's note
};

/// From where a date is read.
Outlook outlook_of(const Reading& reading, std::string_view text);

/// Notes for which day a text without its year was taken, with the weekday.
void echo_day(std::string_view text, const Date& date, Reading& reading);

/// Doubts the year of a day that was looked back to, where the same day is soon to come.
void doubt_year(std::string_view text, const Date& date, Reading& reading);

/// The name by which a record can be referred to in a text.
using Naming = std::function<std::string(const Reference&)>;

}  // namespace leadbook
