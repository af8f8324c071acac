#include "service/draft/letters.hpp"

#include <algorithm>

namespace leadbook::service::drafting {

std::size_t last_length(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t length = 1;
  while (length < text.size() && text::continues_character(text[text.size() - length])) ++length;
  return length;
}

std::string_view first_character(std::string_view text) {
  return text.substr(0, first_length(text));
}

std::string_view last_character(std::string_view text) {
  return text.substr(text.size() - last_length(text));
}

namespace {

/// Han take three bytes from U+4E00 on, their signs lie before.
bool is_han_character(std::string_view character) {
  if (character.size() == 4) return true;
  return character.size() == 3 && character >= "\xE4\xB8\x80" && character < "\xEA\x80\x80";
}

}  // namespace

bool begins_with_han(std::string_view text) { return is_han_character(first_character(text)); }
bool ends_with_han(std::string_view text) { return is_han_character(last_character(text)); }

std::string_view word_at_start(std::string_view text, Words words) {
  std::string_view longest;
  for (const auto word : words) {
    if (word.size() > longest.size() && text.starts_with(word)) longest = word;
  }
  return longest;
}

std::string_view word_at_end(std::string_view text, Words words) {
  std::string_view longest;
  for (const auto word : words) {
    if (word.size() > longest.size() && text.ends_with(word)) longest = word;
  }
  return longest;
}

std::optional<Hit> find_word(std::string_view text, Words words, std::size_t from) {
  std::optional<Hit> first;
  for (const auto word : words) {
    const auto at = text.find(word, from);
    if (at == std::string_view::npos) continue;
    if (!first || at < first->at || (at == first->at && word.size() > first->word.size())) {
      first = Hit{at, word};
    }
  }
  return first;
}

std::optional<Hit> find_last_word(std::string_view text, Words words) {
  std::optional<Hit> last;
  for (const auto word : words) {
    const auto at = text.rfind(word);
    if (at == std::string_view::npos) continue;
    const auto end = at + word.size();
    const auto last_end = last ? last->at + last->word.size() : 0;
    if (!last || end > last_end || (end == last_end && word.size() > last->word.size())) {
      last = Hit{at, word};
    }
  }
  return last;
}

std::string_view last_bytes(std::string_view text, std::size_t most) {
  return text.substr(text.size() - std::min(text.size(), most));
}

bool holds_any(std::string_view text, Words words) { return find_word(text, words).has_value(); }

}  // namespace leadbook::service::drafting
