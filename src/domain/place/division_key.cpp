#include "domain/place/division_key.hpp"

#include "leadbook/domain/place/characters.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

struct Vowels {
  char32_t plain;
  std::u32string_view marked;
};

/// The plain letter of a marked vowel. "v" is how ü is typed.
char32_t plain_letter(char32_t code) {
  static constexpr Vowels table[] = {
      {U'a', U"āáǎàâä"},
      {U'e', U"ēéěèêë"},
      {U'i', U"īíǐìîï"},
      {U'o', U"ōóǒòôö"},
      {U'u', U"ūúǔùûüǖǘǚǜv"},
  };
  if (is_han(code) || (code < 0x80 && code != U'v')) return code;
  for (const Vowels& vowels : table) {
    if (vowels.marked.find(code) != std::u32string_view::npos) return vowels.plain;
  }
  return code;
}

}  // namespace

std::string spelling_key(std::string_view text) {
  std::u32string key;
  for (const char32_t code : fold_name(text)) {
    if (is_han(code) || is_word_character(code)) key += plain_letter(code);
  }
  return text::encode(key);
}

std::string_view without_kind_word(std::string_view key) {
  // The longer first; "v" has become "u" in keys.
  static constexpr std::string_view words[] = {
      "autonomousprefecture",
      "autonomouscounty",
      "autonomousbanner",
      "autonomousregion",
      "specialdistrict",
      "miningdistrict",
      "forestrydistrict",
      "newarea",
      "prefecture",
      "municipality",
      "prouince",
      "district",
      "county",
      "banner",
      "league",
      "city",
      "县",
      "区",
      "市",
      "旗",
      "州",
  };
  for (const std::string_view word : words) {
    if (key.size() > word.size() && key.ends_with(word)) {
      return key.substr(0, key.size() - word.size());
    }
  }
  return key;
}

}  // namespace leadbook
