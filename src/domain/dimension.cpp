#include "leadbook/domain/dimension.hpp"

#include <algorithm>

#include "domain/date_precision.hpp"
#include "leadbook/domain/division.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

/// Places beyond the mainland's divisions, in both languages.
constexpr std::string_view foreign_places[] = {
    "香港",     "澳门",       "台湾",         "境外",        "国外",          "海外",
    "美国",     "日本",       "韩国",         "德国",        "法国",          "英国",
    "意大利",   "西班牙",     "荷兰",         "瑞士",        "瑞典",          "丹麦",
    "芬兰",     "挪威",       "比利时",       "奥地利",      "俄罗斯",        "加拿大",
    "澳大利亚", "新西兰",     "新加坡",       "马来西亚",    "泰国",          "越南",
    "印度",     "印度尼西亚", "菲律宾",       "巴西",        "以色列",        "土耳其",
    "阿联酋",   "沙特",       "蒙古",         "hong kong",   "macau",         "macao",
    "taiwan",   "abroad",     "overseas",     "foreign",     "united states", "usa",
    "america",  "japan",      "korea",        "germany",     "france",        "united kingdom",
    "britain",  "italy",      "spain",        "netherlands", "switzerland",   "sweden",
    "denmark",  "finland",    "norway",       "belgium",     "austria",       "russia",
    "canada",   "australia",  "new zealand",  "singapore",   "malaysia",      "thailand",
    "vietnam",  "india",      "indonesia",    "philippines", "brazil",        "israel",
    "turkey",   "emirates",   "saudi arabia", "mongolia"};

bool is_foreign(std::string_view folded) {
  // 内蒙古 holds 蒙古 and lies inside.
  if (folded.find("内蒙古") != std::string_view::npos || folded.find("inner") == 0) return false;
  return std::any_of(
      std::begin(foreign_places), std::end(foreign_places), [&](std::string_view place) {
        return folded.find(place) != std::string_view::npos;
      });
}

/// The code of the only province, city or county that a text names; "" for none or several.
std::string code_of(std::string_view place) {
  for (const auto level : {DivisionLevel::province, DivisionLevel::city, DivisionLevel::county}) {
    const auto found = match_division(place, level);
    if (found.size() == 1) return std::string(found.front().code);
  }
  return "";
}

/// The division a place lies in; of "江苏徐州" or "Jiangsu, Xuzhou" that of its longest part that
/// names one.
std::string division_of(std::string_view place) {
  auto code = code_of(place);
  for (std::size_t end = place.size(); code.empty() && end > 0; --end) {
    // Only at the start of a character, and of a word where there are words.
    const auto byte = static_cast<unsigned char>(place[end - 1]);
    const bool boundary = byte >= 0x80 || byte == ' ' || byte == ',';
    const bool inside_character =
        end < place.size() && (static_cast<unsigned char>(place[end]) & 0xc0) == 0x80;
    if (boundary && !inside_character) code = code_of(text::trim(place.substr(0, end)));
  }
  return code;
}

}  // namespace

SizeBand size_band(std::int64_t minor) {
  constexpr std::int64_t hundred_million = 100'000'000'00;
  if (minor < hundred_million) return SizeBand::below_100m;
  if (minor < 10 * hundred_million) return SizeBand::from_100m;
  if (minor < 50 * hundred_million) return SizeBand::from_1bn;
  if (minor < 100 * hundred_million) return SizeBand::from_5bn;
  return SizeBand::from_10bn;
}

bool is_time(Dimension dimension) {
  return dimension == Dimension::year || dimension == Dimension::half ||
         dimension == Dimension::quarter || dimension == Dimension::month ||
         dimension == Dimension::week;
}

Period span_holding(Dimension span, Day day) {
  if (span == Dimension::week) {
    const auto monday = dates::monday_of(day);
    return period_of(monday, monday + std::chrono::days{6});
  }
  const int months = span == Dimension::year      ? 12
                     : span == Dimension::half    ? 6
                     : span == Dimension::quarter ? 3
                                                  : 1;
  const int month = (dates::month_of(day) - 1) / months * months + 1;
  const auto whole = dates::months_from(dates::year_of(day), month, months);
  return period_of(whole.first, whole.last);
}

std::optional<PlaceOfOrigin> place_of_origin(std::string_view place, std::string_view city_code) {
  const auto trimmed = text::trim(place);
  if (trimmed.empty()) return {};
  if (is_foreign(text::fold(trimmed))) {
    return PlaceOfOrigin{Origin::foreign, std::string(trimmed)};
  }
  const auto code = division_of(trimmed);
  if (code.empty()) return {};
  const auto province = find_division(std::string_view(code).substr(0, 2));
  PlaceOfOrigin found{Origin::outside_province,
                      province ? std::string(province->short_name) : std::string(trimmed)};
  if (city_code.size() >= 2 && code.substr(0, 2) == city_code.substr(0, 2)) {
    const bool inside = code.size() >= 4 && code.substr(0, 4) == city_code.substr(0, 4);
    found.origin = inside ? Origin::inside : Origin::outside_city;
  }
  return found;
}

}  // namespace leadbook
