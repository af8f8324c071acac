#include "leadbook/domain/standing/dimension.hpp"

#include <algorithm>
#include <charconv>

#include "domain/date/precision.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/text/ascii.hpp"
#include "leadbook/text/translate.hpp"
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
    const bool inside_character = end < place.size() && text::continues_character(place[end]);
    if (boundary && !inside_character) code = code_of(text::trim(place.substr(0, end)));
  }
  return code;
}

}  // namespace

template <>
std::span<const Word<Dimension>> words<Dimension>() {
  static constexpr Word<Dimension> table[] = {
      {Dimension::county, "county", "County", "县区", "counties|县"},
      {Dimension::city, "city", "City", "城市", "市"},
      {Dimension::chain, "chain", "Chain", "产业链"},
      {Dimension::industry, "industry", "Industry", "行业", "产业"},
      {Dimension::stage, "stage", "Stage", "阶段"},
      {Dimension::year, "year", "Year", "年", "年度"},
      {Dimension::half, "half", "Half-year", "半年"},
      {Dimension::quarter, "quarter", "Quarter", "季度", "季"},
      {Dimension::month, "month", "Month", "月", "月份"},
      {Dimension::week, "week", "Week", "周"},
      {Dimension::origin, "origin", "Origin", "资金来源"},
      {Dimension::source, "source", "Source", "来源地", "province|省份"},
      {Dimension::company, "company", "Company", "企业", "investor|投资方"},
      {Dimension::flag, "flag", "Flag", "企业标签", "标签"},
      {Dimension::program, "program", "Program", "重点项目名单", "programme|名单"},
      {Dimension::mode, "mode", "Mode", "方式"},
      {Dimension::leader, "leader", "Leader", "包联领导", "领导"},
      {Dimension::size, "size", "Size", "投资规模", "size_band|规模"},
      {Dimension::currency, "currency", "Currency", "币种"},
      {Dimension::project, "project", "Project", "项目", "projects|项目名称"},
  };
  return table;
}

template <>
std::span<const Word<Origin>> words<Origin>() {
  static constexpr Word<Origin> table[] = {
      {Origin::outside_province, "outside_province", "Outside the province", "省外"},
      {Origin::outside_city, "outside_city", "Province, outside the city", "市外省内", "市外"},
      {Origin::inside, "inside", "Inside the city", "市内"},
      {Origin::foreign, "foreign", "Foreign", "境外", "外资"},
  };
  return table;
}

template <>
std::span<const Word<SizeBand>> words<SizeBand>() {
  static constexpr Word<SizeBand> table[] = {
      {SizeBand::below_100m, "below_100m", "Below 0.1 billion", "1亿元以下"},
      {SizeBand::from_100m, "from_100m", "0.1 to 1 billion", "1亿—10亿元"},
      {SizeBand::from_1bn, "from_1bn", "1 to 5 billion", "10亿—50亿元"},
      {SizeBand::from_5bn, "from_5bn", "5 to 10 billion", "50亿—100亿元"},
      {SizeBand::from_10bn, "from_10bn", "10 billion and more", "100亿元以上"},
  };
  return table;
}

SizeBand size_band(std::int64_t minor) {
  constexpr std::int64_t hundred_million = 100'000'000'00;
  if (minor < hundred_million) return SizeBand::below_100m;
  if (minor < 10 * hundred_million) return SizeBand::from_100m;
  if (minor < 50 * hundred_million) return SizeBand::from_1bn;
  if (minor < 100 * hundred_million) return SizeBand::from_5bn;
  return SizeBand::from_10bn;
}

std::vector<std::size_t> size_places(const SizeSteps& steps, std::int64_t minor) {
  const auto above = std::upper_bound(steps.bounds.begin(), steps.bounds.end(), minor);
  const auto reached = static_cast<std::size_t>(above - steps.bounds.begin());
  if (!steps.cumulative || reached == 0) return {reached};
  std::vector<std::size_t> places;
  for (std::size_t place = 1; place <= reached; ++place) places.push_back(place);
  return places;
}

std::string size_key(const SizeSteps& steps, std::size_t place) {
  const auto yuan = [&](std::size_t bound) { return std::to_string(steps.bounds[bound] / 100); };
  if (place == 0) return "below_" + yuan(0);
  if (steps.cumulative || place == steps.bounds.size()) return "from_" + yuan(place - 1);
  return yuan(place - 1) + "_to_" + yuan(place);
}

std::optional<std::string> size_name(std::string_view key) {
  const auto amount = [](std::string_view yuan) -> std::optional<std::string> {
    std::int64_t number = 0;
    const auto* end = yuan.data() + yuan.size();
    const auto read = std::from_chars(yuan.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end) return {};
    return format_amount({{number * 100, Currency()}, Qualifier::exact}, AmountUnit::automatic);
  };
  constexpr std::string_view from = "from_";
  constexpr std::string_view below = "below_";
  constexpr std::string_view to = "_to_";
  if (key.starts_with(from)) {
    const auto bound = amount(key.substr(from.size()));
    return bound ? std::optional(say("{} and above", *bound)) : std::nullopt;
  }
  if (key.starts_with(below)) {
    const auto bound = amount(key.substr(below.size()));
    return bound ? std::optional(say("below {}", *bound)) : std::nullopt;
  }
  const auto at = key.find(to);
  if (at == std::string_view::npos) return {};
  const auto first = amount(key.substr(0, at));
  const auto last = amount(key.substr(at + to.size()));
  if (!first || !last) return {};
  return say("{} to {}", *first, *last);
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
