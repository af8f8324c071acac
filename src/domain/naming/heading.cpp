#include "leadbook/domain/naming/heading.hpp"

#include <algorithm>
#include <chrono>

#include "leadbook/domain/place/characters.hpp"
#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/text/ascii.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

/// The heading with its full-width brackets and strokes as those of ASCII, nothing else changed.
std::string narrow_marks(std::string_view text) {
  constexpr std::pair<std::string_view, char> marks[] = {{"（", '('},
                                                         {"）", ')'},
                                                         {"［", '['},
                                                         {"］", ']'},
                                                         {"【", '['},
                                                         {"】", ']'},
                                                         {"：", ':'},
                                                         {"／", '/'},
                                                         {"　", ' '}};
  std::string narrow;
  while (!text.empty()) {
    bool replaced = false;
    for (const auto& [wide, mark] : marks) {
      if (!text.starts_with(wide)) continue;
      narrow += mark;
      text.remove_prefix(wide.size());
      replaced = true;
      break;
    }
    if (replaced) continue;
    narrow += text.front() == '\n' || text.front() == '\r' ? ' ' : text.front();
    text.remove_prefix(1);
  }
  return narrow;
}

std::string_view without_unit_word(std::string_view unit) {
  unit = text::trim(unit);
  for (const std::string_view word : {"单位:", "单位", "Unit:", "unit:", "in "}) {
    if (unit.starts_with(word)) unit = text::trim(unit.substr(word.size()));
  }
  return unit;
}

Heading trimmed(std::string_view name, std::string_view unit) {
  return {std::string(text::trim(name)), std::string(without_unit_word(unit))};
}

bool is_unit(std::string_view text) {
  if (text.empty() || text::is_digit(text.back())) return false;
  return bool(parse_money_unit(text)) || bool(parse_area("1" + std::string(text)));
}

/// The heading and what stands in brackets at its end; nothing in them where it has none.
Heading parted_by_brackets(std::string_view all) {
  for (const auto& [opening, closing] : {std::pair('(', ')'), std::pair('[', ']')}) {
    if (!all.ends_with(closing)) continue;
    const auto at = all.rfind(opening);
    if (at == std::string_view::npos || at == 0) continue;
    return trimmed(all.substr(0, at), all.substr(at + 1, all.size() - at - 2));
  }
  return {std::string(text::trim(all)), ""};
}

/// Takes off what a form says of the cells below: that they must be filled in, or how.
std::string without_marks(std::string_view all) {
  constexpr std::string_view marks[] = {
      "必填", "必填项", "选填", "可选", "必选", "required", "optional", "mandatory"};
  std::string heading(text::trim(all));
  for (;;) {
    const auto parts = parted_by_brackets(heading);
    const auto mark = text::fold(parts.unit);
    if (std::find(std::begin(marks), std::end(marks), mark) == std::end(marks)) break;
    heading = parts.name;
  }
  while (heading.ends_with('*'))
    heading = std::string(text::trim(heading.substr(0, heading.size() - 1)));
  while (heading.starts_with('*')) heading = std::string(text::trim(heading.substr(1)));
  return heading;
}

}  // namespace

Heading read_heading(std::string_view text) {
  const auto all = without_marks(narrow_marks(text));
  if (auto parts = parted_by_brackets(all); !parts.unit.empty()) return parts;
  const auto stroke = all.find_last_of("/:");
  if (stroke != std::string::npos && stroke > 0) {
    // "时间：最近20年" is no heading with a unit, but a line about the table.
    auto heading = trimmed(all.substr(0, stroke), all.substr(stroke + 1));
    if (is_unit(heading.unit)) return heading;
  }
  return {all, ""};
}

std::vector<Heading> heading_readings(std::string_view text) {
  const auto all = without_marks(narrow_marks(text));
  std::vector<Heading> readings = {{all, ""}};
  if (auto parts = parted_by_brackets(all); !parts.unit.empty())
    readings.push_back(std::move(parts));
  // Amount in USD, 投资额_万元, "Investment, RMB mn": the longest unit there can be.
  for (std::size_t at = 1; at < all.size(); ++at) {
    if (std::string_view(" ,_/:-").find(all[at]) == std::string_view::npos) continue;
    auto name = text::trim(std::string_view(all).substr(0, at));
    if (name.ends_with(" in")) name.remove_suffix(3);
    auto heading = trimmed(name, std::string_view(all).substr(at + 1));
    if (!heading.name.empty() && is_unit(heading.unit)) readings.push_back(std::move(heading));
  }
  for (const std::string_view unit :
       {"亿美元", "万美元", "百万元", "亿元", "万元", "千元", "公顷", "亩"}) {
    if (all.size() > unit.size() && all.ends_with(unit)) {
      readings.push_back(trimmed(all.substr(0, all.size() - unit.size()), unit));
      break;
    }
  }
  if (is_unit(all)) readings.push_back({"", all});
  return readings;
}

std::string simple_script(std::string_view text) {
  // Beside those of names, whose table the blocks of names in every book depend on.
  constexpr std::u32string_view pairs = U"區区簽签註注負负責责稅税繳缴屆届貼贴";
  auto codes = text::decode(text);
  for (auto& code : codes) {
    code = simplify(code);
    for (std::size_t at = 0; at + 1 < pairs.size(); at += 2) {
      if (code == pairs[at]) code = pairs[at + 1];
    }
  }
  return text::encode(codes);
}

std::string plain_heading(std::string_view text) {
  const auto folded = simple_script(text::fold(narrow_marks(text)));
  std::string plain;
  for (const char symbol : folded) {
    if (std::string_view(" \t*:_-.").find(symbol) == std::string_view::npos) plain += symbol;
  }
  return plain;
}

std::string unit_in_title(std::string_view text) {
  const auto narrow = narrow_marks(text);
  const auto folded = simple_script(text::fold(narrow));
  for (const std::string_view word : {"单位:", "单位", "unit:", "units:"}) {
    for (auto at = folded.find(word); at != std::string::npos; at = folded.find(word, at + 1)) {
      const auto behind = std::string_view(folded).substr(at + word.size());
      const auto all = text::trim(behind.substr(0, behind.find_first_of(");")));
      if (parse_money_unit(all)) return std::string(all);
      // 单位：个、亿元 or 单位：亿元  时间：2024年
      std::string list(all);
      for (const std::string_view comma : {"、", "，", ",", "/"}) {
        for (auto place = list.find(comma); place != std::string::npos; place = list.find(comma)) {
          list.replace(place, comma.size(), " ");
        }
      }
      for (const auto part : text::split(list, ' ')) {
        if (parse_money_unit(text::trim(part))) return std::string(text::trim(part));
      }
    }
  }
  // 签约项目表（万元）
  if (const auto parts = parted_by_brackets(text::trim(narrow)); parse_money_unit(parts.unit)) {
    return parts.unit;
  }
  return "";
}

namespace {

/// The text with a year in numerals (二〇二四年) in digits.
std::string with_digits(std::string text) {
  constexpr std::string_view numerals[] = {
      "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  constexpr std::string_view year = "年";
  constexpr std::size_t bytes = 3;
  for (auto at = text.find(year); at != std::string::npos; at = text.find(year, at + 1)) {
    std::string digits;
    for (std::size_t place = 4; place > 0 && at >= place * bytes; --place) {
      auto numeral = std::string_view(text).substr(at - place * bytes, bytes);
      if (numeral == "零" || numeral == "○") numeral = numerals[0];
      const auto* found = std::find(std::begin(numerals), std::end(numerals), numeral);
      if (found == std::end(numerals)) break;
      digits += static_cast<char>('0' + (found - std::begin(numerals)));
    }
    if (digits.size() == 4) text.replace(at - 4 * bytes, 4 * bytes, digits);
  }
  return text;
}

/// Where years stand in a text: four digits from 1900 on, with none before or behind.
std::vector<std::size_t> places_of_years(std::string_view text) {
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    const auto year = text.substr(at, 4);
    const bool is_year = (year.starts_with("19") || year.starts_with("20")) &&
                         std::all_of(year.begin(), year.end(), text::is_digit);
    const bool is_within = (at > 0 && text::is_digit(text[at - 1])) ||
                           (at + 4 < text.size() && text::is_digit(text[at + 4]));
    if (is_year && !is_within) places.push_back(at);
  }
  return places;
}

/// The longest period that begins there; its name may go on as a title does.
std::optional<Period> longest_period(std::string_view text) {
  constexpr std::size_t longest = 40;
  for (auto size = std::min(text.size(), longest); size >= 4; --size) {
    if (size < text.size() && text::continues_character(text[size])) continue;
    // The clock decides nothing here, as the year is there.
    if (auto period = parse_period(text.substr(0, size), earliest_day)) return *period;
  }
  return {};
}

}  // namespace

std::optional<Period> period_in_title(std::string_view text) {
  const auto folded = with_digits(text::fold(narrow_marks(text)));
  for (const std::string_view word :
       {"填报", "制表", "报送", "打印", "填表", "截至", "截止", "as of"}) {
    if (folded.find(word) != std::string::npos) return {};
  }
  const auto years = places_of_years(folded);
  if (years.empty()) return {};
  const auto year = folded.substr(years.front(), 4);
  for (const auto at : years) {
    if (folded.substr(at, 4) != year) return {};
  }
  auto period = longest_period(std::string_view(folded).substr(years.front()));
  if (!period) period = longest_period(year);
  // "2023-2024" is of two years.
  using std::chrono::year_month_day;
  const bool is_within_a_year =
      period && year_month_day{period->first}.year() == year_month_day{period->last}.year();
  return is_within_a_year ? period : std::nullopt;
}

}  // namespace leadbook
