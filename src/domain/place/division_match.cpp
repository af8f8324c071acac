#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/place/division_key.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

/// The spellings of one level's divisions, and who bears each.
struct SpellingIndex {
  using Bearers = std::vector<const Division*>;
  Bearers divisions;
  std::unordered_map<std::string, Bearers> full;
  std::unordered_map<std::string, Bearers> brief;  // short names, and letters without "County"
  std::vector<std::string> letters;                // English, then pinyin, of each division
};

void add_bearer(std::unordered_map<std::string, SpellingIndex::Bearers>& index,
                std::string spelling,
                const Division& division) {
  auto& bearers = index[std::move(spelling)];
  if (bearers.empty() || bearers.back() != &division) bearers.push_back(&division);
}

/// "xian" for 县, as in "Baiquan Xian"; "" for other endings.
std::string_view kind_syllable(std::string_view name) {
  if (name.ends_with("县")) return "xian";
  if (name.ends_with("区")) return "qu";
  if (name.ends_with("市")) return "shi";
  if (name.ends_with("旗")) return "qi";
  if (name.ends_with("省")) return "sheng";
  return "";
}

void add_spellings(SpellingIndex& index, const Division& division) {
  const std::string english = spelling_key(division.english);
  const std::string pinyin = spelling_key(division.pinyin);
  add_bearer(index.full, std::string(division.name), division);
  add_bearer(index.full, english, division);
  add_bearer(index.full, pinyin + std::string(kind_syllable(division.name)), division);
  add_bearer(index.brief, std::string(division.short_name), division);
  add_bearer(index.brief, std::string(without_kind_word(english)), division);
  add_bearer(index.brief, pinyin, division);
  index.divisions.push_back(&division);
  index.letters.push_back(english + ' ' + pinyin);
}

SpellingIndex make_index(DivisionLevel level) {
  SpellingIndex index;
  for (const Division& division : all_divisions()) {
    if (level_of(division) != level) continue;
    // 重庆 has two placeholders of one name; the first stands for the city.
    if (!index.divisions.empty() && level == DivisionLevel::city &&
        index.divisions.back()->name == division.name) {
      continue;
    }
    add_spellings(index, division);
  }
  return index;
}

const SpellingIndex& index_of(DivisionLevel level) {
  switch (level) {
    case DivisionLevel::province: {
      static const SpellingIndex provinces = make_index(level);
      return provinces;
    }
    case DivisionLevel::city: {
      static const SpellingIndex cities = make_index(level);
      return cities;
    }
    case DivisionLevel::county:
      break;
  }
  static const SpellingIndex counties = make_index(DivisionLevel::county);
  return counties;
}

std::vector<Division> copy_of(const SpellingIndex::Bearers& bearers) {
  std::vector<Division> divisions;
  divisions.reserve(bearers.size());
  for (const Division* division : bearers) divisions.push_back(*division);
  return divisions;
}

std::vector<Division> find_spelling(
    const std::unordered_map<std::string, SpellingIndex::Bearers>& index,
    const std::string& spelling) {
  const auto found = index.find(spelling);
  return found == index.end() ? std::vector<Division>() : copy_of(found->second);
}

/// Takes either name of the division off the front of `text` where one is there.
void drop_name(std::string_view& text, const std::optional<Division>& division) {
  if (!division) return;
  for (const std::string_view name : {division->name, division->short_name}) {
    if (!text.starts_with(name)) continue;
    text.remove_prefix(name.size());
    // 甘南州 is short for 甘南藏族自治州.
    const bool is_short = name == division->short_name && division->name.ends_with("自治州");
    if (is_short && text.starts_with("州")) text.remove_prefix(std::string_view("州").size());
    return;
  }
}

/// Whether `path` names nothing but the divisions above this one: 黑龙江省齐齐哈尔 of 拜泉县.
bool leads_to(std::string_view path, const Division& division) {
  drop_name(path, find_division(division.code.substr(0, 2)));
  if (division.code.size() == 6) drop_name(path, find_division(division.code.substr(0, 4)));
  return path.empty();
}

/// Names in everyday use that no rule makes of the full ones.
struct Nickname {
  std::string_view name;
  std::string_view code;
};
constexpr Nickname nicknames[] = {{"杜蒙", "230624"},
                                  {"阜蒙", "210921"},
                                  {"喀左", "211324"},
                                  {"前郭", "220721"},
                                  {"和丰", "654226"},
                                  {"塔县", "653131"},
                                  {"察县", "654022"}};

std::vector<Division> find_nickname(std::string_view key, DivisionLevel level) {
  if (level != DivisionLevel::county) return {};
  for (const auto& [name, code] : nicknames) {
    if (key != name && key != std::string(name) + "县") continue;
    if (const auto division = find_division(code)) return {*division};
  }
  return {};
}

std::vector<Division> find_by_path(const SpellingIndex& index, std::string_view text) {
  std::vector<Division> found;
  for (const Division* division : index.divisions) {
    for (const std::string_view name : {division->name, division->short_name}) {
      if (text.size() <= name.size() || !text.ends_with(name)) continue;
      if (!leads_to(text.substr(0, text.size() - name.size()), *division)) continue;
      found.push_back(*division);
      break;
    }
  }
  return found;
}

std::vector<Division> find_fragment(const SpellingIndex& index, const std::string& key) {
  std::vector<Division> starting;
  std::vector<Division> within;
  for (std::size_t at = 0; at < index.divisions.size(); ++at) {
    const Division& division = *index.divisions[at];
    const std::string& letters = index.letters[at];
    if (division.name.starts_with(key) || letters.starts_with(key) ||
        letters.find(' ' + key) != std::string::npos) {
      starting.push_back(division);
    } else if (division.name.find(key) != std::string_view::npos ||
               division.short_name.find(key) != std::string_view::npos ||
               letters.find(key) != std::string::npos) {
      within.push_back(division);
    }
  }
  starting.insert(starting.end(), within.begin(), within.end());
  return starting;
}

/// Whether a word that without_kind_word takes off can be said of this division. In English
/// counties, districts and banners are taken for one another, but never for a city.
bool is_kind_of(std::string_view word, const Division& division) {
  for (const std::string_view han : {"县", "区", "市", "旗"}) {
    if (word == han) return division.name.ends_with(han);
  }
  if (word == "州") return division.name.ends_with("自治州");
  if (word == "city") return division.name.ends_with("市");
  const DivisionLevel level = level_of(division);
  if (word == "prouince" || word == "autonomousregion") return level == DivisionLevel::province;
  if (word == "league" || word == "municipality" || word.ends_with("prefecture")) {
    return level == DivisionLevel::city;
  }
  return level == DivisionLevel::county;
}

/// Short names with a word after them that their full names lack: 梅里斯区, Qiqihar City.
std::vector<Division> find_with_kind_word(const SpellingIndex& index, std::string_view key) {
  const std::string_view stem = without_kind_word(key);
  if (stem == key) return {};
  std::vector<Division> found = find_spelling(index.brief, std::string(stem));
  std::erase_if(found, [word = key.substr(stem.size())](const Division& division) {
    return !is_kind_of(word, division);
  });
  return found;
}

}  // namespace

std::vector<Division> match_division(std::string_view text, DivisionLevel level) {
  const std::string key = spelling_key(text);
  if (const auto coded = find_division(key); coded && level_of(*coded) == level) return {*coded};
  const SpellingIndex& index = index_of(level);
  auto found = find_spelling(index.full, key);
  if (found.empty()) found = find_by_path(index, key);
  if (found.empty()) found = find_spelling(index.brief, key);
  if (found.empty()) found = find_with_kind_word(index, key);
  if (found.empty()) found = find_nickname(key, level);
  // One character is in far too many names to mean any of them.
  if (found.empty() && text::decode(key).size() >= 2) found = find_fragment(index, key);
  return found;
}

}  // namespace leadbook
