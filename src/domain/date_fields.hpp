// The numbers of a date by name, and the date they make.
#pragma once

#include <optional>

#include "domain/date_reader.hpp"
#include "leadbook/domain/date.hpp"
#include "leadbook/domain/result.hpp"

namespace leadbook::dates {

struct Fields {
  std::optional<int> year = {};
  std::optional<int> month = {};
  std::optional<int> day = {};
  std::optional<int> third = {};
  std::optional<int> quarter = {};
  std::optional<int> half = {};
  bool at_end = false;  // the last day of the month or year is meant
};

/// The date the fields name, or why there is none. A missing year is that nearest to `near`.
Result<Reading> resolve_fields(const Fields& fields, Day near);

}  // namespace leadbook::dates
