// Places named in a text: divisions of the table, regions, what lies abroad.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/draft/prose.hpp"

namespace leadbook::service::drafting {

enum class PlaceLevel { province, city, county, region };

struct Place {
  Span span;  // in what was read
  PlaceLevel level = PlaceLevel::county;
  std::string_view code;  // of the division; "" for a region
  std::string_view name;  // in full, in Chinese
  bool is_full = false;   // 拜泉县, not 拜泉
};

/// The longest place a text begins with, in either language.
std::optional<Place> place_at_start(std::string_view text);

/// All places of a text, the longest of each stretch.
std::vector<Place> find_places(std::string_view text, std::size_t offset = 0);

/// Whether one division lies in another.
bool lies_in(const Place& inner, const Place& outer);

/// Whether the short name of a place is a word as well (东方, 平安).
bool is_common_word(std::string_view word);

/// The county or city a text is about; nothing where none is named.
std::optional<Place> find_home(const Prose& prose);

}  // namespace leadbook::service::drafting
