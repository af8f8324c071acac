// Two dates as one span: "2020-03-24..2020-03-31", "3月24日至31日", "from ... to ...".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/date/reader.hpp"
#include "leadbook/domain/result.hpp"

namespace leadbook::dates {

struct Ends {
  std::string start;
  std::string end;
  bool are_months = false;  // 1-11月
};

/// The two sides of the one sign or word that parts them; nothing where there is none, or several.
std::optional<Ends> split_range(std::string_view folded);

/// From the first day of the start to the last day of the end. An end whose year is left out is
/// the first after the start; a start whose year is left out is the last before the end.
Result<Reading> read_range(const Ends& ends, const Clock& clock, Reader read);

}  // namespace leadbook::dates
