// Spellings of a place in letters, reduced to what is compared: "Yi'an", "yi an" and "Yian" alike.
#pragma once

#include <string>
#include <string_view>

namespace leadbook {

/// Han, lower-case letters and digits only; ü, v and marked vowels become plain vowels.
std::string spelling_key(std::string_view text);

/// Of a spelling key: "baiquan" of "baiquancounty", 拜泉 of 拜泉县; the key itself where no such
/// word ends it.
std::string_view without_kind_word(std::string_view key);

}  // namespace leadbook
