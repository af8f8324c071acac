#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/place/characters.hpp"
#include "domain/place/division_key.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

struct LevelMessages {
  const char* unknown;
  const char* near;
  const char* several;
};

LevelMessages messages_of(DivisionLevel level) {
  switch (level) {
    case DivisionLevel::province:
      return {N_("there is no province '{}'"),
              N_("there is no province '{}'; did you mean '{}'?"),
              N_("'{}' could be more than one province: {}; give the whole name or the code")};
    case DivisionLevel::city:
      return {N_("there is no city '{}'; give its name, or its code, as 2302"),
              N_("there is no city '{}'; did you mean '{}'?"),
              N_("'{}' could be more than one city: {}; give the whole name or the code")};
    case DivisionLevel::county:
      break;
  }
  return {N_("there is no county or district '{}'; give its name, or its code, as 230231"),
          N_("there is no county or district '{}'; did you mean '{}'?"),
          N_("'{}' could be more than one county: {}; give the whole name or the code")};
}

/// "Fuyu County 230227 (Qiqihar)".
std::string describe(const Division& division) {
  std::string text(name_of(division));
  text += ' ';
  text += division.code;
  if (division.code.size() == 2) return text;
  const auto parent = find_division(division.code.substr(0, division.code.size() - 2));
  if (parent) text += " (" + std::string(name_of(*parent)) + ")";
  return text;
}

std::string describe_all(const std::vector<Division>& divisions) {
  constexpr std::size_t most = 6;
  std::string text;
  for (std::size_t at = 0; at < std::min(most, divisions.size()); ++at) {
    if (at > 0) text += ", ";
    text += describe(divisions[at]);
  }
  if (divisions.size() > most) text += ", …";
  return text;
}

bool is_in_han(std::string_view text) {
  const std::u32string codes = text::decode(text);
  return std::any_of(codes.begin(), codes.end(), is_han);
}

/// The name nearest to what was typed, in the script it was typed in, among the divisions whose
/// code begins with `prefix`; "" where none is near.
std::string nearest_name(std::string_view text, DivisionLevel level, std::string_view prefix) {
  const bool han = is_in_han(text);
  std::vector<std::string> spellings;
  std::vector<std::string> names;
  for (const Division& division : all_divisions()) {
    if (level_of(division) != level || !division.code.starts_with(prefix)) continue;
    const std::string english = spelling_key(division.english);
    const std::string stem(without_kind_word(english));
    const std::string full(han ? division.name : division.english);
    const std::string brief(han ? std::string(division.short_name) : stem);
    for (const std::string& spelling : {brief, han ? full : english}) {
      spellings.push_back(spelling);
      names.push_back(full);
    }
    if (han) continue;
    spellings.push_back(spelling_key(division.pinyin));
    names.push_back(full);
  }
  const auto near = text::closest(spelling_key(text), spellings, 1);
  if (near.empty()) return "";
  const auto at = std::find(spellings.begin(), spellings.end(), near.front());
  return names[static_cast<std::size_t>(at - spellings.begin())];
}

Problem unknown_division(std::string_view text, DivisionLevel level, std::string_view city_code) {
  const LevelMessages messages = messages_of(level);
  const std::string typed = text::visible(text);
  std::string near = nearest_name(text, level, city_code);
  if (near.empty() && !city_code.empty()) near = nearest_name(text, level, "");
  if (near.empty()) return {say(messages.unknown, typed)};
  return {say(messages.near, typed, near)};
}

Result<Division> choose_one(std::string_view text,
                            DivisionLevel level,
                            const std::vector<Division>& found,
                            std::string_view city_code = {}) {
  if (found.size() == 1) return found.front();
  if (found.empty()) return unknown_division(text, level, city_code);
  const std::string typed = text::visible(text);
  const std::string candidates = describe_all(found);
  return Problem{say(messages_of(level).several, typed, candidates)};
}

/// What to say of a county where a city is wanted: which city it lies in.
std::optional<Problem> county_for_city(std::string_view text) {
  const std::vector<Division> counties = match_division(text, DivisionLevel::county);
  if (counties.size() != 1) return std::nullopt;
  const auto city = find_division(counties.front().code.substr(0, 4));
  if (!city) return std::nullopt;
  const std::string typed = text::visible(text);
  const std::string parent(name_of(*city));
  return Problem{say("'{}' is no city but a county-level division of {}, whose code is {}",
                     typed,
                     parent,
                     city->code)};
}

}  // namespace

Result<Division> parse_province(std::string_view text) {
  return choose_one(text, DivisionLevel::province, match_division(text, DivisionLevel::province));
}

Result<Division> parse_city(std::string_view text) {
  const std::vector<Division> found = match_division(text, DivisionLevel::city);
  if (found.empty()) {
    if (const auto problem = county_for_city(text)) return *problem;
  }
  return choose_one(text, DivisionLevel::city, found);
}

Result<Division> parse_county(std::string_view text, std::string_view city_code) {
  const std::vector<Division> found = match_division(text, DivisionLevel::county);
  std::vector<Division> inside;
  for (const Division& division : found) {
    if (lies_in(division.code, city_code)) inside.push_back(division);
  }
  return choose_one(text, DivisionLevel::county, inside.empty() ? found : inside, city_code);
}

}  // namespace leadbook
