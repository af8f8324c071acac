// The places that stand at the front of company names, found by their first characters.
#pragma once

#include <cstddef>
#include <string_view>

namespace leadbook {

/// A place at the start of a name: its characters, and whether it is only the short name of a
/// county or prefecture (东方, 阿里), which may as well be a brand's beginning. Length 0 where
/// there is none.
struct LeadingPlace {
  std::size_t length = 0;
  bool may_be_brand = false;
};

/// The longest place in Han that `text` starts with.
LeadingPlace leading_place(std::u32string_view text);

/// Characters of the longest place in letters that `text`, lower-case words with single spaces,
/// starts with, the word City, County or the like after it included.
std::size_t leading_place_in_letters(std::u32string_view text);

}  // namespace leadbook
