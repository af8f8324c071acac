// The text of an amount made ready for reading, and a place in it that moves on.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "leadbook/text/ascii.hpp"

namespace leadbook {

constexpr bool is_latin(char letter) { return text::is_small_letter(text::to_small(letter)); }

/// Whether the word of this length at the front of `text` does not go on with a Latin letter.
constexpr bool ends_word(std::string_view text, std::size_t length) {
  return length >= text.size() || !is_latin(text[length]) || !is_latin(text[length - 1]);
}

/// Lower case, half width, with plain spaces and the simplified form of the few characters that
/// amounts use. Not NFKC, which would make a digit of ² or ①. Nothing where the text is no clean
/// UTF-8.
std::optional<std::string> fold_amount_text(std::string_view text);

/// What was typed, safe for a terminal and short enough for a message.
std::string quote_input(std::string_view text);

/// What is still to read of a folded text.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  std::string_view rest() const { return rest_; }
  bool at_end() const { return rest_.empty(); }
  bool starts_with(std::string_view word) const { return rest_.starts_with(word); }
  void advance(std::size_t bytes) { rest_.remove_prefix(bytes); }
  void skip_spaces() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
  }

  /// Moves past `word` where it stands next, as a whole word if it is Latin.
  bool take(std::string_view word) {
    if (!rest_.starts_with(word) || !ends_word(rest_, word.size())) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

 private:
  std::string_view rest_;
};

}  // namespace leadbook
