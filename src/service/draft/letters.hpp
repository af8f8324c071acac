// Small steps over UTF-8: neighbours, tables of words, what stands where.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace leadbook::service::drafting {

using Words = std::span<const std::string_view>;

/// Bytes of the character at the beginning of a text; 0 where it is empty.
std::size_t first_length(std::string_view text);
/// Bytes of the character at its end.
std::size_t last_length(std::string_view text);
std::string_view first_character(std::string_view text);
std::string_view last_character(std::string_view text);
bool begins_with_han(std::string_view text);
bool ends_with_han(std::string_view text);
std::size_t count_characters(std::string_view text);

/// The longest word of a table that the text begins or ends with; "" for none.
std::string_view word_at_start(std::string_view text, Words words);
std::string_view word_at_end(std::string_view text, Words words);

struct Hit {
  std::size_t at = 0;
  std::string_view word;
};
/// The first place where a word of a table stands; of several there the longest.
std::optional<Hit> find_word(std::string_view text, Words words, std::size_t from = 0);
/// The last such place.
std::optional<Hit> find_last_word(std::string_view text, Words words);
bool holds_any(std::string_view text, Words words);

}  // namespace leadbook::service::drafting
