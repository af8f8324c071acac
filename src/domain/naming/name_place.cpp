#include "domain/naming/name_place.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "leadbook/domain/place/characters.hpp"
#include "domain/place/division_key.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

struct Place {
  std::u32string name;
  bool may_be_brand;
};

/// Places by their first two characters, the longest first.
using PlaceIndex = std::unordered_map<std::uint64_t, std::vector<Place>>;

std::uint64_t first_two(std::u32string_view text) {
  return (std::uint64_t{text[0]} << 32) | text[1];
}

void add_place(PlaceIndex& index, std::string_view name, bool may_be_brand) {
  std::u32string codes = text::decode(name);
  if (codes.size() < 2) return;
  const std::uint64_t key = first_two(codes);
  index[key].push_back({std::move(codes), may_be_brand});
}

PlaceIndex make_han_index() {
  PlaceIndex index;
  index.reserve(all_divisions().size() * 2);
  for (const Division& division : all_divisions()) {
    add_place(index, division.name, false);
    if (division.short_name == division.name) continue;
    const bool is_city = level_of(division) == DivisionLevel::city && division.name.ends_with("市");
    add_place(
        index, division.short_name, !is_city && level_of(division) != DivisionLevel::province);
  }
  for (const std::string_view name : {"香港", "澳门", "台湾", "台湾省"}) {
    add_place(index, name, false);
  }
  for (auto& [key, places] : index) {
    // A city's short name goes before a county's that is the same.
    std::sort(places.begin(), places.end(), [](const Place& left, const Place& right) {
      if (left.name.size() != right.name.size()) return left.name.size() > right.name.size();
      return !left.may_be_brand && right.may_be_brand;
    });
  }
  return index;
}

std::unordered_set<std::string> make_letter_index() {
  std::unordered_set<std::string> index = {"hongkong", "macau", "macao", "taiwan"};
  index.reserve(all_divisions().size() * 3);
  for (const Division& division : all_divisions()) {
    std::string english = spelling_key(division.english);
    index.insert(std::string(without_kind_word(english)));
    index.insert(std::move(english));
    index.insert(spelling_key(division.pinyin));
  }
  return index;
}

std::size_t word_length(std::u32string_view text) { return std::min(text.find(U' '), text.size()); }

bool is_kind_word(std::u32string_view word) {
  static constexpr std::u32string_view words[] = {
      U"city", U"county", U"district", U"province", U"municipality", U"municipal"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// The place's length together with a kind word after it.
std::size_t with_kind_word(std::u32string_view text, std::size_t place) {
  if (place >= text.size()) return place;
  const std::size_t next = word_length(text.substr(place + 1));
  return is_kind_word(text.substr(place + 1, next)) ? place + 1 + next : place;
}

}  // namespace

LeadingPlace leading_place(std::u32string_view text) {
  static const PlaceIndex index = make_han_index();
  if (text.size() < 2) return {};
  const auto found = index.find(first_two(text));
  if (found == index.end()) return {};
  for (const Place& place : found->second) {
    if (text.starts_with(place.name)) return {place.name.size(), place.may_be_brand};
  }
  return {};
}

std::size_t leading_place_in_letters(std::u32string_view text) {
  static const std::unordered_set<std::string> index = make_letter_index();
  constexpr int most_words = 3;
  std::size_t longest = 0;
  std::string key;
  std::size_t at = 0;
  for (int word = 0; word < most_words && at < text.size(); ++word) {
    const std::size_t length = word_length(text.substr(at));
    key += spelling_key(text::encode(text.substr(at, length)));
    at += length;
    if (index.contains(key)) longest = at;
    ++at;
  }
  return longest == 0 ? 0 : with_kind_word(text, longest);
}

}  // namespace leadbook
