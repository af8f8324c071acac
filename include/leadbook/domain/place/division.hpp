// Administrative divisions of mainland China (GB/T 2260): provinces, cities, county-level units.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "leadbook/domain/place/county_kind.hpp"
#include "leadbook/domain/result.hpp"

namespace leadbook {

/// One line of the table inside the program; its texts live as long as the program.
struct Division {
  std::string_view code;        // 2 digits: province, 4: city, 6: county-level
  std::string_view name;        // 拜泉县
  std::string_view short_name;  // 拜泉
  std::string_view pinyin;      // bai quan
  std::string_view english;     // Baiquan County

  bool operator==(const Division&) const = default;
};

enum class DivisionLevel { province, city, county };

DivisionLevel level_of(const Division& division);

/// All divisions by code, so that each stands before those it contains. Built on first use.
std::span<const Division> all_divisions();

/// The division of exactly this code. Builds nothing.
std::optional<Division> find_division(std::string_view code);

/// The county-level units of a city, by code; of a whole province where the code has two digits.
/// The districts and counties of a municipality (北京, 重庆) are those of its city. Nothing for a
/// code that is no city's, and only the city itself for 东莞 and its like. Builds nothing.
std::vector<Division> counties_of(std::string_view city_code);

/// Whether a county-level code lies in a city; a municipality is one city.
bool lies_in(std::string_view county_code, std::string_view city_code);

/// What sort of county-level unit it is; codes with 71 to 79 at their end are zones and parks.
CountyKind county_kind(const Division& county);

/// A town, a park or a zone by the end of its name; nothing where that tells none of these.
std::optional<CountyKind> kind_by_name(std::string_view name);

/// The name on the screen, in the chosen language.
std::string_view name_of(const Division& division);

/// The divisions of a level that `text` may mean, whatever its case, width or spacing: code, full
/// or short name (Traditional characters too), the way down to it (黑龙江省齐齐哈尔市拜泉县),
/// English name with or without "County", "District", "City", and pinyin. Full names hide short
/// names, and these hide fragments; within the same closeness they come by code.
std::vector<Division> match_division(std::string_view text, DivisionLevel level);

/// The one division of a level that `text` means. The problem names the nearest or, where several
/// fit, all of these with their codes.
Result<Division> parse_province(std::string_view text);
Result<Division> parse_city(std::string_view text);

/// As `parse_city`. Of several that fit, those that lie in `city_code` win, so that 富裕 needs no
/// code in a book of 齐齐哈尔; a full or short name elsewhere still wins over a fragment here.
Result<Division> parse_county(std::string_view text, std::string_view city_code = {});

}  // namespace leadbook
