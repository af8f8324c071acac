// Reading one date from its tokens; the problems are reasons, without the value or a full sentence
// around them.
#pragma once

#include <optional>
#include <string_view>

#include "domain/date/tokens.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/result.hpp"

namespace leadbook::dates {

struct Reading {
  Date date;
  bool year_given = true;  // false where the year was left out and had to be found
};

/// The numbers of a date by name.
struct Fields {
  std::optional<int> year = {};
  std::optional<int> month = {};
  std::optional<int> day = {};
  std::optional<int> third = {};
  std::optional<int> quarter = {};
  std::optional<int> half = {};
  bool at_end = false;  // the last day of the month or year is meant
};

/// From where a text is read.
struct Clock : Outlook {
  // Of a file, which is read on any day: then the outlook says nothing.
  std::optional<FileDates> file = {};
};

/// The date the fields name, or why there is none. The clock decides on a missing year or month.
Result<Reading> resolve_fields(const Fields& fields, const Clock& clock);

/// What reads tokens of the shapes it knows; nothing where they have none of these.
using Matcher = std::optional<Result<Reading>> (*)(const Tokens& tokens, const Clock& clock);

/// Whether the shape is `numbers` ("NNY") parted by one kind of sign.
bool is_parted(std::string_view shape, std::string_view numbers);

/// Matches the shapes of a date.
std::optional<Result<Reading>> match_date(const Tokens& tokens, const Clock& clock);

/// What reads folded text.
using Reader = Result<Reading> (*)(std::string_view folded, const Clock& clock);

/// Folds what was typed and reads it, or says why it cannot be any date.
Result<Reading> read_text(std::string_view text, const Clock& clock, Reader read);

/// Reads folded text by the shapes of `match`, or explains why it has none of them.
Result<Reading> read_form(std::string_view folded, const Clock& clock, Matcher match);

/// Refuses a date that reaches beyond the years that can be kept.
Result<Reading> within_years(const Reading& reading);

}  // namespace leadbook::dates
