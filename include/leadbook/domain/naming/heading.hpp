// Headings of columns as offices write them: the field one names, and the unit it states.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "leadbook/domain/id.hpp"

namespace leadbook {

/// A heading taken apart: "投资额（万元）" is 投资额 in 万元. Where there is no unit it is "".
struct Heading {
  std::string name;
  std::string unit;
};
Heading read_heading(std::string_view text);

/// What spellings of one heading have in common: no spaces, stars, colons or underscores, one
/// width and case.
std::string plain_heading(std::string_view text);

/// What a title above a table states for all of it, as "单位：万元" does; "" where it states none.
std::string unit_in_title(std::string_view text);

/// Further headings of a field beside its name and its own two, the most usual first.
std::span<const std::string_view> synonyms_of(Kind kind, std::string_view field);

}  // namespace leadbook
