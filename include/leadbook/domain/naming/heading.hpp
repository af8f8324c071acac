// Headings of columns as offices write them: the field one names, and the unit it states.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/id.hpp"

namespace leadbook {

/// A heading taken apart: "投资额（万元）" is 投资额 in 万元. Where there is no unit it is "".
struct Heading {
  std::string name;
  std::string unit;
};
Heading read_heading(std::string_view text);

/// The ways to take a heading apart, the most literal first: "投资额_万元" may be a name of its
/// own, or 投资额 in 万元. A mark that a cell must be filled in (必填) is none of it.
std::vector<Heading> heading_readings(std::string_view text);

/// A text with the Traditional characters that headings and other words of tables are written with
/// Simplified.
std::string simple_script(std::string_view text);

/// What spellings of one heading have in common: no spaces, stars, colons or underscores, one
/// width and case.
std::string plain_heading(std::string_view text);

/// The unit of money that a title above a table states for all of it, as "单位：个、万元" does; ""
/// where it states none. 填报单位 is another sort of unit.
std::string unit_in_title(std::string_view text);

/// The time that a title speaks of: "2024年一季度签约项目表", "Projects signed in 2024"; nothing
/// where it names none or several. The day on which a table was filled in is not meant.
std::optional<Period> period_in_title(std::string_view text);

/// Further headings of a field beside its name and its own two, the most usual first.
std::span<const std::string_view> synonyms_of(Kind kind, std::string_view field);

}  // namespace leadbook
