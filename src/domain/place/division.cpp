#include "leadbook/domain/place/division.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "leadbook/text/embedded.hpp"

namespace leadbook {
namespace {

/// The lines of the table without its header.
std::string_view table() {
  static const std::string_view lines = [] {
    const std::string_view text = embedded::divisions().front().text;
    return text.substr(text.find('\n') + 1);
  }();
  return lines;
}

std::string_view take_field(std::string_view& line) {
  const std::size_t end = std::min(line.find(','), line.size());
  const std::string_view field = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return field;
}

/// The division on the first line of `lines`, which then begin at the next one.
Division take_division(std::string_view& lines) {
  const std::size_t end = std::min(lines.find('\n'), lines.size());
  std::string_view line = lines.substr(0, end);
  lines.remove_prefix(std::min(end + 1, lines.size()));
  Division division;
  division.code = take_field(line);
  division.name = take_field(line);
  division.short_name = take_field(line);
  division.pinyin = take_field(line);
  division.english = take_field(line);
  return division;
}

/// The lines from the first whose code is not less than `code`, found by halving the text.
std::string_view lines_from(std::string_view code) {
  const std::string_view lines = table();
  std::size_t low = 0;
  std::size_t high = lines.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t before = middle == 0 ? std::string_view::npos : lines.rfind('\n', middle - 1);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(lines.find('\n', start), lines.size());
    std::string_view line = lines.substr(start, end - start);
    if (take_field(line) < code) {
      low = std::min(end + 1, lines.size());
    } else {
      high = start;
    }
  }
  return lines.substr(low);
}

bool is_municipality(std::string_view code) {
  const std::string_view province = code.substr(0, 2);
  return province == "11" || province == "12" || province == "31" || province == "50";
}

}  // namespace

DivisionLevel level_of(const Division& division) {
  if (division.code.size() == 2) return DivisionLevel::province;
  return division.code.size() == 4 ? DivisionLevel::city : DivisionLevel::county;
}

std::span<const Division> all_divisions() {
  static const std::vector<Division> divisions = [] {
    std::vector<Division> all;
    std::string_view lines = table();
    all.reserve(static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')));
    while (!lines.empty()) all.push_back(take_division(lines));
    return all;
  }();
  return divisions;
}

std::optional<Division> find_division(std::string_view code) {
  std::string_view lines = lines_from(code);
  if (lines.empty()) return std::nullopt;
  const Division division = take_division(lines);
  if (division.code != code) return std::nullopt;
  return division;
}

std::vector<Division> counties_of(std::string_view city_code) {
  if ((city_code.size() != 2 && city_code.size() != 4) || !find_division(city_code)) return {};
  const std::string_view prefix = is_municipality(city_code) ? city_code.substr(0, 2) : city_code;
  std::vector<Division> counties;
  for (std::string_view lines = lines_from(prefix); lines.starts_with(prefix);) {
    const Division division = take_division(lines);
    if (division.code.size() == 6) counties.push_back(division);
  }
  return counties;
}

bool lies_in(std::string_view county_code, std::string_view city_code) {
  if (county_code.size() != 6 || city_code.size() < 2) return false;
  return county_code.starts_with(is_municipality(city_code) ? city_code.substr(0, 2) : city_code);
}

std::optional<CountyKind> kind_by_name(std::string_view name) {
  struct End {
    std::string_view text;
    CountyKind kind;
  };
  constexpr End ends[] = {{"镇", CountyKind::town},
                          {"乡", CountyKind::town},
                          {"街道", CountyKind::town},
                          {"苏木", CountyKind::town},
                          {"园区", CountyKind::park},
                          {"产业园", CountyKind::park},
                          {"工业园", CountyKind::park},
                          {"开发区", CountyKind::zone},
                          {"经开区", CountyKind::zone},
                          {"高新区", CountyKind::zone}};
  for (const auto& end : ends) {
    if (name.size() > end.text.size() && name.ends_with(end.text)) return end.kind;
  }
  return {};
}

CountyKind county_kind(const Division& county) {
  if (county.code.size() == 6 && county.code[4] == '7') {
    return county.name.ends_with("园区") ? CountyKind::park : CountyKind::zone;
  }
  if (county.name.ends_with("区")) return CountyKind::district;
  if (county.name.ends_with("市")) return CountyKind::county_city;
  return county.name.ends_with("旗") ? CountyKind::banner : CountyKind::county;
}

std::string_view name_of(const Division& division) {
  return choose(division.english, division.name);
}

}  // namespace leadbook
