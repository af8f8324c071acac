// The words of dates in both languages, and what each stands for in the shape of a date.
#pragma once

#include <span>
#include <string_view>

namespace leadbook::dates {

/// What a word adds to the numbers of a date.
enum class Meaning {
  plain,    // nothing
  number,   // its value
  day,      // year, month and day of the day `value` days from today
  month,    // year and month of the month `value` months from now
  quarter,  // year and quarter, `value` quarters from now
  year,     // the year `value` years from now
};

struct Phrase {
  std::string_view text;   // folded, words parted by one space
  std::string_view shape;  // what the phrase becomes in Tokens::shape
  Meaning meaning = Meaning::plain;
  int value = 0;
};

std::span<const Phrase> phrases();

/// The longest phrase that `rest` begins with, ending where the word ends; null where none does.
const Phrase* longest_phrase(std::string_view rest);

}  // namespace leadbook::dates
