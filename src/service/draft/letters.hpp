// Small steps over UTF-8: neighbours, tables of words, what stands where.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

#include "leadbook/text/ascii.hpp"

namespace leadbook::service::drafting {

/// A table of words, or a few written where they are looked for; it must outlive the call alone.
class Words {
 public:
  // NOLINTBEGIN(google-explicit-constructor)
  Words(std::initializer_list<std::string_view> few) : words_(few.begin(), few.size()) {}
  template <std::size_t count>
  Words(const std::string_view (&table)[count]) : words_(table) {}
  // NOLINTEND(google-explicit-constructor)

  auto begin() const { return words_.begin(); }
  auto end() const { return words_.end(); }

 private:
  std::span<const std::string_view> words_;
};

using text::count_characters;
using text::first_length;

/// Bytes of the character at the end of a text; 0 where it is empty.
std::size_t last_length(std::string_view text);
std::string_view first_character(std::string_view text);
std::string_view last_character(std::string_view text);
bool begins_with_han(std::string_view text);
bool ends_with_han(std::string_view text);

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

/// At most so many bytes of the end of a text.
std::string_view last_bytes(std::string_view text, std::size_t most);

}  // namespace leadbook::service::drafting
